"""What a process holds in memory while a long run goes on, and how fast that grows once everything bounded is full."""

import gc
import os
from pathlib import Path

from tests.chat import Town

MIB = 2**20
PAGE = os.sysconf("SC_PAGE_SIZE")
TELLING = 5_000
"""A shorter run says nothing of memory, and is not held up for it."""

FULL_AT = 0.4
"""From this part of a run on the bounded memories are full, and what grows is a leak."""


class Resident:
    """Resident memory at every tenth of a run."""

    def __init__(self, count: int) -> None:
        """Take how many steps the run has."""
        self._count = count
        self._marks: dict[int, int] = {}
        self.look(0)

    @property
    def tells(self) -> bool:
        """Whether the run is long enough to say anything."""
        return self._count >= TELLING

    def look(self, done: int) -> None:
        """Measure if another tenth of the run is done."""
        tenth = done * 10 // self._count
        if self.tells and tenth not in self._marks:
            gc.collect()
            self._marks[tenth] = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE

    def per_ten_thousand(self) -> float:
        """Return the slope of the best straight line through the marks of the full part, in MiB for 10,000 steps."""
        points = [(tenth, held) for tenth, held in self._marks.items() if tenth >= FULL_AT * 10]
        middle, mean = (sum(values) / len(points) for values in zip(*points, strict=True))
        spread = sum((tenth - middle) ** 2 for tenth, _ in points)
        rise: float = sum((tenth - middle) * (held - mean) for tenth, held in points) / spread
        return rise / MIB * 10 * 10_000 / self._count

    def line(self) -> str:
        """Return the marks and the slope."""
        if not self.tells:
            return "too short to tell of memory"
        marks = ", ".join(f"{tenth * 10} % {self._marks[tenth] / MIB:.1f}" for tenth in (0, 2, 4, 6, 8, 10))
        return f"resident MiB at {marks}; slope from 40 % on {self.per_ten_thousand():+.2f} MiB for 10,000"


def forget_what_was_told(t: Town) -> None:
    """Empty the pretended Telegram, so that only the bot's memory is measured."""
    t.telegram.forget()
