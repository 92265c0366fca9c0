"""⬇️ Everything that is stored about this chat, as a file (P13)."""

import json
from dataclasses import dataclass

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
"""Neutral: other people may see the list of downloads on the phone."""


class GetMyData(Spoken, prefix="myd"):
    """Send the file."""


class RemoveFile(Spoken, prefix="rmf"):
    """Delete the message with the file from the chat."""


@dataclass(frozen=True)
class DataExport:
    """Writes the document: the stored rows, and what is in memory until a restart."""

    personal_data: PersonalData
    recent: RecentMessages
    admins: Admins
    clock: Clock

    async def __call__(self, chat: int, words: Words) -> bytes:
        """Return everything about a chat as JSON in UTF-8."""
        document = {
            "day": self.clock.now().date().isoformat(),
            "stored": await self.personal_data.of(chat),
            "in_settings": {"administrator": chat in self.admins.ids},
            "in_memory": {"language": words.locale.value, "messages": self.recent.of(chat)},
        }
        return json.dumps(document, ensure_ascii=False, indent=1).encode()


def router() -> Router:
    """Return the routes of the file."""
    routes = Router(name="my_data")
    routes.callback_query.register(send_my_data, GetMyData.filter())
    routes.callback_query.register(remove_file, RemoveFile.filter())
    return routes


async def send_my_data(query: CallbackQuery, words: Words, data_export: DataExport, bot: Bot) -> None:
    """The file, in a message of its own, with a button that deletes the message."""
    data = await data_export(query.from_user.id, words)
    remove = words.button("refusals-remove", RemoveFile(lang=words.locale))
    markup = InlineKeyboardMarkup(inline_keyboard=[[remove]])
    await query.answer()
    file = BufferedInputFile(data, FILE_NAME)
    await bot.send_document(query.from_user.id, file, caption=words("privacy-data-caption"), reply_markup=markup)


async def remove_file(query: CallbackQuery, words: Words, bot: Bot) -> None:
    """Delete the message with the file, or say that it is too old to be deleted."""
    numbers = [query.message.message_id] if query.message else []
    done = await delete_messages(bot, query.from_user.id, numbers)
    await query.answer(words.plain("privacy-data-removed" if done else "privacy-data-too-old"))
