"""S4: close seminars a day ahead: everybody is told every one they want, once, whatever happens in between."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.content import Content, Contents, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import Audience, MailingKind, MailingState, NewMailing
from bot.core.mailings.outbox import Later, Parcel, Sent, Verdict
from bot.core.seminars.changes import CancelSeminar, MoveSeminar
from bot.core.seminars.merging import beside, joint_texts
from bot.core.seminars.seminars import Seminar, When
from tests.storage.conftest import Store, texts

DAY = 86400
SENT = Sent((1,))


def joint(seminars: Sequence[Seminar], step: int) -> Contents:
    """Texts that name the seminars by their numbers."""
    names = "+".join(str(each.id) for each in seminars)
    return {Variant(locale, discreet): Content(names) for locale in Locale for discreet in (False, True)}


def nothing() -> None:
    """Nobody is woken."""


def render(kind: MailingKind, seminar: Seminar, step: int = 0) -> Contents:
    """Any text."""
    return texts(kind.value)


async def queue(store: Store, seminar: Seminar) -> int:
    """Queue the day's step of a seminar as a tick would; return the mailing."""
    due = NewMailing(MailingKind.STEP, store.now, seminar.end, Audience.SEMINAR, seminar.id, seminar.revision, DAY)
    others = beside(due, seminar, await store.rows.seminars.coming(store.now))
    due = replace(due, beside=tuple((other.id, other.revision) for other in others))
    contents = {**joint([seminar], DAY), **joint_texts(joint, seminar, others, DAY)}
    assert await store.rows.ladder.queue(due, contents, store.now)
    return await store.last_mailing()


async def says(store: Store, parcel: Parcel) -> list[int]:
    """Which seminars a parcel names."""
    content = await store.rows.outbox.content(parcel.mailing, parcel.variant)
    assert content
    return [int(number) for number in content.text.split("+")] if content.text[0].isdigit() else []


async def said(store: Store, verdict: Verdict = SENT) -> dict[int, list[list[int]]]:
    """Claim and settle all that waits; return what each chat was told."""
    told: dict[int, list[list[int]]] = {}
    for parcel in await store.claim():
        if names := await says(store, parcel):
            told.setdefault(parcel.chat, []).append(names)
        await store.record([parcel], verdict)
    return told


async def pair(store: Store) -> tuple[Seminar, Seminar]:
    """Two seminars an hour apart; 1 wants both, 2 the first, 3 the second."""
    await store.people(1, 2, 3)
    first, second = await store.seminar(hours=24), await store.seminar(hours=25)
    choose = store.rows.seminars.choose
    await choose(second.id, 2, Locale.RU, wanted=False)
    await choose(first.id, 3, Locale.RU, wanted=False)
    return first, second


async def test_each_gets_what_they_want_and_both_in_one(store: Store) -> None:
    first, second = await pair(store)
    one = await queue(store, first)
    assert await said(store) == {1: [[first.id, second.id]], 2: [[first.id]]}
    two = await queue(store, second)
    assert await said(store) == {3: [[second.id]]}
    assert [(await store.counters(number)).total for number in (one, two)] == [2, 1]
    for number in (one, two):
        stored = await store.rows.mailings.get(number)
        assert stored
        assert stored.state is MailingState.DONE


async def test_due_at_once_both_are_still_one(store: Store) -> None:
    first, second = await pair(store)
    await queue(store, first)
    two = await queue(store, second)
    assert await said(store) == {1: [[first.id, second.id]], 2: [[first.id]], 3: [[second.id]]}
    assert (await store.counters(two)).remaining == 0


async def test_a_choice_changed_in_between_counts(store: Store) -> None:
    first, second = await pair(store)
    await queue(store, first)
    await store.rows.seminars.choose(second.id, 1, Locale.RU, wanted=False)
    await store.rows.seminars.choose(second.id, 2, Locale.RU, wanted=True)
    assert await said(store) == {1: [[first.id]], 2: [[first.id, second.id]]}


async def test_a_crash_in_between_says_the_same_again_and_nothing_twice_else(store: Store) -> None:
    first, second = await pair(store)
    await queue(store, first)
    await store.claim()
    await store.rows.outbox.recover()
    await queue(store, second)
    assert await said(store) == {1: [[first.id, second.id]], 2: [[first.id]], 3: [[second.id]]}


async def test_put_off_the_second_goes_alone_and_the_first_too(store: Store) -> None:
    first, second = await pair(store)
    await queue(store, first)
    await said(store, Later(30))
    await queue(store, second)
    assert await said(store) == {1: [[second.id]], 3: [[second.id]]}
    store.clock.forward(seconds=31)
    assert await said(store) == {1: [[first.id]], 2: [[first.id]]}


async def test_moved_in_between_the_old_time_is_not_told_and_the_move_is(store: Store) -> None:
    first, second = await pair(store)
    await queue(store, first)
    (early,) = await store.claim(1)
    await store.record([early], Sent((1,)))
    assert await says(store, early) == [first.id, second.id]
    start = second.start + timedelta(days=3)
    move = MoveSeminar(store.rows.seminars, render, store.clock, nothing)
    await move(second.id, When(start, "2026-12-01T00:00", "UTC"))
    moved = [parcel for parcel in await store.claim() if not await says(store, parcel)]
    assert [parcel.chat for parcel in moved] == [1]


async def test_cancelled_in_between_it_is_not_named(store: Store) -> None:
    first, second = await pair(store)
    await queue(store, first)
    await CancelSeminar(store.rows.seminars, render, store.clock, nothing)(second.id)
    assert await said(store) == {1: [[first.id]], 2: [[first.id]]}


async def test_switched_off_in_between_it_is_not_named(store: Store) -> None:
    first, second = await pair(store)
    await queue(store, first)
    await store.rows.seminars.switch_steps(second.id, (DAY,))
    assert (await said(store))[1] == [[first.id]]
