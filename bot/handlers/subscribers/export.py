"""⬇️ Everything the bot knows of this chat, as a file (P13)."""

import json
from datetime import datetime

from aiogram import Bot, Router
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup

from bot.core.clock import Clock
from bot.core.subscribers.message_log import RecentMessages
from bot.core.subscribers.personal_data import PersonalData
from bot.handlers.admin.access import Admins
from bot.handlers.subscribers.clear_chat import delete_messages
from bot.handlers.ui.callbacks import Spoken
from bot.handlers.ui.screens import Words

FILE_NAME = "data.json"
"""Says nothing of what it is about to whoever looks through a phone's downloads."""


class GetMyData(Spoken, prefix="myd"):
    """Send the file."""


class RemoveFile(Spoken, prefix="rmf"):
    """Delete the message with the file from the chat."""


async def my_data(
    chat: int, words: Words, personal_data: PersonalData, recent: RecentMessages, admins: Admins, now: datetime
) -> bytes:
    """Return the document: the rows as they stand, and what a restart forgets."""
    document = {
        "day": now.date().isoformat(),
        "stored": await personal_data.of(chat),
        "in_settings": {"administrator": chat in admins.ids},
        "in_memory": {"language": words.locale.value, "messages": recent.of(chat)},
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def router() -> Router:
    """Return the routes of the file."""
    routes = Router(name="my-data")
    routes.callback_query.register(send_my_data, GetMyData.filter())
    routes.callback_query.register(remove_file, RemoveFile.filter())
    return routes


async def send_my_data(
    query: CallbackQuery,
    words: Words,
    personal_data: PersonalData,
    recent: RecentMessages,
    admins: Admins,
    clock: Clock,
    bot: Bot,
) -> None:
    """The file, in a message of its own, with the way to get rid of it."""
    data = await my_data(query.from_user.id, words, personal_data, recent, admins, clock.now())
    remove = words.button("refusals-remove", RemoveFile(lang=words.locale))
    markup = InlineKeyboardMarkup(inline_keyboard=[[remove]])
    await query.answer()
    file = BufferedInputFile(data, FILE_NAME)
    await bot.send_document(query.from_user.id, file, caption=words("privacy-data-caption"), reply_markup=markup)


async def remove_file(query: CallbackQuery, words: Words, bot: Bot) -> None:
    """Gone from the chat, or said that it is too old for that."""
    numbers = [query.message.message_id] if query.message else []
    done = await delete_messages(bot, query.from_user.id, numbers)
    await query.answer(words.plain("privacy-data-removed" if done else "privacy-data-too-old"))
