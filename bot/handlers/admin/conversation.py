"""The filter for an admin's message that continues an unfinished conversation; a command never does."""

from typing import Any

from aiogram.filters import BaseFilter
from aiogram.types import Message

from bot.core.clock import Clock
from bot.core.mailings.conversations import Conversation, Conversations, Flow
from bot.core.telegram_time import TelegramTime
from bot.handlers.admin.access import Admins


class HasConversation(BaseFilter):
    """A message of an admin who has an unfinished conversation; handlers get it as ``conversation``."""

    async def __call__(
        self, message: Message, admin: int, conversations: Conversations, clock: Clock
    ) -> bool | dict[str, Any]:
        """Return whether it is one."""
        conversation = await conversations.get(admin, clock.now())
        return {"conversation": conversation} if _of_desk(conversation) else False


class InConversation(BaseFilter):
    """A message that belongs to the sender's conversation of a flow, at any step or at one."""

    def __init__(self, flow: Flow, step: str | None = None, *, relayed: bool = False) -> None:
        """Take the flow, the step when only one is meant, and whether a forwarded message is content too (A2)."""
        self._flow = flow
        self._step = step
        self._relayed = relayed

    async def __call__(
        self,
        message: Message,
        admins: Admins,
        telegram_time: TelegramTime,
        conversations: Conversations,
        clock: Clock,
    ) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the ``conversation`` and the admin's chat as ``admin``."""
        own = admins.wrote(message) and message.edit_date is None if self._relayed else admins.listed(message)
        if not own or not telegram_time.fresh(message.date) or _is_command(message):
            return False
        found = await conversations.get(message.chat.id, clock.now())
        if found is None or found.flow is not self._flow or self._step not in (None, found.awaits):
            return False
        return {"admin": message.chat.id, "conversation": found}


class BesideConversation(BaseFilter):
    """A message of an admin whose conversation is open, that may not go into it: a forwarded or an edited one (R11)."""

    async def __call__(
        self, message: Message, admins: Admins, conversations: Conversations, clock: Clock
    ) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the ``conversation`` and the admin's chat as ``admin``."""
        if not admins.wrote(message) or admins.listed(message):
            return False
        found = await conversations.get(message.chat.id, clock.now())
        return {"admin": message.chat.id, "conversation": found} if _of_desk(found) else False


class AfterConversation(BaseFilter):
    """A message, no command, of an admin whose conversation has expired: what it was meant for is no more."""

    async def __call__(
        self,
        message: Message,
        admins: Admins,
        telegram_time: TelegramTime,
        conversations: Conversations,
        clock: Clock,
    ) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the ``conversation`` and the admin's chat as ``admin``."""
        if not admins.wrote(message) or not telegram_time.fresh(message.date) or _is_command(message):
            return False
        found = await conversations.expired(message.chat.id, clock.now())
        return {"admin": message.chat.id, "conversation": found} if _of_desk(found) else False


def _of_desk(found: Conversation | None) -> bool:
    """Return whether a conversation is an admin's work: a question of an admin's own to the lawyers is not."""
    return found is not None and found.flow is not Flow.ASK


def _is_command(message: Message) -> bool:
    return (message.text or message.caption or "").startswith("/")
