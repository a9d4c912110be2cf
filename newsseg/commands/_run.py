"""How ``newsseg split`` does its work: here, in worker processes, or on a cluster; and what it says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from time import perf_counter

from newsseg.commands._output import report, say
from newsseg.i18n import _
from newsseg.rules import Rules
from newsseg.runs.work import Done, Item, Wanted, batches, split_batch

SHOWN = 20  # pages that the summary names


def results(items: Iterable[Item], rules: Rules, wanted: Wanted, jobs: int, dask: str | None) -> Iterator[Done]:
    """Yield what becomes of each item, in order, wherever the work is done."""
    if dask:
        import logging

        logging.disable()  # Dask logs tracebacks of its own; what matters of them is said here, once
        from newsseg.runs.dask_run import split_all as on_cluster

        return on_cluster(batches(items), rules, wanted, dask, say)
    if jobs > 1:
        from newsseg.runs.jobs import split_all as in_processes

        return in_processes(batches(items), rules, wanted, jobs)
    return chain.from_iterable(split_batch([item], rules, wanted) for item in items)


def reported(found: Iterable[Done]) -> Iterator[Done]:
    """Yield each result that there is; say of the others on standard error why they are not."""
    for done in found:
        if done.wrong is None:
            yield done
        else:
            report(done.place, done.wrong)


def described(found: Iterable[Done]) -> Iterator[Done]:
    """Yield the results, and say of each on standard error what the page was made into."""
    from newsseg.runs import stats

    for done in found:
        if done.figures:
            say(f"{done.place}: {stats.described(done.figures, done.layout, done.seconds)}")
        yield done


def summed_up(found: Iterable[Done]) -> Iterator[Done]:
    """Yield the results, and say on standard error what all of them were, once they are through."""
    from newsseg.runs import stats

    begun, pages, look = perf_counter(), 0, 0
    sums = stats.Figures()
    shown: list[str] = []
    for place, group in groupby(found, key=lambda done: done.place):  # a page may come record by record
        seen = []
        for done in group:
            seen.append(done.figures or stats.Figures())
            yield done
        figures = stats.together(seen)
        sums, pages = stats.together([sums, figures]), pages + 1
        why = ", ".join(stats.doubts(figures))
        look += bool(why)
        if why and len(shown) < SHOWN:
            shown.append(f"  {place}: {why}")
    say(stats.total(sums, pages, perf_counter() - begun))
    if look:
        say("\n".join([_("pages that deserve a look: {}").format(look), *shown]))
        if look > SHOWN:
            say(_("  … and {} more").format(look - SHOWN))
