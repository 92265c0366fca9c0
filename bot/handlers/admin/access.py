"""Whose messages and taps are orders: recent ones of a listed id in the private chat (R11)."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from aiogram.enums import ChatType
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.core.clock import Clock
from bot.core.updates import current

ORDER_MAX_AGE = timedelta(minutes=5)


@dataclass(frozen=True)
class Admins:
    """The listed ids."""

    ids: frozenset[int]

    def listed(self, message: Message) -> bool:
        """Return whether a listed person typed the message (no forward, no edit) in the private chat with the bot."""
        user = message.from_user
        own = user is not None and user.id in self.ids and message.chat.id == user.id
        relayed = message.forward_origin or message.via_bot or message.sender_chat or message.sender_business_bot
        return own and message.chat.type == ChatType.PRIVATE and relayed is None and message.edit_date is None


class FromAdmin(BaseFilter):
    """A message that can be an order."""

    async def __call__(self, message: Message, admins: Admins, clock: Clock) -> bool | dict[str, Any]:
        """Return whether it is recent enough; handlers get the admin's chat as ``admin``."""
        if not admins.listed(message) or clock.now() - message.date > ORDER_MAX_AGE:
            return False
        return {"admin": message.chat.id}


class FromAdminTooLate(BaseFilter):
    """An admin's message that waited too long to be obeyed."""

    async def __call__(self, message: Message, admins: Admins, clock: Clock) -> bool:
        """Return whether it is one."""
        return admins.listed(message) and clock.now() - message.date > ORDER_MAX_AGE


class TappedByAdmin(BaseFilter):
    """A button tapped by an admin in the private chat with the bot.

    A tap carries no date. One that came during a downtime is not obeyed (R11), unless it only stops something.
    """

    def __init__(self, *, only_stops: bool = False) -> None:
        """Say whether the tap can do no more than stop what is being sent."""
        self._only_stops = only_stops

    async def __call__(self, query: CallbackQuery, admins: Admins) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the admin's chat as ``admin``."""
        message, incoming = query.message, current.get()
        if incoming is not None and incoming.stale and not self._only_stops:
            return False
        if query.from_user.id not in admins.ids or message is None or message.chat.id != query.from_user.id:
            return False
        return {"admin": query.from_user.id}
