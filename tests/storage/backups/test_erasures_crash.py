"""A kill or a full disk anywhere between an erasure and its line beside the backups: no restore resurrects anybody."""

import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from bot.storage.backups.age import AgeDecryptor, BadRecipient
from bot.storage.backups.erasures import Erasures
from bot.storage.maintenance.pending_erasures import left_waiting
from bot.storage.maintenance.restore import put_back, read_backup, with_waiting
from tests.people import CHATS
from tests.privacy.traces import FIRST, found
from tests.storage.backups.test_backup import KEY, Vault

Append = Callable[[Erasures, Sequence[tuple[Any, ...]]], None]
WHOLE: Append = Erasures.write


class Killed(BaseException):
    """The process ends here."""


def before(erasures: Erasures, waiting: Sequence[tuple[Any, ...]]) -> None:
    """Die between the commit and the line."""
    raise Killed


def within(erasures: Erasures, waiting: Sequence[tuple[Any, ...]]) -> None:
    """Die with a part of the line on the disk, as only a cut of the power or a full disk can leave it."""
    WHOLE(erasures, waiting)
    _cut(next(erasures.folder.glob("erased-*")), 100)
    raise Killed


def after(erasures: Erasures, waiting: Sequence[tuple[Any, ...]]) -> None:
    """Die between the line and the end of the row that carried it."""
    WHOLE(erasures, waiting)
    raise Killed


MOMENTS = (before, within, after)


def _cut(file: Path, signs: int) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: -signs - 1])


@pytest.fixture
async def vault(tmp_path: Path) -> AsyncIterator[Vault]:
    """Three subscribers and a backup that holds them."""
    made = Vault(tmp_path)
    await made.open()
    await made.store.people(FIRST, FIRST + 1, FIRST + 2)
    yield made
    await made.database.close()


async def killed(vault: Vault, moment: Append, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let somebody leave and the process die; what is on the disk then is what there is."""
    with monkeypatch.context() as patch:
        patch.setattr(Erasures, "write", moment)
        with pytest.raises(Killed):
            await vault.erase(FIRST)
    dead = vault.root / "dead"
    shutil.copytree(vault.path.parent, dead)
    await vault.database.close()
    shutil.rmtree(vault.path.parent)
    dead.rename(vault.path.parent)


async def forced(vault: Vault, backup: Path) -> None:
    """Restore over the database that is there, as ``restore --force`` does."""
    opener = AgeDecryptor(vault.identity)
    read = with_waiting(read_backup(backup, opener), left_waiting(vault.path, KEY), opener)
    for end in ("-wal", "-shm"):
        vault.path.with_name(vault.path.name + end).unlink(missing_ok=True)
    await put_back(read, vault.path, KEY, vault.clock, [vault.folder], lambda: None)
    read.memory.close()


async def people(vault: Vault) -> list[int]:
    """Who is subscribed."""
    return [row[0] for row in await vault.database.rows(f"{CHATS} ORDER BY chat")]


@pytest.mark.parametrize("moment", MOMENTS)
async def test_the_next_start_finishes_it(vault: Vault, moment: Append, monkeypatch: pytest.MonkeyPatch) -> None:
    older, newer = await vault.back_up(), await vault.back_up()
    await killed(vault, moment, monkeypatch)
    await vault.open()
    await vault.store.rows.retention.wipe_round()
    assert await vault.store.count("erased") == 0
    assert found([FIRST], vault.root) == set()
    for backup in (older, newer):
        assert await vault.restored(backup) == [FIRST + 1, FIRST + 2]


@pytest.mark.parametrize("moment", MOMENTS)
async def test_a_restore_without_a_start_between(vault: Vault, moment: Append, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line waits in the database that is put aside; it goes on waiting in the one that takes its place."""
    older, newer = await vault.back_up(), await vault.back_up()
    await killed(vault, moment, monkeypatch)
    for backup in (newer, older, newer):
        await forced(vault, backup)
    await vault.open()
    assert await people(vault) == [FIRST + 1, FIRST + 2]
    await vault.store.rows.retention.wipe_round()
    assert await vault.store.count("erased") == 0
    for backup in (older, newer):
        assert await vault.restored(backup) == [FIRST + 1, FIRST + 2]


async def test_somebody_else_leaves_after_a_line_was_cut(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = await vault.back_up()
    await killed(vault, within, monkeypatch)
    await vault.open()
    await vault.erase(FIRST + 1)
    assert await vault.restored(backup) == [FIRST + 2]


async def test_zeros_that_a_cut_of_the_power_leaves_are_no_line(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = await vault.back_up()
    await killed(vault, within, monkeypatch)
    with next(vault.folder.glob("erased-*")).open("ab") as file:
        file.write(bytes(60))
    await vault.open()
    await vault.store.rows.retention.wipe_round()
    assert await vault.restored(backup) == [FIRST + 1, FIRST + 2]


async def test_a_line_that_was_whole_and_is_damaged_stops_the_restore(vault: Vault) -> None:
    backup = await vault.back_up()
    await vault.erase(FIRST)
    file = next(vault.folder.glob("erased-*"))
    file.write_text(file.read_text(encoding="ascii")[:-30] + "\n", encoding="ascii")
    with pytest.raises(BadRecipient):
        read_backup(backup, AgeDecryptor(vault.identity))


async def test_a_backup_that_was_taken_elsewhere_finds_the_records_where_backups_go(vault: Vault) -> None:
    backup = await vault.back_up()
    await vault.erase(FIRST)
    elsewhere = vault.root / "elsewhere"
    elsewhere.mkdir()
    taken = Path(shutil.copy(backup, elsewhere))
    read = read_backup(taken, AgeDecryptor(vault.identity), [vault.folder, vault.root / "not-there"])
    assert read.erased == {FIRST}
    read.memory.close()


async def test_looking_for_what_waits_changes_nothing(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    await vault.back_up()
    await killed(vault, before, monkeypatch)
    (vault.path.with_name("bot.db-shm")).unlink()
    state = {file.name: file.read_bytes() for file in vault.path.parent.iterdir()}
    ((_, line),) = left_waiting(vault.path, KEY)
    assert AgeDecryptor(vault.identity).line(line) == str(FIRST)
    assert {file.name: file.read_bytes() for file in vault.path.parent.iterdir()} == state
    with pytest.raises(sqlcipher3.Error):
        left_waiting(vault.path, "cd" * 32)
    await vault.open()
