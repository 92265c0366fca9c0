"""Money: what a run may cost, and that nothing costs more than the button said."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.content import Content
from bot.core.mailings.broadcasts import Composer, Confirm, mark_of
from bot.core.mailings.mailings import Audience, MailingState
from bot.core.mailings.paid_broadcasts import ConfirmPaid, Dearer
from bot.core.mailings.previews import Preview
from bot.core.mailings.stars import Fare, Offer, price
from bot.core.media import Media, MediaKind
from tests.core.mailings.broadcast_memory import (
    MemoryBroadcasts,
    MemoryConversations,
    MemoryMailings,
    StillClock,
    neutral,
)

ADMIN, OTHER, CARD, SHOWN = 7, 8, 4321, 95


@pytest.mark.parametrize(("messages", "stars"), [(0, 0), (1, 1), (10, 1), (11, 2), (1_000, 100), (99_999, 10_000)])
def test_ten_messages_cost_a_star(messages: int, stars: int) -> None:
    assert price(messages) == stars


@given(st.integers(0, 10**9))
def test_the_price_is_never_less_than_the_messages_cost(messages: int) -> None:
    assert messages <= price(messages) * 10 < messages + 10


@pytest.mark.parametrize(("balance", "covers"), [(None, True), (99, False), (100, True), (-1, False)])
def test_an_offer_covers_what_the_bot_has(balance: int | None, covers: bool) -> None:
    assert Offer(1000, balance).covers(100) is covers


def test_only_a_fare_that_ended_is_broken_off() -> None:
    assert [fare for fare in Fare if fare.broken_off] == [Fare.ENDED, Fare.TOLD]


@dataclass
class Desk:
    """An admin's desk over dictionaries."""

    conversations: MemoryConversations
    broadcasts: MemoryBroadcasts
    composer: Composer
    confirm: Confirm
    paid: ConfirmPaid

    async def draft(self) -> int:
        """Write a broadcast for everybody."""
        number = await self.composer.begin(ADMIN)
        assert await self.composer.russian(ADMIN, number, Content("Привет"))
        assert await self.composer.one_for_all(ADMIN, number)
        return number

    async def seen(self, number: int) -> Preview:
        """Look at the preview."""
        return await self.composer.preview(ADMIN, self.conversations.mailings[number])

    def fare(self, number: int) -> tuple[MailingState, Fare]:
        """What became of it."""
        return self.conversations.mailings[number].state, self.conversations.mailings[number].fare


@pytest.fixture
def desk() -> Desk:
    clock, drafts = StillClock(), MemoryConversations()
    mailings = MemoryMailings(drafts.mailings)
    compositions = MemoryBroadcasts(drafts, {Audience.ALL: 95, Audience.RUSSIAN: 40})
    confirm = Confirm(mailings, compositions, clock, wake=lambda: None)
    composer = Composer(compositions, neutral, clock)
    return Desk(drafts, compositions, composer, confirm, ConfirmPaid(mailings, compositions, confirm))


async def test_the_paying_button_pays_and_the_other_does_not(desk: Desk) -> None:
    first = await desk.draft()
    seen = await desk.seen(first)
    assert seen.stars == 10
    assert await desk.paid(ADMIN, first, seen.paid_mark, CARD, SHOWN, 10) == 95
    assert desk.fare(first) == (MailingState.QUEUED, Fare.PAID)
    second = await desk.draft()
    assert await desk.confirm(ADMIN, second, (await desk.seen(second)).mark, CARD, SHOWN) == 95
    assert desk.fare(second) == (MailingState.QUEUED, Fare.FREE)


async def test_a_button_does_only_what_it_says(desk: Desk) -> None:
    number = await desk.draft()
    seen = await desk.seen(number)
    assert await desk.paid(ADMIN, number, seen.mark, CARD, SHOWN, 10) is None
    assert await desk.paid(ADMIN, number, seen.paid_mark, CARD, SHOWN, 1_000) is None
    assert await desk.confirm(ADMIN, number, seen.paid_mark, CARD, SHOWN) is None
    assert await desk.paid(OTHER, number, mark_of(OTHER, "", Audience.ALL, 10), CARD, SHOWN, 10) is None
    assert desk.fare(number) == (MailingState.DRAFT, Fare.FREE)


async def test_it_pays_once(desk: Desk) -> None:
    number = await desk.draft()
    mark = (await desk.seen(number)).paid_mark
    assert await desk.paid(ADMIN, number, mark, CARD, SHOWN, 10) == 95
    desk.broadcasts.people[Audience.ALL] = 1_000
    assert await desk.paid(ADMIN, number, mark, CARD, SHOWN, 10) is None
    assert await desk.paid(ADMIN, 404, mark, CARD, SHOWN, 10) is None


async def test_more_than_was_shown_is_not_paid(desk: Desk) -> None:
    number = await desk.draft()
    mark = (await desk.seen(number)).paid_mark
    desk.broadcasts.people[Audience.ALL] = 101
    assert await desk.paid(ADMIN, number, mark, CARD, SHOWN, 10) == Dearer(desk.conversations.mailings[number])
    assert desk.fare(number) == (MailingState.DRAFT, Fare.FREE)
    desk.broadcasts.people[Audience.ALL] = 100
    assert await desk.paid(ADMIN, number, mark, CARD, SHOWN, 10) == 100


async def test_another_audience_is_another_price(desk: Desk) -> None:
    number = await desk.draft()
    mark = (await desk.seen(number)).paid_mark
    desk.conversations.mailings[number] = replace(desk.conversations.mailings[number], audience=Audience.RUSSIAN)
    assert (await desk.seen(number)).stars == 4
    assert await desk.paid(ADMIN, number, mark, CARD, SHOWN, 10) is None


async def test_an_album_costs_as_many_messages_as_it_has_files(desk: Desk) -> None:
    album = Content("", "[]", media=tuple(Media(MediaKind.PHOTO, str(number)) for number in range(10)))
    number = await desk.composer.begin(ADMIN, album)
    await desk.composer.english(ADMIN, number, Content("A text"))
    seen = await desk.seen(number)
    assert (seen.messages, seen.stars) == (40 * 10 + 55, 46)
    desk.broadcasts.people[Audience.RUSSIAN] = 41
    assert isinstance(await desk.paid(ADMIN, number, seen.paid_mark, CARD, SHOWN, 46), Dearer)
    assert await desk.paid(ADMIN, number, (await desk.seen(number)).paid_mark, CARD, SHOWN, 47) == 95


async def test_one_text_for_russian_readers_is_counted_for_them_alone(desk: Desk) -> None:
    number = await desk.composer.begin(ADMIN, Content("Привет"))
    await desk.composer.russian_only(ADMIN, number)
    assert (await desk.seen(number)).messages == 40
