"""Bad inputs, made from good ones: pages, bytes, records and rule files with whatever may go wrong in them."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.compose import pages as composed
from benchmarks.compose import read_articles
from newsseg import split_page
from newsseg.pages import read_pages
from newsseg.wire import to_json

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "samples"
SIGNS = (
    "讯电报道记者通讯员文图摄版（）()[]【】/／□■●◇▲“”‘’「」《》。！？；：，、·…—— \t　1２0日月年aB-\n\n\n\n\f"
    "\u00ad\u200b\u2028\x0b\x85\x1c\x1d\x1e\ue000\0\ufeff\ud800\U00020000"
)
BITS = (
    "（记者",
    "）",
    "本报讯（",
    "□文/图 ",
    "图为",
    "摄\n",
    "（下转第3版）",
    "\n\n　　",
    "\n",
    "\f",
    "责编/",
    "-\n",
    "电\n",
    "2024年",
)
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-32", "utf-16-le", "cp1252")
LONGEST = 4000
RULES = """\
outlets = ["江北日报", "松湖晚报"]
not-names = ["近日"]
[roles]
"记者" = "reporter"
[after]
"摄" = "photographer"
"""


class Stock:
    """Good inputs to begin with, and what makes bad ones of them; the same seed gives the same inputs."""

    def __init__(self, seed: int) -> None:
        """Read the samples and compose pages."""
        self.rng = Random(seed)  # noqa: S311 - no secret
        made = composed(read_articles(HERE / "articles.jsonl"), seed, 40, None)
        found = read_pages([str(SAMPLES)], lambda _place, _what: None)
        self.texts = [text for text, _records in made] + [page.text for page in found]
        self.lines = [line for text in self.texts for line in text.split("\n") if line]
        self.records = [to_json(record) for text in self.texts[:20] for record in split_page(text)]

    def page(self) -> str:
        """Return a bad page."""
        rng = self.rng
        kind = rng.randrange(4)
        if kind == 0:
            return "".join(rng.choice(SIGNS) for _ in range(rng.randrange(1, 300)))
        if kind == 1:
            text = "".join(rng.choice((*BITS, rng.choice(self.lines))) for _ in range(rng.randrange(1, 60)))
        elif kind == 2:
            text = "\n".join(rng.choice(self.lines) for _ in range(rng.randrange(1, 80)))
        else:
            text = rng.choice(self.texts)
            start = rng.randrange(len(text))
            text = text[start : start + rng.randrange(LONGEST)]
        return self.worse(text[:LONGEST])

    def worse(self, text: str) -> str:
        """Return a text with some of its characters changed, gone, doubled or moved."""
        rng = self.rng
        for _change in range(rng.choice((0, 1, 2, 5, 20, 80))):
            at = rng.randrange(len(text) + 1)
            end = at + rng.choice((0, 0, 1, 1, 3, 40))
            new = rng.choice((rng.choice(SIGNS), rng.choice(BITS), "", text[at:end] * 2, "\n"))
            text = text[:at] + new + text[end:]
        if rng.random() < 0.2:
            width = rng.randrange(1, 40)
            text = "\n".join(line[k : k + width] for line in text.split("\n") for k in range(0, len(line) or 1, width))
        return text

    def data(self) -> bytes:
        """Return bad bytes."""
        rng = self.rng
        text = self.page()
        data = bytearray(text.encode(rng.choice(ENCODINGS), "ignore"))
        for _change in range(rng.choice((0, 0, 1, 3, 50))):
            if data:
                data[rng.randrange(len(data))] = rng.randrange(256)
        return bytes(data[: rng.choice((len(data), rng.randrange(len(data) + 1)))])

    def line(self) -> str:
        """Return a line of bad JSON, or of JSON that is no good record."""
        rng = self.rng
        line = rng.choice(self.records)
        if rng.random() < 0.4:
            return self.worse(line).replace("\n", " ")
        row: dict[str, Any] = json.loads(line)
        for _change in range(rng.choice((1, 1, 2, 5))):
            key = rng.choice(list(row) or ["x"])
            row[key] = self.value(row.get(key))
        return json.dumps(row, ensure_ascii=rng.random() < 0.5)

    def value(self, old: Any, depth: int = 0) -> Any:
        """Return another value of JSON, some like the old one."""
        rng = self.rng
        if isinstance(old, list) and old and rng.random() < 0.6 and depth < 3:
            return [*old[: rng.randrange(len(old))], self.value(rng.choice(old), depth + 1)]
        if isinstance(old, dict) and old and rng.random() < 0.6 and depth < 3:
            return old | {rng.choice(list(old)): self.value(None, depth + 1)}
        return rng.choice(
            (None, True, 0, -1, 10**30, 1.5, "", "\ud800", self.worse("江边"), [], {}, [[]], [None], {"a": 1})
        )

    def rules(self) -> str:
        """Return a bad rule file."""
        return self.worse(RULES)
