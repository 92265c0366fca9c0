"""``python -m bot backup``: a backup now, beside the running bot or without it."""

import sys
from importlib import import_module
from pathlib import Path

import sqlcipher3

from bot.core.clock import SystemClock
from bot.exit_codes import EXIT_CONFIG, EXIT_EXISTS, EXIT_STORAGE, fail
from bot.own_command import to_type
from bot.setting_sources import read_settings
from bot.settings import NO_DRIVER, BadSettings, Settings, read_key
from bot.storage.backups.age import AgeEncryptor, BadRecipient
from bot.storage.backups.backup import Backups
from bot.storage.backups.copies import NotWhole, open_keyed
from bot.storage.db.errors import Unfit


def main() -> int:
    """Write it; say where it is."""
    name = "DATABASE_PATH"
    try:
        settings = read_settings()
        name = "DATABASE_URL" if settings.database_url else name
        place = _made(settings)
    except (BadSettings, BadRecipient) as fault:
        return fail(EXIT_CONFIG, str(fault))
    except Unfit as fault:
        return fail(EXIT_STORAGE, f"{name}: {fault}")
    except (sqlcipher3.Error, NotWhole) as error:
        return fail(EXIT_STORAGE, f"{name}: it cannot be read ({type(error).__name__}): wrong key, or damaged")
    except OSError as error:
        return fail(EXIT_EXISTS, f"BACKUP_DIR cannot be written to ({type(error).__name__})")
    sys.stdout.write(f"{place}\nTry it where the identity is: {to_type('restore --verify --identity KEYFILE FILE')}\n")
    return 0


def _made(settings: Settings) -> Path:
    if settings.database_url is None:
        settings.require_file()
    if settings.backup_dir is None:
        raise BadSettings("BACKUP_DIR and BACKUP_RECIPIENTS are missing: they say where and to whom")
    backups, now = Backups(settings.backup_dir, AgeEncryptor(settings.backup_recipients)), SystemClock().now()
    if settings.database_url is not None:
        try:
            engine = import_module("bot.storage.db.postgres.backup_now")  # its driver is not in every installation
        except ModuleNotFoundError:
            raise BadSettings(f"DATABASE_URL {NO_DRIVER}") from None
        place: Path = engine.back_up(settings.require_server(), settings.key_of_veil(), backups, now)
        return place
    key = read_key(settings.database_key_file) if settings.database_key_file else None
    path = settings.database_path
    if not path.is_file():
        raise Unfit("there is no database")
    return backups.make(lambda: open_keyed(path, key), now)
