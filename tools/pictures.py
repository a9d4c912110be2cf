"""Take the pictures of the README: ``make pictures``. Needs Chromium and Noto's Chinese fonts."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SAMPLE, PRINTED = "two-sides.txt", "pdf/printed.pdf"
HERE = {"LANG": "zh_CN.UTF-8", "LC_ALL": "", "LANGUAGE": "", "PYTHONPATH": str(ROOT)}
COLUMNS, ROWS = 78, 36
STILL = {"prefers_reduced_motion": "reduce"}
SCREEN = """<!doctype html><html lang="zh"><meta charset="utf-8"><style>
body {{ margin: 0; background: #16171b; }}
figure {{ box-sizing: border-box; width: max-content; margin: 0; padding: 18px 26px 24px; }}
header {{ padding-bottom: 16px; color: #9a9ea8; font: 14px/1 "Noto Sans CJK SC", sans-serif; }}
i {{ display: inline-block; width: 12px; height: 12px; margin-right: 7px; border-radius: 6px; vertical-align: -1px; }}
pre {{ width: %dch; margin: 0; color: #d9dbe1; font: 16px/1.55 "Noto Sans Mono CJK SC", monospace; }}
{stylesheet}
</style><figure><header><i style="background:#ec6a5e"></i><i style="background:#f4bf4f"></i><i
style="background:#61c554"></i>&ensp;$ newsseg show %s</header><pre>{code}</pre></figure>"""


def main() -> None:
    """Write the pictures to docs/."""
    sys.path.insert(0, str(ROOT / "tests"))
    from browser import Browser, chromium

    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Browser(chromium() or "chromium") as browser:
        file = Path(folder, "view.html")
        for name, options in (("show-terminal", (SAMPLE,)), ("show-page", ("--page", SAMPLE))):
            file.write_text(screen(*options), "utf-8")
            browser.look(1400, 1400)
            browser.open(file)
            figure = "document.querySelector('figure').getBoundingClientRect()"
            browser.look(*(round(browser.evaluate(f"{figure}.{side}")) for side in ("width", "height")))
            browser.picture(DOCS / f"{name}.png")
        file.write_text(show("--html", SAMPLE), "utf-8")
        look(browser, file, "show-html", (1360, 840), ".dump .f-headline")
        look(
            browser,
            file,
            "show-html-dark",
            (1360, 840),
            ".card:nth-of-type(4) .paragraph ~ .paragraph ~ .paragraph",
            prefers_color_scheme="dark",
        )
        file.write_text(show("--html", PRINTED), "utf-8")
        look(browser, file, "show-html-pdf", (1360, 840), ".sheet .f-headline")


def look(browser: Any, file: Path, name: str, size: tuple[int, int], pointed: str, **media: str) -> None:
    """Take a picture of the HTML view, something pointed at."""
    browser.look(*size, **STILL, **media)
    browser.open(file)
    browser.mouse(pointed)
    browser.evaluate("new Promise((done) => setTimeout(done, 400))")
    browser.picture(DOCS / f"{name}.png")


def show(*options: str, **environment: str) -> str:
    """Return what ``newsseg show`` writes, in Chinese."""
    command = [sys.executable, "-m", "newsseg", "show", *options]
    everything = os.environ | HERE | environment
    done = subprocess.run(command, cwd=ROOT / "samples", env=everything, capture_output=True, check=True)  # noqa: S603
    return done.stdout.decode()


def screen(*options: str) -> str:
    """Return a terminal in which ``newsseg show`` has run, as HTML."""
    colours = {"FORCE_COLOR": "1", "COLORTERM": "truecolor", "TERM": "xterm-256color", "COLUMNS": str(COLUMNS)}
    lines = show(*options, **colours).split("\n")[:ROWS]
    console = Console(width=COLUMNS, record=True, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in lines:
        console.print(Text.from_ansi(line), soft_wrap=True, highlight=False)
    return console.export_html(theme=MONOKAI, code_format=SCREEN % (COLUMNS, " ".join(options)))


if __name__ == "__main__":
    main()
