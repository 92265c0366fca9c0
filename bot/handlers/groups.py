"""Groups: one sentence and the way into the private chat; nothing else is said there, and nobody is stored (P16).

Stands before every other router, so that no screen of theirs can be drawn where others look on.
"""

import re

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import JOIN_TRANSITION, BaseFilter, ChatMemberUpdatedFilter
from aiogram.types import ChatMemberUpdated, Message

from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Screen, Words

GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}
ADDRESSED = re.compile(r"/\w{1,32}@(\w+)(?!\S)", re.ASCII)


class CommandToBot(BaseFilter):
    """A command that names this bot, as in ``/faq@the_bot``."""

    async def __call__(self, message: Message, presentation: Presentation) -> bool:
        """Return whether it is one."""
        found = ADDRESSED.match(message.text or "")
        return found is not None and found[1].lower() == presentation.username.lower()


def group_screen(words: Words, username: str) -> Screen:
    """Draw the sentence, which gives nobody away."""
    link = words.link("groups-open", f"https://t.me/{username}")
    return Screen(words("groups-private-only"), ((link,),))


def router() -> Router:
    """Return the routes of groups."""
    routes = Router(name="groups")
    routes.my_chat_member.register(show_the_way, F.chat.type.in_(GROUPS), ChatMemberUpdatedFilter(JOIN_TRANSITION))
    routes.my_chat_member.register(stay_silent, F.chat.type != ChatType.PRIVATE)
    routes.message.register(show_the_way, F.chat.type.in_(GROUPS), CommandToBot())
    routes.message.register(stay_silent, F.chat.type != ChatType.PRIVATE)
    return routes


async def show_the_way(event: Message | ChatMemberUpdated, words: Words, presentation: Presentation) -> None:
    """Let in, or called by name."""
    screen = group_screen(words, presentation.username)
    await event.answer(**screen.fields())


async def stay_silent(_event: Message | ChatMemberUpdated) -> None:
    """Whatever else happens in a group is not for the bot."""
