"""Records every call with its outcome. Lost, doubled and late messages are computed from it, not from the bot."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

from bot.demo.faults.plan import Fault

_POLL_METHOD = "getUpdates"
_NEW_MESSAGE_METHODS = ("send", "copy", "forward")


@dataclass(slots=True)
class Entry:
    """One decided call. Times are seconds on the stand-in's clock.

    `at`: when the effect happened, or the failure when there was no effect. `accepted`: the effect happened.
    `answered`: the true answer was sent as a whole. `arrived`, `left`: when the call began and when it was over;
    `left` is None while it is under way. `status`: the HTTP status; 0 when nothing was decided.
    """

    at: float
    method: str
    chat_id: int | None
    params: Mapping[str, Any]
    status: int
    description: str | None
    message_id: int | None
    accepted: bool
    arrived: float
    left: float | None = None
    answered: bool = False
    fault: Fault | None = None

    @property
    def is_message(self) -> bool:
        """Whether the call added a message to a chat."""
        return self.accepted and self.method.startswith(_NEW_MESSAGE_METHODS) and self.method != "sendChatAction"

    @property
    def text(self) -> str:
        """The text or caption as the caller wrote it, markup included; "" without either."""
        return str(self.params.get("text") or self.params.get("caption") or "")

    def over(self, now: float, *, answered: bool) -> None:
        """Record that the call ended at `now` (seconds), and whether its true answer was sent."""
        self.left, self.answered = now, answered


class Ledger:
    """Every call in the order of its effect. `in_flight`: how many calls, polls aside, have no answer yet."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.in_flight = 0

    def record(self, entry: Entry) -> None:
        """Append a call; the order of calls is the order of their effects."""
        self.entries.append(entry)

    @contextmanager
    def flight(self) -> Iterator[None]:
        """Count a call as in flight while the block runs."""
        self.in_flight += 1
        try:
            yield
        finally:
            self.in_flight -= 1

    def waiting(self, entry: Entry) -> AbstractContextManager[None]:
        """Count a decided call as in flight while the block runs; a poll is not counted."""
        return nullcontext() if entry.method == _POLL_METHOD else self.flight()

    def in_flight_at(self, moment: float) -> int:
        """How many calls, polls aside, had arrived and were not over at that time (seconds).

        Calls that were never decided have no entry and are not counted.
        """
        return sum(
            entry.arrived <= moment and (entry.left is None or moment < entry.left)
            for entry in self.entries
            if entry.method != _POLL_METHOD
        )

    def accepted(self, method: str | None = None, chat: int | None = None) -> list[Entry]:
        """Calls that had their effect, oldest first; `method` and `chat` narrow the list, None means all."""
        return [
            entry
            for entry in self.entries
            if entry.accepted and method in (None, entry.method) and chat in (None, entry.chat_id)
        ]

    def refused(self) -> list[Entry]:
        """Calls without an effect, oldest first: refused by Telegram, or failed before the effect."""
        return [entry for entry in self.entries if not entry.accepted]

    def to_groups(self) -> list[Entry]:
        """Every call about a group, accepted or not, oldest first: the ids of groups are negative."""
        return [entry for entry in self.entries if entry.chat_id is not None and entry.chat_id < 0]

    def unanswered(self) -> list[Entry]:
        """Accepted calls, polls aside, whose answer never arrived. A bot may send these a second time."""
        return [
            entry for entry in self.entries if entry.accepted and not entry.answered and entry.method != _POLL_METHOD
        ]

    def messages(self, text: str = "") -> list[Entry]:
        """New messages that contain the text, in all chats, in the order in which they were accepted."""
        return [entry for entry in self.entries if entry.is_message and text in entry.text]

    def texts(self, chat: int) -> list[str]:
        """Texts of the accepted sendMessage calls to one chat, markup included, oldest first."""
        return [str(entry.params["text"]) for entry in self.accepted("sendMessage", chat)]

    def accepted_at(self, chat: int, text: str = "") -> list[float]:
        """When the messages of a chat that contain the text were accepted (seconds)."""
        return [entry.at for entry in self.messages(text) if entry.chat_id == chat]

    def per_chat(self, text: str = "") -> Counter[int]:
        """How many accepted messages that contain the text each chat got."""
        return Counter(entry.chat_id for entry in self.messages(text) if entry.chat_id is not None)

    def late(self, due: float, grace: float, text: str = "") -> list[Entry]:
        """Messages that contain the text and were accepted more than `grace` seconds after `due` (seconds)."""
        return [entry for entry in self.messages(text) if entry.at > due + grace]

    def doubled(self, text: str) -> dict[int, int]:
        """Chats that got the text more than once, with the number of surplus messages."""
        return {chat: count - 1 for chat, count in self.per_chat(text).items() if count > 1}

    def missing(self, chats: Iterable[int], text: str) -> list[int]:
        """Those of the given chats that never got the text, in the given order."""
        told = self.per_chat(text)
        return [chat for chat in chats if chat not in told]
