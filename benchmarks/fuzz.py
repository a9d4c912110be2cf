"""Feed newsseg bad inputs until so many characters are through; whatever breaks a promise is made small and printed.

``python -m benchmarks.fuzz page --characters 10000000 --seed 1`` takes the inputs of ``benchmarks.mutate``; the same
seed gives the same inputs. ``python -m benchmarks.fuzz page --guided`` lets atheris choose them, by the code they reach
(``pip install atheris``); what stands behind ``--`` goes to libFuzzer (``-- -max_total_time=600 corpus/``).
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.mutate import Stock
from newsseg import split_page
from newsseg.engine.unwrap import unwrap_text
from newsseg.inputs.decoding import decoded
from newsseg.inputs.encoding import DecodingError
from newsseg.rules import RulesError, load
from newsseg.verify import problems
from newsseg.wire import WireError, from_json, to_json, to_row

HANGS = 20  # seconds: no input here is longer than a few pages
SLOW = 0.5  # seconds for each 1,000 characters: a hundred times what a page takes


class BrokenError(Exception):
    """A promise that an input broke."""


def page(text: str) -> None:
    """Hold split and unwrap to their promises."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    records = split_page(text)
    for problem in problems(text, records):
        raise BrokenError(f"conservation: {problem}")
    once = unwrap_text(text)
    if unwrap_text(once) != once:
        raise BrokenError("unwrap of unwrapped text changes it")
    rows = [[to_row(record) | {"spans": []} for record in found] for found in (records, split_page(once))]
    if rows[0] != rows[1]:
        raise BrokenError("unwrap | split gives other records than split")
    if [from_json(to_json(record)) for record in records] != records:
        raise BrokenError("a record does not survive its line")


def data(data: bytes) -> None:
    """Hold decoding to: text or a named error, however the bytes are cut."""
    outcomes = set()
    for size in (len(data) or 1, 7, 1):
        text: list[str] = []
        end = ""
        try:
            text.extend(decoded(data[k : k + size] for k in range(0, len(data), size)))
        except DecodingError as error:
            end = str(error)
        outcomes.add(("".join(text), end))
    if len(outcomes) > 1:
        raise BrokenError(f"how bytes are cut makes a difference: {outcomes}")


def record(line: str) -> None:
    """Hold the reading of records to: a record or a named error, and every command bears the record."""
    from click.testing import CliRunner

    from newsseg.cli import main

    try:
        found = from_json(line)
    except WireError:
        return
    if from_json(to_json(found)) != found:
        raise BrokenError("a record does not survive its line")
    list(problems("江边新建步道。", [found]))
    for command in (["split", "--stats"], ["headlines"], ["credits"], ["show"], ["export", "--format", "csv"]):
        result = CliRunner().invoke(main, command, input=to_json(found))
        if result.exception and not isinstance(result.exception, SystemExit):
            raise BrokenError(f"{command}: {result.exception!r}")


def rules(text: str) -> None:
    """Hold the reading of rule files to: rules or a named error."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "newsseg.toml")
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        try:
            split_page("江北日报讯（记者 任小燕）江边新建步道。", rules=load(str(path)))
        except RulesError as error:
            if f"{path}:" not in str(error):
                raise BrokenError(f"names no line: {error}") from error


TARGETS: dict[str, Callable[[Any], None]] = {"page": page, "data": data, "record": record, "rules": rules}


def trouble(target: Callable[[Any], None], thing: Any) -> str:
    """Return what is wrong with an input: what it breaks, or that it hangs or is slow; "" where it is borne."""
    begun = process_time()
    if hasattr(signal, "alarm"):
        signal.alarm(HANGS)
    try:
        target(thing)
    except BrokenError as error:
        return str(error).partition("Problem")[0]
    except Exception as error:  # noqa: BLE001 - any is what we look for
        return f"{type(error).__name__}: {error}"[:80]
    finally:
        if hasattr(signal, "alarm"):
            signal.alarm(0)
    return "slow" if process_time() - begun > SLOW * (1 + len(thing) / 1000) else ""


def smaller(target: Callable[[Any], None], thing: Any, what: str) -> Any:
    """Return the smallest part of an input, found by leaving out half, a quarter, … of it, with the same trouble."""
    size = len(thing) // 2
    while size:
        at = 0
        while at < len(thing):
            less = thing[:at] + thing[at + size :]
            if trouble(target, less)[:12] == what[:12]:
                thing = less
            else:
                at += size
        size //= 2
    return thing


def hang(_signal: int, _frame: object) -> None:
    """End a target that takes too long."""
    raise TimeoutError("hangs")


def guided(target: Callable[[Any], None], arguments: list[str]) -> None:
    """Let atheris choose the inputs."""
    atheris: Any = import_module("atheris")  # by name: type checkers need not have it
    atheris.instrument_all()

    def one(raw: bytes) -> None:
        target(raw if target is data else raw.decode("utf-8", "surrogateescape"))

    atheris.Setup([sys.argv[0], *arguments], one)
    atheris.Fuzz()


def main() -> None:
    """Fuzz what is asked for."""
    parser = argparse.ArgumentParser(description="Feed newsseg bad inputs.")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guided", action="store_true", help="let atheris choose the inputs")
    options, rest = parser.parse_known_args()
    target = TARGETS[options.target]
    if options.guided:
        guided(target, [argument for argument in rest if argument != "--"])
        return
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, hang)
    stock = Stock(options.seed)
    make = {"page": stock.page, "data": stock.data, "record": stock.line, "rules": stock.rules}[options.target]
    through = count = 0
    seen: set[str] = set()
    while through < options.characters:
        thing = make()
        through, count = through + len(thing), count + 1
        what = trouble(target, thing)
        if what and what not in seen:
            seen.add(what)
            print(f"{what}: {smaller(target, thing, what)!r}", flush=True)
    print(f"{options.target}: {count} inputs, {through} characters, seed {options.seed}: {len(seen)} kinds of trouble")
    sys.exit(bool(seen))


if __name__ == "__main__":
    main()
