"""Where backups go and to whom: looked at before the night they are needed in, and nothing written."""

import os
from collections.abc import Iterator
from pathlib import Path

from bot.exit_codes import EXIT_CONFIG, EXIT_EXISTS
from bot.settings import Settings
from bot.storage.backup import PREFIX, SUFFIX, stamp_of
from bot.storage.inspection import Looked
from bot.storage.places import same_disk
from bot.storage.recipients import BadRecipient, Seal

NONE = "none are set up; BACKUP_DIR and BACKUP_RECIPIENTS say where and to whom"
NO_MORE = (
    "none are set up any more, though some were made: destroy those that are left,"
    " for with them whoever is erased from now on would come back"
)


def backups(settings: Settings, looked: Looked | None) -> Iterator[tuple[str, int]]:
    """Yield what there is to say and the exit code it asks for, 0 when all is well."""
    folder = settings.backup_dir
    if folder is None:
        yield (NO_MORE if looked and looked.backup else NONE), 0
        return
    try:
        Seal(settings.backup_recipients)
    except BadRecipient as fault:
        yield str(fault), EXIT_CONFIG
    if wrong := _folder_fault(folder):
        yield wrong, EXIT_EXISTS
    else:
        yield _state(folder, settings.database_path.parent, looked), 0


def _folder_fault(folder: Path) -> str:
    if not folder.is_dir():
        return "BACKUP_DIR is no folder that exists: make it, or mount its disk"
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return "BACKUP_DIR cannot be read and written: give it to this user"
    return ""


def _state(folder: Path, home: Path, looked: Looked | None) -> str:
    newest = max((stamp_of(file) for file in folder.glob(f"{PREFIX}*{SUFFIX}")), default="")
    words = f"the newest is of {newest}" if newest else "there is none yet; a day begins with one"
    if home.is_dir() and same_disk(folder, home):
        words += "; on the disk of the database, and a disk of their own would outlive it"
    if looked and looked.waiting:
        words += f"; {looked.waiting} erasures wait to be written there: the running bot, or its next start, does it"
    return words
