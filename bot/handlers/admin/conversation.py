"""The filter for an admin's message that continues an unfinished conversation; a command never does."""

from typing import Any

from aiogram.filters import BaseFilter
from aiogram.types import Message

from bot.core.clock import Clock
from bot.core.mailings.conversations import Conversations, Flow
from bot.core.telegram_time import TelegramTime
from bot.handlers.admin.access import Admins, FromAdmin


class HasConversation(BaseFilter):
    """A message of an admin who has an unfinished conversation; handlers get it as ``conversation``."""

    async def __call__(
        self, message: Message, admin: int, conversations: Conversations, clock: Clock
    ) -> bool | dict[str, Any]:
        """Return whether it is one."""
        conversation = await conversations.get(admin, clock.now())
        return {"conversation": conversation} if conversation else False


class InConversation(BaseFilter):
    """A message that belongs to the sender's conversation of a flow, at any step or at one."""

    def __init__(self, flow: Flow, step: str | None = None) -> None:
        """Take the flow, and the step when only one of them is meant."""
        self._flow = flow
        self._step = step
        self._from_admin = FromAdmin()

    async def __call__(
        self,
        message: Message,
        admins: Admins,
        telegram_time: TelegramTime,
        conversations: Conversations,
        clock: Clock,
    ) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the ``conversation`` and the admin's chat as ``admin``."""
        given = await self._from_admin(message, admins, telegram_time)
        if not isinstance(given, dict) or (message.text or message.caption or "").startswith("/"):
            return False
        found = await conversations.get(message.chat.id, clock.now())
        if found is None or found.flow is not self._flow or self._step not in (None, found.step):
            return False
        return {**given, "conversation": found}


class ForwardedInto(BaseFilter):
    """A forwarded message of an admin whose conversation of a flow is open; no order may be forwarded (R11)."""

    def __init__(self, flow: Flow) -> None:
        """Take the flow."""
        self._flow = flow

    async def __call__(
        self, message: Message, admins: Admins, conversations: Conversations, clock: Clock
    ) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the ``conversation``."""
        if message.forward_origin is None or message.chat.id not in admins.ids:
            return False
        found = await conversations.get(message.chat.id, clock.now())
        return {"conversation": found} if found is not None and found.flow is self._flow else False
