"""The sentences the inbox itself sends: too many messages, or no answer in time."""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.types import Chat

from bot.core.faq.library import Library
from bot.core.subscribers.languages import Languages
from bot.core.tickets.group import LawyersGroup
from bot.handlers.ui.menu import FIRST_STEPS, menu_below
from bot.handlers.ui.screens import Words, send_to
from bot.texts import Texts


@dataclass(frozen=True)
class MenuNotice:
    """One sentence with the menu, in the language of the chat."""

    texts: Texts
    library: Library
    languages: Languages
    key: str
    lawyers: LawyersGroup

    async def __call__(self, bot: Bot, chat: Chat) -> None:
        """Send it."""
        locale = await self.languages.of(chat.id, None, None)
        first_steps = self.library.tree.age_of(FIRST_STEPS)
        subscribed, lawyers = self.languages.subscribed(chat.id), self.lawyers.set_up
        words = Words(self.texts, locale, subscribed, first_steps=first_steps, lawyers=lawyers)
        screen = menu_below(words, words(self.key))
        await send_to(bot, chat.id, screen)
