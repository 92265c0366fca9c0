"""``python -m bot search``: keeps the algebra on one thread, which counts only before numpy is loaded."""

import importlib
import os
from typing import cast

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def main(*, questions: list[str] | None = None) -> int:
    """Answer the questions, or those that come line by line; return the exit code."""
    for name in THREADS:
        os.environ.setdefault(name, "1")
    return cast(int, importlib.import_module("bot.cli.search_jsonl").main(questions=questions))
