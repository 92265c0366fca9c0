"""Who may work in the lawyers' group: its members who are people, or those of them who are listed (A10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Chat, Message

from bot.core.drawn_cards import DrawnCards
from bot.core.tickets.group import Lawyers, LawyersGroup
from bot.handlers.admin.access import ordered


@dataclass(frozen=True)
class MayAnswer:
    """Whose answers are sent. ``listed`` are the ids of reviewers."""

    lawyers: Lawyers = Lawyers.GROUP
    listed: frozenset[int] = frozenset()

    def __call__(self, person: int | None) -> bool:
        """Return whether this person may answer; None is an admin who writes in the group's name."""
        return self.lawyers is Lawyers.GROUP or person in self.listed


def among_lawyers(data: Mapping[str, Any]) -> bool:
    """Return whether an update comes from the lawyers' group; ``data`` is what a middleware is given."""
    chat: Chat | None = data.get("event_chat")
    group: LawyersGroup | None = data.get("lawyers_group")
    return chat is not None and group is not None and chat.id == group.chat


class InLawyersGroup(BaseFilter):
    """A message or tap in the lawyers' group."""

    async def __call__(self, event: Message | CallbackQuery, lawyers_group: LawyersGroup) -> bool:
        """Return whether it is one."""
        message = event if isinstance(event, Message) else event.message
        return message is not None and lawyers_group.chat is not None and message.chat.id == lawyers_group.chat


class FromLawyer(BaseFilter):
    """A message of a person: no bot, no channel. An admin may write in the group's own name."""

    async def __call__(self, message: Message) -> bool:
        """Return whether it is one."""
        in_groups_name = message.sender_chat is not None and message.sender_chat.id == message.chat.id
        return in_groups_name or (writer_of(message) is not None and message.sender_chat is None)


class TappedByLawyer(BaseFilter):
    """A tap of a person. In a public group people tap who are no members: nothing is obeyed there."""

    async def __call__(self, query: CallbackQuery) -> bool:
        """Return whether it is one."""
        return query.message is not None and not query.from_user.is_bot and query.message.chat.username is None


class OrderedByLawyer(TappedByLawyer):
    """A tap that changes something; a late one goes on to the next route, which draws the card anew (R15)."""

    async def __call__(self, query: CallbackQuery, drawn_cards: DrawnCards) -> bool:  # type: ignore[override]  # a filter asks for what it needs by name
        """Return whether it is one."""
        return ordered(query, drawn_cards) and await super().__call__(query)


def writer_of(message: Message) -> int | None:
    """Return the person who wrote a message; None for bots, and for an admin who writes in the group's name."""
    user = message.from_user
    return user.id if user is not None and not user.is_bot and message.sender_chat is None else None
