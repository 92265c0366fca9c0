"""Seminars as rows, and who is told what when one moves or is cancelled."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.locales import Locale
from bot.core.mailings.mailings import Audience, MailingKind, NewMailing
from bot.core.mailings.outbox import Sent, Unknown
from bot.core.seminars.seminars import Seminar, SeminarChanged, SeminarState
from tests.storage.conftest import Store, texts


async def announce(store: Store, seminar: Seminar) -> int:
    """Queue the announcement."""
    mailing = NewMailing(
        MailingKind.ANNOUNCEMENT, store.now, seminar.start, seminar=seminar.id, revision=seminar.revision
    )
    assert await store.rows.ladder.queue(mailing, texts("new"), store.now)
    return await store.last_mailing()


async def move(store: Store, seminar: Seminar, **fields: object) -> Seminar:
    """Move a seminar by a day and queue the notice."""
    when = replace(seminar.plan.when, start=seminar.start + timedelta(days=1))
    moved = replace(seminar, plan=replace(seminar.plan, when=when), revision=seminar.revision + 1, **fields)  # type: ignore[arg-type]  # a test's fields
    notice = NewMailing(MailingKind.MOVED, store.now, moved.start, Audience.TOLD, moved.id, moved.revision)
    await store.rows.seminars.replace(seminar, moved, notice, texts("moved"))
    return moved


async def test_a_seminar_comes_back_as_it_was_entered(store: Store) -> None:
    seminar = await store.seminar()
    changed = replace(seminar, sequence=3, state=SeminarState.CANCELLED)
    await store.rows.seminars.replace(seminar, changed, None, {})
    assert await store.rows.seminars.get(seminar.id) == changed
    await store.rows.seminars.switch_steps(seminar.id, (3600, 0))
    assert await store.rows.seminars.get(seminar.id) == replace(changed, steps_off=(3600, 0))
    assert await store.rows.seminars.get(999) is None


async def test_coming_ones_soonest_first_until_they_end(store: Store) -> None:
    late, soon = await store.seminar(hours=5), await store.seminar(hours=2)
    assert [seminar.id for seminar in await store.rows.seminars.coming(store.now)] == [soon.id, late.id]
    store.clock.forward(hours=3, minutes=29)
    assert [seminar.id for seminar in await store.rows.seminars.coming(store.now)] == [soon.id, late.id]
    store.clock.forward(minutes=1)
    assert [seminar.id for seminar in await store.rows.seminars.coming(store.now)] == [late.id]
    await store.rows.seminars.replace(late, replace(late, state=SeminarState.CANCELLED), None, {})
    assert await store.rows.seminars.coming(store.now) == []


async def test_a_step_is_queued_once(store: Store) -> None:
    await store.people(1)
    seminar = await store.seminar()
    await store.step(seminar, 3600)
    again = NewMailing(MailingKind.STEP, store.now, seminar.end, seminar=seminar.id, step=3600)
    assert not await store.rows.ladder.queue(again, texts(), store.now)
    assert await store.rows.ladder.queued(seminar.id, 0) == {(MailingKind.STEP, 3600)}
    assert await store.count("delivery") == 1


async def test_a_move_is_told_to_those_who_had_been_told(store: Store) -> None:
    await store.people(1, 2, 3, 4)
    seminar = await store.seminar()
    announced = await announce(store, seminar)
    first, second, third = await store.claim(3)
    await store.record([first], Sent((1,)))
    await store.record([second], Unknown())
    await store.rows.seminars.choose(seminar.id, 5, Locale.EN, wanted=True)
    await move(store, seminar)
    counters = await store.counters(announced)
    assert (counters.expired, counters.unknown, counters.remaining) == (1, 1, 1)
    told = {parcel.chat for parcel in await store.claim()}
    assert told == {first.chat, second.chat, third.chat, 5}


async def test_after_a_move_the_others_are_told_of_the_new_date(store: Store) -> None:
    await store.people(1, 2)
    seminar = await store.seminar()
    await announce(store, seminar)
    (first,) = await store.claim(1)
    await store.record([first], Sent((1,)))
    moved = await move(store, seminar)
    announced = await announce(store, moved)
    await store.people(3)
    by_mailing: dict[int, set[int]] = {}
    for parcel in await store.claim():
        by_mailing.setdefault(parcel.mailing, set()).add(parcel.chat)
    assert by_mailing.pop(announced) == {1, 2, 3} - {first.chat} - {3}
    assert list(by_mailing.values()) == [{first.chat}]


async def test_nobody_is_told_of_a_move_who_does_not_want_it(store: Store) -> None:
    await store.people(1, 2)
    seminar = await store.seminar()
    await announce(store, seminar)
    await store.record(await store.claim(), Sent((1,)))
    await store.rows.seminars.choose(seminar.id, 1, Locale.RU, wanted=False)
    await move(store, seminar)
    assert [parcel.chat for parcel in await store.claim()] == [2]


async def test_counting_people_who_were_told(store: Store) -> None:
    await store.people(1, 2)
    seminar = await store.seminar()
    await announce(store, seminar)
    await store.step(seminar)
    assert await store.rows.seminars.told(seminar.id) == 0
    await store.record(await store.claim(), Sent((1,)))
    assert await store.rows.seminars.told(seminar.id) == 2


async def test_choices_can_be_read_changed_and_taken_back(store: Store) -> None:
    seminar = await store.seminar()
    rows = store.rows.seminars
    assert await rows.choice(seminar.id, 1) is None
    for wanted in (True, False):
        await rows.choose(seminar.id, 1, Locale.RU, wanted=wanted)
        assert await rows.choice(seminar.id, 1) is wanted
    assert await rows.choices(1) == [(seminar, False)]
    await rows.unchoose(seminar.id, 1)
    assert await rows.choices(1) == []


async def test_only_what_was_read_is_replaced(store: Store) -> None:
    seminar = await store.seminar()
    changed = replace(seminar, sequence=1)
    await store.rows.seminars.replace(seminar, changed, None, {})
    with pytest.raises(SeminarChanged):
        await store.rows.seminars.replace(seminar, replace(seminar, sequence=1, revision=1), None, {})
    assert await store.rows.seminars.get(seminar.id) == changed


async def test_a_draft_ends_with_the_move_it_was_about(store: Store) -> None:
    seminar = await store.seminar()
    await store.rows.broadcasts.begin(9001, store.now + timedelta(hours=1))
    await store.rows.seminars.replace(seminar, seminar, None, {}, 9001)
    assert await store.rows.conversations.get(9001, store.now) is None
    assert await store.count("mailing") == 0
