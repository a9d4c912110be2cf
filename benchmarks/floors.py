"""Floors: the least scores on small sets, pinned with the hash of the data that they were measured on."""

from __future__ import annotations

import json
from typing import Any

from benchmarks.sets import HERE, Set, load

FILE = HERE / "floors.json"
SMALL = (("invented", 90_001, 24), ("samples", 0, 0), ("typeset", 90_001, 16), ("pdf", 0, 0))
"""The sets that have floors (name, seed, pages): seconds to measure; all but the last are of the project's own data."""
HELD = (
    "perfect F1",
    "body",
    "body elements",
    "title",
    "headline",
    "credit F1",
    "bylines",
    "break F1",
    "subhead F1",
    "caption F1",
    "conservation",
)
SLACK = 0.0005
"""Floors have three digits: what is lower by no more than the rounding is not lower."""


def pinned() -> dict[str, Any]:
    """Return the floors file, empty where there is none yet."""
    return dict(json.loads(FILE.read_text(encoding="utf-8"))) if FILE.exists() else {}


def small_sets() -> list[Set]:
    """Return the sets that have floors, as far as their data is there."""
    return [data for data in (load(*small) for small in SMALL) if data]


def scores(data: Set) -> dict[str, float]:
    """Return the held scores of newsseg on a set; what the set has nothing of is left out."""
    from newsseg.evaluation.evaluate import evaluate
    from newsseg.runs.work import records_of
    from newsseg.wire import to_row

    rows = [to_row(record) for page in data.printed for record in records_of(page, None)]
    texts = {(source, number): text for source, number, text in data.pages}
    found = evaluate(data.expected, rows, texts).scores
    return {name: round(value, 3) for name in HELD if (value := found[name]) is not None}


def below(name: str, digest: str, now: dict[str, float], floors: dict[str, Any]) -> list[str]:
    """Return what is below its floor, in words; floors of other data hold nothing."""
    entry = floors.get(name)
    if entry is None or entry["data"] != digest:
        return []
    wanted = entry["floors"]
    return [
        f"{name}: {key} is {now.get(key)}, its floor is {floor}"
        for key, floor in wanted.items()
        if now.get(key) is None or now[key] < floor - SLACK
    ]


def update(reason: str | None) -> str | None:
    """Pin today's scores as floors; return why not, where one would fall (or its data changed) without a reason."""
    floors, fallen = pinned(), []
    fresh = {name: entry for name, entry in floors.items() if name != "reasons"}
    for data in small_sets():
        now = scores(data)
        fallen += below(data.name, data.digest, now, floors)
        if data.name in floors and floors[data.name]["data"] != data.digest:
            fallen.append(f"{data.name}: the data is not the data that the floors were measured on")
        fresh[data.name] = {"data": data.digest, "pages": len(data.pages), "floors": now}
    if fallen and not reason:
        return "\n".join([*fallen, "Floors fall only for a reason: add --reason TEXT."])
    reasons = floors.get("reasons", [])
    if fallen and reason:
        reasons = [*reasons, {"reason": reason, "fallen": fallen}]
    made = json.dumps({**fresh, "reasons": reasons}, ensure_ascii=False, indent=2, sort_keys=True)
    FILE.write_text(made + "\n", encoding="utf-8", newline="\n")
    return None
