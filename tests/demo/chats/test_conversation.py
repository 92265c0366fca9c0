"""A small bot on aiogram's own polling talks with a person, over HTTP and in process."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.filters import Command
from aiogram.types import CallbackQuery, ChatMemberUpdated, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram
from tests.demo.conftest import until

MENU = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="📅 Семинары", callback_data="seminars")]])


class Script:
    """The handlers of the small bot, and what they recorded."""

    def __init__(self) -> None:
        self.left: list[int] = []

    async def start(self, message: Message) -> None:
        await message.answer("<b>Меню</b>", reply_markup=MENU)

    async def seminars(self, query: CallbackQuery) -> None:
        await query.answer("Открываю")
        assert isinstance(query.message, Message)
        await query.message.edit_text("Пока пусто")

    async def echo(self, message: Message) -> None:
        await message.reply(f"Вы написали: {message.html_text}")

    async def moved(self, change: ChatMemberUpdated) -> None:
        self.left.append(change.chat.id)


@pytest.fixture
async def script(bot: Bot) -> AsyncIterator[Script]:
    script, dispatcher = Script(), Dispatcher()
    dispatcher.message.register(script.start, Command("start"))
    dispatcher.message.register(script.echo, F.text)
    dispatcher.callback_query.register(script.seminars, F.data == "seminars")
    dispatcher.my_chat_member.register(script.moved)
    async with asyncio.TaskGroup() as group:
        group.create_task(dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False))
        yield script
        await dispatcher.stop_polling()


async def test_menu_tap_and_edit(script: Script, anna: Person) -> None:
    await until(lambda: len(anna.messages) == 2)
    assert anna.messages[-1]["entities"] == [{"type": "bold", "offset": 0, "length": 4}]
    anna.press("Семинары")
    await until(lambda: anna.messages[-1]["text"] == "Пока пусто")
    assert [toast["text"] for toast in anna.toasts] == ["Открываю"]
    with pytest.raises(LookupError):
        anna.press("Семинары")


async def test_formatting_survives_the_way_there_and_back(script: Script, anna: Person) -> None:
    anna.sends("a < b 😀 жирно", entities=[{"type": "bold", "offset": 9, "length": 5}])
    await until(lambda: len(anna.messages) == 4)
    answer = anna.messages[-1]
    assert answer["text"] == "Вы написали: a < b 😀 жирно"
    assert answer["entities"] == [{"type": "bold", "offset": 22, "length": 5}]
    assert answer["reply_to_message"]["text"] == "a < b 😀 жирно"


async def test_leaving_is_noticed(script: Script, anna: Person, telegram: Telegram) -> None:
    await until(lambda: len(anna.messages) == 2)
    anna.blocks()
    await until(lambda: script.left == [7])
    assert telegram.ledger.refused() == []
