"""H9, H13, R17: "not found" needs twenty hours between its two looks; whoever has come back meanwhile stays."""

from datetime import UTC, datetime

import pytest

from bot.core.locales import Locale
from bot.core.mailings.outbox import Gone, NotFound, Sent
from bot.core.subscribers.subscribers import Subscriber
from tests.storage.conftest import DAY, Store


async def told_not_found(store: Store) -> int:
    """Let a broadcast find no chat; return how many count as gone."""
    mailing = await store.broadcast()
    await store.record(await store.claim(), NotFound())
    return (await store.counters(mailing)).gone


@pytest.mark.parametrize(
    ("first", "second", "gone"),
    [
        ("2026-11-24T23:59:59", "2026-11-25T00:00:01", 0),
        ("2026-11-24T23:59:59", "2026-11-25T19:59:58", 0),
        ("2026-11-24T23:59:59", "2026-11-25T20:00:00", 1),
        ("2026-11-24T00:00:01", "2026-11-25T20:00:00", 1),
        ("2026-11-24T12:00:00", "2026-11-26T00:00:00", 1),
        ("2026-11-24T12:00:00", "2026-11-24T23:00:00", 0),
    ],
)
async def test_h13_two_days_are_twenty_hours_at_least(store: Store, first: str, second: str, gone: int) -> None:
    await store.people(1)
    for moment, expected in ((first, 0), (second, gone)):
        store.clock.set(datetime.fromisoformat(moment).replace(tzinfo=UTC))
        assert await told_not_found(store) == expected


async def test_h13_a_look_in_between_does_not_put_the_second_one_off(store: Store) -> None:
    await store.people(1)
    store.clock.set(datetime(2026, 11, 24, 23, 0, tzinfo=UTC))
    gone = []
    for _ in range(30):
        gone.append(await told_not_found(store))
        store.clock.forward(hours=1)
    assert gone.index(1) == 21, "at 20:00 of the next day"


async def half_a_run(store: Store) -> tuple[int, int]:
    """Let a broadcast to five find the first one gone; return its chat and the mailing, which still runs."""
    await store.people(1, 2, 3, 4, 5)
    mailing = await store.broadcast()
    (first, *rest) = await store.claim()
    await store.record([first], Gone())
    await store.record(rest[:-1], Sent((1,)))
    return first.chat, mailing


async def end_of_run(store: Store) -> None:
    """Let the run end and the gone be removed."""
    store.clock.forward(seconds=200)
    await store.rows.outbox.recover()
    await store.record(await store.claim(), Sent((1,)))
    await store.rows.retention.remove_gone(store.now)


async def test_whoever_stays_away_goes(store: Store) -> None:
    chat, _ = await half_a_run(store)
    await end_of_run(store)
    assert await store.rows.subscribers.get(chat) is None


@pytest.mark.parametrize("how", ["subscribes", "changes a switch", "chooses a seminar", "presses start"])
async def test_h09_whoever_has_come_back_before_the_end_of_the_run_stays(store: Store, how: str) -> None:
    chat, mailing = await half_a_run(store)
    before = await store.counters(mailing)
    match how:
        case "subscribes":
            await store.rows.subscribers.add(Subscriber(chat, Locale.RU, DAY, DAY))
        case "changes a switch":
            await store.rows.subscribers.change(Subscriber(chat, Locale.RU, DAY, DAY, news=False))
        case "chooses a seminar":
            await store.rows.seminars.choose((await store.seminar()).id, chat, Locale.RU, wanted=True)
        case "presses start":
            await store.rows.subscribers.came_back(chat)
    await end_of_run(store)
    assert await store.rows.subscribers.get(chat) is not None
    after = await store.counters(mailing)
    assert (after.gone, after.remaining) == (before.gone, 0)


async def test_coming_back_without_a_row_stores_nothing(store: Store) -> None:
    await store.rows.subscribers.came_back(404)
    assert await store.count("person") == 0
