"""Whether the file that was opened is still the one under its name (R18).

Renamed or deleted while it is open, a file goes on taking writes that nobody will find after the next start.
"""

from pathlib import Path

from bot.storage.db.errors import StorageError

Identity = tuple[int, int]
"""Device and inode."""


class Moved(StorageError):
    """Another file, or none, stands under the database's name or its log's."""


class OpenedFile:
    """The database and its write-ahead log, as they were when they were opened."""

    def __init__(self, path: Path) -> None:
        """Remember the file; the log is remembered as soon as there is one."""
        self._path, self._log = path, path.with_name(path.name + "-wal")
        self._file_identity = identity(path)
        self._log_identity = identity(self._log)

    def in_place(self) -> bool:
        """Return whether both are where they were."""
        found = identity(self._log)
        if self._log_identity is None:
            self._log_identity = found
        return identity(self._path) == self._file_identity and found == self._log_identity

    def require(self) -> None:
        """Raise Moved unless both are where they were."""
        if not self.in_place():
            raise Moved


def identity(path: Path) -> Identity | None:
    """Return what tells one file from every other; None without one."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
