"""The program ``newsseg``, and ``python -m newsseg``."""

from __future__ import annotations

import gc

# Thousands of objects are made at the start and all of them are kept: to look for dead ones sooner takes a twentieth
# of the time of a page.
FIRST_COLLECTION = 50_000


def main() -> None:
    """Load the command line and run it; Ctrl-C ends it quietly while it is still loading, too."""
    gc.set_threshold(FIRST_COLLECTION)
    try:
        from newsseg.cli import main as run

        run()
    except KeyboardInterrupt:
        raise SystemExit(130) from None  # as cli.INTERRUPTED, which may not be there yet


if __name__ == "__main__":
    main()
