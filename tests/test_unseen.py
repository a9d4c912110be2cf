from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from newsseg import split_page
from newsseg.engine.explain import explained
from newsseg.engine.unwrap import unwrap_text
from newsseg.record import Article
from newsseg.rules import shipped
from newsseg.runs.stats import layout_of
from newsseg.verify import problems

SAMPLES = Path(__file__).parent.parent / "samples"
UNSEEN = ["\0", "\u00ad", "\u200b", "\u2060", "\ufeff"]
ALL = re.compile("[" + "".join(UNSEEN) + "]")
PLACES: dict[str, Callable[[str, str], str]] = {
    "line ends": lambda text, mark: text.replace("\n", mark + "\n"),
    "line starts": lambda text, mark: mark + text.replace("\n", "\n" + mark),
    "sentence ends": lambda text, mark: text.replace("。", "。" + mark),
    "anywhere": lambda text, mark: re.sub("(.{7})", rf"\g<1>{mark}", text),
    "lines of their own": lambda text, mark: text.replace("\n\n", f"\n{mark}\n"),
}


def articles(text: str) -> list[tuple[object, ...]]:
    """What a page's articles hold, without the characters that print nothing."""
    records = split_page(text)
    assert list(problems(text, records)) == []
    clean = [
        (r.headline or "", *r.deck, *r.bylines, *(part.text for part in r.body), *r.captions)
        for r in records
        if isinstance(r, Article)
    ]
    credits = [[(c.name, c.role) for c in r.credits] for r in records if isinstance(r, Article)]
    return [(*(ALL.sub("", element) for element in one), names) for one, names in zip(clean, credits, strict=True)]


@pytest.mark.parametrize("mark", UNSEEN, ids=ascii)
@pytest.mark.parametrize("place", PLACES)
def test_what_prints_nothing_changes_nothing(place: str, mark: str) -> None:
    text = (SAMPLES / "two-sides.txt").read_text(encoding="utf-8")
    assert articles(PLACES[place](text, mark)) == articles(text)


@pytest.mark.parametrize("mark", UNSEEN, ids=ascii)
def test_what_prints_nothing_changes_no_explanation(mark: str) -> None:
    text = (SAMPLES / "two-sides.txt").read_text(encoding="utf-8")
    marked = PLACES["line ends"](text, mark)
    assert list(explained(marked)) == list(explained(text))
    assert layout_of(marked, shipped()) == layout_of(text, shipped())


@pytest.mark.parametrize("mark", UNSEEN, ids=ascii)
def test_it_stays_in_the_text_of_its_element(mark: str) -> None:
    text = PLACES["anywhere"]((SAMPLES / "two-sides.txt").read_text(encoding="utf-8"), mark)
    joined = "".join(
        element
        for r in split_page(text)
        for element in (
            (r.headline or "", *r.deck, *r.bylines, *(part.text for part in r.body), *r.captions)
            if isinstance(r, Article)
            else (r.text,)
        )
    )
    assert joined.count(mark) == text.count(mark)


@pytest.mark.parametrize("mark", UNSEEN, ids=ascii)
def test_unwrapping_keeps_it(mark: str) -> None:
    text = PLACES["line ends"]((SAMPLES / "two-sides.txt").read_text(encoding="utf-8"), mark)
    unwrapped = unwrap_text(text)
    assert "".join(unwrapped.split()) == "".join(text.split())
    assert unwrap_text(unwrapped) == unwrapped


def test_a_soft_hyphen_divides_a_latin_word() -> None:
    text = (SAMPLES / "english.txt").read_text(encoding="utf-8")
    place = re.search(r"[a-z]-\n(?=[a-z])", text)
    assert place
    word = re.search(r"[a-z]*\Z", text[: place.start() + 1])
    assert word
    soft = text[: place.end() - 2] + "\u00ad" + text[place.end() - 1 :]
    after = re.match("[a-z]*", text[place.end() :])
    assert after
    assert word.group() + "\u00ad" + after.group() in unwrap_text(soft)


def test_nothing_but_what_prints_nothing_is_kept() -> None:
    text = "\u200b\n\0\n"
    assert list(problems(text, split_page(text))) == []
