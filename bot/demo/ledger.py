"""What Telegram accepted and refused: the only truth about lost, doubled and late messages."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any


@dataclass(frozen=True)
class Entry:
    """One decided call. `at` is the stand-in's clock in seconds, at the moment of the effect."""

    at: float
    method: str
    chat_id: int | None
    params: Mapping[str, Any]
    status: int
    description: str | None
    message_id: int | None

    @property
    def accepted(self) -> bool:
        return self.status == HTTPStatus.OK


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

    def accepted(self, method: str | None = None, chat: int | None = None) -> list[Entry]:
        return [
            entry
            for entry in self.entries
            if entry.accepted and method in (None, entry.method) and chat in (None, entry.chat_id)
        ]

    def refused(self) -> list[Entry]:
        return [entry for entry in self.entries if not entry.accepted]

    def texts(self, chat: int) -> list[str]:
        """Texts as they were asked to be sent (markup included) to one chat, oldest first."""
        return [str(entry.params["text"]) for entry in self.accepted("sendMessage", chat)]
