"""What a run says of itself: a line for each page, a sum at the end, and where a look would do no harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsseg import split_page
from newsseg.rules import load
from newsseg.runs import stats
from newsseg.runs.stats import Figures, Layout

if TYPE_CHECKING:
    from conftest import Run


@pytest.fixture
def newsseg(inside: Run) -> Run:
    """Run most commands here: what only a process of its own can show is shown elsewhere."""
    return inside


def test_figures_count_what_the_page_holds(page: str) -> None:
    found = stats.figures_of(split_page(page))
    assert (found.articles, found.bylines, found.untitled, found.loose) == (2, 2, 0, 0)
    assert found.characters == len(page.replace("\n", ""))


def test_figures_of_pages_add_up() -> None:
    assert stats.together([Figures(1, 2, 3, 4, 5, 6), Figures(10, 20, 30, 40, 50, 60)]) == (11, 22, 33, 44, 55, 66)
    assert stats.together([]) == Figures()


@pytest.mark.parametrize("characters", [18, 26])
def test_the_width_of_a_column_is_told(characters: int) -> None:
    text = "松湖区举行防汛演练三百多名队员参加了演练模拟水库水位急涨队员们转移了下游两个村的村民" * 4 + "。"
    lines = [text[i : i + characters] for i in range(0, len(text), characters)]
    found = stats.layout_of("\n".join(lines), load())
    assert found.widths == (2 * characters,)


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        pytest.param(Figures(5, 1, 5, 0, 5000, 40), "", id="as pages are"),
        pytest.param(Figures(), "no text", id="blank"),
        pytest.param(Figures(0, 3, 0, 0, 900, 900), "no article", id="no article"),
        pytest.param(Figures(2, 3, 2, 0, 1000, 410), "41% of the text in no article", id="loose"),
        pytest.param(Figures(2, 3, 2, 1, 1000, 0), "headlines missing: 1", id="untitled"),
        pytest.param(Figures(2, 0, 2, 2, 10, 4), "40% of the text in no article, headlines missing: 2", id="both"),
    ],
)
def test_doubts(figures: Figures, said: str) -> None:
    assert ", ".join(stats.doubts(figures)) == said


def test_the_line_of_a_page() -> None:
    said = stats.described(Figures(4, 2, 5), Layout(31, (36, 42)), 0.0439)
    assert said == "lines cut at 36, 42 cells; blocks 31; by-lines 5; articles 4; fragments 2; 43.9 ms"
    assert stats.described(Figures(4, 2, 5), None, 0) == "by-lines 5; articles 4; fragments 2; 0.0 ms"


class TestTheCommand:
    def test_the_output_is_the_same_and_the_words_are_on_standard_error(self, newsseg: Run, page: str) -> None:
        data = f"{page}\f\f{page}".encode()
        done = newsseg("split", "--stats", "--verbose", stdin=data)
        assert done.stdout == newsseg("split", stdin=data).stdout
        said = done.stderr.decode().split("\n")
        assert [line.partition(": ")[0] for line in said[:3]] == ["-:1", "-:2", "-:3"]
        assert said[3].startswith("pages 3, articles 4, fragments 0, 0.0% of the text in no article")
        assert said[4:] == ["pages that deserve a look: 1", "  -:2: no text", ""]

    def test_records_are_counted_by_their_page(self, newsseg: Run, page: str) -> None:
        records = newsseg("split", stdin=f"{page}\f{page}".encode()).stdout
        said = newsseg("split", "--stats", stdin=records).stderr.decode()
        assert said.startswith("pages 2, articles 4, fragments 0")
