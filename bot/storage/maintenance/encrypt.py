"""Encrypts a plain database file while no bot runs: writes a copy, compares it, then replaces the file."""

import os
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import sqlcipher3

from bot.storage.backups.secure_files import keep, overwrite
from bot.storage.db.connect import is_plain
from bot.storage.db.errors import StorageError


def encrypt(path: Path, key: str) -> None:
    """Encrypt the file in its place and overwrite what was plain, holding the instance's lock; raises StorageError."""
    if not is_plain(path):
        raise StorageError("there is no plain database to encrypt")
    made = path.with_name(path.name + ".encrypting")
    made.unlink(missing_ok=True)
    logs = [path.with_name(f"{path.name}-{kind}") for kind in ("wal", "shm")]
    try:
        with ExitStack() as stack:
            plain = [_held(stack, one) for one in (path, *logs) if one.exists()]
            before = export(path, made, key)
            compare(before, made, key)
            made.replace(path)  # from here on the encrypted file is the database
            keep(path.parent)
            for descriptor in plain:
                overwrite(descriptor)
    except (sqlcipher3.Error, OSError) as error:
        raise StorageError(f"it could not be encrypted ({type(error).__name__}); the file is as it was") from error
    finally:
        made.unlink(missing_ok=True)


def _held(stack: ExitStack, path: Path) -> int:
    """Open a file so that its blocks can still be overwritten when its name is gone."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    stack.callback(os.close, descriptor)
    return descriptor


def export(path: Path, made: Path, key: str) -> list[tuple[str, int]]:
    """Write the encrypted copy; return how many rows each table of the original has."""
    with closing(_opened(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(FULL)").fetchall()
        schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
        connection.execute("ATTACH DATABASE ? AS made KEY ?", (str(made), f"x'{key}'"))
        connection.execute("SELECT sqlcipher_export('made')").fetchall()
        connection.execute(f"PRAGMA made.user_version = {schema}")
        connection.execute("DETACH DATABASE made")
        made.chmod(0o600)
        return _counts(connection)


def compare(before: list[tuple[str, int]], made: Path, key: str) -> None:
    """Read the copy; raises StorageError unless it is sound and has as many rows."""
    with closing(_opened(made)) as connection:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        whole = connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
        if not whole or _counts(connection) != before:
            raise StorageError("the encrypted copy is not the same; the file is as it was")
    with made.open("rb") as file:
        os.fsync(file.fileno())


def _opened(path: Path) -> Any:
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE")
    return connection


def _counts(connection: Any) -> list[tuple[str, int]]:
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    count = 'SELECT count(*) FROM "{}"'
    return [(name, int(connection.execute(count.format(name)).fetchone()[0])) for name in names]
