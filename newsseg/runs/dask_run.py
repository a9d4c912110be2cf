"""Many machines: batches of pages go to the workers of a Dask cluster, and come back in order.

Nothing but pages, words and JSON lines travels, and no more than the workers can be busy with: memory on the client is
flat. The scheduler gives what a lost worker had to another; a page over which worker after worker dies is left out.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from functools import lru_cache
from importlib import import_module
from typing import Any

from newsseg.i18n import _
from newsseg.rules import Rules
from newsseg.runs.inorder import in_order
from newsseg.runs.work import Batch, Done, Wanted, lost, split_batch

AHEAD = 3
"""Batches asked for and not yet written, for each thread of the cluster: one in work, one on its way, one to spare."""
LEAST_AHEAD = 8
CONNECT = 30  # seconds to wait for a scheduler, and for its first worker
PATIENCE = 60.0  # seconds without an answer before we look whether any worker is left


class ClusterError(ValueError):
    """A cluster that cannot be used; the message says what to do."""


def split_all(
    batches: Iterable[Batch],
    rules: Rules,
    wanted: Wanted,
    address: str,
    say: Callable[[str], None] = lambda _message: None,
) -> Iterator[Done]:
    """Yield what becomes of each item of the ``batches``, in order, the work done by the cluster at ``address``.

    ``say`` is told when no worker is left, in which case the run waits for one.
    """
    client = connect(address)
    try:
        words = packed(rules)
        window = max(LEAST_AHEAD, AHEAD * sum(client.ncores().values()))

        def submit(batch: Batch) -> Any:
            return client.submit(split_packed, batch, words, wanted, pure=False)

        for batch, future in in_order(batches, submit, window):
            yield from answers(batch, future, submit, client, say)
    finally:
        client.close()


def answers(
    batch: Batch, future: Any, submit: Callable[[Batch], Any], client: Any, say: Callable[[str], None]
) -> list[Done]:
    """Return what a future brings; where worker after worker died over its batch, what each item alone brings."""
    try:
        return _waited(future, client, say)
    except import_module("distributed").KilledWorker:
        if len(batch) == 1:
            return [lost(batch[0], _("worker after worker of the cluster died over this page; it is left out"))]
    return [done for item in batch for done in answers([item], submit([item]), submit, client, say)]


def _waited(future: Any, client: Any, say: Callable[[str], None]) -> list[Done]:
    while True:
        try:
            found: list[Done] = future.result(timeout=PATIENCE)
        except TimeoutError:
            if not client.ncores():
                say(_("the cluster has no worker left; start one (dask worker ADDRESS), and the run goes on"))
        except (CancelledError, OSError) as error:
            what = _("the Dask scheduler is gone; start it again, and go on with --resume OUTPUT")
            raise ClusterError(what) from error
        except ImportError as error:
            what = _("a worker that came later has no newsseg; install it there, and go on with --resume OUTPUT")
            raise ClusterError(what) from error
        else:
            return found


def connect(address: str) -> Any:
    """Return a client of the scheduler at ``address`` whose workers have this version of newsseg, or raise."""
    try:
        distributed: Any = import_module("distributed")  # by name: type checkers need not have it
    except ImportError as error:
        raise ClusterError(_("--dask needs dask; install it: pip install 'newsseg[dask]'")) from error
    try:
        client = distributed.Client(address, timeout=CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:  # TimeoutError is an OSError
        what = _("no Dask scheduler answers at {}; start one (dask scheduler), or correct the address")
        raise ClusterError(what.format(address)) from error
    try:
        check_workers(client, address)
    except ClusterError:
        client.close()
        raise
    return client


def check_workers(client: Any, address: str) -> None:
    """Raise unless the cluster has a worker, and each of them this version of newsseg."""
    try:
        client.wait_for_workers(1, timeout=CONNECT)
    except TimeoutError as error:
        raise ClusterError(_("the cluster at {0} has no worker; start one: dask worker {0}").format(address)) from error
    versions = client.run(version, on_error="return")
    if wrong := sorted(f"{worker}: {found}" for worker, found in versions.items() if found != version()):
        what = _("not every worker of the cluster has newsseg {} ({}); install it there")
        raise ClusterError(what.format(version(), ", ".join(wrong)))


def version() -> str:
    """Return the version of newsseg where this runs."""
    from importlib.metadata import version as installed

    return installed("newsseg")


def split_packed(batch: Batch, words: bytes, wanted: Wanted) -> list[Done]:
    """Return what becomes of each item of a batch: what a worker of the cluster runs."""
    return split_batch(batch, unpacked(words), wanted)


def packed(rules: Rules) -> bytes:
    """Return the word lists as bytes: few beside a batch, and sent with each; so no lost worker takes them along."""
    return zlib.compress(pickle.dumps(rules))


@lru_cache(maxsize=2)
def unpacked(words: bytes) -> Rules:
    """Return the word lists: the same object for each batch, so that what the grammar makes of them is kept."""
    rules: Rules = pickle.loads(zlib.decompress(words))  # noqa: S301 - a cluster runs what its client sends, whatever it is
    return rules
