"""``newsseg split``: the articles of a page, as JSON lines."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import click

from newsseg.commands._input import Inputs, items_from, rules_from, with_inputs
from newsseg.commands._output import say
from newsseg.commands._progress import tracked
from newsseg.commands._run import described, reported, results, summed_up
from newsseg.commands._whole import Output, ends_before, resumed, write_out
from newsseg.i18n import _
from newsseg.pages import Page
from newsseg.runs.work import Item, Wanted, place_of

if TYPE_CHECKING:
    from newsseg.rules import Rules


def _continued(context: click.Context, option: click.Parameter, name: str | None) -> str | None:
    if name == "-" or (name and os.path.exists(name) and not os.path.isfile(name)):
        raise click.BadParameter(_("{} is no file to go on with; name one").format(name), context, option)
    return name


@click.command()
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, help=_("Worker processes; order and bytes stay."))
@click.option("--dask", metavar="ADDRESS", help=_("Let the workers of this Dask scheduler (tcp://HOST:8786) do it."))
@click.option(
    "--resume",
    metavar="OUTPUT",
    type=click.Path(dir_okay=False),
    callback=_continued,
    help=_("Write to OUTPUT, where the run that wrote it was broken off: pages that stand there are not done again."),
)
@click.option("-v", "--verbose", is_flag=True, help=_("Say of each page what it was made into."))
@click.option("--explain", is_flag=True, help=_("Say of each headline why it was given to its article."))
@click.option("--stats", is_flag=True, help=_("Sum up at the end, and name the pages that deserve a look."))
@click.option("--boxes", is_flag=True, help=_("Tell of each element of a PDF, ALTO or -bbox-layout where it stands."))
@with_inputs
def command(
    inputs: Inputs,
    jobs: int,
    dask: str | None,
    resume: str | None,
    *,
    verbose: bool,
    explain: bool,
    stats: bool,
    boxes: bool,
) -> None:
    """Cut pages into articles: one JSON line each, headline, by-line, credits, body and captions in it.

    FILE is a PDF, ALTO, pdftotext -bbox-layout, or text (UTF-8, GB18030, Big5 or UTF-16); .gz too, a folder of such
    files, or - for standard input. In text a form feed ends a page. What belongs to no article comes as a fragment, so
    that nothing of a page is lost.

    \b
    newsseg split page.pdf
    newsseg split page.txt
    newsseg split issue/ > issue.jsonl
    newsseg split --jobs 8 --stats --resume decade.jsonl decade/
    pdftotext -raw paper.pdf - | newsseg split | jq -r '.headline // empty'
    """
    output: AbstractContextManager[Output] = resumed(resume) if resume else nullcontext(Output(write_out))
    with output as (write, there):
        items: Iterable[Item] = (item for item in items_from(inputs) if place_of(item) not in there)
        rules = rules_from(inputs)
        items = explaining(items, rules) if explain else items
        wanted = Wanted(figures=stats or verbose, layout=verbose, boxes=boxes)
        found = reported(results(items, rules, wanted, jobs, dask))
        found = described(found) if verbose else found
        found = summed_up(found) if stats else found
        for done in tracked(found, quiet=inputs.quiet, streams=resume is None):
            with ends_before(done.place):
                write(done.lines)


def explaining(items: Iterable[Item], rules: Rules) -> Iterator[Item]:
    """Yield ``items``, and say of each page on stderr why its headlines were given to its articles."""
    from newsseg.engine.explain import explained

    for item in items:
        if isinstance(item, Page):
            say(f"{item.source}:{item.number}")
            for line in explained(item.text, rules, item.boxes):
                say(line)
        yield item
