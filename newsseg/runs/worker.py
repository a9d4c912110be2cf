"""A worker process of ``newsseg split --jobs``: batches of pages come in on one pipe, JSON lines go out on another.

The pipes lie between this process and the one that started it, which alone can write to them; so pickle is safe here.
"""

from __future__ import annotations

import os
import pickle
import sys


def main() -> None:
    """Answer batches until the other side closes the pipe: it has ended, in whatever way."""
    from newsseg.runs.work import split_batch

    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what some library might print goes to standard error, not between the answers
    try:
        rules, wanted = pickle.load(questions)  # noqa: S301
        while True:
            batch = pickle.load(questions)  # noqa: S301
            pickle.dump(split_batch(batch, rules, wanted), answers)
            answers.flush()
    except (EOFError, BrokenPipeError):
        os._exit(0)  # nothing is left to do, and the pipe is no place for what is left in a buffer
