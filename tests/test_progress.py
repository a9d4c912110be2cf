from __future__ import annotations

import io
import sys

import pytest

from newsseg.commands import _progress
from newsseg.commands._progress import tracked


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that goes on by half a second each time somebody looks at it."""

    now = 0.0

    def __call__(self) -> float:
        self.now += 0.5
        return self.now


def watch(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return a terminal that stands for standard error from now on (pytest puts its own there before each test)."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(_progress, "monotonic", Clock())
    monkeypatch.setenv("TERM", "xterm")
    return screen


def test_long_work_shows_itself_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watch(monkeypatch)
    assert list(tracked(range(8))) == list(range(8))
    assert "8 done" in screen.getvalue()
    assert "━" in screen.getvalue()
    assert screen.getvalue().endswith("\x1b[2K")


def test_short_work_says_nothing_and_loads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watch(monkeypatch)
    monkeypatch.setitem(sys.modules, "rich.progress", None)  # to import it fails
    assert list(tracked(range(2))) == [0, 1]
    assert screen.getvalue() == ""


def test_quiet_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watch(monkeypatch)
    assert list(tracked(range(8), quiet=True)) == list(range(8))
    assert screen.getvalue() == ""


def test_no_terminal_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watch(monkeypatch)
    monkeypatch.setattr(sys, "stderr", pipe := io.StringIO())
    assert list(tracked(range(8))) == list(range(8))
    assert pipe.getvalue() == screen.getvalue() == ""


def test_results_that_stream_to_the_terminal_are_the_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watch(monkeypatch)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert list(tracked(range(8), streams=True)) == list(range(8))
    assert screen.getvalue() == ""


def test_a_message_stands_above_the_count(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watch(monkeypatch)
    for item in tracked(range(8)):
        if item == 5:
            sys.stderr.write("page.txt:3: [bold]is bad\n")
    assert "page.txt:3: [bold]is bad\n" in screen.getvalue()


def test_work_that_is_given_up_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watch(monkeypatch)
    work = tracked(iter(range(8)))
    for item in work:
        if item == 6:
            break
    work.close()  # type: ignore[attr-defined]
    assert screen.getvalue().endswith("\x1b[2K")
