"""The question after a year: the order of things, and the answer "yes" (S10)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot.core.content import Contents
from bot.core.locales import Locale
from bot.core.subscribers.inactivity import Keep, TendInactivity
from bot.core.subscribers.subscribers import Subscriber
from tests.clock import ManualClock


@dataclass
class People:
    """Remembers what was done."""

    idle: int
    done: list[str] = field(default_factory=list)

    async def ask(self, _contents: Contents, _now: datetime) -> int:
        """Ask."""
        self.done.append("ask")
        return self.idle

    async def remove(self, _now: datetime) -> int:
        """Remove."""
        self.done.append("remove")
        return 0


@dataclass
class OneRow:
    """A store of at most one subscriber."""

    row: Subscriber | None

    async def get(self, _chat: int) -> Subscriber | None:
        """Return it."""
        return self.row

    async def change(self, subscriber: Subscriber) -> bool:
        """Replace it."""
        self.row = subscriber
        return True


async def past() -> datetime:
    """The clock is right."""
    return ManualClock().now()


@pytest.mark.parametrize("idle", [0, 3])
async def test_whose_time_is_over_goes_before_anybody_is_asked(idle: int) -> None:
    people = People(idle)
    tend = TendInactivity(people, dict, ManualClock(), past, lambda: people.done.append("wake"))
    assert await tend() == idle
    assert people.done == ["remove", "ask", *(["wake"] if idle else [])]


@pytest.mark.parametrize(("days", "done"), [(None, []), (2, ["remove"])])
async def test_h03_without_a_moment_that_is_past_for_certain_nobody_is_asked(days: int | None, done: list[str]) -> None:
    people, clock = People(1), ManualClock()

    async def horizon() -> datetime | None:
        return None if days is None else clock.now() - timedelta(days=days)

    assert await TendInactivity(people, dict, clock, horizon, lambda: None)() == 0
    assert people.done == done


async def test_yes_begins_the_year_anew() -> None:
    clock = ManualClock()
    store = OneRow(Subscriber(1, Locale.RU, joined="2020-01-01", active="2020-01-01", asked="2026-11-01"))
    assert await Keep(store, clock)(1)  # type: ignore[arg-type]  # the two methods that are needed
    assert store.row == Subscriber(1, Locale.RU, joined="2020-01-01", active=clock.now().date().isoformat())


async def test_yes_too_late_keeps_nothing() -> None:
    assert not await Keep(OneRow(None), ManualClock())(1)  # type: ignore[arg-type]  # as above
