"""The subcommands of ``newsseg``: each module has the name of its command and defines it as ``command``.

A module whose name begins with ``_`` is no command but what several share.
"""

from __future__ import annotations

BAD_INPUT = "newsseg.bad"
"""Key of ``click.Context.meta``: the places of bad input; the command goes on, the exit code will be 1."""
