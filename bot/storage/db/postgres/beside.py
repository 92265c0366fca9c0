"""A session of its own beside the leader's two, for what copies the whole database: backups (O6)."""

from collections.abc import Sequence
from typing import Any

import psycopg

from bot.storage.db.postgres.dialect import translated
from bot.storage.db.postgres.session import adapt, conninfo
from bot.storage.db.postgres.veil import Veil

OPTIONS = {"idle_in_transaction_session_timeout": 60_000, "lock_timeout": 1_000, "tcp_user_timeout": 10_000}
"""Milliseconds: one that falls silent, or must wait itself, holds nobody up for longer.

Who works waits behind one that waits for a lock, and gives up its turn after two seconds (session.py).
"""

WRITER = "BEGIN IMMEDIATE"
"""SQLite's word for: nobody else writes from here on."""

BEGINS = {
    WRITER: ("BEGIN", "LOCK TABLE meta IN ACCESS EXCLUSIVE MODE"),
    "BEGIN": ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",),
}
"""Who erases reads ``meta`` in the same transaction, so the lock waits for every erasure under way (backup.py)."""


class Beside:
    """What a connection to a file is to backups.backup: its transactions, its statements."""

    def __init__(self, url: str, veil: Veil) -> None:
        """Open the session; raises psycopg.Error, ValueError."""
        self.connection = psycopg.connect(conninfo(url, OPTIONS), autocommit=True, cursor_factory=psycopg.RawCursor)
        adapt(self.connection, veil)

    def execute(self, sql: str, values: Sequence[object] = ()) -> psycopg.Cursor[tuple[Any, ...]]:
        """Run one statement of the common dialect; raises psycopg.Error."""
        *first, last = BEGINS.get(sql, (translated(sql),))
        for statement in first:
            self.connection.execute(statement.encode())
        return self.connection.execute(last.encode(), values)

    def close(self) -> None:
        """End the session; what was under way is rolled back."""
        self.connection.close()
