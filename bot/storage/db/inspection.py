"""Looking at the database without touching it: the key, the schema, whether it is whole, whose it is.

A file in WAL mode that is opened read-only still gets its two companions created; so a file without them is opened as
immutable, and one that has only a log (after a crash, without its shared memory) is left to the next start.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import sqlcipher3

from bot.core.clock import from_epoch
from bot.own_command import to_type
from bot.storage.db.connect import is_plain
from bot.storage.db.migrate import scripts

Seen = TypeVar("Seen")

SQLITE_NEEDED = (3, 51, 3)
"""The first version without the WAL-reset bug, which could lose what was committed."""

TOO_OLD = (
    f"SQLite {sqlcipher3.sqlite_version} is older than {'.'.join(map(str, SQLITE_NEEDED))}, and could lose what was"
    " written: install what requirements.txt names"
)


class Unusable(Exception):
    """What is wrong with the file and how to mend it."""


class LeftAlone(Exception):
    """Why the file cannot be looked into without changing it."""


@dataclass(frozen=True)
class Looked:
    """What the file says: its schema, the id of the bot it belongs to (None: nobody's yet), when it was backed up last.

    ``waiting`` erasures are not written beside the backups yet; ``verified`` is when the newest backup was written and
    read back; ``sqlite`` is the version of the library that looked.
    """

    schema: int
    bot: str | None
    backup: str | None = None
    waiting: int = 0
    verified: datetime | None = None
    sqlite: str = sqlcipher3.sqlite_version


def look_into(path: Path, key: str | None) -> Looked:
    """Check a file that exists; raises Unusable, LeftAlone. ``key`` is 64 hexadecimal digits or None."""
    return inspect(path, key, _look)


def inspect(path: Path, key: str | None, look: Callable[[Any], Seen]) -> Seen:
    """Let ``look`` read from a connection that can change nothing; raises Unusable, LeftAlone and what it raises."""
    try:
        with _opened(path, key) as connection:
            return look(connection)
    except sqlcipher3.Error as error:
        raise Unusable(_why(path, error, key)) from None


def _look(connection: Any) -> Looked:
    if sqlcipher3.sqlite_version_info < SQLITE_NEEDED:
        raise Unusable(TOO_OLD)
    schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
    newest = scripts()[-1][0]
    if schema > newest:
        raise Unusable(f"schema {schema} is newer than this version's {newest}: install the version that wrote it")
    if [tuple(row) for row in connection.execute("PRAGMA quick_check(1)")] != [("ok",)]:
        raise Unusable("the file is damaged: stop the bot and put a backup in its place")
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    meta = dict(connection.execute("SELECT name, value FROM meta").fetchall()) if "meta" in tables else {}
    waiting = connection.execute("SELECT count(*) FROM erased").fetchone()[0] if "erased" in tables else 0
    made = dict(json.loads(meta["backups"])) if "backups" in meta else {}
    verified = from_epoch(max(made.values())) if made else None
    return Looked(schema, meta.get("bot"), meta.get("backup"), waiting, verified)


@contextmanager
def _opened(path: Path, key: str | None) -> Iterator[Any]:
    log, memory = (path.with_name(f"{path.name}-{kind}") for kind in ("wal", "shm"))
    if log.exists() and not memory.exists():
        raise LeftAlone("there is a log of a crash beside it; the next start takes it in")
    how = "mode=ro" if log.exists() else "mode=ro&immutable=1"
    connection = sqlcipher3.connect(f"{path.resolve().as_uri()}?{how}", uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("PRAGMA query_only = ON")
        yield connection
    finally:
        connection.close()


def _why(path: Path, error: Exception, key: str | None) -> str:
    if "not a database" in str(error):
        if key and is_plain(path):
            return f"it is not encrypted, though DATABASE_KEY_FILE is set: {to_type('key convert')} encrypts it"
        if key:
            return (
                f"the key of DATABASE_KEY_FILE does not fit it, or it is damaged; with its own key: {to_type('unlock')}"
            )
        return "it is encrypted, or no database: name its key in DATABASE_KEY_FILE"
    if "malformed" in str(error):
        return "the file is damaged: stop the bot and put a backup in its place"
    return f"it cannot be read ({type(error).__name__}): is it a file this user may read?"
