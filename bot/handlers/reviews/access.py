"""Filters: who may mark an answer as checked, and who may see the reviewers' desk (A12, R11)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.core.clock import Clock
from bot.core.updates import current
from bot.handlers.admin.access import ORDER_MAX_AGE, Admins


@dataclass(frozen=True)
class Reviewers:
    """The listed ids, each with the name that is shown to everybody."""

    names: Mapping[int, str] = field(default_factory=dict)


class FromReviewer(BaseFilter):
    """A fresh, own, private message of a reviewer, who need not be an admin."""

    async def __call__(self, message: Message, reviewers: Reviewers, clock: Clock) -> bool:
        """Return whether it is one."""
        listed = Admins(frozenset(reviewers.names)).listed(message)
        return listed and clock.now() - message.date <= ORDER_MAX_AGE


class TappedAtDesk(BaseFilter):
    """A fresh tap of an admin or reviewer in the private chat with the bot."""

    def __init__(self, *, reviewers_only: bool = False) -> None:
        """``reviewers_only`` refuses admins who are no reviewers."""
        self._reviewers_only = reviewers_only

    async def __call__(self, query: CallbackQuery, admins: Admins, reviewers: Reviewers) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the public name as ``reviewer``, empty for who is none."""
        message, incoming, person = query.message, current.get(), query.from_user.id
        if message is None or message.chat.id != person or (incoming is not None and incoming.stale):
            return False
        name = reviewers.names.get(person, "")
        if not name and (self._reviewers_only or person not in admins.ids):
            return False
        return {"reviewer": name}
