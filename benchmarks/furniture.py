"""What stands on a page beside its articles: folio lines, captions, jump lines, titles of columns of briefs."""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

from benchmarks.names import OFFICES, people, person

SECTIONS = (
    "要闻",
    "综合",
    "民生",
    "经济",
    "本地",
    "社会",
    "教育",
    "文体",
    "国内",
    "县域",
    "时政",
    "副刊",
    "健康",
    "视点",
)
COLUMNS = ("简讯", "一句话新闻", "要闻简报", "新闻速览", "短讯", "民生快讯", "一周简报", "县区短波")
WEEK = "一二三四五六日"
SIGNS = ("▲", "△", "↑", "◀", "▶", "▼")
_CLAUSE = re.compile(r"(?:(?<=[，。；！？])|^)[^，。；：！？“”‘’（）()《》、—…\s]{7,22}(?=[，。；！？])", re.MULTILINE)
_WEAK = frozenset("也又而但并且还就使让以其这那该和与或被把对从为在将要")
"""A clause that begins so hangs on the one before it: no caption."""


class Caption(NamedTuple):
    """A caption as printed, with its credits as (role, name, type)."""

    text: str
    credits: tuple[tuple[str, str, str], ...]


def folio(rng: Random, outlet: str, *, top: bool) -> list[str]:
    """Return one or two lines of page furniture."""
    letter, number = rng.choice("ABCD"), rng.randint(1, 16)
    date = f"{rng.randint(2015, 2025)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    week, section = f"星期{rng.choice(WEEK)}", rng.choice(SECTIONS)
    one, two, three = people(rng, 3)
    staff = rng.choice(
        (
            f"责编/{one} 版式/{two} 校对/{three}",
            f"责任编辑：{one} 美编：{two}",
            f"责任编辑：{one}　版式设计：{two}　校对：{three}",
            f"责编：{one}  版式：{two}",
            f"本版责编 {one} 美编 {two}",
        ),
    )
    heads = (
        [f"{date} {week} {letter}{number:02} {section}"],
        [f"{letter}{number:02} {section}", f"{date} {week}"],
        [f"{outlet} {date} {week} 第{number:02}版"],
        [f"{section}　{number:02}", f"{date}　{week}　{staff}"],
        [f"{number:02}版 {section}", staff],
        [f"{letter}{number}·{section}"],
    )
    feet = ([staff], [f"第 {number} 页"], [f"{outlet} {letter}{number:02}"], [staff, f"{letter}{number:02}"])
    return list(rng.choice(heads if top else feet))


def caption(rng: Random, body: str, headline: str) -> Caption | None:
    """Return a caption in the words of the article (``body``: a paragraph a line), or None where no clause serves."""
    clauses = [clause for clause in _CLAUSE.findall(body) if not clause[0].isdigit() and clause[0] not in _WEAK]
    if not clauses:
        return None
    own = [clause for clause in clauses if any(headline[at : at + 2] in clause for at in range(len(headline) - 1))]
    clause = rng.choice(own or clauses)
    second = rng.choice(clauses)
    text = rng.choice(
        (
            f"图为{clause}。",
            f"图为{clause}。",
            f"{clause}。图为{second}。",
            f"{clause}。",
            f"{clause}，{second}。",
            clause,
        ),
    )
    credit, credits = _photographer(rng, bare="图为" not in text)
    sign = rng.choice(SIGNS) if rng.random() < 0.12 else ""
    return Caption(f"{sign}{text}{credit}", credits)


def _photographer(rng: Random, *, bare: bool) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    """Return how a caption names its photographer; a ``bare`` text needs one to be known as a caption."""
    name, office = person(rng), rng.choice(OFFICES)
    shot, given = (("photographer", name, "person"),), (("provider", office, "organisation"),)
    forms = [
        (f" 本报记者 {name} 摄", shot),
        (f"本报记者 {name} 摄", shot),
        (f" {name} 摄", shot),
        (f"{name}摄", shot),
        (f" 新华社记者 {name}摄", shot),
        (f"（{name} 摄）", shot),
        (f" 通讯员 {name} 摄", shot),
        (f" 记者 {name} 摄", shot),
        (f" {office}供图", given),
        (f"（{office}供图）", given),
        (" 受访者供图", (("provider", "受访者", "person"),)),
        (" 资料图片", ()),
        ("（资料图片）", ()),
    ]
    if not bare and rng.random() < 0.35:
        return "", ()
    return rng.choice(forms)


def jump(rng: Random, *, top: bool) -> str:
    """Return a line that sends the reader to another page (or tells where the text came from)."""
    number = f"{rng.choice(('', 'A', 'A'))}{rng.randint(1, 12):02}"
    return f"（{'上接' if top else '下转'}{rng.choice((number, '第' + str(int(number.lstrip('A')))))}版）"
