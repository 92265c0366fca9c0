"""Over HTTP and in process the same calls give the same answers and the same exceptions."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError
from aiogram.methods import SendMessage
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReactionTypeEmoji,
    ReplyParameters,
)
from aiohttp.test_utils import TestServer

from bot.demo.chats.person import Person
from bot.demo.doors.http import bot_api
from bot.demo.doors.in_process import InProcessSession
from bot.demo.ledger import Entry
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from tests.demo.conftest import Clock

Call = Callable[[Bot], Awaitable[Any]]
MARKUP = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text="a", callback_data="b"), InlineKeyboardButton(text="c", url="https://x.org")]
    ]
)
FILE = BufferedInputFile("содержимое".encode(), "файл.txt")

CALLS: dict[str, Call] = {
    "text": lambda bot: bot.send_message(7, "<b>x</b> & y", reply_markup=MARKUP, disable_notification=True),
    "numeric text": lambda bot: bot.send_message(7, "123"),
    "text like json": lambda bot: bot.send_message(7, '{"a": [1, null]}', parse_mode=None),
    "unicode": lambda bot: bot.send_message(7, "я😀\u2028\u202e\x00"),
    "entities": lambda bot: bot.send_message(
        7, "x", parse_mode=None, entities=[MessageEntity(type="text_link", offset=0, length=1, url="x.org")]
    ),
    "preview": lambda bot: bot.send_message(7, "x.org", link_preview_options=LinkPreviewOptions(is_disabled=True)),
    "reply": lambda bot: bot.send_message(7, "x", reply_parameters=ReplyParameters(message_id=1)),
    "chat as text": lambda bot: bot.send_message("7", "x"),
    "document": lambda bot: bot.send_document(7, FILE, caption="<i>y</i>"),
    "copy": lambda bot: bot.copy_message(7, 7, 1),
    "edit": lambda bot: bot.edit_message_text("y", chat_id=7, message_id=2),
    "commands": lambda bot: bot.set_my_commands([BotCommand(command="a", description="b")], language_code="ru"),
    "read commands": lambda bot: bot.get_my_commands(),
    "chat": lambda bot: bot.get_chat(7),
    "me": lambda bot: bot.get_me(),
    "webhook": lambda bot: bot.get_webhook_info(),
    "polling": lambda bot: bot.get_updates(allowed_updates=["message", "callback_query"]),
    "empty text": lambda bot: bot.send_message(7, ""),
    "long": lambda bot: bot.send_message(7, "x" * 5000),
    "markup": lambda bot: bot.send_message(7, "<b>"),
    "no chat": lambda bot: bot.send_message(0, "x"),
    "stranger": lambda bot: bot.send_message(8, "x"),
    "blocked": lambda bot: bot.send_message(9, "x"),
    "query": lambda bot: bot.answer_callback_query("1"),
    "scope": lambda bot: bot.set_my_commands([], scope=BotCommandScopeChat(chat_id=1)),
    "unserved": lambda bot: bot.send_dice(7),
    "foreign": lambda bot: bot.edit_message_text("y", chat_id=7, message_id=1),
    "topic": lambda bot: bot.create_forum_topic(-5, "x" * 129),
    "in a topic": lambda bot: bot.send_message(-5, "x", message_thread_id=77),
    "reaction": lambda bot: bot.set_message_reaction(7, 1, [ReactionTypeEmoji(emoji="👍")]),
    "no reaction": lambda bot: bot.set_message_reaction(7, 1, [ReactionTypeEmoji(emoji="x")]),
    "copies": lambda bot: bot.copy_messages(7, 7, [2, 1]),
    "administrators": lambda bot: bot.get_chat_administrators(-5),
    "hidden": lambda bot: bot.delete_message(7, 77),
}


async def outcome(call: Call, bot: Bot) -> object:
    """What a caller sees: the result without the parts that must differ, or the exception."""
    try:
        result = await call(bot)
    except TelegramAPIError as error:
        return type(error), error.message
    if isinstance(result, list):
        return [item.model_dump() for item in result]
    if not hasattr(result, "model_dump"):
        return result
    dumped = result.model_dump()
    dumped.pop("message_id", None)
    if dumped.get("document"):
        dumped["document"].pop("file_id")
    return dumped


@pytest.fixture
def people(telegram: Telegram, anna: Person) -> None:
    telegram.person(8, "Never started")
    telegram.group(-5, "Forum", forum=True).promotes_bot(anna.user)
    blocked = telegram.person(9, "Blocked")
    blocked.sends("/start")
    blocked.blocks()


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.usefixtures("people")
async def test_same_outcome(name: str, telegram: Telegram, clock: Clock, in_process: Bot, over_http: Bot) -> None:
    await in_process.send_message(7, "two")
    first = await outcome(CALLS[name], in_process)
    if name == "edit":
        await in_process.edit_message_text("two", chat_id=7, message_id=2)
    clock.advance(0.6)
    second = await outcome(CALLS[name], over_http)
    assert first == second
    one, *_, other = telegram.ledger.entries[1:]
    assert (one.method, one.status, one.description) == (other.method, other.status, other.description)
    assert written(one) == written(other)


def written(entry: Entry) -> dict[str, str]:
    """The parameters without the random names of uploads."""
    return {name: value for name, value in entry.params.items() if not str(value).startswith("attach://")}


async def test_another_token(telegram: Telegram, over_http: Bot) -> None:
    for session in (InProcessSession(telegram), over_http.session):
        bot = Bot("43:other", session=session)
        with pytest.raises(TelegramAPIError) as caught:
            await bot.get_me()
        assert (type(caught.value).__name__, caught.value.message) == ("TelegramUnauthorizedError", "Unauthorized")


@pytest.mark.parametrize("entrance", ["in_process", "over_http"])
async def test_an_answer_that_comes_too_late(entrance: str, clock: Clock) -> None:
    slow = Telegram(now=clock, sleep=clock.sleep, limits=Limits(after=(5, 5)))
    anna = slow.person(7, "A")
    anna.sends("/start")
    async with TestServer(bot_api(slow)) as server:
        api = TelegramAPIServer.from_base(str(server.make_url("")).rstrip("/"))
        session = InProcessSession(slow) if entrance == "in_process" else AiohttpSession(api=api)
        async with Bot(slow.token, session=session) as bot:
            with pytest.raises(TelegramNetworkError) as caught:
                await bot(SendMessage(chat_id=7, text="x"), request_timeout=0.2)  # type: ignore[arg-type]  # real time
        clock.advance(5)
    assert caught.value.message == "Request timeout error"
    assert anna.messages[-1]["text"] == "x"
    assert len(slow.ledger.accepted("sendMessage")) == 1


async def test_waiting(clock: Clock) -> None:
    limited = Telegram(now=clock, limits=Limits(per_second=1))
    limited.person(7, "A").sends("/start")
    async with Bot(limited.token, session=InProcessSession(limited)) as bot:
        await bot.send_message(7, "x")
        with pytest.raises(TelegramAPIError) as caught:
            await bot.send_message(7, "x")
        assert type(caught.value).__name__ == "TelegramRetryAfter"
