"""What the repositories need of a database, whichever engine is behind it.

A write can only be spelled inside ``async with database.writing() as tx:``. Reads see the committed state.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from bot.storage.people.chat_index import ChatIndex

Values = Sequence[object]


class Tx(Protocol):
    """An open transaction: the only thing that can write."""

    @property
    def chat_index(self) -> ChatIndex:
        """Return how this engine finds the number of a chat."""
        ...

    async def execute(self, sql: str, values: Values = ()) -> int:
        """Run one statement; return how many rows it changed."""
        ...

    async def insert(self, sql: str, values: Values = ()) -> int:
        """Run one INSERT that returns the new row's id (``RETURNING``); return it."""
        ...

    async def many(self, sql: str, rows: Iterable[Values]) -> int:
        """Run one statement for every row; return how many rows changed together."""
        ...

    async def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Return what a query finds, as this transaction sees it."""
        ...

    async def note_erased(self, chats: Iterable[int]) -> None:
        """Note who is erased, for backups that still hold them; the note is part of this transaction."""
        ...


class Database(Protocol):
    """One opened database."""

    @property
    def chat_index(self) -> ChatIndex:
        """Return how this engine finds the number of a chat."""
        ...

    def now(self) -> int:
        """Return the moment as the tables hold it: whole seconds since 1970."""
        ...

    def in_place(self) -> bool:
        """Return whether the file that was opened is still the one under its name; if not, every write is refused."""
        ...

    def writing(self) -> AbstractAsyncContextManager[Tx]:
        """Open the one transaction: committed at the end, rolled back on any exception.

        Inside an update's context the update's id is written beside its effects, and the commit settles the update
        (core/updates.py). Raises AlreadyApplied, EffectsAfterAnswer, TimeoutError.
        """
        ...

    async def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Return what a query finds in the committed state."""
        ...

    async def row(self, sql: str, values: Values = ()) -> tuple[Any, ...] | None:
        """Return the first row a query finds, or None."""
        ...

    async def tables(self) -> Mapping[str, Sequence[str]]:
        """Return the columns of every table, in their order: for what must not forget a new one."""
        ...

    def wipe_soon(self) -> None:
        """Ask the next ``wipe_round`` to take from the disk what was erased before this call."""
        ...

    async def file_erasures(self) -> None:
        """Write beside the backups who was erased; what cannot go now goes with a later call."""
        ...

    async def wipe_round(self) -> None:
        """Make what was erased stand nowhere on the disk (R9), if that was asked for; also what a crash left there.

        Raises StorageError.
        """
        ...

    async def give_back_pages(self) -> None:
        """Make the file a little shorter where deleted rows have left more room than it should keep."""
        ...

    async def backup_due(self) -> bool:
        """Return whether there are to be backups and today's is missing."""
        ...

    async def back_up(self) -> Path | None:
        """Write a backup; None when there are to be none."""
        ...

    async def tidy_backups(self, past: datetime | None) -> None:
        """Drop backups that are too old; by age only those that were at ``past``, a moment that is past for certain."""
        ...

    async def newest_backup(self) -> datetime | None:
        """Return when the newest backup that is there was written; None without one."""
        ...

    async def close(self) -> None:
        """Close every connection."""
        ...


def grouped(columns: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    """Return the columns of each table for (table, column) pairs."""
    found: dict[str, list[str]] = {}
    for table, column in columns:
        found.setdefault(table, []).append(column)
    return found
