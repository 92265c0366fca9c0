"""The window before a large broadcast at a start, and at a tick: what still runs is left to run (A4)."""

from datetime import timedelta
from typing import Any, cast

from bot.core.mailings.mailings import Counters, Hold, Mailing, MailingKind, MailingState
from bot.core.mailings.undo import MISSED_AFTER, Undo
from tests.clock import ManualClock


class Windows:
    """Open windows in memory; remembers what was begun and what was asked about."""

    def __init__(self, *mailings: Mailing) -> None:
        """Hold these."""
        self.mailings = list(mailings)
        self.begun: list[int] = []
        self.asked: list[tuple[int, Hold]] = []

    async def open(self) -> list[Mailing]:
        """Return all."""
        return self.mailings

    async def begin(self, mailing: int, *_: object) -> bool:
        """Note it."""
        self.begun.append(mailing)
        return True

    async def ask(self, mailing: int, hold: Hold) -> bool:
        """Note it."""
        self.asked.append((mailing, hold))
        return True


def town() -> tuple[Windows, Undo, list[str]]:
    """Windows that end in a moment, just now, too long ago, and at no known time."""
    clock, woken = ManualClock(), list[str]()
    ends = (timedelta(seconds=5), timedelta(0), -MISSED_AFTER - timedelta(seconds=1), None)
    windows = Windows(*(window(number, clock, end) for number, end in enumerate(ends, 1)))
    return windows, Undo(cast(Any, windows), clock, lambda: woken.append("woken")), woken


def window(number: int, clock: ManualClock, end: timedelta | None) -> Mailing:
    """A broadcast whose window ends then."""
    due = None if end is None else clock.now() + end
    return Mailing(number, MailingKind.BROADCAST, MailingState.UNDO, cast(Any, None), Counters(total=60), due=due)


async def test_a_tick_begins_what_is_over_and_asks_about_what_was_slept_through() -> None:
    windows, undo, woken = town()
    await undo()
    assert windows.begun == [2]
    assert windows.asked == [(3, Hold.WINDOW), (4, Hold.WINDOW)]
    assert woken == ["woken"]


async def test_a_start_leaves_a_window_that_still_runs_and_asks_about_every_other() -> None:
    windows, undo, woken = town()
    await undo.start()
    assert windows.begun == []
    assert [mailing for mailing, _ in windows.asked] == [2, 3, 4]
    assert woken == []
