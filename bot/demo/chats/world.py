"""Everything the pretended Telegram remembers, in one place, so that methods and people act on the same facts."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.demo.calls import JsonObject, bad_request
from bot.demo.chats.files import Files
from bot.demo.chats.profile import Profile
from bot.demo.chats.updates import Updates
from bot.demo.queries import Queries

if TYPE_CHECKING:
    from bot.demo.chats.group import Group
    from bot.demo.chats.person import Person

Sleep = Callable[[float], Awaitable[None]]


@dataclass
class Stars:
    """What the bot has and has spent, in tenths of a Star, and how a paid message is refused without any."""

    tenths: int = 0
    spent: int = 0
    refusal: str = "BALANCE_TOO_LOW"

    def pay(self) -> None:
        """Take what one message costs: only those that were taken are charged for."""
        self.tenths -= 1
        self.spent += 1


@dataclass
class World:
    """The bot, its people and groups, what waits for it, and its clock (seconds)."""

    bot: JsonObject
    now: Callable[[], float]
    sleep: Sleep = asyncio.sleep
    updates: Updates = field(init=False)
    people: dict[int, "Person"] = field(default_factory=dict)
    groups: dict[int, "Group"] = field(default_factory=dict)
    files: Files = field(default_factory=Files)
    queries: Queries = field(default_factory=Queries)
    profile: Profile = field(default_factory=Profile)
    webhook: JsonObject = field(default_factory=dict)
    stars: Stars = field(default_factory=Stars)

    def __post_init__(self) -> None:
        self.updates = Updates(self.now, self.sleep)

    def room(self, chat_id: object) -> "Person | Group":
        """The chat with this id, or Telegram's refusal."""
        if chat_id is None or chat_id == "":
            raise bad_request("chat_id is empty")
        if isinstance(chat_id, int):
            room = self.people.get(chat_id) or self.groups.get(chat_id)
            if room:
                return room
        raise bad_request("chat not found")

    @property
    def bot_id(self) -> int:
        return int(self.bot["id"])
