"""Measure processes and functions: processor time beside each other in one run, memory over a long stream."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

UNUSUAL = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONDEVMODE"}
"""Settings of some workplaces under which a user's Python does not run."""
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in UNUSUAL}
NEWSSEG = (sys.executable, "-m", "newsseg")
MEGABYTE = 1e6


def processor_seconds(command: Sequence[str], stdin: Path | None = None) -> float:
    """Return the processor time that a command takes, its children included; other programs then hardly disturb."""
    with (stdin or Path(os.devnull)).open("rb") as source, Path(os.devnull).open("wb") as nowhere:
        process = subprocess.Popen(command, stdin=source, stdout=nowhere, stderr=nowhere, env=ENVIRONMENT)  # noqa: S603
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return used.ru_utime + used.ru_stime


def wall_seconds(command: Sequence[str], stdin: Path) -> float:
    """Return how long a command takes by the clock on the wall."""
    begun = perf_counter()
    with stdin.open("rb") as source:
        subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, check=True, env=ENVIRONMENT)  # noqa: S603
    return perf_counter() - begun


def medians(runs: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Return the median of each of the runs, which take turns: what slows the machine down slows all of them."""
    seen: dict[str, list[float]] = {name: [] for name in runs}
    for _round in range(rounds):
        for name, run in runs.items():
            seen[name].append(run())
    return {name: median(seconds) for name, seconds in seen.items()}


def growth(run: Callable[[str], object], texts: Sequence[str], limit: float) -> list[float]:
    """Return the seconds that ``run`` takes for each text; measured again where a text seems to cost too much.

    A neighbour on the machine makes a measurement longer, never shorter; so the shortest of some counts.
    """
    run(texts[0])  # what is loaded once is no growth
    seconds = [seconds_of(run, text) for text in texts]
    for _attempt in range(3):
        slow = [k for k in range(1, len(texts)) if seconds[k] > limit * seconds[k - 1]]
        for k in slow:
            seconds[k] = min(seconds[k], seconds_of(run, texts[k]))
    return seconds


def seconds_of(run: Callable[[str], object], text: str) -> float:
    """Return the processor time that ``run`` takes for a text."""
    begun = process_time()
    run(text)
    return process_time() - begun


class Stream(NamedTuple):
    """How a process bore a long stream: its memory in MB, and how much it had been sent when the first line came."""

    sent: float
    seconds: float
    peak: float
    first_half: float
    second_half: float
    first_line_after: float


def stream(command: Sequence[str], pages: Iterable[bytes], size: float) -> Stream:
    """Send ``size`` bytes of pages, made while they are sent, through a command."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=ENVIRONMENT)  # noqa: S603
    if process.stdin is None or process.stdout is None:
        raise AssertionError
    sent, first, begun = 0, [0.0], perf_counter()
    memory: list[tuple[float, float]] = []

    def read(lines: Iterable[bytes]) -> None:
        for number, _line in enumerate(lines):
            if number == 0:
                first[0] = sent

    reader = threading.Thread(target=read, args=(process.stdout,))
    reader.start()
    for page in pages:
        process.stdin.write(page)
        sent += len(page)
        memory.append((sent / size, resident(process.pid)))
        if sent >= size:
            break
    peak = resident(process.pid, "VmHWM")
    process.stdin.close()
    reader.join()
    if process.wait():
        raise subprocess.CalledProcessError(process.returncode, command)
    early, late = (max((mb for share, mb in memory if (share > 0.5) is half), default=0.0) for half in (False, True))
    return Stream(sent, perf_counter() - begun, peak, early, late, first[0])


def resident(pid: int, what: str = "VmRSS") -> float:
    """Return the memory in MB that a process has now (``VmHWM``: had at most); 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("utf-8", "replace")
    except OSError:
        return 0.0
    return float(status.partition(f"{what}:")[2].split()[0]) * 1024 / MEGABYTE
