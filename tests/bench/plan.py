"""What every run shares: who is written to, what, and how long it takes."""

import os

SHORT = bool(os.environ.get("BENCH_SHORT"))
"""A short run shows that everything works; its figures say little."""

TOKEN = "42:TEST"
FIRST = 10_001
"""The first chat a mailing goes to."""

TAPPER = 5_001
"""The first of those who tap; nobody writes to them unasked."""

TEXT = "Семинар о разрешении на работу начнётся завтра. " * 4
MENU = "go:ru:0:menu"
"""What the tapped button carries: the menu, in a language that it names itself."""

GUARDED = 0.97
"""Of the limit: what somebody who knows would pace workers at."""

LATENCY, AFTER = (0.015, 0.035), (0.015, 0.065)
"""Seconds before and after the effect: round trips of 30 to 100 ms, of which 20 ms are jitter on the way there."""


def size(short: int, whole: int) -> int:
    """Return how much of something there is in this run."""
    return short if SHORT else whole


def recipients(count: int) -> range:
    """Chats to send to."""
    return range(FIRST, FIRST + count)


FOREVER = 3_600.0
"""Seconds; longer than any run."""
