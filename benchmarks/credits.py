"""By-lines of every form of Chinese newspapers, with the credits that must be read from them."""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

from benchmarks.names import CITIES, OFFICES, ONLINE, pen_name, people, person

ROLES = {
    "R": "reporter",
    "T": "correspondent",
    "I": "trainee",
    "P": "photographer",
    "W": "writer",
    "A": "author",
    "C": "contributor",
    "E": "editor",
}
# In a form: {R} a name in that role, {R2} one of two characters, {R3} of three, {AO} an office, {TN} a pen-name,
# {RS} a two-character name set with a space inside, {B} a name that writes and photographs,
# {o} the paper, {w} an on-line outlet, {c} a city, {d} a date.
START = (
    "{o}讯（记者/{R} 通讯员/{T}）",
    "{o}讯（记者/{R}）",
    "{o}讯 （记者／{R}　实习生／{I}　通讯员／{T}）",
    "{o}讯 （记者／{R}　通讯员／{T}）",
    "本报讯（记者 {R} 通讯员 {T}）",
    "本报讯（记者 {R}）",
    "本报讯（记者 {R} {R}）",
    "本报讯（记者{R} 通讯员{T}、{T}）",
    "本报讯（记者{R}）",
    "{o}讯（记者{R}、通讯员{T}）",
    "{o}讯（通讯员{T} 实习生{I} 记者{R}）",
    "本报讯(记者 {R} 实习生 {I} {I})",
    "{o}讯（记者 {R} {R}）",
    "{o}讯（记者 {R} 通讯员 {T} {T}）",
    "{o}讯（记者：{R} 通讯员：{T}）",
    "{o}讯（{A} {A}）",
    "{o}讯（{A} {AO}）",
    "{o}讯（{A} {AN}）",
    "{o}讯（记者{R} 通讯员{TN}）",
    "{o}讯 记者{R} 实习生{I} 通讯员{T}报道：",
    "{o}讯 记者{R} 通讯员{T}报道：",
    "{o}讯 记者{R}报道：",
    "本报{c}讯（记者/{R3}通讯员/{T3}）",
    "本报讯（记者{R3}通讯员{T2}{T2}）",
    "{w}{d}讯（文/视频 全媒体记者 {R} 实习生 {I}）",
    "{o}讯（全媒体记者 {R} 见习记者 {I}）",
)
WIRE = (
    "新华社{c}{d}电（记者{R}、{R}）",
    "新华社{c}{d}电（记者{R}）",
    "新华社{c}{d}电 （记者{R}）",
    "本报{c}{d}电 （记者{R}）",
    "本报{c}{d}电（记者{R}、{R}）",
    "新华社{c}{d}电 ",
    "据新华社电 ",
)
OWN = (
    "□文/图 {B} {B}",
    "□文/图 {B}",
    "文/本报记者 {W} 图/受访者提供",
    "■本报记者 {R}",
    "□本报记者{R}",
    "●本报通讯员 {T}",
    "■本报记者 {R} 通讯员 {T}",
    "本报记者 {R} {R}",
    "本报记者 {R}",
    "本报记者 {RS} {RS}",
    "新华社记者 {RS} {R3}",
    "文/{W} 图/{P}",
    "□{o}记者 {R}",
)
END = (
    "（记者 {R}）",
    "（{A} {A}）",
    "（记者/{R} 通讯员/{T}）",
    "（{o}全媒体记者{R}、{R} 责任编辑{E}）",
    "（记者 {R} 通讯员 {T}）",
    "（记者{R}）",
)
HELPED = "（本报记者{C}、{C}参与采写）"

_SLOT = re.compile(r"\{([A-Zowcd])([23SON]?)\}")


class Byline(NamedTuple):
    """A printed by-line, where it stands (start, own, end) and its credits as (role, name, type)."""

    text: str
    place: str
    credits: tuple[tuple[str, str, str], ...]


def byline(rng: Random, form: str, place: str, outlet: str) -> Byline:
    """Fill a form with invented names."""
    credits: list[tuple[str, str, str]] = []
    names = iter(people(rng, 8))

    def fill(match: re.Match[str]) -> str:
        slot, kind = match.groups()
        if slot in "owcd":
            return _word(rng, slot, outlet)
        name, type_ = _name(rng, kind, next(names))
        roles = ("W", "P") if slot == "B" else (slot,)
        credits.extend((ROLES[role], name, type_) for role in roles)
        return " ".join(name) if kind == "S" else name

    text = _SLOT.sub(fill, form)
    if "受访者提供" in form:
        credits.append(("provider", "受访者", "person"))
    return Byline(text, place, tuple(credits))


def _name(rng: Random, kind: str, usual: str) -> tuple[str, str]:
    if kind == "O":
        return rng.choice(OFFICES), "organisation"
    if kind == "N":
        return pen_name(rng), "organisation"
    return (person(rng, 3 if kind == "3" else 2), "person") if kind else (usual, "person")


def _word(rng: Random, slot: str, outlet: str) -> str:
    if slot == "o":
        return outlet
    if slot == "d":
        return f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    return rng.choice(ONLINE if slot == "w" else CITIES)


class Style(NamedTuple):
    """How a page prints its by-lines: its outlet, its usual forms, and how often it keeps to them."""

    outlet: str
    usual: tuple[tuple[str, str], ...]
    faith: float


def style(rng: Random, outlet: str) -> Style:
    """Draw a page's style: one to three usual forms of one family, and some faith in them."""
    family = rng.choices(("start", "own", "end"), (0.68, 0.17, 0.15))[0]
    forms = rng.sample({"start": START, "own": OWN, "end": END}[family], rng.choice((1, 2, 3)))
    return Style(outlet, tuple((form, family) for form in forms), rng.choice((0.3, 0.6, 0.8, 0.9)))


def draw(rng: Random, style: Style) -> tuple[Byline, ...]:
    """Draw the by-lines of one article: one, seldom two (who else took part)."""
    if rng.random() < style.faith:
        form, place = rng.choice(style.usual)
    else:
        place, forms = rng.choices((("start", START), ("start", WIRE), ("own", OWN), ("end", END)), (50, 20, 15, 15))[0]
        form = rng.choice(forms)
    made = [byline(rng, form, place, style.outlet)]
    if place != "end" and rng.random() < 0.03:
        made.append(byline(rng, HELPED, "end", style.outlet))
    return tuple(made)
