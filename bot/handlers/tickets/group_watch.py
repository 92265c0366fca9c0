"""Notices what Telegram tells of the lawyers' group itself: the bot's place in it, and its upgrade (A10).

Nothing is looked up here: that is a tick's, since nobody waits for an answer.
"""

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.types import ChatMemberUpdated, Message

from bot.core.tickets.group import LawyersGroup


class OfLawyersGroup(BaseFilter):
    """Something about the lawyers' group."""

    async def __call__(self, event: Message | ChatMemberUpdated, lawyers_group: LawyersGroup) -> bool:
        """Return whether it is."""
        return lawyers_group.chat is not None and event.chat.id == lawyers_group.chat


def router() -> Router:
    """Return the routes."""
    made = Router(name="group_watch")
    made.my_chat_member.register(notice_place, OfLawyersGroup())
    made.message.register(notice_upgrade, F.migrate_to_chat_id, OfLawyersGroup())
    return made


async def notice_place(_change: ChatMemberUpdated, lawyers_group: LawyersGroup) -> None:
    """The bot was added, removed, promoted or demoted."""
    lawyers_group.changed = True


async def notice_upgrade(message: Message, lawyers_group: LawyersGroup) -> None:
    """The group goes on under another id."""
    lawyers_group.moved_to, lawyers_group.changed = message.migrate_to_chat_id, True
