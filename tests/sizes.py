"""Three sizes of every test from one source: at the desk, in CI, and in full.

``SIZE=desk`` (the default), ``ci`` or ``full`` says how much of something a test does: how many kills, people, hours or
drawn examples. A number of trials in full is the number that docs/reliability.md shows; CI does a twentieth of it at
least. What takes long at any size carries the marker ``long`` and stands aside from ``make test``.

``SEED`` makes every choice that a test leaves to chance. A run without one draws a new one and prints it.
"""

import os
import secrets
import subprocess
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import TypeVar

from bot.core.clock import SystemClock

T = TypeVar("T")

TWENTIETH = 20
SEEDS = 10**6


class Size(StrEnum):
    """How much a run does."""

    DESK = "desk"
    CI = "ci"
    FULL = "full"


SIZE = Size(os.environ.get("SIZE") or Size.DESK)
FULL = SIZE is Size.FULL
EXAMPLES = {Size.DESK: 15, Size.CI: 25, Size.FULL: 1_000}
"""Examples a property is tried with, where its test names no number."""

SEED = int(os.environ.get("SEED") or secrets.randbelow(SEEDS))


SAMPLED = 0.2
"""The share of what takes long that a run of CI tries."""


def trials(full: int, desk: int, size: Size = SIZE) -> int:
    """Return how many there are at this size: ``full`` in full, ``desk`` at the desk, in CI a twentieth of ``full``.

    CI never does less than the desk.
    """
    return {Size.DESK: desk, Size.CI: max(desk, -(-full // TWENTIETH)), Size.FULL: full}[size]


def examples(full: int, size: Size = SIZE) -> int:
    """Return how many examples a property gets whose test asks for ``full`` of them in CI and in full."""
    return min(full, EXAMPLES[size])


def dice(name: str) -> Random:
    """Return the chance of one test: the same for the same seed, whatever ran before it."""
    return Random(f"{SEED} {name}")  # noqa: S311 -- a test's dice, to be thrown again


def sample(things: Sequence[T], desk: int, name: str) -> list[T]:
    """Return all of them in full; else as many as ``trials`` says, drawn by the seed, in their order."""
    count = min(len(things), trials(len(things), desk))
    return [things[at] for at in sorted(dice(name).sample(range(len(things)), count))]


def drawn(name: str) -> bool:
    """Return whether CI tries a test that takes long in this run; each seed draws others."""
    return SIZE is not Size.CI or dice(f"long {name}").random() < SAMPLED


def run_name() -> str:
    """Say which run this is: its day, its commit, its size and its seed."""
    return f"{SystemClock().now().date().isoformat()}, {commit()}, SIZE={SIZE}, SEED={SEED}"


def commit() -> str:
    """Return the commit that is tried, with a plus when files differ from it."""
    words = ("git", "describe", "--always", "--dirty=+", "--abbrev=9", "--exclude=*")
    try:
        done = subprocess.run(words, cwd=Path(__file__).parent, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "no commit"
    return f"commit {done.stdout.strip()}"
