"""The promises of the design, over texts rich in what is hard about pages: any text is legal, nothing of it is lost."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newsseg import split_page
from newsseg.engine.unwrap import unwrap_text
from newsseg.pages import read_pages
from newsseg.verify import problems
from newsseg.wire import from_json, to_json, to_row

if TYPE_CHECKING:
    from conftest import Run

SAMPLES = Path(__file__).parent.parent / "samples"
EXAMPLES = int(os.environ.get("NEWSSEG_EXAMPLES", "0"))
"""So many new examples are tried where it is set; else the same ones every time, for a test run tells of a change."""
many = settings(
    max_examples=EXAMPLES or 120,
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

SIGNS = (
    "讯电报道记者通讯员文图摄（）()/／□■●◇“”‘’「」《》。！？；：，、·…—— \t　1２aB-"
    "\u00ad\u200b\u2028\x0b\x85\ue000\0\ufeff"
)
PIECES = [
    "江北日报讯（记者/任小燕 通讯员/黎小华）",
    "本报讯（记者赵敏 通讯员钱文君、孙磊）",
    "新华社北京8月23日电（记者谢小瑶、韩洁）",
    "江北日报讯（胡小晴 区委督查办）",
    "新快报讯 记者罗小琼 通讯员王玮报道：",
    "据新华社电 ",
    "□文/图 胡小晴 李小娟",
    "本报记者 张 弛 李 娜",
    "（记者 张小三）",
    "（本报记者邵小姿、孙海天参与采写）",
    "图为活动现场。 本报记者 卢小欣 摄",
    "近日，区里召开会议，部署下半年的工作。",
    "会议强调，要抓好落实，把好事办好。",
    "“大家一起来！”他说。",
    "据了解，这座桥明年通车，",
    "二要服务中心大局",
    "沙河新桥合龙",
    "棠溪镇：力争建成县域副中心",
    "2024年6月4日 星期二 A02 要闻",
    "责编/王小芳 版式/李文 校对/赵欣",
    "（下转第3版）",
    "●上接第1版",
    "━━━━━━",
    "第 2 页",
    "develop-",
    "ment of the state-owned harbour",
    "  ",
    "　　",
]
BREAKS = ["", "", "\n", "\n", "\n\n", "\n\n\n", "\n　　", "\n ", "\f", "\n\f"]

WILD = st.text(st.one_of(st.sampled_from(SIGNS + "\n\n\n\f"), st.characters(codec=None)), max_size=80)
BROKEN = st.text(st.sampled_from("\n\n\f 　。”（）讯电记者/张小三李四"), max_size=60)


@st.composite
def built(draw: st.DrawFn) -> str:
    """A page put together from what pages are made of, its lines cut anywhere."""
    pieces = draw(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BREAKS)), max_size=14))
    text = "".join(piece + gap for piece, gap in pieces)
    width = draw(st.sampled_from([0, 5, 9, 14, 20]))
    if not width:
        return text
    return "\n".join(line[at : at + width] for line in text.split("\n") for at in range(0, max(1, len(line)), width))


BYLINES_IN_TEXT = (
    "江北日报讯\n（记者/任\n小燕 通讯\n员/黎小华\n）新快报讯\n 记者罗小\n琼 通讯员\n王玮报道：\n"
    "新快报讯 \n记者罗小琼\n 通讯员王\n玮报道：江\n北日报讯（\n记者/任小\n燕 通讯员\n/黎小华）"
)
PAGES = st.one_of(WILD, BROKEN, built())


def without_spans(text: str) -> list[dict[str, object]]:
    return [to_row(record) | {"spans": []} for record in split_page(text)]


@many
@given(PAGES)
@example("")
@example("\f")
@example("\n\n　　\n")
@example("（")
@example("讯（记者")
@example(BYLINES_IN_TEXT)
@example("本报讯\n（记电\n图为\n本报\n（（记者\n文/ （\n3）\n（者图-\n")
@example("\ue000本报讯（记者 王小明）今天下雨。")
@example("图 \x00文报报讯（")
@example("摄\n（转第\n3\n第\n\n）\n白烟。\n有")
@example("（下转]第版）\n\n澜\n记者：凡明\n通\n，灯亮。云落后1分。鸣手里。")
@example("。\n鹭日报讯 记者唐承\n通晓报道：\n厚约两厘米。考古人员身衣／。")
@example("年不一样。7月上旬，三台电等于署了；发有“\n不得超过16《0吨。除以每个客人的用水量，\n3\n（者；\n)")
def test_nothing_is_lost_and_nothing_invented(text: str) -> None:
    assert list(problems(text, split_page(text))) == []


@many
@given(PAGES)
def test_unwrapped_text_stays_as_it_is(text: str) -> None:
    once = unwrap_text(text)
    assert unwrap_text(once) == once


@many
@given(PAGES)
def test_unwrap_changes_nothing_for_split(text: str) -> None:
    assert without_spans(unwrap_text(text)) == without_spans(text)


def test_unwrap_changes_nothing_of_a_byline_behind_a_weekday() -> None:
    text = "00报讯\n0000\n星期0■文AA"
    assert without_spans(unwrap_text(text)) == without_spans(text)


@many
@given(PAGES)
def test_unwrap_takes_only_blanks_and_the_hyphens_of_divided_words(text: str) -> None:
    """Page furniture that stood inside a paragraph comes behind it."""

    def bare(some: str) -> list[str]:
        return sorted("".join(some.split()).translate({ord("-"): None, 0x2010: None, 0xAD: None}))

    assert bare(unwrap_text(text)) == bare(text)


@many
@given(PAGES)
def test_records_are_numbered_named_and_survive_the_wire(text: str) -> None:
    records = split_page(text, source="page.txt", page=3)
    assert [record.order for record in records] == list(range(1, len(records) + 1))
    assert [record.id for record in records] == [f"page.txt:3:{record.order}" for record in records]
    assert [from_json(to_json(record)) for record in records] == records
    assert pickle.loads(pickle.dumps(records)) == records  # noqa: S301 - our own


@pytest.mark.parametrize(
    "piece",
    [
        "（",
        "）",
        "“",
        "讯（记者/",
        "（下转第3版）",
        "（下转第3版）\n",
        "□",
        "图为\n",
        "本报讯 ",
        "张 ",
        "1",
        "a-\n",
        "　",
        "\n",
        "。\n\n",
    ],
    ids=repr,
)
def test_a_long_run_of_one_thing_is_legal(piece: str) -> None:
    text = piece * 3000
    assert list(problems(text, split_page(text))) == []


def names_of_samples() -> list[str]:
    return sorted(path.name for path in SAMPLES.glob("*.txt"))


@pytest.mark.parametrize("name", names_of_samples())
def test_the_samples_unwrapped_give_the_same_records(name: str) -> None:
    [page] = read_pages([str(SAMPLES / name)], lambda place, what: pytest.fail(f"{place}: {what}"))
    unwrapped = unwrap_text(page.text)
    assert unwrap_text(unwrapped) == unwrapped
    assert without_spans(unwrapped) == without_spans(page.text)


TIES = """\
本报讯（记者 王小明）昨天下午，青石水库堤坝加固工程完工了。

