"""A question once, written down when it arrived, and nobody removed who was not asked (S10)."""

from datetime import timedelta

import pytest

from bot.core.mailings.outbox import Gone, Refused, Sent, Unknown
from bot.storage import inactivity as idle
from bot.storage.mailings.queueing import CHUNK_ROWS
from tests.storage.conftest import Store, texts

OLD = "2025-11-24"
FRESH = "2025-11-25"


async def asked(store: Store) -> dict[int, str | None]:
    """Who was asked, and when."""
    return dict(await store.database.rows("SELECT chat, asked FROM subscriber JOIN person ON number = person"))


async def test_only_who_changed_nothing_for_a_year_is_asked_and_once(store: Store) -> None:
    await store.people(1, 2, active=OLD)
    await store.people(3, active=FRESH)
    assert await store.rows.inactivity.ask(texts(), store.now) == 2
    assert await store.rows.inactivity.ask(texts(), store.now) == 0
    parcels = await store.claim()
    assert [(parcel.chat, parcel.silent) for parcel in parcels] == [(1, True), (2, True)]
    assert await asked(store) == {1: None, 2: None, 3: None}
    await store.record(parcels, Sent((5,)))
    day = store.now.date().isoformat()
    assert await asked(store) == {1: day, 2: day, 3: None}
    store.clock.forward(hours=49)
    await store.rows.retention.forget(store.now)
    assert await store.count("mailing") == 0
    assert await store.rows.inactivity.ask(texts(), store.now) == 1
    assert [parcel.chat for parcel in await store.claim()] == [3]


async def test_who_was_not_reached_is_asked_another_day_and_not_removed(store: Store) -> None:
    await store.people(1, 2, 3, active=OLD)
    await store.rows.inactivity.ask(texts(), store.now)
    first, second, third = await store.claim()
    await store.record([first], Refused(content=False))
    await store.record([second], Unknown())
    await store.record([third], Gone())
    store.clock.forward(seconds=10)
    again = await store.claim()
    assert [parcel.chat for parcel in again] == [2]
    await store.record(again, Unknown())
    assert await asked(store) == {1: None, 2: store.now.date().isoformat(), 3: None}
    assert await store.rows.inactivity.ask(texts(), store.now) == 0
    for _ in range(29):
        store.clock.forward(days=1)
        assert await store.rows.inactivity.ask(texts(), store.now) == 0
    store.clock.forward(days=1)
    assert await store.rows.inactivity.ask(texts(), store.now) == 1
    assert [parcel.chat for parcel in await store.claim()] == [1]


async def test_whose_day_fell_into_a_downtime_is_asked_after_it(store: Store) -> None:
    await store.people(1, active=OLD)
    await store.people(2, active=FRESH)
    store.clock.forward(days=-1)
    assert await store.rows.inactivity.ask(texts(), store.now) == 0
    store.clock.forward(days=12)
    assert await store.rows.inactivity.ask(texts(), store.now) == 2


async def test_more_than_are_queued_at_once_are_all_asked(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle, "RECIPIENTS", idle.RECIPIENTS.replace(str(CHUNK_ROWS), "2"))
    await store.people(1, 2, 3, 4, 5, active=OLD)
    assert await store.rows.inactivity.ask(texts(), store.now) == 5
    assert [parcel.chat for parcel in await store.claim()] == [1, 2, 3, 4, 5]


async def test_who_changes_something_before_the_question_leaves_is_not_asked(store: Store) -> None:
    await store.people(1, active=OLD)
    await store.rows.inactivity.ask(texts(), store.now)
    await store.people(2, active=OLD)
    async with store.database.writing() as tx:
        await tx.execute("UPDATE subscriber SET active = ?", (store.now.date().isoformat(),))
    assert await store.claim() == []
    assert (await store.counters(await store.last_mailing())).left == 1


async def test_a_question_that_could_not_be_sent_for_days_expires_and_removes_nobody(store: Store) -> None:
    await store.people(1, active=OLD)
    await store.rows.inactivity.ask(texts(), store.now)
    store.clock.forward(days=3)
    await store.rows.outbox.expire(store.now)
    store.clock.forward(days=40)
    assert await store.rows.inactivity.remove(store.now) == 0
    assert await store.count("subscriber") == 1


async def test_without_an_answer_everything_goes_after_thirty_days(store: Store) -> None:
    await store.people(1, 2, active=OLD)
    await store.rows.inactivity.ask(texts(), store.now)
    await store.record(await store.claim(), Sent((5,)))
    async with store.database.writing() as tx:
        await tx.execute("UPDATE subscriber SET asked = NULL, active = '2026-11-24' WHERE person = 2")
    store.clock.set(store.now + timedelta(days=29))
    assert await store.rows.inactivity.remove(store.now) == 0
    store.clock.forward(days=1)
    assert await store.rows.inactivity.remove(store.now) == 1
    assert await asked(store) == {2: None}
    assert await store.count("delivery", "person = 1") == 0


async def test_a_clock_that_was_years_ahead_stops_the_question_for_a_day_only(store: Store) -> None:
    now = store.now
    store.clock.set(now + timedelta(days=2000))
    assert await store.rows.inactivity.ask(texts(), store.now) == 0
    await store.people(1, active=OLD)
    store.clock.set(now)
    assert await store.rows.inactivity.ask(texts(), store.now) == 0
    store.clock.forward(days=30)
    assert await store.rows.inactivity.ask(texts(), store.now) == 1
