"""The state of the stand-in in one place, so that methods and people act on the same data."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.demo.calls import JsonObject, bad_request
from bot.demo.chats.chat import Chat
from bot.demo.chats.files import Files
from bot.demo.chats.profile import Profile
from bot.demo.chats.updates import Updates
from bot.demo.chats.webhook import Webhook

QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
QUERY_LIFE_SECONDS = 15 * 60
"""Telegram does not say how long a query may be answered; some minutes have been seen."""

Answered = Callable[[JsonObject], None]
Sleep = Callable[[float], Awaitable[None]]


class Queries:
    """Callback and inline queries without an answer, by id; each can be answered once, and not for long."""

    def __init__(self, now: Callable[[], float] = lambda: 0.0) -> None:
        self._open: dict[str, tuple[float, Answered]] = {}
        self._now = now

    def open(self, answered: Answered) -> str:
        """Return a new query id; `answered` is called with the answer."""
        query_id = str(secrets.randbelow(2**62))
        self._open[query_id] = (self._now(), answered)
        return query_id

    def close(self, query_id: str) -> Answered:
        """Forget the query and return what its answer goes to. Raises a refusal (400) for an unknown or old id."""
        asked, answered = self._open.pop(query_id, (0.0, None))
        if answered is None or self._now() - asked > QUERY_LIFE_SECONDS:
            raise bad_request(QUERY_TOO_OLD)
        return answered


@dataclass
class Stars:
    """The bot's balance and its spending, in tenths of a Star.

    `refusal`: Telegram's wording for a paid message without balance; "" sends it as an ordinary one.
    """

    tenths: int = 0
    spent: int = 0
    refusal: str = "BALANCE_TOO_LOW"

    def pay(self) -> None:
        """Charge one message (a tenth of a Star). Refused messages cost nothing."""
        self.tenths -= 1
        self.spent += 1


@dataclass
class World:
    """The bot (a User object), its chats by id, its updates, files, queries and profile, and the clock (seconds)."""

    bot: JsonObject
    now: Callable[[], float]
    sleep: Sleep = asyncio.sleep
    updates: Updates = field(init=False)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: Files = field(default_factory=Files)
    queries: Queries = field(default_factory=Queries)
    profile: Profile = field(default_factory=Profile)
    webhook: Webhook | None = None
    stars: Stars = field(default_factory=Stars)

    def __post_init__(self) -> None:
        self.updates, self.queries = Updates(self.now, self.sleep), Queries(self.now)

    def chat(self, chat_id: object) -> Chat:
        """The chat with this id. Raises Telegram's refusal (400) when there is none or the id is no number."""
        if chat_id is None or chat_id == "":
            raise bad_request("chat_id is empty")
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def forget(self) -> None:
        """Let go of every chat, file and tap that waits for an answer."""
        self.chats.clear()
        self.files, self.queries = Files(), Queries(self.now)

    @property
    def bot_id(self) -> int:
        """The bot's user id."""
        return int(self.bot["id"])
