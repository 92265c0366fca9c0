"""Strangers' files, links, full disks, wrong clocks: a backup a day, none older than eight days (H5, H6, H16)."""

import errno
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.clock_line import ClockLine
from bot.storage.backups import backup as backup_module
from bot.storage.backups.age import AgeDecryptor
from bot.storage.backups.copies import NotWhole, from_bytes
from bot.storage.backups.erasures import UNKNOWN
from bot.storage.backups.shelf import moment_of, stamp_of
from bot.storage.maintenance.restore import read_backup
from tests.chaos import figures
from tests.privacy.traces import FIRST
from tests.sizes import trials
from tests.storage.backups.test_backup import Vault, vault

__all__ = ["vault"]

DAYS = trials(60, 12)
"""How long the disk is full; a backup lives eight."""

STRANGERS = ("bot-20380101T000000Z.db.age", "bot-99999999T999999Z.db.age", "bot-zzz.db.age", "bot-.db.age", "notes.txt")


def ours(vault: Vault) -> list[Path]:
    """The backups that are there, without what others put beside them."""
    return sorted(file for file in vault.folder.glob("bot-*") if file.name not in STRANGERS and not file.is_symlink())


class Nights:
    """The tick of the backup, as the app does it."""

    def __init__(self, vault: Vault) -> None:
        """Take the vault, with its own line of looks."""
        self.vault, self.failed = vault, 0
        self.line = ClockLine(vault.store.rows.clock_looks, vault.clock)

    async def tick(self) -> None:
        """Try a backup, then drop what is too old."""
        daily = self.vault.store.rows.daily_backup
        try:
            await daily()
        except OSError:
            self.failed += 1
        await daily.tidy(await self.line.horizon())


def full(_path: Path, _content: bytes) -> None:
    """Have no room."""
    raise OSError(errno.ENOSPC, "no space left on device")


async def test_h05_files_of_strangers_stop_nothing_and_are_left_alone(vault: Vault) -> None:
    for name in STRANGERS:
        (vault.folder / name).write_bytes(b"not ours")
    nights = Nights(vault)
    for _ in range(10):
        await nights.tick()
        assert moment_of(stamp_of(ours(vault)[-1])) == vault.clock.now()
        vault.clock.forward(days=1)
    assert len(ours(vault)) == 7
    assert {file.name for file in vault.folder.iterdir()} >= set(STRANGERS)
    figures.note("T104", "10 days beside strangers' files: a backup a day, none of the files touched")


@pytest.mark.parametrize("days", [10, 4_000, -10])
async def test_h05_a_start_with_a_wrong_clock_stops_no_backup(vault: Vault, days: int) -> None:
    nights = Nights(vault)
    for _ in range(3):
        await nights.tick()
        vault.clock.forward(days=1)
    right = vault.clock.now()
    vault.clock.set(right + timedelta(days=days))
    await nights.tick()
    vault.clock.set(right)
    for _ in range(9):
        before = set(ours(vault))
        await nights.tick()
        assert len(set(ours(vault)) - before) == 1
        vault.clock.forward(days=1)
    assert len(ours(vault)) <= 8


async def test_h06_a_full_disk_for_many_days(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    nights = Nights(vault)
    made: dict[Path, Any] = {}
    for _ in range(8):
        await nights.tick()
        made |= {file: vault.clock.now() for file in ours(vault) if file not in made}
        vault.clock.forward(days=1)
    with monkeypatch.context() as patch:
        patch.setattr(backup_module, "write_new", full)
        for _ in range(DAYS * 24):
            await nights.tick()
            assert all(vault.clock.now() - made[file] < timedelta(days=8) for file in ours(vault))
            vault.clock.forward(hours=1)
    assert vault.store.rows.daily_backup.failing
    assert ours(vault) == []
    assert nights.failed == DAYS * 24
    await nights.tick()
    assert len(ours(vault)) == 1
    await nights.tick()
    assert nights.failed == DAYS * 24
    figures.note("T104", f"a full disk for {DAYS} days: none older than 8 days, one at once when there is room")


async def test_h06_what_came_back_otherwise_is_no_backup(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(backup_module, "read_own", lambda path: path.read_bytes()[:-1] + b"x")
        with pytest.raises(NotWhole, match="something else"):
            await vault.database.back_up()
    assert list(vault.folder.iterdir()) == []


async def test_h16_no_link_is_followed(vault: Vault) -> None:
    target = vault.root / "target"
    target.write_bytes(b"theirs")
    backup = await vault.back_up()
    (vault.folder / "bot-20200101T000000Z.db.age").symlink_to(target)
    (vault.folder / f"erased-{stamp_of(backup)}.age").symlink_to(target)
    await vault.erase(FIRST)
    assert target.read_bytes() == b"theirs"
    assert await vault.store.count("erased") == 1, "it waits: the place beside the backups is a link"
    await vault.database.tidy_backups(vault.clock.now())
    assert target.read_bytes() == b"theirs"
    with pytest.raises(OSError, match="symbolic links"):
        read_backup(backup, AgeDecryptor(vault.identity))
    (vault.folder / f"erased-{stamp_of(backup)}.age").unlink()
    await vault.store.rows.retention.wipe_round()
    assert await vault.restored(backup) == [FIRST + 1, FIRST + 2]


async def test_h16_nothing_of_a_restored_file_becomes_a_path(vault: Vault) -> None:
    backup = await vault.back_up()
    async with vault.database.writing() as tx:
        line = vault.backups.seal.line(str(FIRST + 1))
        await tx.execute("INSERT INTO erased (backup, line) VALUES ('x/../../outside', ?)", (line,))
    await vault.erase(FIRST)
    assert sorted(os.listdir(vault.root)) == ["backups", "home", "identity"]  # noqa: PTH208 -- names alone
    assert (vault.folder / f"erased-{UNKNOWN}.age").is_file()
    assert await vault.restored(backup) == [FIRST + 2]


async def test_h16_a_backup_of_no_moment_is_not_taken(vault: Vault) -> None:
    async with vault.database.writing() as tx:
        await tx.execute("INSERT INTO meta VALUES ('backup', '../20261124T120000Z')")
    backup = await vault.back_up()
    memory = from_bytes(AgeDecryptor(vault.identity).whole(backup.read_bytes()))
    memory.execute("UPDATE meta SET value = '../x' WHERE name = 'backup'")
    forged = vault.folder / "forged.age"
    forged.write_bytes(vault.backups.seal.whole(memory.serialize()))
    memory.close()
    with pytest.raises(NotWhole, match="moment"):
        read_backup(forged, AgeDecryptor(vault.identity))
