"""What has outlived its purpose is gone, and not before."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.locales import Locale
from bot.core.mailings.conversations import Conversation, Flow
from bot.core.mailings.mailings import MailingState
from bot.core.mailings.outbox import Gone, Sent
from bot.core.updates import Incoming, current
from bot.storage.seen_updates import BotIdentity
from tests.storage.conftest import ADMIN, Store


async def test_people_who_are_gone_go_at_the_end_of_the_run(store: Store) -> None:
    await store.people(1, 2, 3)
    await store.broadcast()
    (first, *rest) = await store.claim()
    await store.record([first], Gone())
    assert await store.rows.retention.remove_gone(store.now) == 0
    await store.record(rest, Sent((1,)))
    assert await store.rows.retention.remove_gone(store.now) == 1
    assert await store.rows.subscribers.get(first.chat) is None
    assert await store.count("subscriber") == 2
    assert await store.rows.retention.remove_gone(store.now) == 0


async def test_nobody_is_removed_when_far_too_many_seem_gone(store: Store) -> None:
    people = range(1, 121)
    await store.people(*people)
    mailing = await store.step(await store.seminar())
    parcels = await store.claim(120)
    await store.record(parcels[:30], Gone())
    await store.record(parcels[30:], Sent((1,)))
    assert (await store.counters(mailing)).gone == 30
    assert await store.rows.retention.remove_gone(store.now) == 0
    assert await store.count("subscriber") == 120


@pytest.mark.parametrize(
    ("people", "gone", "removed"), [(60, 60, 0), (60, 31, 0), (60, 30, 30), (5, 3, 0), (4, 4, 4), (1, 1, 1)]
)
async def test_b01_of_a_small_audience_nobody_goes_when_most_seem_gone(
    store: Store, people: int, gone: int, removed: int
) -> None:
    await store.people(*range(1, people + 1))
    await store.step(await store.seminar())
    parcels = await store.claim(people)
    await store.record(parcels[:gone], Gone())
    await store.record(parcels[gone:], Sent((1,)))
    await store.rows.retention.remove_gone(store.now)
    assert await store.count("subscriber") == people - removed


async def test_rows_of_a_broadcast_live_48_hours_after_its_run(store: Store) -> None:
    await store.people(1)
    mailing = await store.broadcast()
    await store.record(await store.claim(), Sent((5,)))
    store.clock.forward(hours=47, minutes=59)
    await store.rows.retention.forget(store.now)
    assert await store.count("delivery") == 1
    store.clock.forward(minutes=1)
    await store.rows.retention.forget(store.now)
    assert await store.count("delivery") == 0
    assert await store.rows.mailings.get(mailing) is None
    assert await store.count("mailing_text") == 0


async def test_rows_of_a_cancelled_broadcast_go_too(store: Store) -> None:
    await store.people(1)
    mailing = await store.broadcast()
    await store.record(await store.claim(), Sent((5,)))
    await store.people(2)
    second = await store.broadcast()
    await store.record(await store.claim(1), Sent((6,)))
    await store.rows.mailings.move(second, MailingState.CANCELLED, frm=(MailingState.QUEUED,), now=store.now)
    store.clock.forward(hours=48)
    await store.rows.retention.forget(store.now)
    assert await store.count("delivery") == 0
    assert mailing != second


async def test_rows_and_choices_of_a_seminar_live_48_hours_after_its_end(store: Store) -> None:
    await store.people(1)
    seminar = await store.seminar(hours=2)
    await store.step(seminar)
    await store.rows.seminars.choose(seminar.id, 2, Locale.RU, wanted=True)
    await store.record(await store.claim(), Sent((5,)))
    store.clock.set(seminar.end + timedelta(hours=47))
    await store.rows.retention.forget(store.now)
    assert (await store.count("delivery"), await store.count("seminar_choice")) == (1, 1)
    store.clock.forward(hours=1)
    await store.rows.retention.forget(store.now)
    assert (await store.count("delivery"), await store.count("seminar_choice")) == (0, 0)


async def test_drafts_live_an_hour_with_what_they_composed(store: Store) -> None:
    await store.rows.broadcasts.begin(ADMIN, store.now + timedelta(hours=1))
    store.clock.forward(minutes=59)
    await store.rows.retention.forget(store.now)
    assert await store.rows.conversations.get(ADMIN, store.now)
    store.clock.forward(minutes=1)
    assert await store.rows.conversations.get(ADMIN, store.now) is None
    await store.rows.retention.forget(store.now)
    assert (await store.count("draft"), await store.count("mailing")) == (0, 0)


async def test_a_new_conversation_takes_the_place_of_the_old(store: Store) -> None:
    await store.rows.broadcasts.begin(ADMIN, store.now + timedelta(hours=1))
    await store.rows.conversations.put(Conversation(ADMIN, Flow.MOVE, "time", 4), store.now + timedelta(hours=1))
    assert await store.rows.conversations.get(ADMIN, store.now) == Conversation(ADMIN, Flow.MOVE, "time", 4)
    assert await store.count("mailing") == 0
    assert await store.rows.conversations.drop(ADMIN)
    assert not await store.rows.conversations.drop(ADMIN)


async def test_seen_updates_live_two_days(store: Store) -> None:
    current.set(Incoming(7))
    async with store.database.writing():
        pass
    current.set(None)
    store.clock.forward(days=2)
    await store.rows.retention.forget(store.now)
    assert await store.rows.seen.load() == {7}
    store.clock.forward(days=1)
    await store.rows.retention.forget(store.now)
    assert await store.rows.seen.load() == set()


async def test_a_file_belongs_to_one_bot(store: Store) -> None:
    identity = BotIdentity(store.database)
    assert await identity.fits(42)
    assert await identity.fits(42)
    assert not await identity.fits(43)


async def test_a_confirmation_fits_one_draft_once(store: Store) -> None:
    await store.people(1)
    mailing = await store.broadcast()
    stored = await store.rows.mailings.get(mailing)
    assert stored
    again = await store.rows.broadcasts.confirm(mailing, ADMIN, stored.content_hash, stored.audience, store.now, 77)
    assert again is None
    assert (await store.counters(mailing)).total == 1
    changed = replace(stored, state=MailingState.DRAFT)
    assert changed.id == mailing


async def test_a_confirmed_text_cannot_be_rewritten(store: Store) -> None:
    await store.people(1)
    mailing = await store.broadcast()
    later = store.now + timedelta(hours=1)
    stored = await store.rows.mailings.get(mailing)
    assert stored
    assert not await store.rows.broadcasts.write(mailing, ADMIN, {}, stored.audience, "preview", later)
    assert await store.rows.broadcasts.text(mailing, Locale.RU)
    assert await store.rows.broadcasts.text(mailing + 1, Locale.RU) is None
