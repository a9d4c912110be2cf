"""Pages split by several processes: same order, same bytes, flat memory; a worker that dies costs nothing but time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newsseg.pages import Page
from newsseg.rules import load
from newsseg.runs import jobs
from newsseg.runs.inorder import in_order
from newsseg.runs.work import BATCH_ITEMS, Done, Item, Wanted, batches, split_batch

if TYPE_CHECKING:
    from conftest import Run

PLAIN = Wanted()


class Deadly(Page):
    """A page that ends the process which unpickles it: always, or (``text``) while that file is there, and takes it."""

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[str]]:
        always = "__import__('os')._exit(3)"
        once = (
            "(os.unlink(name), os.kill(os.getpid(), 15)) if os.path.exists(name) else Page('once', 1, '江边新建步道。')"
        )
        names = "lambda os, Page, name"
        call = f"__import__('os'), __import__('newsseg.pages').pages.Page, {self.text!r}"
        return eval, (f"({names}: {once})({call})" if self.text else always,)


@pytest.fixture
def items(page: str) -> list[Item]:
    pages: list[Item] = [Page("a.txt", number, f"第{number}版\n{page}") for number in range(1, 21)]
    return [*pages, {"kind": "article", "headline": "江边新建步道", "mine": 1}, *pages]


@pytest.mark.parametrize(
    ("count", "wanted"), [(1, PLAIN), (3, PLAIN), (2, Wanted(figures=True, layout=True))], ids=["1", "3", "2, figures"]
)
def test_processes_give_what_one_gives(items: list[Item], count: int, wanted: Wanted) -> None:
    expected = split_batch(items, load(), wanted)
    found = list(jobs.split_all(batches(items), load(), wanted, count))
    assert [done._replace(seconds=0) for done in found] == [done._replace(seconds=0) for done in expected]


def test_batches_hold_all_items_in_order(items: list[Item]) -> None:
    found = list(batches(items * 3))
    assert [item for batch in found for item in batch] == items * 3
    assert len(found) > 1


def test_the_input_is_read_no_further_than_the_workers_need(page: str) -> None:
    read = 0

    def endless() -> Iterator[list[Item]]:
        nonlocal read
        while True:
            read += 1
            yield [Page("a.txt", read, page)]

    run = jobs.split_all(endless(), load(), PLAIN, 2)
    for written in range(1, 50):
        next(run)
        assert read <= written + 2 * jobs.AHEAD


class TestAWorkerThatDies:
    def test_only_the_page_that_kills_is_left_out(self, items: list[Item]) -> None:
        deadly: list[Item] = [*items[:3], Deadly("bad.txt", 7, ""), *items[3:]]
        found = list(jobs.split_all(batches(deadly), load(), PLAIN, 2))
        wrong = found.pop(3)
        assert (wrong.place, wrong.lines) == ("bad.txt:7", "")
        assert wrong.wrong
        assert "exit code 3" in wrong.wrong
        assert lines(found) == lines(split_batch(items, load(), PLAIN))

    def test_one_death_loses_nothing(self, items: list[Item], tmp_path: Path) -> None:
        trigger = tmp_path / "trigger"
        trigger.touch()
        deadly: list[Item] = [*items[:3], Deadly("bad.txt", 7, str(trigger)), *items[3:]]
        found = list(jobs.split_all(batches(deadly), load(), PLAIN, 2))
        assert not trigger.exists()
        assert found.pop(3).source == "once"
        assert lines(found) == lines(split_batch(items, load(), PLAIN))


def lines(found: list[Done]) -> list[str]:
    return [done.lines for done in found]


def test_a_page_on_which_newsseg_fails_is_told_of_and_the_rest_is_done(
    monkeypatch: pytest.MonkeyPatch, items: list[Item]
) -> None:
    def fails(text: str, **_options: object) -> list[object]:
        raise ZeroDivisionError(text[:3])

    expected = split_batch(items[1:], load(), PLAIN)
    monkeypatch.setattr("newsseg.runs.work.split_page", fails)
    bad = split_batch(items[:1], load(), PLAIN)
    monkeypatch.undo()
    assert bad[0].wrong
    assert "ZeroDivisionError: 第1版" in bad[0].wrong
    assert lines(split_batch(items[1:], load(), PLAIN)) == lines(expected)


class Later:
    """A future that is there once it is asked for."""

    def __init__(self, thing: int) -> None:
        self.thing = thing

    def done(self) -> bool:
        return self.thing % 3 == 0


def test_in_order_keeps_order_and_its_window() -> None:
    asked: list[int] = []

    def submit(thing: int) -> Later:
        asked.append(thing)
        return Later(thing)

    for place, (thing, future) in enumerate(in_order(range(100), submit, 7)):
        assert thing == future.thing == place
        assert len(asked) <= place + 7


@pytest.mark.parametrize("options", [["--jobs", "2"], ["-j", "3", "--stats"]], ids=" ".join)
def test_the_command_gives_the_same_bytes(newsseg: Run, page: str, options: list[str]) -> None:
    data = "\f".join(f"第{number}版\n{page}" for number in range(BATCH_ITEMS + 2)).encode()
    assert newsseg("split", *options, stdin=data).stdout == newsseg("split", stdin=data).stdout
