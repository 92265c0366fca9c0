"""One part of a run, in the process forked for it: pytest over some files, measured if asked."""

import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import coverage
import pytest

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build"
CPU = "processor time "
"""What the last line of a part begins with: its own seconds and those of the processes it has waited for."""

WIDE = "240"
"""Columns: pytest cuts the reason of a failure where a terminal would end."""


@dataclass(frozen=True)
class Order:
    """What a part is to do: pytest's arguments, nice(1)'s number, and the file for what it measures, if any."""

    arguments: Sequence[str]
    politeness: int = 0
    measured: Path | None = None


def run(order: Order, output: Connection) -> None:
    """Be that part; end with pytest's exit code."""
    for number in (1, 2):
        os.dup2(output.fileno(), number)
    output.close()
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(ROOT)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # pytest ends, and with it the processes tests started
    os.nice(order.politeness)
    os.environ.update(COLUMNS=WIDE, PYTHONUNBUFFERED="1")
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # a stream over a descriptor
    code = _measured(order, order.measured) if order.measured else pytest.main(list(order.arguments))
    print(f"{CPU}{sum(os.times()[:4]):.1f} s", flush=True)
    sys.exit(code)


def _measured(order: Order, file: Path) -> int:
    """Run it measured."""
    measure = coverage.Coverage(data_file=file, config_file=ROOT / "pyproject.toml")
    measure.start()
    try:
        return pytest.main(list(order.arguments))
    finally:
        measure.stop()
        measure.save()
