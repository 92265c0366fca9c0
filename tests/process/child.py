"""What runs in a forked process: the command, with an environment and a clock of its own."""

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from bot.__main__ import main
from bot.cli import run as command
from bot.core.clock import SystemClock
from bot.settings import Settings


class ShiftedClock(SystemClock):
    """A machine whose wall clock is set otherwise."""

    def __init__(self, seconds: float) -> None:
        """Be so many seconds ahead."""
        self._ahead = timedelta(seconds=seconds)

    def now(self) -> datetime:
        """Return what that clock says."""
        return super().now() + self._ahead


def run(environment: Mapping[str, str], log: Path, shift: float, arguments: Sequence[str] = ("run",)) -> None:
    """Be ``python -m bot run`` in the log's folder, which has no ``.env``; whatever is written goes into the log."""
    for name in Settings.model_fields:  # what the forking server found in its environment is no setting of this one
        os.environ.pop(name.upper(), None)
    os.environ.update(environment)
    os.chdir(log.parent)
    os.umask(0o022)  # as in most shells
    tempfile.tempdir = None  # TMPDIR may be another here
    with log.open("ab", buffering=0) as file:
        for number in (1, 2):
            os.dup2(file.fileno(), number)
    vars(command)["SystemClock"] = lambda: ShiftedClock(shift)
    sys.exit(main(list(arguments)))
