"""What a command sets for its whole process, kept from one test to the next: logging, warnings, hooks, stderr."""

import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def own_output() -> Iterator[None]:
    """Let ``logs.set_up`` do what it likes inside, and put everything back.

    The root's handlers are taken away first: ``basicConfig(force=True)`` would close pytest's.
    """
    root, ours = logging.getLogger(), logging.getLogger("bot")
    handlers, levels = root.handlers[:], (root.level, ours.level)
    hooks = sys.stderr, sys.excepthook, sys.unraisablehook, threading.excepthook
    root.handlers[:] = []
    try:
        with warnings.catch_warnings():
            yield
    finally:
        logging.captureWarnings(capture=False)
        root.handlers[:] = handlers
        root.setLevel(levels[0])
        ours.setLevel(levels[1])
        sys.stderr, sys.excepthook, sys.unraisablehook, threading.excepthook = hooks
