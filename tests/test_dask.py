"""Pages split by a Dask cluster on this machine: a scheduler and two workers, real processes."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from typing import NamedTuple

import pytest

from newsseg.rules import load
from newsseg.runs.dask_run import LEAST_AHEAD, packed, unpacked
from newsseg.runs.work import BATCH_ITEMS

needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="needs dask: pip install 'newsseg[dask]'"
)
Process = subprocess.Popen[bytes]
QUICK = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "2s"}


class Cluster(NamedTuple):
    address: str
    workers: list[Process]


def program(*arguments: str) -> Process:
    """Start a program of Python's with three pipes."""
    pipe, command = subprocess.PIPE, [sys.executable, "-m", *arguments]
    return subprocess.Popen(command, env=os.environ | QUICK, stdin=pipe, stdout=pipe, stderr=pipe)


def heard(process: Process, pattern: bytes) -> bytes:
    """Read what a process says until it says what is waited for."""
    assert process.stderr
    for line in process.stderr:
        if found := re.search(pattern, line):
            return found[1]
    raise AssertionError(process.wait())


@pytest.fixture
def page() -> str:
    """A page of one article: hundreds of it are split here."""
    return "江边新建步道\n\n松湖日报讯（记者/柳青禾）6月3日，江边新建的步道通了，两岸来往更近。\n"


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    with ExitStack() as stack:
        running: list[Process] = []

        def start(*arguments: str) -> Process:
            process = stack.enter_context(program("dask", *arguments, "--no-dashboard"))
            running.append(process)
            return process

        try:
            scheduler = start("scheduler", "--host", "127.0.0.1", "--port", "0")
            address = heard(scheduler, rb"Scheduler at: +(tcp://\S+)").decode()
            workers = [start("worker", address, "--nthreads", "1", "--no-nanny") for _ in range(2)]
            for worker in workers:
                heard(worker, rb"(Registered to)")
            yield Cluster(address, workers)
        finally:
            for process in reversed(running):
                process.kill()


@needs_dask
def test_a_cluster_gives_what_one_process_gives_even_if_a_worker_is_killed(cluster: Cluster, page: str) -> None:
    size = BATCH_ITEMS * (LEAST_AHEAD + 1)
    pages = [f"第{number}版\n{page}\f".encode() for number in range(2 * size)]
    with program("newsseg", "split") as alone:
        expected, _ = alone.communicate(b"".join(pages))
    with program("newsseg", "split", "--verbose", "--dask", cluster.address) as run:
        assert run.stdin
        assert run.stderr
        run.stdin.write(b"".join(pages[:size]))
        run.stdin.flush()
        assert run.stderr.readline().startswith(b"-:1: ")
        cluster.workers[0].kill()
        found, _ = run.communicate(b"".join(pages[size:]))
    assert run.returncode == 0
    assert found == expected


@needs_dask
def test_no_scheduler_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsseg.runs.dask_run.CONNECT", 0.1)
    from newsseg.runs.dask_run import ClusterError, connect

    with pytest.raises(ClusterError, match="start one"):
        connect("not an address")


@pytest.mark.skipif(importlib.util.find_spec("distributed") is not None, reason="dask is installed")
def test_without_dask_the_extra_is_named() -> None:
    from newsseg.runs.dask_run import ClusterError, connect

    with pytest.raises(ClusterError, match=r"newsseg\[dask\]"):
        connect("tcp://127.0.0.1:8786")


def test_word_lists_travel_whole() -> None:
    words = packed(load())
    assert unpacked(words) is unpacked(words)
    assert vars(unpacked(words)) == vars(load())
