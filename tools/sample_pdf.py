"""Typeset the sample page ``samples/pdf/printed.pdf`` and the records that must come out of it.

``python tools/sample_pdf.py FONT.ttc``: the articles are the invented ones of ``benchmarks/``, the font is one that may
be embedded (WenQuanYi Zen Hei). Its letters that the page shows become a part of it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reportlab.pdfbase import pdfmetrics  # noqa: E402
from reportlab.pdfbase.ttfonts import TTFont  # noqa: E402

from benchmarks.compose import read_articles  # noqa: E402
from benchmarks.pdfpages import compose  # noqa: E402
from benchmarks.sheet import FONTS  # noqa: E402

SEED = 7041
FOLIO = ("云溪日报　2024年3月15日　星期五", "B03　县域　本页文字均为虚构")
PLACES = {"above": 8.0, "above some": 2.0, "left": 2.0, "vertical": 2.0, "below": 1.0}


def main() -> None:
    """Write the page, in the font given, and its records."""
    for name in FONTS:
        pdfmetrics.registerFont(TTFont(name, sys.argv[1]))
    articles = read_articles(ROOT / "benchmarks" / "articles.jsonl")
    page, records = compose(articles, SEED, "heads last", PLACES, FOLIO)
    folder = ROOT / "samples" / "pdf"
    folder.mkdir(exist_ok=True)
    (folder / "printed.pdf").write_bytes(page)
    lines = [json.dumps({"source": "printed.pdf", "page": 1, **record}, ensure_ascii=False) for record in records]
    (folder / "printed.expected.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
