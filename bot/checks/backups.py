"""Where backups go and to whom: looked at before the night they are needed in, and nothing written."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from bot.exit_codes import EXIT_CONFIG, EXIT_EXISTS

NONE = "none are set up; BACKUP_DIR and BACKUP_RECIPIENTS say where and to whom"
NO_MORE = (
    "none are set up any more, though some were made: destroy those that are left,"
    " for with them whoever is erased from now on would come back"
)


TOO_OLD = timedelta(hours=36)
"""A backup is written every night; /health calls one older than this too old as well."""


class Inspected(Protocol):
    """What the database says of backups."""

    @property
    def backup(self) -> str | None:
        """Return when it was backed up last, if ever."""

    @property
    def waiting(self) -> int:
        """Return how many erasures are not written beside the backups yet."""

    @property
    def verified(self) -> datetime | None:
        """Return when the newest one was written, read back and compared."""


class BackupStorage(Protocol):
    """Where backups go, as storage sees it."""

    def recipients_fault(self) -> str:
        """Return what is wrong with the recipients, or nothing."""

    def newest(self, folder: Path) -> str:
        """Return the stamp of the newest backup in a folder; empty without one."""

    def same_disk(self, one: Path, other: Path) -> bool:
        """Return whether two folders lie on one disk."""


def backup_findings(
    folder: Path | None, home: Path, storage: BackupStorage, inspected: Inspected | None, now: datetime
) -> Iterator[tuple[str, int]]:
    """Yield what there is to say and the exit code it asks for, 0 when all is well; ``home`` holds the database."""
    if folder is None:
        yield (NO_MORE if inspected and inspected.backup else NONE), 0
        return
    if fault := storage.recipients_fault():
        yield fault, EXIT_CONFIG
    if wrong := _folder_fault(folder):
        yield wrong, EXIT_EXISTS
        return
    yield _state(folder, home, storage, inspected), 0
    yield from _age(inspected, now)


def _folder_fault(folder: Path) -> str:
    if not folder.is_dir():
        return "BACKUP_DIR is no folder that exists: make it, or mount its disk"
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return "BACKUP_DIR cannot be read and written: give it to this user"
    return ""


def _age(inspected: Inspected | None, now: datetime) -> Iterator[tuple[str, int]]:
    """Say how old the newest verified one is; nothing where none was made, or the database cannot be looked into."""
    if inspected is None or inspected.verified is None:
        return
    age = now - inspected.verified
    hours = f"the last that was read back and compared is {max(0, round(age.total_seconds() / 3600))} h old"
    if age > TOO_OLD:
        yield f"{hours}: is the bot running, and the disk of BACKUP_DIR there? `backup` writes one now", EXIT_EXISTS
    else:
        yield hours, 0


def _state(folder: Path, home: Path, storage: BackupStorage, inspected: Inspected | None) -> str:
    newest = storage.newest(folder)
    words = f"the newest is of {newest}" if newest else "there is none yet; a day begins with one"
    if home.is_dir() and storage.same_disk(folder, home):
        words += "; on the disk of the database, and a disk of their own would outlive it"
    if inspected and inspected.waiting:
        words += f"; {inspected.waiting} erasures wait to be written there: the running bot, or its next start, does it"
    return words
