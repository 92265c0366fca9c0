"""S8: ratings are written in lots of five that are never five of the same; who gave which stands nowhere."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import combinations_with_replacement
from random import Random

import pytest

from bot.core.mailings.mailings import MailingKind
from bot.core.seminars.ratings import LOT, VALUES, Rated, Ratings, question, whole_lots
from bot.core.seminars.reminders import RATING_STEP
from tests.core.seminars.seminar_memory import NOW, seminar
from tests.sizes import dice, trials


@dataclass
class MemoryRatings:
    """core.seminars.ratings.RatingStore."""

    sums: dict[int, Counter[int]] = field(default_factory=dict)
    written: list[Mapping[int, Mapping[int, int]]] = field(default_factory=list)
    broken: bool = False

    async def add(self, lots: Mapping[int, Mapping[int, int]]) -> None:
        if self.broken:
            raise OSError
        self.written.append({number: dict(lot) for number, lot in lots.items()})
        for number, lot in lots.items():
            self.sums.setdefault(number, Counter()).update(lot)

    async def rated(self, limit: int) -> Sequence[Rated]:
        return [Rated(seminar(), counts) for counts in list(self.sums.values())[:limit]]

    async def asked(self, seminar: int, chat: int, message: int) -> bool:
        return True


def test_every_mixture_gives_lots_of_five_that_are_not_all_the_same() -> None:
    for size in range(11):
        for values in combinations_with_replacement(VALUES, size):
            waiting = Counter(values)
            taken = whole_lots(waiting)
            assert taken.total() % LOT == 0
            assert taken <= waiting
            assert not taken or len(taken) > 1
            left = +(waiting - taken)
            assert left.total() < LOT or len(left) == 1, "what could be written waits"


def written_in(chance: Random) -> None:
    """No two states of the file differ by less than five answers, or by five of the same."""
    waiting = Counter(chance.choices(list(VALUES), weights=[1, 1, 2, 9, 30], k=chance.randrange(60)))
    taken = whole_lots(waiting)
    assert taken.total() % LOT == 0
    most = max(taken.values(), default=0)
    assert most <= taken.total() * (LOT - 1) // LOT, "some lot among them would be five of the same"


def test_any_number_of_lots_can_be_parted_into_mixed_ones() -> None:
    chance = dice("lots")
    for _ in range(trials(5_000, 300)):
        written_in(chance)


async def test_four_are_not_written_and_the_fifth_is_when_it_differs() -> None:
    store = MemoryRatings()
    counted = Ratings(store)
    for _ in range(4):
        counted.count(1, 5)
    await counted()
    assert not store.written
    counted.count(1, 5)
    await counted()
    assert not store.written
    counted.count(1, 3)
    assert counted.waiting(1) == 6
    await counted()
    assert store.written == [{1: {5: 4, 3: 1}}]
    await counted()
    assert len(store.written) == 1


async def test_what_could_not_be_written_waits() -> None:
    store = MemoryRatings(broken=True)
    counted = Ratings(store)
    for value in VALUES:
        counted.count(7, value)
    with pytest.raises(OSError):
        await counted()
    store.broken = False
    await counted()
    assert store.sums == {7: Counter({1: 1, 2: 1, 3: 1, 4: 1, 5: 1})}


def test_the_mean_is_of_all_answers() -> None:
    rated = Rated(seminar(), {5: 4, 3: 1})
    assert (rated.answers, rated.mean) == (5, 4.6)


def test_it_is_asked_half_an_hour_after_the_end_for_twelve_hours() -> None:
    over = seminar(NOW - timedelta(minutes=120))
    over = replace(over, changed=over.start - timedelta(days=1))  # ends 30 minutes before NOW
    asked = question(over, NOW)
    assert asked is not None
    assert (asked.kind, asked.not_before, asked.quiet) == (MailingKind.RATING, NOW, True)
    assert question(over, NOW - timedelta(seconds=1)) is None
    assert question(over, NOW + timedelta(hours=12, seconds=-1)) is not None
    assert question(over, NOW + timedelta(hours=12)) is None
    assert question(replace(over, steps_off=(RATING_STEP,)), NOW) is None
    assert question(replace(over, changed=NOW + timedelta(seconds=1)), NOW) is None
