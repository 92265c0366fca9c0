"""What runs in a forked process: the command, with an environment of its own."""

import os
import sys
from collections.abc import Mapping

from bot.cli import run as command


def run(environment: Mapping[str, str], folder: str) -> None:
    """Be ``python -m bot run`` in a folder without a ``.env``."""
    os.environ.update(environment)
    os.chdir(folder)
    sys.exit(command.main())
