"""How the number of a chat is found: each engine in its own way, behind one Protocol."""

from collections.abc import Sequence
from typing import Any, Protocol


class Chat(int):
    """A chat's id on its way into a statement: an engine that veils ids knows it by this type."""


class Reads(Protocol):
    """A database or a transaction: what can be asked."""

    @property
    def chat_index(self) -> "ChatIndex":
        """Return how this engine finds a chat."""
        ...

    async def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return what a query finds."""
        ...


class Writes(Reads, Protocol):
    """A transaction."""

    async def execute(self, sql: str, values: Sequence[object] = ()) -> int:
        """Run one statement."""
        ...

    async def insert(self, sql: str, values: Sequence[object] = ()) -> int:
        """Run one INSERT; return the new row's id."""
        ...


class ChatIndex(Protocol):
    """From a chat to its person's number."""

    async def find(self, reads: Reads, chat: int) -> int | None:
        """Return the number of a chat, or None."""
        ...

    async def add(self, tx: Writes, chat: int, number: int) -> None:
        """Write down the number of a chat that has none."""
        ...

    async def remove(self, tx: Writes, chat: int) -> None:
        """Forget the way to a number."""
        ...


class UniqueIndex:
    """ChatIndex of an engine that keeps one itself, over ``person``."""

    async def find(self, reads: Reads, chat: int) -> int | None:
        """Return the number of a chat, or None."""
        rows = await reads.rows("SELECT number FROM person WHERE chat = ?", (Chat(chat),))
        return int(rows[0][0]) if rows else None

    async def add(self, tx: Writes, chat: int, number: int) -> None:
        """Do nothing: the row of ``person`` is the entry."""

    async def remove(self, tx: Writes, chat: int) -> None:
        """Delete the row: there is nothing that could be overwritten in its place."""
        await tx.execute("DELETE FROM person WHERE chat = ?", (Chat(chat),))
