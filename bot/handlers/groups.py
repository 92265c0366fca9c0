"""Groups get one sentence with a link to the private chat, nothing else, and nothing is stored (P16).

This router comes first, so that no other screen can be drawn where other members see it.
"""

import re

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import JOIN_TRANSITION, BaseFilter, ChatMemberUpdatedFilter
from aiogram.types import ChatMemberUpdated, Message

from bot.core.told_groups import ToldGroups
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Screen, Words

GROUP_TYPES = {ChatType.GROUP, ChatType.SUPERGROUP}
COMMAND_TO_A_BOT = re.compile(r"/\w{1,32}@(\w+)[^\w\s]*(?!\S)", re.ASCII)


class CommandToBot(BaseFilter):
    """A command that names this bot, as in ``/faq@the_bot``."""

    async def __call__(self, message: Message, presentation: Presentation) -> bool:
        """Return whether it is one."""
        found = COMMAND_TO_A_BOT.match(message.text or "")
        return found is not None and found[1].lower() == presentation.username.lower()


class NotToldLately(BaseFilter):
    """A group in which the sentence does not stand right above."""

    async def __call__(self, event: Message | ChatMemberUpdated, told_groups: ToldGroups) -> bool:
        """Return whether it is one; from now on it is told."""
        return told_groups.first(event.chat.id)


class LetIn(BaseFilter):
    """The bot was added: that is always told, also soon after it was removed."""

    async def __call__(self, event: ChatMemberUpdated, told_groups: ToldGroups) -> bool:
        """Return True; from now on the group is told."""
        told_groups.first(event.chat.id)
        return True


def group_screen(words: Words, username: str) -> Screen:
    """Draw the sentence; it names no person and no subject."""
    link = words.link("groups-open", f"https://t.me/{username}")
    return Screen(words("groups-private-only"), ((link,),))


def router() -> Router:
    """Return the routes of groups."""
    routes = Router(name="groups")
    let_in = ChatMemberUpdatedFilter(JOIN_TRANSITION)
    routes.my_chat_member.register(send_link, F.chat.type.in_(GROUP_TYPES), let_in, LetIn())
    routes.my_chat_member.register(ignore, F.chat.type != ChatType.PRIVATE)
    routes.message.register(send_link, F.chat.type.in_(GROUP_TYPES), CommandToBot(), NotToldLately())
    routes.message.register(ignore, F.chat.type != ChatType.PRIVATE)
    return routes


async def send_link(event: Message | ChatMemberUpdated, words: Words, presentation: Presentation) -> None:
    """The bot was added to a group, or a command there names it."""
    screen = group_screen(words, presentation.username)
    await event.answer(**screen.fields())


async def ignore(_event: Message | ChatMemberUpdated) -> None:
    """Anything else in a group gets no answer."""
