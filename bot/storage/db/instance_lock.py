"""One instance works: an exclusive file lock beside the database (R8)."""

import fcntl
import os
from pathlib import Path
from types import TracebackType


class AnotherInstance(Exception):
    """Somebody else holds the lock."""


class NoPlace(Exception):
    """The database's folder does not exist or cannot be written to."""


class InstanceLock:
    """Held from ``with`` to the end of it; the kernel frees it when the process dies, however it dies."""

    def __init__(self, database: Path) -> None:
        """Name the database the lock stands beside."""
        whole = database.resolve()  # two names of one file are one file
        self._path = whole.with_name(whole.name + ".lock")
        self._descriptor: int | None = None

    def holder(self) -> int | None:
        """Return the number of the process that holds the lock now, or None."""
        try:
            with self:
                return None
        except NoPlace:
            if not self.held():  # a disk that can only be read still has its locks
                return None
        except AnotherInstance:
            pass
        said = self._path.read_text(encoding="ascii").strip()
        return int(said) if said.isdecimal() else None

    def held(self) -> bool:
        """Return whether somebody holds the lock, and write nothing; raises NoPlace."""
        try:
            descriptor = os.open(self._path, os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise NoPlace from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
        finally:
            os.close(descriptor)
        return False

    def __enter__(self) -> "InstanceLock":
        """Take the lock or raise AnotherInstance at once; NoPlace without a folder to write in."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise NoPlace from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            raise AnotherInstance from error
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())  # whom to stop in an emergency (bot/cli/panic.py)
        self._descriptor = descriptor
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Free the lock."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
