"""⬇️ Everything that is stored about this chat, as two files: in words, and the same for programs (P13)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from aiogram import Bot, Router
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup

from bot.core.clock import Clock
from bot.core.seminars.seminars import Seminars
from bot.core.subscribers.message_log import RecentMessages
from bot.core.subscribers.personal_data import KnownOfChat, PersonalData
from bot.handlers.admin.access import Admins
from bot.handlers.subscribers.clear_chat import MessageNumber, delete_messages
from bot.handlers.subscribers.export_words import DataWords
from bot.handlers.ui.callbacks import Spoken
from bot.handlers.ui.screens import Words

FILE_NAMES = ("data.json", "data.txt")
"""Neutral: other people may see the list of downloads on the phone."""


class GetMyData(Spoken, prefix="myd"):
    """Send the files."""


class RemoveFiles(Spoken, prefix="rmf"):
    """Delete the message with the button, and the one before it, from the chat; older messages came alone."""

    before: MessageNumber | None = None


@dataclass(frozen=True)
class DataExport:
    """Writes down what is known of a chat: the stored rows, and what is in memory until a restart."""

    personal_data: PersonalData
    seminars: Seminars
    recent: RecentMessages
    admins: Admins
    clock: Clock

    async def __call__(self, chat: int, words: Words) -> tuple[bytes, bytes]:
        """Return everything about a chat as JSON and in words, both in UTF-8."""
        stored = await self.personal_data.of(chat)
        day, messages = self.clock.now().date(), self.recent.of(chat)
        known = KnownOfChat(day, stored, chat in self.admins.ids, words.locale, messages)
        return as_json(known).encode(), DataWords(words, await self._titles(known, words))(known).encode()

    async def _titles(self, known: KnownOfChat, words: Words) -> Mapping[int, str]:
        """Return the titles of the seminars that are named."""
        numbers = {int(str(row["seminar"])) for rows in known.stored.values() for row in rows if row.get("seminar")}
        found = [await self.seminars.get(number) for number in sorted(numbers)]
        return {seminar.id: seminar.title(words.locale) for seminar in found if seminar}


def as_json(known: KnownOfChat) -> str:
    """Return the document for programs, with the names of the database."""
    document = {
        "day": known.day.isoformat(),
        "stored": known.stored,
        "in_settings": {"administrator": known.administrator},
        "in_memory": {"language": known.language.value, "messages": known.messages},
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def router() -> Router:
    """Return the routes of the files."""
    routes = Router(name="my_data")
    routes.callback_query.register(send_my_data, GetMyData.filter())
    routes.callback_query.register(remove_files, RemoveFiles.filter())
    return routes


async def send_my_data(query: CallbackQuery, words: Words, data_export: DataExport, bot: Bot) -> None:
    """The files, in messages of their own; the button under the second, which is for people, deletes both."""
    chat = query.from_user.id
    data = await data_export(chat, words)
    await query.answer()
    for_programs, in_words = (BufferedInputFile(part, name) for part, name in zip(data, FILE_NAMES, strict=True))
    before = await bot.send_document(chat, for_programs, caption=words("privacy-data-programs"))
    remove = words.button("refusals-remove", RemoveFiles(lang=words.locale, before=before.message_id))
    markup = InlineKeyboardMarkup(inline_keyboard=[[remove]])
    await bot.send_document(chat, in_words, caption=words("privacy-data-caption"), reply_markup=markup)


async def remove_files(query: CallbackQuery, callback_data: RemoveFiles, words: Words, bot: Bot) -> None:
    """Delete both messages, or say that they are too old to be deleted."""
    numbers = [callback_data.before, query.message.message_id if query.message else None]
    done = await delete_messages(bot, query.from_user.id, [number for number in numbers if number is not None])
    await query.answer(words.plain("privacy-data-removed" if done else "privacy-data-too-old"))
