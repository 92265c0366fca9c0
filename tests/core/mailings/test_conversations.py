"""A conversation with an admin: an hour, one at a time; the same in memory and in the file."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.content import Content
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import Broadcasts, Composer, ComposeStep, Confirm
from bot.core.mailings.conversations import DRAFT_LIFE, Conversation, Conversations, Flow
from bot.core.mailings.mailings import Audience, Mailings, MailingState
from bot.core.subscribers.subscribers import Subscriber
from bot.storage.db.sqlite import open_database
from bot.storage.mailings.broadcasts import BroadcastRepository
from bot.storage.mailings.conversations import ConversationRepository
from bot.storage.mailings.mailings import MailingRepository
from bot.storage.subscribers import SubscriberRepository
from tests.core.mailings.broadcast_memory import (
    NOON,
    MemoryBroadcasts,
    MemoryConversations,
    MemoryMailings,
    StillClock,
    neutral,
)

ADMIN, OTHER = 7, 8
EXPIRES = NOON + DRAFT_LIFE
MOVE = Conversation(ADMIN, Flow.MOVE, "when", 3)


@dataclass
class Store:
    conversations: Conversations
    mailings: Mailings
    broadcasts: Broadcasts

    async def composed(self) -> int:
        composer = Composer(self.broadcasts, neutral, StillClock())
        number = await composer.begin(ADMIN)
        assert await composer.russian(ADMIN, number, Content("Привет", "[]"))
        assert await composer.one_for_all(ADMIN, number)
        return number


def in_memory() -> Store:
    drafts = MemoryConversations()
    people = {Audience.ALL: 2, Audience.RUSSIAN: 1}
    return Store(drafts, MemoryMailings(drafts.mailings), MemoryBroadcasts(drafts, people))


@pytest.fixture(params=["memory", "file"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    if request.param == "memory":
        yield in_memory()
        return
    database = await open_database(tmp_path / "bot.db", None, StillClock())
    subscribers = SubscriberRepository(database, StillClock())
    for chat, language in ((101, Locale.RU), (102, Locale.EN)):
        await subscribers.add(Subscriber(chat, language, "2026-11-01", "2026-11-01"))
    yield Store(ConversationRepository(database), MailingRepository(database), BroadcastRepository(database))
    await database.close()


def test_a_draft_lives_an_hour() -> None:
    assert timedelta(hours=1) == DRAFT_LIFE


async def test_it_ends_by_itself(store: Store) -> None:
    await store.conversations.put(MOVE, EXPIRES)
    assert await store.conversations.get(ADMIN, EXPIRES - timedelta(seconds=1)) == MOVE
    assert await store.conversations.get(ADMIN, EXPIRES) is None
    assert await store.conversations.get(OTHER, NOON) is None


async def test_dropping_says_whether_there_was_one(store: Store) -> None:
    await store.conversations.put(MOVE, EXPIRES)
    assert await store.conversations.drop(ADMIN)
    assert not await store.conversations.drop(ADMIN)
    assert await store.conversations.get(ADMIN, NOON) is None


async def test_dropping_a_broadcast_drops_its_texts(store: Store) -> None:
    number = await store.composed()
    assert await store.conversations.drop(ADMIN)
    assert await store.mailings.get(number) is None


async def test_another_conversation_takes_its_place(store: Store) -> None:
    number = await store.composed()
    await store.conversations.put(MOVE, EXPIRES)
    assert await store.mailings.get(number) is None
    assert await store.broadcasts.begin(ADMIN, EXPIRES)
    draft = await store.conversations.get(ADMIN, NOON)
    assert draft is not None
    assert (draft.flow, draft.step) == (Flow.BROADCAST, ComposeStep.RUSSIAN)


async def test_admins_do_not_disturb_each_other(store: Store) -> None:
    number = await store.composed()
    await store.broadcasts.begin(OTHER, EXPIRES)
    await store.conversations.drop(OTHER)
    draft = await store.conversations.get(ADMIN, NOON)
    assert draft == Conversation(ADMIN, Flow.BROADCAST, ComposeStep.PREVIEW, number)


async def test_confirming_ends_the_conversation_and_keeps_the_mailing(store: Store) -> None:
    number = await store.composed()
    mailing = await store.mailings.get(number)
    assert mailing is not None
    composer = Composer(store.broadcasts, neutral, StillClock())
    seen = await composer.preview(ADMIN, mailing)
    confirm = Confirm(store.mailings, store.broadcasts, StillClock(), wake=lambda: None)
    assert await confirm(ADMIN, number, seen.mark, card=55, shown=2) == seen.recipients == 2
    assert await store.conversations.get(ADMIN, NOON) is None
    assert not await store.conversations.drop(ADMIN)
    queued = await store.mailings.get(number)
    assert queued is not None
    assert (queued.state, queued.card, queued.counters.total) == (MailingState.QUEUED, 55, 2)
    assert [shown.id for shown in await store.mailings.with_cards()] == [number]
    assert not await composer.english(ADMIN, number, Content("Late", "[]"))
