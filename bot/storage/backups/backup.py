"""A backup: one consistent moment, in memory a plain SQLite file, on the disk only encrypted to the recipients."""

import hashlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.core.clock import epoch
from bot.storage.backups.age import AgeEncryptor
from bot.storage.backups.copies import NotWhole, to_bytes
from bot.storage.backups.erasures import PREFIX as ERASED
from bot.storage.backups.erasures import SUFFIX as SEALED
from bot.storage.backups.erasures import Erasures
from bot.storage.backups.secure_files import keep, read_own, write_new
from bot.storage.backups.shelf import (
    PREFIX,
    STAMP,
    SUFFIX,
    Kept,
    keep_record,
    moment_of,
    named,
    note_made,
    own,
    record_of,
    stamp_of,
)

__all__ = ["PREFIX", "SUFFIX", "Backups", "next_stamp", "stamp_of"]

BACKUPS_KEPT = 7
KEPT_FOR = timedelta(days=7)
"""How long a backup stays, also when none is written any more: who is erased is in it (R9)."""

ERASURES_KEPT_FOR = KEPT_FOR + timedelta(days=1)
"""How long a record of erasures stays that may concern a backup on another machine."""

LAST = "SELECT value FROM meta WHERE name = 'backup'"
REMEMBER = "INSERT INTO meta VALUES ('backup', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


class BackupsBeside(Exception):
    """There is no database, but there are backups: it was lost, or its disk is not mounted (R18)."""


@dataclass(frozen=True)
class Backups:
    """Where they go and to whom.

    ``copied`` makes a plain SQLite file of an opened database. ``several``: other machines have backups of the same
    database too, each in a folder of its own.
    """

    folder: Path
    seal: AgeEncryptor
    copied: Callable[[Any], bytes] = to_bytes
    several: bool = False

    @property
    def erasures(self) -> Erasures:
        """What lies beside them."""
        return Erasures(self.folder, self.seal)

    def make(self, opened: Callable[[], Any], now: datetime) -> Path:
        """Write one, durable before its name appears, and drop the oldest; raises OSError and the libraries' errors."""
        with closing(opened()) as connection:
            stamp = _begin(connection, now)
            sealed = self.seal.whole(self.copied(connection))
            connection.execute("COMMIT")
        place = self.folder / f"{PREFIX}{stamp}{SUFFIX}"
        half = place.with_name(f".{place.name}.part")
        try:
            write_new(half, sealed)
            if hashlib.sha256(read_own(half)).digest() != hashlib.sha256(sealed).digest():
                raise NotWhole("the disk of the backups gave back something else than was written")
            half.rename(place)
        finally:
            half.unlink(missing_ok=True)
        keep(self.folder)
        note_made(opened(), stamp, now)
        self._rotate(opened, now, None)
        return place

    def due(self, opened: Callable[[], Any], now: datetime) -> bool:
        """Return whether there is none of this day yet."""
        return not any(kept.made <= now and kept.made.date() == now.date() for kept in self._own(opened, now))

    def newest(self, opened: Callable[[], Any], now: datetime) -> datetime | None:
        """Return when the newest that is there was written."""
        return max((kept.made for kept in self._own(opened, now) if kept.made <= now), default=None)

    def tidy(self, opened: Callable[[], Any], now: datetime, past: datetime | None) -> None:
        """Drop what is too old, whether or not anything newer could be written.

        ``past`` is a moment that is past for certain (core/clock_line.py); without it nothing goes for its age.
        """
        self._rotate(opened, now, past)

    def tidy_aside(self, past: datetime) -> None:
        """Drop what is too old where another machine has the database and its record of backups."""
        old = past - KEPT_FOR
        dated = [(file, moment_of(stamp_of(file))) for file in named(self.folder)]
        gone = {file for file, made in dated if made is not None and made <= old}
        for file in gone:
            file.unlink()
        left = [stamp_of(file) for file, _ in dated if file not in gone]
        self._drop_erasures(min(left, default=stamp_at(past)), past)

    def _own(self, opened: Callable[[], Any], now: datetime) -> list[Kept]:
        with closing(opened()) as connection:
            return own(self.folder, record_of(connection), now)

    def _rotate(self, opened: Callable[[], Any], now: datetime, past: datetime | None) -> None:
        with closing(opened()) as connection:
            record = record_of(connection)
            last = connection.execute(LAST).fetchone()
        there = own(self.folder, record, now)
        old = {kept.stamp for kept in there[:-BACKUPS_KEPT]}
        old |= {kept.stamp for kept in there if past is not None and kept.made <= past - KEPT_FOR}
        for kept in there:
            if kept.stamp in old:
                kept.file.unlink()
        for half in self.folder.glob(f".{PREFIX}*{SUFFIX}.part"):  # of a process that died
            half.unlink()
        left = [kept for kept in there if kept.stamp not in old]
        self._drop_erasures(min([kept.stamp for kept in left], default=last[0] if last else ""), past)
        _correct(opened, record, left, now, past)

    def _drop_erasures(self, oldest: str, past: datetime | None) -> None:
        for file in self.folder.glob(f"{ERASED}*{SEALED}"):
            stamp = file.name.removeprefix(ERASED).removesuffix(SEALED)
            made = moment_of(stamp)
            needed = self.several and (past is None or made is None or made > past - ERASURES_KEPT_FOR)
            if made is not None and stamp < oldest and not needed:
                file.unlink()


def _correct(
    opened: Callable[[], Any], record: dict[str, int], left: list[Kept], now: datetime, past: datetime | None
) -> None:
    """Forget backups that are gone; one that a wrong clock dated ahead counts from now on as of now."""
    ahead = now if past is not None else None
    right = {k.stamp: epoch(ahead if ahead is not None and k.made > ahead else k.made) for k in left}
    wanted = {stamp: at for stamp, at in right.items() if stamp in record}
    if wanted != record:
        with closing(opened()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            keep_record(connection, wanted)
            connection.execute("COMMIT")


def _begin(connection: Any, now: datetime) -> str:
    """Note the moment, then begin to read: an erasure that notes an older moment is not in what is read."""
    connection.execute("BEGIN IMMEDIATE")
    last = connection.execute(LAST).fetchone()
    stamp = next_stamp(now, last[0] if last else None)
    connection.execute(REMEMBER, (stamp,))
    connection.execute("COMMIT")
    connection.execute("BEGIN")
    return stamp


def stamp_at(moment: datetime) -> str:
    """Return a moment's name."""
    return moment.strftime(STAMP)


def next_stamp(now: datetime, last: str | None) -> str:
    """Return the moment's name; it always grows, also when the clock steps back."""
    found = moment_of(last) if last is not None else None
    return stamp_at(now if found is None else max(now, found + timedelta(seconds=1)))
