"""A backup: one consistent moment, in memory a plain SQLite file, on the disk only encrypted to the recipients."""

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.storage.backups.age import AgeEncryptor
from bot.storage.backups.copies import to_bytes
from bot.storage.backups.erasures import PREFIX as ERASED
from bot.storage.backups.erasures import Erasures
from bot.storage.backups.secure_files import keep, write_new

BACKUPS_KEPT = 7
PREFIX, SUFFIX = "bot-", ".db.age"
STAMP = "%Y%m%dT%H%M%SZ"
REMEMBER = "INSERT INTO meta VALUES ('backup', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


@dataclass(frozen=True)
class Backups:
    """Where they go and to whom."""

    folder: Path
    seal: AgeEncryptor

    @property
    def erasures(self) -> Erasures:
        """What lies beside them."""
        return Erasures(self.folder, self.seal)

    def make(self, opened: Callable[[], Any], now: datetime) -> Path:
        """Write one, durable before its name appears, and drop the oldest; raises OSError and the libraries' errors."""
        with closing(opened()) as connection:
            stamp = _begin(connection, now)
            content = to_bytes(connection)
            connection.execute("COMMIT")
        place = self.folder / f"{PREFIX}{stamp}{SUFFIX}"
        half = place.with_name(f".{place.name}.part")
        try:
            write_new(half, self.seal.whole(content))
            half.rename(place)
        finally:
            half.unlink(missing_ok=True)
        keep(self.folder)
        self._rotate()
        return place

    def _rotate(self) -> None:
        backups = sorted(self.folder.glob(f"{PREFIX}*{SUFFIX}"))
        halves = self.folder.glob(f".{PREFIX}*.part")  # of a process that died
        for old in (*backups[:-BACKUPS_KEPT], *halves):
            old.unlink()
        oldest = stamp_of(backups[-BACKUPS_KEPT:][0])
        for file in self.folder.glob(f"{ERASED}*"):
            if file.name.removeprefix(ERASED).partition(".")[0] < oldest:
                file.unlink()


def _begin(connection: Any, now: datetime) -> str:
    """Note the moment, then begin to read: an erasure that notes an older moment is not in what is read."""
    connection.execute("BEGIN IMMEDIATE")
    last = connection.execute("SELECT value FROM meta WHERE name = 'backup'").fetchone()
    stamp = next_stamp(now, last[0] if last else None)
    connection.execute(REMEMBER, (stamp,))
    connection.execute("COMMIT")
    connection.execute("BEGIN")
    return stamp


def next_stamp(now: datetime, last: str | None) -> str:
    """Return the moment's name; it always grows, also when the clock steps back."""
    found = now
    if last is not None:
        with suppress(ValueError):
            found = max(now, datetime.strptime(last, STAMP).replace(tzinfo=UTC) + timedelta(seconds=1))
    return found.strftime(STAMP)


def stamp_of(file: Path) -> str:
    """Return the moment in a backup's name."""
    return file.name.removeprefix(PREFIX).removesuffix(SUFFIX)


def due(folder: Path, now: datetime) -> bool:
    """Return whether there is none of this day yet."""
    newest = max((stamp_of(file) for file in folder.glob(f"{PREFIX}*{SUFFIX}")), default="")
    return newest[:8] < now.strftime(STAMP)[:8]
