"""Filters: who may mark an answer as checked, and who may see the reviewers' desk (A12, R11)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.core.drawn_cards import DrawnCards
from bot.core.telegram_time import TelegramTime
from bot.handlers.admin.access import Admins, ordered


@dataclass(frozen=True)
class Reviewers:
    """The listed ids, each with the name that is shown to everybody."""

    names: Mapping[int, str] = field(default_factory=dict)


class FromReviewer(BaseFilter):
    """A fresh, own, private message of a reviewer, who need not be an admin."""

    async def __call__(self, message: Message, reviewers: Reviewers, telegram_time: TelegramTime) -> bool:
        """Return whether it is one."""
        return Admins(frozenset(reviewers.names)).listed(message) and telegram_time.fresh(message.date)


class TappedAtDesk(BaseFilter):
    """A tap of an admin or reviewer in the private chat with the bot; it may only show something, however late."""

    def __init__(self, *, reviewers_only: bool = False) -> None:
        """``reviewers_only`` refuses admins who are no reviewers."""
        self._reviewers_only = reviewers_only

    async def __call__(self, query: CallbackQuery, admins: Admins, reviewers: Reviewers) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the public name as ``reviewer``, empty for who is none."""
        message, person = query.message, query.from_user.id
        if message is None or message.chat.id != person:
            return False
        name = reviewers.names.get(person, "")
        if not name and (self._reviewers_only or person not in admins.ids):
            return False
        return {"reviewer": name}


class OrderedByReviewer(BaseFilter):
    """A tap of a reviewer that changes something; a late one goes on to the next route, which draws the card anew."""

    def __init__(self) -> None:
        """Build on the filter of any tap of theirs."""
        self._tapped = TappedAtDesk(reviewers_only=True)

    async def __call__(
        self, query: CallbackQuery, admins: Admins, reviewers: Reviewers, drawn_cards: DrawnCards
    ) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the public name as ``reviewer``."""
        return await self._tapped(query, admins, reviewers) if ordered(query, drawn_cards) else False
