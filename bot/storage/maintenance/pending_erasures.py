"""Reads erasures that were not written beside the backups yet from the file that a restore replaces."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import sqlcipher3

from bot.storage.backups.copies import unlock

WAITING = "SELECT backup, line FROM erased ORDER BY id"

Waiting = Sequence[tuple[str, str]]
"""Sealed lines, each with the backup it is filed under."""


def left_waiting(path: Path, key: str | None) -> Waiting:
    """Return them and leave the file as it is, its log included; raises sqlcipher3.Error when it cannot be read."""
    beside = [path.with_name(path.name + end) for end in ("-wal", "-shm")]
    ours = [part for part in beside if not part.exists()]  # a reader makes them too
    try:
        address = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlcipher3.connect(address, uri=True, isolation_level=None)) as connection:
            unlock(connection, key)
            return [(str(backup), str(line)) for backup, line in connection.execute(WAITING)]
    finally:
        for part in ours:
            part.unlink(missing_ok=True)
