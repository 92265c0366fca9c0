"""Claim, settle, recover: nobody is lost, consent is asked at the moment of sending, the counters add up."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.content import Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import Audience, Breaker, Lane, MailingState
from bot.core.mailings.outbox import Gone, Later, NotFound, Refused, Sent, Unknown, Verdict
from tests.sizes import examples
from tests.storage.conftest import ADMIN, Store


async def test_everybody_of_the_audience_is_claimed_once(store: Store) -> None:
    await store.people(1, 2, 3)
    await store.people(4, news=False)
    mailing = await store.broadcast()
    first, second = await store.claim(2), await store.claim(10)
    assert sorted(parcel.chat for parcel in first + second) == [1, 2, 3]
    assert await store.claim() == []
    assert (await store.counters(mailing)).total == 3


async def test_a_parcel_says_how_it_is_to_be_sent(store: Store) -> None:
    await store.people(1, language=Locale.EN, discreet=True, silent=True)
    await store.broadcast()
    (parcel,) = await store.claim()
    assert parcel.variant == Variant(Locale.EN, discreet=True)
    assert parcel.silent
    assert (parcel.lane, parcel.attempts, parcel.maybe) == (Lane.BROADCAST, 1, False)
    content = await store.rows.outbox.content(parcel.mailing, parcel.variant)
    assert content
    assert content.text == "x en discreet"


async def test_russian_readers_only(store: Store) -> None:
    await store.people(1)
    await store.people(2, language=Locale.EN)
    await store.broadcast(Audience.RUSSIAN)
    assert [parcel.chat for parcel in await store.claim()] == [1]


async def test_consent_is_asked_again_when_claiming(store: Store) -> None:
    await store.people(1, 2)
    mailing = await store.broadcast()
    row = await store.rows.subscribers.get(1)
    assert row
    await store.rows.subscribers.change(type(row)(**{**row.__dict__, "news": False}))
    assert [parcel.chat for parcel in await store.claim()] == [2]
    counters = await store.counters(mailing)
    assert (counters.left, counters.remaining) == (1, 1)


async def test_reminders_go_before_broadcasts(store: Store) -> None:
    await store.people(1, 2)
    broadcast = await store.broadcast()
    step = await store.step(await store.seminar())
    assert [parcel.mailing for parcel in await store.claim(3)] == [step, step, broadcast]


async def test_a_choice_about_one_seminar_counts_more_than_the_kinds(store: Store) -> None:
    await store.people(1, 2)
    await store.people(3, reminders=False)
    seminar = await store.seminar()
    await store.rows.seminars.choose(seminar.id, 2, Locale.RU, wanted=False)
    await store.rows.seminars.choose(seminar.id, 3, Locale.RU, wanted=True)
    await store.rows.seminars.choose(seminar.id, 4, Locale.EN, wanted=True)
    await store.step(seminar)
    claimed = {parcel.chat: parcel.variant.language for parcel in await store.claim()}
    assert claimed == {1: Locale.RU, 3: Locale.RU, 4: Locale.EN}


@pytest.mark.parametrize(
    ("verdict", "counter"),
    [
        (Sent((5,)), "delivered"),
        (Gone(), "gone"),
        (Refused(content=True), "failed"),
        (Refused(content=False), "failed"),
        (NotFound(), "failed"),
    ],
)
async def test_a_final_verdict_is_one_outcome(store: Store, verdict: Verdict, counter: str) -> None:
    await store.people(1)
    mailing = await store.broadcast()
    await store.record(await store.claim(), verdict)
    counters = await store.counters(mailing)
    assert getattr(counters, counter) == 1
    assert counters.remaining == 0
    stored = await store.rows.mailings.get(mailing)
    assert stored
    assert stored.state is MailingState.DONE
    assert await store.claim() == []


async def test_later_comes_again_after_its_time(store: Store) -> None:
    await store.people(1)
    await store.broadcast()
    await store.record(await store.claim(), Later(30))
    assert await store.claim() == []
    store.clock.forward(seconds=31)
    (again,) = await store.claim()
    assert (again.attempts, again.maybe) == (2, False)


async def test_a_server_error_may_have_let_the_message_through(store: Store) -> None:
    await store.people(1)
    mailing = await store.broadcast()
    await store.record(await store.claim(), Later(3, maybe=True))
    store.clock.forward(seconds=4)
    await store.record(await store.claim(), Sent((5,)))
    counters = await store.counters(mailing)
    assert (counters.delivered, counters.twice) == (1, 1)


async def test_silence_is_tried_once_more_and_then_unknown(store: Store) -> None:
    await store.people(1)
    mailing = await store.broadcast()
    await store.record(await store.claim(), Unknown())
    store.clock.forward(seconds=10)
    (again,) = await store.claim()
    assert again.maybe
    await store.record([again], Unknown())
    counters = await store.counters(mailing)
    assert (counters.unknown, counters.remaining, counters.twice) == (1, 0, 0)


async def test_what_was_in_flight_at_a_crash_goes_again_and_is_counted_as_possibly_twice(store: Store) -> None:
    await store.people(1, 2, 3)
    mailing = await store.broadcast()
    await store.record(await store.claim(1), Sent((5,)))
    await store.claim(1)
    assert await store.rows.outbox.recover() == 1
    rest = await store.claim()
    assert sorted(parcel.maybe for parcel in rest) == [False, True]
    await store.record(rest, Sent((6,)))
    counters = await store.counters(mailing)
    assert (counters.total, counters.delivered, counters.twice) == (3, 3, 1)


async def test_no_such_chat_is_believed_on_the_second_day(store: Store) -> None:
    await store.people(1)
    for day, gone in ((0, 0), (0, 0), (2, 1)):
        store.clock.forward(days=day)
        mailing = await store.broadcast()
        await store.record(await store.claim(), NotFound())
        assert (await store.counters(mailing)).gone == gone


async def test_a_chat_that_is_found_again_starts_anew(store: Store) -> None:
    await store.people(1)
    for day, verdict in ((0, NotFound()), (1, Sent((1,))), (1, NotFound())):
        store.clock.forward(days=day)
        mailing = await store.broadcast()
        await store.record(await store.claim(), verdict)
    assert (await store.counters(mailing)).gone == 0


async def test_only_a_queued_mailing_is_claimed_from(store: Store) -> None:
    await store.people(1, 2)
    mailing = await store.broadcast()
    move = store.rows.mailings.move
    assert await move(mailing, MailingState.PAUSED, frm=(MailingState.QUEUED,), now=store.now)
    assert await store.claim() == []
    assert not await move(mailing, MailingState.PAUSED, frm=(MailingState.QUEUED,), now=store.now)
    assert await move(mailing, MailingState.QUEUED, frm=(MailingState.PAUSED,), now=store.now)
    assert len(await store.claim(1)) == 1


async def test_cancelling_counts_who_was_not_reached(store: Store) -> None:
    await store.people(1, 2, 3)
    mailing = await store.broadcast()
    flying = await store.claim(1)
    assert await store.rows.mailings.move(mailing, MailingState.CANCELLED, frm=(MailingState.QUEUED,), now=store.now)
    await store.record(flying, Sent((1,)))
    counters = await store.counters(mailing)
    assert (counters.delivered, counters.expired, counters.remaining) == (1, 2, 0)
    assert await store.claim() == []


async def test_nothing_is_sent_outside_its_time(store: Store) -> None:
    await store.people(1)
    seminar = await store.seminar()
    mailing = await store.step(
        seminar, not_before=store.now + timedelta(minutes=5), not_after=store.now + timedelta(minutes=10)
    )
    assert await store.claim() == []
    store.clock.forward(minutes=5)
    (parcel,) = await store.claim()
    await store.record([parcel], Later(1))
    store.clock.forward(minutes=5)
    assert await store.claim() == []
    assert await store.rows.outbox.expire(store.now) == 1
    counters = await store.counters(mailing)
    assert (counters.expired, counters.remaining) == (1, 0)
    assert await store.rows.outbox.expire(store.now) == 0


async def test_five_refusals_stop_a_broadcast_and_an_admin_may_go_on(store: Store) -> None:
    await store.people(*range(1, 11))
    mailing = await store.broadcast()
    await store.record(await store.claim(5), Refused(content=True))
    stopped = await store.rows.mailings.get(mailing)
    assert stopped
    assert (stopped.state, stopped.reason) == (MailingState.STOPPED, Breaker.REFUSED)
    assert await store.claim() == []
    await store.rows.mailings.move(mailing, MailingState.QUEUED, frm=(MailingState.STOPPED,), now=store.now)
    await store.record(await store.claim(), Refused(content=True))
    done = await store.rows.mailings.get(mailing)
    assert done
    assert (done.state, done.forced, done.counters.failed) == (MailingState.DONE, True, 10)


async def test_reminders_stop_for_their_text_only(store: Store) -> None:
    await store.people(*range(1, 211))
    for verdict, left in ((Refused(content=True), 0), (Gone(), 100)):
        await store.step(await store.seminar())
        for _ in range(11):
            await store.record(await store.claim(10), verdict)
        assert len(await store.claim(200)) == left


async def test_a_card_is_kept_until_it_is_final(store: Store) -> None:
    await store.people(1)
    mailing = await store.broadcast()
    (shown,) = await store.rows.mailings.with_cards()
    assert (shown.id, shown.card, shown.author) == (mailing, 77, ADMIN)
    await store.rows.mailings.card(mailing, None)
    assert await store.rows.mailings.with_cards() == []


VERDICTS = st.sampled_from(
    [Sent((1,)), Sent(), Gone(), NotFound(), Later(0), Refused(content=True), Refused(content=False), Unknown()]
)


@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 4), VERDICTS, st.sampled_from(["", "crash", "leave", "pause"])), max_size=25))
async def test_the_counters_always_add_up(store: Store, rounds: list[tuple[int, Verdict, str]]) -> None:
    people = list(range(1, 9))
    for chat in people:
        await store.rows.subscribers.erase(chat)
    await store.people(*people)
    mailing = await store.broadcast()
    for limit, verdict, event in rounds:
        parcels = await store.claim(limit)
        if event == "crash":
            await store.rows.outbox.recover()
        if event == "leave" and parcels:
            await store.rows.subscribers.erase(parcels[0].chat)
        await store.record(parcels, verdict)
        store.clock.forward(seconds=6)
        counters = await store.counters(mailing)
        waiting = await store.count("delivery", f"mailing = {mailing} AND state IN (0, 1)")
        assert counters.total == 8
        assert counters.remaining == waiting
