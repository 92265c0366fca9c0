"""Large audiences are queued a part at a time: everybody once, in any audience, whatever happens in between."""

import pytest

from bot.core.locales import Locale
from bot.core.mailings.mailings import Audience, MailingKind, MailingState, NewMailing
from bot.core.mailings.outbox import Sent
from tests.storage.conftest import Store, texts

PEOPLE = range(100, 124)


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Queue two people at first, then five at a time."""
    monkeypatch.setattr("bot.storage.mailings.queueing.FIRST_CHUNK_ROWS", 2)
    monkeypatch.setattr("bot.storage.mailings.queueing.CHUNK_ROWS", 5)


async def queued(store: Store, mailing: int) -> list[int]:
    """The chats that have a row, in order."""
    sql = "SELECT chat FROM delivery JOIN person ON number = person WHERE mailing = ?"
    return sorted(chat for (chat,) in await store.database.rows(sql, (mailing,)))


async def fill(store: Store) -> int:
    """Queue the rest."""
    return await store.rows.recipients.fill(store.now)


async def test_a_broadcast_begins_with_the_first_and_ends_with_all(store: Store) -> None:
    await store.people(*PEOPLE)
    await store.people(7, -5, news=False)
    mailing = await store.broadcast()
    assert await queued(store, mailing) == [100, 101]
    assert (await store.counters(mailing)).total == len(PEOPLE)
    assert await fill(store) == 5
    assert await queued(store, mailing) == list(PEOPLE)
    assert (await store.counters(mailing)).total == len(PEOPLE)
    assert await fill(store) == 0


@pytest.mark.parametrize("number", [1, 2, 3, 6, 7, 8, 12])
async def test_any_size_comes_out_even(store: Store, number: int) -> None:
    await store.people(*PEOPLE[:number])
    mailing = await store.broadcast()
    await fill(store)
    assert await queued(store, mailing) == list(PEOPLE[:number])
    assert (await store.counters(mailing)).total == number


async def test_nobody_at_all_is_over_at_once(store: Store) -> None:
    mailing = await store.broadcast()
    stored = await store.rows.mailings.get(mailing)
    assert stored
    assert stored.state is MailingState.DONE


async def test_what_is_sent_meanwhile_does_not_end_it(store: Store) -> None:
    await store.people(*PEOPLE)
    mailing = await store.broadcast()
    await store.record(await store.claim(), Sent((1,)))
    stored = await store.rows.mailings.get(mailing)
    assert stored
    assert stored.state is MailingState.QUEUED
    await fill(store)
    await store.record(await store.claim(), Sent((1,)))
    done = await store.rows.mailings.get(mailing)
    assert done
    assert (done.state, done.counters.delivered) == (MailingState.DONE, len(PEOPLE))


async def test_who_leaves_before_being_queued_is_not_counted(store: Store) -> None:
    await store.people(*PEOPLE)
    mailing = await store.broadcast()
    await store.rows.subscribers.erase(PEOPLE[-1])
    await store.rows.subscribers.erase(PEOPLE[0])
    await fill(store)
    counters = await store.counters(mailing)
    assert await queued(store, mailing) == list(PEOPLE[1:-1])
    assert (counters.total, counters.left, counters.remaining) == (len(PEOPLE) - 1, 1, len(PEOPLE) - 2)


async def test_a_cancelled_one_is_queued_no_further_and_adds_up(store: Store) -> None:
    await store.people(*PEOPLE)
    mailing = await store.broadcast()
    flying = await store.claim(1)
    await store.rows.mailings.move(mailing, MailingState.CANCELLED, frm=(MailingState.QUEUED,), now=store.now)
    assert await fill(store) == 0
    await store.record(flying, Sent((1,)))
    counters = await store.counters(mailing)
    assert (counters.total, counters.delivered, counters.expired) == (len(PEOPLE), 1, len(PEOPLE) - 1)
    assert counters.remaining == 0


async def test_every_audience_of_a_seminar(store: Store) -> None:
    await store.people(*PEOPLE)
    await store.people(7, reminders=False)
    seminar = await store.seminar()
    choose = store.rows.seminars.choose
    for chat, wanted in ((7, True), (8, True), (PEOPLE[3], False), (PEOPLE[5], True)):
        await choose(seminar.id, chat, Locale.RU, wanted=wanted)
    wanting = sorted({7, 8, *PEOPLE} - {PEOPLE[3]})
    step = await store.step(seminar)
    await fill(store)
    assert await queued(store, step) == wanting
    parcels = await store.claim(10)
    told = {parcel.chat for parcel in parcels}
    await store.record(parcels, Sent((1,)))
    for kind, audience, expected in (
        (MailingKind.ANNOUNCEMENT, Audience.SEMINAR, sorted(set(wanting) - told)),
        (MailingKind.MOVED, Audience.TOLD, sorted(told | {7, 8, PEOPLE[5]})),
    ):
        mailing = NewMailing(kind, store.now, seminar.end, audience, seminar.id, revision=1)
        assert await store.rows.ladder.queue(mailing, texts(), store.now)
        await fill(store)
        assert await queued(store, await store.last_mailing()) == expected
