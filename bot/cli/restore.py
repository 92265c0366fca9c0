"""``python -m bot restore FILE --identity KEYFILE``: a backup in the database's place; ``--verify`` only looks."""

import asyncio
import sys
from importlib import import_module
from pathlib import Path

import sqlcipher3

from bot.core.clock import Clock, SystemClock
from bot.exit_codes import EXIT_ANOTHER, EXIT_CONFIG, EXIT_EXISTS, EXIT_KEY, EXIT_STORAGE, fail
from bot.setting_sources import read_settings
from bot.settings import NO_DRIVER, BadSettings, Settings, read_key
from bot.storage.backups.age import AgeDecryptor, BadRecipient
from bot.storage.backups.copies import NotWhole
from bot.storage.db.errors import Occupied, StorageError
from bot.storage.db.instance_lock import AnotherInstance, InstanceLock, NoPlace
from bot.storage.maintenance.pending_erasures import left_waiting
from bot.storage.maintenance.restore import Found, put_back, read_backup, with_waiting

DONE = """Restored. Start the bot; it does not know what happened after the backup:
- mailings that were under way are paused, so that nobody is told twice: an admin lets a broadcast go on or cancels it
- reminders that were due before this moment are not sent; later ones are
- switches changed and subscriptions made since are lost; who was erased since stays erased
"""
ASIDE_THERE = """What was there is now the schema {name} of the server's database: remove it when you are sure
(DROP SCHEMA {name} CASCADE).
"""
ASIDE = "The database that was there is now {place}: remove it when you are sure.\n"
SERVER_FAULTS: dict[type[Exception], tuple[int, str]] = {
    Occupied: (EXIT_EXISTS, "DATABASE_URL: there are tables already; --force puts them aside"),
    AnotherInstance: (EXIT_ANOTHER, "the bot works on this database: stop every instance first"),
}
UNREAD = """It could not be read. Whose erasure had not reached the folder of the backups yet may be here again.
"""


def main(file: str, identity: str, *, verify: bool = False, force: bool = False) -> int:
    """Look, and unless told only to look, put back."""
    try:
        settings, opener = read_settings(), AgeDecryptor(Path(identity))
        folders = [Path(file).resolve().parent, *([settings.backup_dir] if settings.backup_dir else [])]
        found = read_backup(Path(file), opener, folders)
    except BadSettings as fault:
        return fail(EXIT_CONFIG, str(fault))
    except (BadRecipient, NotWhole) as fault:
        return fail(EXIT_KEY, str(fault))
    except OSError as error:
        return fail(
            EXIT_KEY, f"the backup, a record beside it, or the identity cannot be read ({type(error).__name__})"
        )
    try:
        _tell(found)
        if verify:
            return 0
        put = _restore if settings.database_url is None else _restore_server
        return put(settings, found, opener, folders, SystemClock(), force=force)
    finally:
        found.memory.close()


def _tell(found: Found) -> None:
    rows = ", ".join(f"{name} {count}" for name, count in found.counts.items() if count)
    sys.stdout.write(f"Backup of {found.stamp}: whole; rows: {rows}; erased since: {len(found.erased)}\n")


def _restore(
    settings: Settings, found: Found, opener: AgeDecryptor, folders: list[Path], clock: Clock, *, force: bool
) -> int:
    path, read = settings.database_path, True
    try:
        settings.require_file()
        key = read_key(settings.database_key_file) if settings.database_key_file else None
        with InstanceLock(path):
            if path.exists() and not force:
                return fail(EXIT_EXISTS, "DATABASE_PATH: there is a database already; --force puts it aside")
            aside = path.with_name(f"{path.name}.before-{clock.now():%Y%m%dT%H%M%SZ}") if path.exists() else None
            found, read = _with_waiting(found, path, key, opener) if aside else (found, True)
            asyncio.run(put_back(found, path, key, clock, folders, lambda: _put_aside(path, aside)))
    except (BadSettings, NoPlace) as fault:
        return fail(EXIT_CONFIG, str(fault) or "DATABASE_PATH: the folder does not exist or cannot be written to")
    except AnotherInstance:
        return fail(EXIT_ANOTHER, "the bot works on this database: stop it first")
    except BadRecipient as fault:
        return fail(EXIT_KEY, str(fault))
    except (StorageError, NotWhole, sqlcipher3.Error, OSError) as error:
        return fail(EXIT_STORAGE, f"DATABASE_PATH: it could not be written ({type(error).__name__})")
    sys.stdout.write(DONE + (ASIDE.format(place=aside) if aside else "") + ("" if read else UNREAD))
    return 0


def _restore_server(
    settings: Settings, found: Found, opener: AgeDecryptor, folders: list[Path], clock: Clock, *, force: bool
) -> int:
    try:
        engine = import_module("bot.storage.maintenance.put_back_server")  # its driver is not in every installation
        url, key, beside = settings.require_server(), settings.key_of_veil(), settings.database_path
        target = engine.Target(url, key, settings.bot_id, beside)
        aside = engine.put_into_server(found, target, opener, folders, clock, force=force)
    except ModuleNotFoundError:
        return fail(EXIT_CONFIG, f"DATABASE_URL {NO_DRIVER}")
    except (BadSettings, BadRecipient) as fault:
        return fail(EXIT_CONFIG if isinstance(fault, BadSettings) else EXIT_KEY, str(fault))
    except tuple(SERVER_FAULTS) as fault:
        code, words = SERVER_FAULTS[type(fault)]
        return fail(code, words)
    except StorageError as fault:
        return fail(EXIT_STORAGE, f"DATABASE_URL: {fault}")
    except (NotWhole, sqlcipher3.Error, OSError) as error:
        return fail(EXIT_STORAGE, f"DATABASE_PATH: no copy could be written beside it ({type(error).__name__})")
    sys.stdout.write(DONE + (ASIDE_THERE.format(name=aside) if aside else ""))
    return 0


def _with_waiting(found: Found, path: Path, key: str | None, opener: AgeDecryptor) -> tuple[Found, bool]:
    """Take in the erasures that only the database that is there knows of; False if it cannot be read."""
    try:
        return with_waiting(found, left_waiting(path, key), opener), True
    except sqlcipher3.Error:
        return found, False


def _put_aside(path: Path, aside: Path | None) -> None:
    """Give the old file a second name; its place is never empty, for a start would make a new database in it."""
    if aside is not None:
        aside.hardlink_to(path)
        for end in ("-wal", "-shm"):  # left here, a log would be taken into the new file
            part = path.with_name(path.name + end)
            if part.exists():
                part.rename(aside.with_name(aside.name + end))
