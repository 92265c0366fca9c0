"""Exceptions meet people here: a calm sentence for whoever waits, the type for the log, nothing else for anybody."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from aiogram import Dispatcher, Router
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramForbiddenError
from aiogram.methods import AnswerCallbackQuery, SendMessage, TelegramMethod
from aiogram.types import CallbackQuery, Chat, ChatMemberMember, ChatMemberUpdated, Message, Update

from bot.core.locales import Locale
from bot.core.subscribers.languages import Languages
from bot.core.subscribers.subscribers import Erased, Subscriber
from bot.core.updates import AlreadyApplied, Incoming, current
from bot.handlers import errors
from tests.handlers.drawn import catalogues, words
from tests.handlers.made import CHAT, NOON, Wire, bot_on, message, person, tap

CANARY = "canary 4200000017"


@dataclass
class NoRows:
    """A storage without people."""

    async def get(self, chat: int) -> Subscriber | None:
        return None

    async def add(self, subscriber: Subscriber) -> bool:
        return True

    async def change(self, subscriber: Subscriber) -> bool:
        return False

    async def erase(self, chat: int, *, keep_questions: bool = False) -> Erased | None:
        return None

    async def count(self) -> dict[Locale, int]:
        return {}


def raising(exception: Exception) -> Router:
    """Routes that raise whatever comes."""
    routes = Router()

    async def fail(_event: CallbackQuery | Message | ChatMemberUpdated) -> None:
        raise exception

    routes.callback_query.register(fail)
    routes.message.register(fail)
    routes.my_chat_member.register(fail)
    return routes


async def feed(
    exception: Exception, update: Update, wire: Wire, locale: Locale | None = Locale.EN, default: Locale = Locale.RU
) -> list[TelegramMethod[Any]]:
    """What the bot calls when handling the update raises."""
    dispatcher = Dispatcher(texts=catalogues(), languages=Languages(NoRows(), default))
    dispatcher.include_routers(raising(exception), errors.router())
    known = {} if locale is None else {"locale": locale, "words": words(locale)}
    await dispatcher.feed_update(bot_on(wire), update, **known)
    return wire.calls


def tapped(language_code: str | None = "en") -> Update:
    return Update(update_id=1, callback_query=tap("go:en:0:menu", language_code))


def written() -> Update:
    return Update(update_id=1, message=message("/stop"))


@pytest.mark.parametrize("update", ["tap", "message"])
async def test_what_is_left_to_another_instance_is_answered_by_that_one(
    update: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Told to try again, a person would order a second time what the first order is about to do."""
    incoming = Incoming(1)
    incoming.abandon()
    before = current.set(incoming)
    try:
        assert await feed(RuntimeError(CANARY), tapped() if update == "tap" else written(), Wire()) == []
    finally:
        current.reset(before)
    assert "handler_failed" in caplog.text and CANARY not in caplog.text


@pytest.mark.parametrize(
    ("exception", "key"), [(AlreadyApplied(), "already-done"), (RuntimeError(CANARY), "try-later")]
)
async def test_a_tap_is_answered_so_that_it_does_not_spin(exception: Exception, key: str) -> None:
    (call,) = await feed(exception, tapped(), Wire())

    assert isinstance(call, AnswerCallbackQuery)
    assert call.text == words(Locale.EN).plain(key)


@pytest.mark.parametrize(
    ("exception", "key"), [(AlreadyApplied(), "already-done"), (RuntimeError(CANARY), "try-later")]
)
async def test_a_message_is_answered_with_the_menu(exception: Exception, key: str) -> None:
    (call,) = await feed(exception, written(), Wire())

    assert isinstance(call, SendMessage)
    assert call.text == words(Locale.EN)(key)
    assert call.reply_markup is not None


@pytest.mark.parametrize(
    ("code", "default", "spoken"),
    [("uk", Locale.EN, Locale.RU), ("de", Locale.RU, Locale.EN), (None, Locale.RU, Locale.RU)],
)
async def test_the_language_is_guessed_when_it_failed_before_it_was_known(
    code: str | None, default: Locale, spoken: Locale
) -> None:
    (call,) = await feed(RuntimeError(), tapped(code), Wire(), None, default)

    assert isinstance(call, AnswerCallbackQuery)
    assert call.text == words(spoken).plain("try-later")


async def test_an_update_nobody_waits_for_fails_on_so_that_it_is_tried_again() -> None:
    member = ChatMemberMember(user=person())
    change = ChatMemberUpdated(
        chat=Chat(id=CHAT, type=ChatType.PRIVATE),
        from_user=person(),
        date=NOON,
        old_chat_member=member,
        new_chat_member=member,
    )
    wire = Wire()
    with pytest.raises(RuntimeError, match="canary"):
        await feed(RuntimeError(CANARY), Update(update_id=1, my_chat_member=change), wire)

    assert wire.calls == []


@pytest.mark.parametrize("make", [tapped, written])
async def test_a_refused_apology_is_the_end_of_it(make: Callable[[], Update]) -> None:
    wire = Wire(lambda method: TelegramForbiddenError(method, "Forbidden: bot was blocked by the user"))

    assert len(await feed(RuntimeError(CANARY), make(), wire)) == 1


@pytest.mark.parametrize("make", [tapped, written])
async def test_who_blocked_the_bot_meanwhile_is_no_error(
    make: Callable[[], Update], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot.handlers")
    method = SendMessage(chat_id=CHAT, text="x")
    calls = await feed(TelegramForbiddenError(method, "Forbidden: bot was blocked by the user"), make(), Wire())

    assert calls == []
    ours = [(record.levelname, record.getMessage()) for record in caplog.records if record.name == "bot.handlers"]
    assert ours == [("INFO", "person_gone")]


@pytest.mark.parametrize("make", [tapped, written])
async def test_the_log_has_the_type_and_nothing_else(
    make: Callable[[], Update], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot.handlers")
    await feed(ValueError(CANARY), make(), Wire())

    ours = [record for record in caplog.records if record.name == "bot.handlers"]
    assert [record.getMessage() for record in ours] == ["handler_failed kind=ValueError"]
    assert all(record.exc_info is None for record in ours)
    assert "anary" not in caplog.text
    assert str(CHAT) not in caplog.text
