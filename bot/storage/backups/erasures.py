"""Erasures beside the backups, so that a restore resurrects nobody; the server can write them and not read them.

An erasure is written into ``erased`` by the very transaction that erases, already encrypted, and moved from there into
a file beside the backups, before the person is answered if that disk is there. A file is named after the newest backup
that may still hold the chat, and goes with it.
"""

import asyncio
import os
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Protocol

from bot.core.events import Event, event
from bot.storage.backups.age import AgeEncryptor
from bot.storage.backups.secure_files import keep, read_own
from bot.storage.backups.shelf import moment_of

LAST_BACKUP = "SELECT value FROM meta WHERE name = 'backup'"
WAITING = "SELECT id, backup, line FROM erased ORDER BY backup, id"
PREFIX, SUFFIX = "erased-", ".age"

UNKNOWN = "unknown"
"""In the place of a backup's moment that is none: later than every moment, so that it concerns every backup."""

APPEND_TIMEOUT_SECONDS = 3
"""Seconds a person waits for the disk of the backups; the erasure itself is done by then."""


class Executor(Protocol):
    """What is needed of a transaction."""

    async def execute(self, sql: str, values: Sequence[object] = ()) -> int:
        """Run one statement."""
        ...

    async def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """Run one query."""
        ...


class Erasures:
    """The files beside the backups."""

    def __init__(self, folder: Path, seal: AgeEncryptor) -> None:
        """Take the folder of the backups and whom to encrypt to."""
        self.folder = folder
        self._seal = seal

    async def note(self, tx: Executor, chats: Iterable[int]) -> None:
        """Write down, inside the transaction that erases, who is erased; before the first backup there is no need."""
        last = await tx.rows(LAST_BACKUP)
        if last:
            line = self._seal.line(" ".join(map(str, chats)))
            await tx.execute("INSERT INTO erased (backup, line) VALUES (?, ?)", (last[0][0], line))

    async def append(self, waiting: Sequence[tuple[object, ...]]) -> bool:
        """Write (id, backup, line) rows into the files; False if they must wait for the disk of the backups."""
        try:
            async with asyncio.timeout(APPEND_TIMEOUT_SECONDS):
                await asyncio.to_thread(self.write, waiting)
        except (OSError, TimeoutError) as error:
            event(Event.ERASURES_WAIT, count=len(waiting), kind=error)
            return False
        return True

    def write(self, waiting: Sequence[tuple[object, ...]]) -> None:
        """Write such rows, down to the disk; raises OSError."""
        for backup, rows in groupby(waiting, key=lambda row: str(row[1])):
            name = backup if moment_of(backup) is not None else UNKNOWN  # a restored database may say anything
            path = self.folder / f"{PREFIX}{name}{SUFFIX}"
            how = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
            descriptor = os.open(path, how, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.writelines(f"\n{line}\n" for _, _, line in rows)  # never on the end of one that was cut short
                file.flush()
                os.fsync(file.fileno())
        keep(self.folder)


def erasures_since(folder: Path, backup: str) -> list[str]:
    """Return the lines that a backup of that moment, or a later one, may not know of."""
    files = sorted(folder.glob(f"{PREFIX}*{SUFFIX}"))
    late = [file for file in files if file.name.removeprefix(PREFIX).removesuffix(SUFFIX) >= backup]
    return [line for file in late for line in _whole(read_own(file).decode("ascii"))]


def _whole(text: str) -> list[str]:
    """Return a file's lines without those that a full disk or a cut of the power has left in part.

    Such a line stood on in the database and was written again in whole. One that has no end and never came again is of
    a moment at which the database was lost too, and nobody had been told yet that it was done.
    """
    ended, _, _ = text.replace("\0", "").rpartition("\n")
    lines = sorted(set(ended.split("\n")))
    return [line for line, following in zip(lines, [*lines[1:], ""], strict=True) if not following.startswith(line)]