本报讯（记者 李小红）今天上午，松林小学操场翻修项目开始了。

本报讯（记者 张大力）明天有雨，请带好伞。

图为青石水库堤坝，松林小学操场。
"""
"""A caption that shares as much with one article as with another."""


def test_the_same_bytes_come_out_whatever_the_hashes(tmp_path: Path, environment: dict[str, str]) -> None:
    ties = tmp_path / "ties.txt"
    ties.write_text(TIES, encoding="utf-8")
    names = [*names_of_samples(), str(ties)]
    command = [sys.executable, "-m", "newsseg", "split", *names]
    outputs = {
        subprocess.run(
            command, capture_output=True, check=True, cwd=SAMPLES, env=environment | {"PYTHONHASHSEED": str(seed)}
        ).stdout
        for seed in range(3)
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("name", names_of_samples())
def test_the_records_of_a_pipe_are_those_of_the_call(name: str, inside: Run) -> None:
    called = inside("split", stdin=(SAMPLES / name).read_bytes()).stdout
    piped = inside("split", stdin=inside("unwrap", SAMPLES / name).stdout).stdout
    assert called
    assert [json.loads(line) | {"spans": []} for line in called.decode().split("\n")[:-1]] == [
        json.loads(line) | {"spans": []} for line in piped.decode().split("\n")[:-1]
    ]
