"""Telling one person who floods the bot, once, that it cannot keep up (design.md, "In: the inbox")."""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.types import Chat

from bot.core.languages import Languages
from bot.handlers.screens import Words
from bot.handlers.start import menu_below
from bot.texts import Texts


@dataclass(frozen=True)
class FloodNotice:
    """The inbox's ``on_flood``."""

    texts: Texts
    languages: Languages

    async def __call__(self, bot: Bot, chat: Chat) -> None:
        """Say it, in the language the chat reads."""
        words = Words(self.texts, await self.languages.of(chat.id, None, None))
        screen = menu_below(words, words("too-many"))
        await bot.send_message(chat.id, screen.text, reply_markup=screen.markup)
