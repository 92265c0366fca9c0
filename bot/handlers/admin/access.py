"""Who may give orders, and how: fresh, own, private messages and taps of a listed id (R11, R15)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aiogram.enums import ChatType
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.core.drawn_cards import DrawnCards
from bot.core.telegram_time import TelegramTime


@dataclass(frozen=True)
class Admins:
    """The listed ids."""

    ids: frozenset[int]

    def wrote(self, message: Message) -> bool:
        """Return whether a listed person wrote, forwarded or edited the message in the private chat with the bot."""
        user = message.from_user
        own = user is not None and user.id in self.ids and message.chat.id == user.id
        borrowed = message.via_bot or message.sender_chat or message.sender_business_bot
        return own and message.chat.type == ChatType.PRIVATE and borrowed is None

    def listed(self, message: Message) -> bool:
        """Return whether a listed person typed the message there: no forward, no edit. Only such a one is an order."""
        return self.wrote(message) and message.forward_origin is None and message.edit_date is None


class FromAdmin(BaseFilter):
    """A message that can be an order."""

    def __init__(self, *, only_stops: bool = False) -> None:
        """Say whether the order can do no more than stop or take back: such a one is obeyed however late."""
        self._only_stops = only_stops

    async def __call__(self, message: Message, admins: Admins, telegram_time: TelegramTime) -> bool | dict[str, Any]:
        """Return whether it is one that is young enough; handlers get the admin's chat as ``admin``."""
        if not admins.listed(message) or not (self._only_stops or telegram_time.fresh(message.date)):
            return False
        return {"admin": message.chat.id}


class FromAdminTooLate(BaseFilter):
    """An admin's message that waited too long to be obeyed."""

    async def __call__(self, message: Message, admins: Admins, telegram_time: TelegramTime) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the admin's chat as ``admin``."""
        if not admins.listed(message) or telegram_time.fresh(message.date):
            return False
        return {"admin": message.chat.id}


class TappedByAdmin(BaseFilter):
    """A button tapped by an admin in the private chat with the bot, however late: it shows, stops or takes back."""

    async def __call__(self, query: CallbackQuery, admins: Admins) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the admin's chat as ``admin``."""
        message = query.message
        if query.from_user.id not in admins.ids or message is None or message.chat.id != query.from_user.id:
            return False
        return {"admin": query.from_user.id}


class OrderedByAdmin(BaseFilter):
    """A tap of an admin that starts or changes something.

    A late one goes on to the next route, which draws the card anew.
    """

    def __init__(self) -> None:
        """Build on the filter of any tap."""
        self._tapped = TappedByAdmin()

    async def __call__(self, query: CallbackQuery, admins: Admins, drawn_cards: DrawnCards) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the admin's chat as ``admin``."""
        return await self._tapped(query, admins) if ordered(query, drawn_cards) else False


def ordered(query: CallbackQuery, drawn_cards: DrawnCards) -> bool:
    """Return whether a tap is surely a young one (R15); a message that can no longer be read shows no age."""
    message = query.message
    if not isinstance(message, Message):
        return False
    return drawn_cards.ordered(message.chat.id, message.message_id, version(message))


def version(message: Message) -> datetime:
    """Return when a message was drawn as it is now."""
    return datetime.fromtimestamp(message.edit_date, UTC) if message.edit_date else message.date
