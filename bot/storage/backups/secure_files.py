"""Durable private file writes (O_EXCL, 0600, fsync), and overwrite-then-delete."""

import os
from pathlib import Path
from stat import S_ISREG

OVERWRITE_CHUNK_BYTES = 1 << 20


def write_new(path: Path, content: bytes) -> None:
    """Write a file that was not there, readable for this user alone; raises FileExistsError, OSError."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    keep(path.parent)


def read_own(path: Path) -> bytes:
    """Return what a file holds that is no link; raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        if not S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("no regular file")
        return file.read()


def keep(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def overwrite(descriptor: int) -> None:
    """Write zeros over an open file, as far as it goes, and down to the disk."""
    left = os.fstat(descriptor).st_size
    os.lseek(descriptor, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(descriptor, bytes(min(left, OVERWRITE_CHUNK_BYTES)))
    os.fsync(descriptor)


def wipe(path: Path) -> bool:
    """Overwrite and remove a file; return whether it was there."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        overwrite(descriptor)
    finally:
        os.close(descriptor)
        path.unlink()
        keep(path.parent)
    return True


def same_disk(one: Path, other: Path) -> bool:
    """Return whether two places are on one file system that outlives a restart."""
    device = one.stat().st_dev
    return device == other.stat().st_dev and not in_memory(device)


def in_memory(device: int) -> bool:
    """Return whether a device keeps its files in memory, so that a restart ends them."""
    number = f"{os.major(device)}:{os.minor(device)}"
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    kinds = {line.split()[2]: line.partition(" - ")[2].split()[0] for line in lines}
    return kinds.get(number) in {"tmpfs", "ramfs"}
