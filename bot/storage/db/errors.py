"""Why a file cannot be used, in words for the operator."""

from pathlib import Path

from bot.own_command import to_type
from bot.storage.db.connect import is_plain


class StorageError(Exception):
    """The file cannot be used; the message says why and names no secret."""


class Unfit(StorageError):
    """A server cannot be used; the message says why, and what to do."""


class Occupied(StorageError):
    """There are tables already, and nobody said that they are to make room."""


class WrongKey(StorageError):
    """SQLCipher cannot tell a key that is another file's from a damaged first page."""


def fault_of(path: Path, error: Exception, key: str | None) -> StorageError:
    """Return what an error at the opening means."""
    if "not a database" not in str(error):
        return StorageError(str(error) if isinstance(error, ValueError) else type(error).__name__ + ": " + str(error))
    if key is None:
        return StorageError("the file is encrypted or no database")
    if is_plain(path):
        return StorageError(f"the file is not encrypted: {to_type('key convert')} encrypts it with the key")
    return WrongKey("the key does not fit the file, or the file is damaged")
