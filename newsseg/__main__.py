"""The program ``newsseg``, and ``python -m newsseg``."""

from __future__ import annotations

import gc

# Thousands of objects are made at the start and all of them are kept: to look for dead ones sooner takes a twentieth
# of the time of a page.
FIRST_COLLECTION = 50_000


def main() -> None:
    """Load the command line and run it."""
    gc.set_threshold(FIRST_COLLECTION)
    from newsseg.cli import main as run

    run()


if __name__ == "__main__":
    main()
