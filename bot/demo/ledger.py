"""What Telegram accepted and refused: the only truth about lost, doubled and late messages."""

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
    """One decided call. Moments are the stand-in's clock in seconds.

    `at` is the moment of the effect (of the failure, when there was none), `accepted` says that the effect happened,
    `answered` that the true answer left; `left` is the moment when the call was over. `status` 0: nothing was decided.
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
        """Whether the call put something new into a chat."""
        return self.accepted and self.method.startswith(_NEW_MESSAGE_METHODS) and self.method != "sendChatAction"

    @property
    def text(self) -> str:
        """The text or caption as it was asked to be sent."""
        return str(self.params.get("text") or self.params.get("caption") or "")

    def over(self, now: float, *, answered: bool) -> None:
        """Nobody works on the call any more."""
        self.left, self.answered = now, answered


class Ledger:
    """Every call in the order it took effect, and how many are between their arrival and their answer."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.in_flight = 0

    def record(self, entry: Entry) -> None:
        self.entries.append(entry)

    @contextmanager
    def flight(self) -> Iterator[None]:
        self.in_flight += 1
        try:
            yield
        finally:
            self.in_flight -= 1

    def waiting(self, entry: Entry) -> AbstractContextManager[None]:
        """In flight a little longer; a poll never is."""
        return nullcontext() if entry.method == _POLL_METHOD else self.flight()

    def in_flight_at(self, moment: float) -> int:
        """How many calls (polls aside) had arrived and were not over; of those that were decided sooner or later."""
        return sum(
            entry.arrived <= moment and (entry.left is None or moment < entry.left)
            for entry in self.entries
            if entry.method != _POLL_METHOD
        )

    def accepted(self, method: str | None = None, chat: int | None = None) -> list[Entry]:
        return [
            entry
            for entry in self.entries
            if entry.accepted and method in (None, entry.method) and chat in (None, entry.chat_id)
        ]

    def refused(self) -> list[Entry]:
        """Calls without an effect: refused by Telegram, or failed before it."""
        return [entry for entry in self.entries if not entry.accepted]

    def unanswered(self) -> list[Entry]:
        """Accepted calls whose caller cannot know it: what a bot may send twice."""
        return [
            entry for entry in self.entries if entry.accepted and not entry.answered and entry.method != _POLL_METHOD
        ]

    def messages(self, text: str = "") -> list[Entry]:
        """New messages that contain the text, in every chat, in the order they were accepted."""
        return [entry for entry in self.entries if entry.is_message and text in entry.text]

    def texts(self, chat: int) -> list[str]:
        """Texts as they were asked to be sent (markup included) to one chat, oldest first."""
        return [str(entry.params["text"]) for entry in self.accepted("sendMessage", chat)]

    def accepted_at(self, chat: int, text: str = "") -> list[float]:
        """When the messages of a chat were accepted."""
        return [entry.at for entry in self.messages(text) if entry.chat_id == chat]

    def per_chat(self, text: str = "") -> Counter[int]:
        """How many messages each chat has."""
        return Counter(entry.chat_id for entry in self.messages(text) if entry.chat_id is not None)

    def late(self, due: float, grace: float, text: str = "") -> list[Entry]:
        """Messages accepted more than `grace` seconds after `due`."""
        return [entry for entry in self.messages(text) if entry.at > due + grace]

    def doubled(self, text: str) -> dict[int, int]:
        """Chats that have the text more than once, and how many are too many."""
        return {chat: count - 1 for chat, count in self.per_chat(text).items() if count > 1}

    def missing(self, chats: Iterable[int], text: str) -> list[int]:
        """Those of the chats that never got the text."""
        told = self.per_chat(text)
        return [chat for chat in chats if chat not in told]
