"""``python -m newsseg``: the same as ``newsseg``."""

from __future__ import annotations

from newsseg.cli import main

if __name__ == "__main__":
    main()
