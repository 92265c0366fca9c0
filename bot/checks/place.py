"""Where the database, key and site lie: who may read them, what would be lost together, how much room is left."""

import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.checks.texts import Finding
from bot.exit_codes import EXIT_CONFIG, EXIT_STORAGE

MIB = 1024 * 1024
LEAST_FREE_BYTES = 200 * MIB
"""Below that the disk counts as nearly full, as in /health."""

COPIES = 3
"""A restore and a migration need as many times the database's size: itself, its log, a copy."""

OF_OTHERS = stat.S_IRWXG | stat.S_IRWXO

READ_IN_A_CONTAINER = Path("/run/secrets")
"""Secrets of Docker's swarm may be read by every user there, which is one."""


class Disks(Protocol):
    """What storage knows of disks."""

    def same_disk(self, one: Path, other: Path) -> bool:
        """Return whether two places lie on one disk."""


@dataclass(frozen=True)
class Place:
    """The settings that name files and folders."""

    database: Path
    key: Path | None = None
    backups: Path | None = None
    site: Path | None = None
    site_taken: bool = False


def place_findings(place: Place, disks: Disks) -> Iterator[Finding]:
    """Yield what is wrong with the places, each with its mend."""
    if place.key and place.key.is_file():
        yield from _key(place.key, place, disks)
    if place.database.is_file():
        yield from _database(place.database)
    if place.database.parent.is_dir():
        yield from _room(place.database)
    if place.site:
        yield from _site(place.site)
    if place.site and place.site_taken:
        yield Finding("site", f"{place.site} holds something else than a site of this bot: name another", EXIT_CONFIG)


def _key(key: Path, place: Place, disks: Disks) -> Iterator[Finding]:
    if _open(key) and READ_IN_A_CONTAINER not in key.resolve().parents:
        yield Finding("key", f"others on this machine may read DATABASE_KEY_FILE: chmod 600 {key}", EXIT_CONFIG)
    home, folder = place.database.parent.resolve(), key.resolve().parent
    if folder == home:
        words = "it lies beside the database: whoever copies the folder has both; move it, best to another disk"
        yield Finding("key", words, note=True)
    elif home.is_dir() and disks.same_disk(folder, home):
        words = "it lies on the disk of the database: whoever takes the disk has both; unlock works without a file"
        yield Finding("key", words, note=True)
    if place.backups and place.backups.resolve() in (folder, *folder.parents):
        words = "it lies in BACKUP_DIR, and travels wherever the backups go: move it away from there"
        yield Finding("key", words, EXIT_CONFIG)


def _database(path: Path) -> Iterator[Finding]:
    if path.is_symlink():
        words = "DATABASE_PATH is a link, and a link can be turned while the bot runs: name the file itself"
        yield Finding("database", words, note=True)
    parts = [path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))]
    names = " ".join(str(part) for part in parts if part.is_file() and _open(part))
    if names:
        yield Finding("database", f"others on this machine may read its files: chmod 600 {names}", note=True)
    if path.parent.stat().st_mode & stat.S_IWOTH and not path.parent.stat().st_mode & stat.S_ISVTX:
        words = f"everybody on this machine may put another file in its place: chmod 700 {path.parent}"
        yield Finding("database", words, EXIT_STORAGE)


def _site(folder: Path) -> Iterator[Finding]:
    """Yield why the bot cannot write the site, or a web server of another user cannot read it."""
    parent = folder.absolute().parent
    if not parent.is_dir() or not os.access(parent, os.W_OK | os.X_OK):
        yield Finding("site", f"SITE_DIR cannot be written: make {parent}, and give it to this user", EXIT_CONFIG)
        return
    way = (parent.resolve(), *parent.resolve().parents)
    shut = next((each for each in way if not each.stat().st_mode & stat.S_IXOTH), None)
    if shut:
        words = f"a web server of another user cannot reach SITE_DIR through {shut}: put it elsewhere"
        yield Finding("site", words, note=True)


def _open(path: Path) -> bool:
    return bool(path.stat().st_mode & OF_OTHERS)


def _room(database: Path) -> Iterator[Finding]:
    free = shutil.disk_usage(database.parent).free
    size = database.stat().st_size if database.is_file() else 0
    left = f"{free // MIB} MB are free where the database lies"
    if free < max(LEAST_FREE_BYTES, size):
        yield Finding("disk", f"{left}: make room, before the bot can write nothing", EXIT_STORAGE)
    elif free < COPIES * size:
        words = f"{left}, less than three times its size: an update or a restore may not have room"
        yield Finding("disk", words, note=True)
    else:
        yield Finding("disk", left)
