"""``python -m bot panic``: the key is destroyed first, the bot killed next; the rest is unreadable within seconds."""

import os
import signal
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import sqlcipher3

from bot.exit_codes import EXIT_CONFIG, EXIT_STORAGE, fail
from bot.settings import BadSettings, read_key, read_settings
from bot.storage.backups.copies import open_keyed
from bot.storage.backups.secure_files import wipe
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


def main(*, yes: bool = False) -> int:
    """Ask, then do it."""
    if not yes and _answer() != "panic":
        sys.stdout.write("Nothing was done.\n")
        return 0
    try:
        settings = read_settings()
        settings.require_key()
    except BadSettings as fault:
        return fail(EXIT_CONFIG, f"{fault}. Nothing was done: name DATABASE_PATH and DATABASE_KEY_FILE")
    path, key_file = settings.database_path, settings.database_key_file
    try:
        what = _destroy_key(path, key_file) if key_file else _destroy_file(path)
    except OSError as error:
        return fail(EXIT_STORAGE, f"it could not be destroyed ({type(error).__name__}): remove it by hand, now")
    sys.stdout.write(NEXT.format(what=what))
    return 0


def _answer() -> str:
    sys.stdout.write("This destroys the key of the database for good. Type panic to do it: ")
    sys.stdout.flush()
    return sys.stdin.readline().strip()


def _destroy_key(path: Path, key_file: Path) -> str:
    key = None
    with suppress(BadSettings):
        key = read_key(key_file)
    gone = wipe(key_file)
    _kill(path)
    _fold_log(path, key)
    return KEY_GONE if gone else NO_KEY


def _destroy_file(path: Path) -> str:
    _kill(path)
    for end in ("", "-wal", "-shm"):
        wipe(path.with_name(path.name + end))
    return FILE_GONE


def _kill(path: Path) -> None:
    """End the bot without asking: it has the key in its memory, and is made to survive this."""
    with suppress(NoPlace, ProcessLookupError):
        for _ in range(EXIT_CHECKS):
            holder = InstanceLock(path).holder()
            if holder is None:
                return
            os.kill(holder, signal.SIGKILL)
            time.sleep(0.02)


def _fold_log(path: Path, key: str | None) -> None:
    """Take the log into the file with the key that is only in memory now, then remove what is left of it."""
    with suppress(sqlcipher3.Error):
        if key and path.is_file():
            with closing(open_keyed(path, key)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    for end in ("-wal", "-shm"):
        wipe(path.with_name(path.name + end))
