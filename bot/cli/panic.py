"""``python -m bot panic``: the key is destroyed first, the bot killed next; the rest is unreadable within seconds.

What cannot be destroyed (a key on a read-only mount) stops nothing: the database is overwritten then.
"""

import glob
import os
import signal
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import sqlcipher3

from bot.exit_codes import EXIT_CONFIG, EXIT_STORAGE, fail
from bot.setting_sources import read_settings
from bot.settings import BadSettings, read_key
from bot.storage.backups.copies import open_keyed
from bot.storage.backups.secure_files import wipe
from bot.storage.db.connect import is_plain
from bot.storage.db.instance_lock import InstanceLock, NoPlace

NEXT = """{what}
Now:
1. Revoke the token: @BotFather, /mybots, API Token, Revoke. Until then whoever has it can write as the bot.
2. Destroy every copy of the key: on paper, in password stores, in the systemd credential's source.
3. Stop the service, so that nothing restarts it: systemctl disable --now seminar-bot
4. Backups stay readable with the age identity; destroy it too if they must not be.
5. On an SSD an overwritten file may survive in spare blocks: if the key lay on one, destroy the disk.
Telegram still has the chats; the people in them should know.
"""
EXIT_CHECKS = 50
"""How often it is looked, for a second in all, whether the bot is dead."""

KEY_GONE = "The key was destroyed; the database on this disk is unreadable without a copy of it."
FILE_GONE = "The database was not encrypted; it was overwritten and removed."
NO_KEY = "There was no key file here; the database on this disk is unreadable without a copy of the key."
KEY_STAYS = "The key file could not be destroyed, so the database was overwritten and removed instead."
COPIES_GONE = "Copies of the database beside it were overwritten and removed: {count}."
STILL_ALIVE = "the bot still runs, with the key in its memory: kill it by hand, now"
STAYS = "{name} could not be destroyed ({kind}): remove it by hand, now"

LOG_ENDS = ("-wal", "-shm")
COPIES = ("before-*", "restoring", "encrypting")
"""What restore and convert leave beside the database, or left when they were killed."""


def main(*, yes: bool = False) -> int:
    """Ask, then do it."""
    if not yes and _answer() != "panic":
        sys.stdout.write("Nothing was done.\n")
        return 0
    try:
        settings = read_settings()
        settings.require_file()
    except BadSettings as fault:
        return fail(EXIT_CONFIG, f"{fault}. Nothing was done: name DATABASE_PATH and DATABASE_KEY_FILE")
    panic = Panic(settings.database_path)
    panic.destroy(settings.database_key_file)
    sys.stdout.write(NEXT.format(what="\n".join(panic.done)))
    for left in panic.faults:
        fail(EXIT_STORAGE, left)
    return EXIT_STORAGE if panic.faults else 0


def _answer() -> str:
    sys.stdout.write("This destroys the key of the database for good. Type panic to do it: ")
    sys.stdout.flush()
    return sys.stdin.readline().strip()


class Panic:
    """Goes on whatever fails, and remembers what it did and what is left."""

    def __init__(self, path: Path) -> None:
        """Name the database."""
        self.done: list[str] = []
        self.faults: list[str] = []
        self._path = path

    def destroy(self, key_file: Path | None) -> None:
        """Destroy the key first, for that takes no time; then the bot, which has it in memory; then the rest."""
        key, unreadable, plain = None, False, key_file is None or is_plain(self._path)
        if key_file is not None:
            with suppress(BadSettings):
                key = read_key(key_file)
            unreadable = self._destroy_key(key_file) and not plain
        if not _kill(self._path):
            self.faults.append(STILL_ALIVE)
        if unreadable:
            _fold_log(self._path, key)
        elif self._wipe(self._path):
            self.done.append(FILE_GONE if plain else KEY_STAYS)
        for end in LOG_ENDS:
            self._wipe(self._path.with_name(self._path.name + end))
        self._destroy_copies()

    def _destroy_key(self, key_file: Path) -> bool:
        """Return whether the database is unreadable now."""
        was_there = key_file.exists()
        if not self._wipe(key_file):
            return False
        if not is_plain(self._path):
            self.done.append(KEY_GONE if was_there else NO_KEY)
        return True

    def _destroy_copies(self) -> None:
        """Copies may be older than the key, or not encrypted at all."""
        name = glob.escape(self._path.name)
        files = {file for kind in COPIES for file in self._path.parent.glob(f"{name}.{kind}")}
        files |= {file for kind in COPIES for end in LOG_ENDS for file in self._path.parent.glob(f"{name}.{kind}{end}")}
        count = sum(self._wipe(file) for file in sorted(files))
        if count:
            self.done.append(COPIES_GONE.format(count=count))

    def _wipe(self, file: Path) -> bool:
        """Return False, and note it, if there is something left that can be read."""
        with suppress(OSError):
            file.chmod(0o600)  # a key that only may be read can still be destroyed by its owner
        try:
            wipe(file)
        except OSError as error:
            self.faults.append(STAYS.format(name=file.name, kind=type(error).__name__))
            return _is_empty(file)
        return True


def _is_empty(file: Path) -> bool:
    """Return whether nothing but zeros is left where the name could not be removed."""
    try:
        return not file.read_bytes().strip(b"\0")
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _kill(path: Path) -> bool:
    """End the bot without asking: it has the key in its memory, and is made to survive this. False: it lives."""
    with suppress(NoPlace, PermissionError):
        for _ in range(EXIT_CHECKS):
            holder = InstanceLock(path).holder()
            if holder is None:
                return True
            with suppress(ProcessLookupError):
                os.kill(holder, signal.SIGKILL)
            time.sleep(0.02)
    return False


def _fold_log(path: Path, key: str | None) -> None:
    """Take the log into the file with the key that is only in memory now; what is left of it is removed then."""
    with suppress(sqlcipher3.Error):
        if key and path.is_file():
            with closing(open_keyed(path, key)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
