"""A file of an older version is backed up before it is brought up to date, and the older version can take that back."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.storage.backups.age import AgeDecryptor
from bot.storage.db import before_migration, inspection, migrate
from bot.storage.db.errors import StorageError
from bot.storage.db.inspection import look_into
from bot.storage.db.migrate import scripts
from bot.storage.maintenance.restore import put_back, read_backup
from tests.storage.backups.test_backup import KEY, Vault

NEWEST = scripts()[-1][0]


@contextmanager
def older_version() -> Iterator[None]:
    """Know every migration but the newest."""
    known = scripts()[:-1]
    with pytest.MonkeyPatch.context() as patch:
        for module in (migrate, before_migration, inspection):
            patch.setattr(module, "scripts", lambda: known)
        yield


async def of_the_older_version(vault: Vault) -> None:
    """Make a file of it, with nothing beside it."""
    with older_version():
        await vault.open()
        await vault.database.close()
        assert look_into(vault.path, KEY).schema == NEWEST - 1


async def test_the_older_version_takes_the_backup_back(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    vault = Vault(tmp_path)
    await of_the_older_version(vault)
    await vault.open()
    await vault.database.close()
    assert look_into(vault.path, KEY).schema == NEWEST
    (backup,) = vault.folder.glob("bot-*.db.age")
    assert f"schema_raised found={NEWEST - 1} wanted={NEWEST} bytes={backup.stat().st_size}" in caplog.text
    await vault.open()
    await vault.database.close()
    assert list(vault.folder.glob("bot-*.db.age")) == [backup], "nothing has changed, and no other was written"
    with older_version():
        with pytest.raises(StorageError):
            await vault.open()
        found = read_backup(backup, AgeDecryptor(vault.identity))
        await put_back(found, vault.path, KEY, vault.clock, [vault.folder], vault.path.unlink)
        found.memory.close()
        assert look_into(vault.path, KEY).schema == NEWEST - 1
        await vault.open()
        await vault.database.close()


async def test_without_a_backup_nothing_is_changed(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    await of_the_older_version(vault)
    vault.folder.rmdir()
    with pytest.raises(StorageError, match=r"no backup could be written to BACKUP_DIR \(FileNotFoundError\)"):
        await vault.open()
    assert look_into(vault.path, KEY).schema == NEWEST - 1
    vault.folder.mkdir()
    await vault.open()
    await vault.database.close()
    assert look_into(vault.path, KEY).schema == NEWEST


async def test_where_there_are_no_backups_it_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    vault = Vault(tmp_path)
    await of_the_older_version(vault)
    assert "schema_raised" not in caplog.text, "a new file is no older one"
    vars(vault)["backups"] = None
    await vault.open()
    await vault.database.close()
    assert f"schema_raised found={NEWEST - 1} wanted={NEWEST} bytes=0" in caplog.text
