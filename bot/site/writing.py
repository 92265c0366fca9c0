"""Writes a site aside and puts it in its place by one rename, so that nobody ever reads half of one."""

import ctypes
import fcntl
import glob
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

AT_FDCWD, RENAME_EXCHANGE = -100, 2
"""Of renameat2(2)."""

FOLDER_MODE, FILE_MODE = 0o755, 0o644
"""A web server reads it as another user; there is nothing in it that is not public."""

MARK = ".seminar-bot-site"
"""A file that names the others, by which a folder is known to be a site of ours: another one is never replaced."""


ASIDE = ".half-written-site."
"""In the name of a folder that is to become the site; nobody else calls one so."""


OLD = ".old"


class NotASite(Exception):
    """The folder has something else in it."""


def write_site(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Put the files in the folder's place; False, and nothing touched, when they lie there already.

    Raises NotASite, OSError.
    """
    folder = folder.absolute()
    _refuse_another(folder)
    if _same(folder, files):
        return False
    prefix = f".{folder.name}{ASIDE}"
    with _alone_in(folder.parent) as alone:
        if alone:
            _clear_up(folder, prefix)
        aside = Path(mkdtemp(prefix=prefix, dir=folder.parent))
        try:
            _fill(aside, files)
            _swap(aside, folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return True


def is_taken(folder: Path) -> bool:
    """Return whether something else lies there, so that no site is written; False where nobody may look."""
    try:
        _refuse_another(folder)
    except NotASite:
        return True
    except OSError:
        return False
    return False


@contextmanager
def _alone_in(parent: Path) -> Iterator[bool]:
    """Wait until nobody else writes a site there; the lock goes with the process. False where folders have no locks."""
    descriptor = os.open(parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)


def _clear_up(folder: Path, prefix: str) -> None:
    """Remove what a process has left that died; a site it had moved away and not replaced is put back."""
    for half in folder.parent.glob(f"{glob.escape(prefix)}*"):
        if half.suffix == OLD and not folder.exists():
            half.rename(folder)
        else:
            shutil.rmtree(half, ignore_errors=True)


def _refuse_another(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotASite
    if folder.is_dir() and any(folder.iterdir()):
        if not (folder / MARK).is_file():
            raise NotASite
        ours = set((folder / MARK).read_text("utf-8").splitlines())
        if ours and not _there(folder) <= ours:  # somebody put a file in: it would be deleted with the old site
            raise NotASite


def _same(folder: Path, files: Mapping[str, bytes]) -> bool:
    return _there(folder) == files.keys() and all((folder / name).read_bytes() == data for name, data in files.items())


def _there(folder: Path) -> set[str]:
    """Return what lies there beside the mark."""
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return {path.relative_to(folder).as_posix() for path in found} - {MARK}


def _fill(aside: Path, files: Mapping[str, bytes]) -> None:
    aside.chmod(FOLDER_MODE)
    for name, data in {**files, MARK: "\n".join(sorted(files)).encode()}.items():
        path = aside / name
        path.parent.mkdir(exist_ok=True)
        path.parent.chmod(FOLDER_MODE)
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        path.chmod(FILE_MODE)


def _swap(aside: Path, folder: Path) -> None:
    """Change the two for each other; a file system that cannot (a stick) takes two renames."""
    if not folder.exists():
        aside.rename(folder)
    elif not exchanged(aside, folder):
        old = aside.with_name(f"{aside.name}{OLD}")
        folder.rename(old)
        aside.rename(folder)
        shutil.rmtree(old, ignore_errors=True)


def exchanged(one: Path, other: Path) -> bool:
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    return bool(renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)
