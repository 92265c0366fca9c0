"""``python -m bot backup``: a backup now, beside the running bot or without it."""

import sys

import sqlcipher3

from bot.core.clock import SystemClock
from bot.exit_codes import EXIT_CONFIG, EXIT_EXISTS, EXIT_STORAGE, fail
from bot.own_command import to_type
from bot.setting_sources import read_settings
from bot.settings import BadSettings, read_key
from bot.storage.backups.age import AgeEncryptor, BadRecipient
from bot.storage.backups.backup import Backups
from bot.storage.backups.copies import NotWhole, open_keyed


def main() -> int:
    """Write it; say where it is."""
    try:
        settings = read_settings()
        settings.require_file()
        key = read_key(settings.database_key_file) if settings.database_key_file else None
        if settings.backup_dir is None:
            return fail(EXIT_CONFIG, "BACKUP_DIR and BACKUP_RECIPIENTS are missing: they say where and to whom")
        backups = Backups(settings.backup_dir, AgeEncryptor(settings.backup_recipients))
    except (BadSettings, BadRecipient) as fault:
        return fail(EXIT_CONFIG, str(fault))
    path = settings.database_path
    if not path.is_file():
        return fail(EXIT_STORAGE, "DATABASE_PATH: there is no database")
    try:
        place = backups.make(lambda: open_keyed(path, key), SystemClock().now())
    except (sqlcipher3.Error, NotWhole) as error:
        return fail(EXIT_STORAGE, f"DATABASE_PATH: it cannot be read ({type(error).__name__}): wrong key, or damaged")
    except OSError as error:
        return fail(EXIT_EXISTS, f"BACKUP_DIR cannot be written to ({type(error).__name__})")
    sys.stdout.write(f"{place}\nTry it where the identity is: {to_type('restore --verify --identity KEYFILE FILE')}\n")
    return 0
