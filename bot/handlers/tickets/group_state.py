"""Telling what is missing in the lawyers' group: there, and in one line to the admins (A10)."""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.core.events import Event, event
from bot.core.tickets.group import HARMLESS, Missing
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.ui.screens import Screen, Words, send_to
from bot.texts import Safe

MENDED_THERE = (Missing.PUBLIC, Missing.NO_ADMIN, Missing.NO_TOPICS, Missing.NO_DELETING)
"""What the group's owner can give; of the rest the group cannot read."""


@dataclass(frozen=True)
class GroupNotices:
    """core.tickets.places.TellsOfGroup."""

    bot: Bot
    words: Words
    notices: AdminNotices

    async def group(self, chat: int, missing: frozenset[Missing]) -> None:
        """Tell the group itself."""
        if missing - set(MENDED_THERE):
            return
        try:
            await send_to(self.bot, chat, Screen(self._said(missing)))
        except (AiogramError, TimeoutError) as error:
            event(Event.GROUP_NOT_TOLD, kind=error)

    def _said(self, missing: frozenset[Missing]) -> str:
        if not missing:
            return self.words("ticket-group-well")
        lines = [self.words(f"ticket-group-{each}") for each in MENDED_THERE if each in missing]
        return self.words("ticket-group-missing", what=Safe("\n".join(lines)))

    async def admins(self, missing: frozenset[Missing]) -> bool:
        """Tell the admins, of the worst alone."""
        broken = [each for each in Missing if each in missing - HARMLESS]
        return await self.notices.tell(f"ticket-admins-{broken[0]}" if broken else "ticket-admins-well")
