"""``python -m bot key``: ``new [FILE]`` makes one, ``convert`` encrypts a file, ``rotate FILE`` changes a server's."""

import secrets
import sys
from importlib import import_module
from pathlib import Path

import bot
from bot.exit_codes import EXIT_ANOTHER, EXIT_CONFIG, EXIT_EXISTS, EXIT_STORAGE, fail
from bot.own_command import to_type
from bot.setting_sources import read_settings
from bot.settings import NO_DRIVER, BadSettings, Settings, read_key
from bot.storage.backups.secure_files import same_disk, write_new
from bot.storage.db.errors import StorageError
from bot.storage.db.instance_lock import AnotherInstance, InstanceLock, NoPlace
from bot.storage.maintenance.encrypt import encrypt

OWN_FOLDER = Path(bot.__file__).resolve().parents[1]
"""What holds the package: a checkout, or a folder of installed packages; no place for a key either way."""

NEXT = """The key is in {place}, readable for this user alone. Now:
1. Copy it to a place that is not this machine: without it nobody can read the database again.
2. Name it in .env: DATABASE_KEY_FILE={place}
3. Or keep it off this machine altogether, and after each start give it with: {unlock}
"""
ON_THE_SAME_DISK = """Careful: it is on the same disk as the database. Who takes the disk has both: move it elsewhere.
"""
IN_CHECKOUT = (
    "no key was made: {folder} is a checkout, where a key is committed or cleaned away one day;"
    " name a file outside it, best on another disk"
)
ROTATED = """{count} ids are closed with the new key; what is on the server opens with it alone. Now:
1. Name it in .env on every machine: DATABASE_KEY_FILE={place}
2. Start the instances.
3. Destroy {old} everywhere, copies included, and dumps made before: only the old key opens what old dumps, the
   write-ahead log and dead rows still hold. That is what the change was for.
"""
CONVERTED = """The database is encrypted; the plain file was overwritten and removed.
On SSDs and on disks with snapshots copies of it may survive: only encryption from the first day is final.
Delete backups and copies made of the plain file. DATABASE_UNENCRYPTED must be gone from the settings.
"""


def main(action: str, file: str | None = None) -> int:
    """Make a key, or use it."""
    try:
        settings = read_settings()
        match action:
            case "new":
                return _new(settings, file)
            case "rotate":
                return _rotate(settings, file)
            case _:
                return _convert(settings)
    except BadSettings as fault:
        return fail(EXIT_CONFIG, str(fault))


def _new(settings: Settings, file: str | None) -> int:
    place = Path(file) if file else settings.database_key_file
    if place is None:
        return fail(EXIT_CONFIG, f"say where the key goes: {to_type('key new FILE')}")
    if checkout := checkout_of(place):
        return fail(EXIT_EXISTS, IN_CHECKOUT.format(folder=checkout))
    try:
        write_new(place, f"{secrets.token_hex(32)}\n".encode())
    except FileExistsError:
        return fail(EXIT_EXISTS, "there is a file of this name already, and keys are not overwritten")
    except FileNotFoundError:
        return fail(EXIT_EXISTS, "the folder the key shall go to does not exist: make it, or mount its disk")
    except OSError as error:
        return fail(EXIT_EXISTS, f"the key cannot be written there ({type(error).__name__})")
    sys.stdout.write(NEXT.format(place=place, unlock=to_type("unlock")))
    folder = settings.database_path.resolve().parent
    if folder.is_dir() and same_disk(place, folder):
        sys.stdout.write(ON_THE_SAME_DISK)
    return 0


def checkout_of(place: Path) -> Path | None:
    """Return the folder above a file that is under git, or holds this program; None outside any."""
    above = place.resolve().parents
    return next((folder for folder in above if (folder / ".git").exists() or folder == OWN_FOLDER), None)


def _convert(settings: Settings) -> int:
    settings.refuse_server()
    if settings.database_key_file is None:
        return fail(EXIT_CONFIG, "DATABASE_KEY_FILE is missing, and with it the key to encrypt with")
    key = read_key(settings.database_key_file)
    try:
        with InstanceLock(settings.database_path):
            encrypt(settings.database_path, key)
    except AnotherInstance:
        return fail(EXIT_ANOTHER, "the bot works on this database: stop it first")
    except NoPlace:
        return fail(EXIT_CONFIG, "DATABASE_PATH: the folder does not exist or cannot be written to")
    except StorageError as fault:
        return fail(EXIT_STORAGE, f"DATABASE_PATH: {fault}")
    sys.stdout.write(CONVERTED)
    return 0


def _rotate(settings: Settings, file: str | None) -> int:
    if file is None or settings.database_key_file is None:
        return fail(EXIT_CONFIG, f"say which key comes next: {to_type('key rotate FILE')}, beside DATABASE_KEY_FILE")
    old, new = read_key(settings.database_key_file), read_new_key(Path(file))
    if old == new:
        return fail(EXIT_CONFIG, f"that is the key of now: {to_type('key new FILE')} makes another")
    try:
        engine = import_module("bot.storage.db.postgres.rotate")  # its driver is not in every installation
        count = engine.rotate(settings.require_server(), settings.bot_id, old, new)
    except ModuleNotFoundError:
        return fail(EXIT_CONFIG, f"DATABASE_URL {NO_DRIVER}")
    except AnotherInstance:
        return fail(EXIT_ANOTHER, "a bot works on this database: stop every instance first")
    except StorageError as fault:
        return fail(EXIT_STORAGE, f"DATABASE_URL: {fault}")
    sys.stdout.write(ROTATED.format(count=count, place=file, old=settings.database_key_file))
    return 0


def read_new_key(place: Path) -> str:
    """Return the key that comes next; raises BadSettings."""
    try:
        return read_key(place)
    except BadSettings:
        raise BadSettings(f"the new file holds no key: {to_type('key new FILE')} makes one") from None
