"""What ``check`` says of the backups: where they go, to whom, and what is left of former ones."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest

from bot.checks.backups import backup_findings
from bot.storage.backups.state import BackupsOnDisk
from bot.storage.db.inspection import Looked

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())


def said(folder: Path | None, recipient: str = RECIPIENT, looked: Looked | None = None) -> list[tuple[str, int]]:
    """Look at such settings."""
    recipients = (recipient,) if folder else ()
    home = folder.parent / "bot.db" if folder else Path("bot.db")
    return list(backup_findings(folder, home.parent, BackupsOnDisk(recipients), looked, NOW))


def test_a_good_folder_and_its_newest_backup(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    ((words, code),) = said(folder)
    assert (words.partition(";")[0], code) == ("there is none yet", 0)
    for stamp in ("20261124T120000Z", "20261123T120000Z"):
        (folder / f"bot-{stamp}.db.age").touch()
    ((words, code),) = said(folder, looked=Looked(1, "42", "20261124T120000Z", waiting=3))
    assert (words.partition(";")[0], code) == ("the newest is of 20261124T120000Z", 0)
    assert "3 erasures wait" in words
    assert len(list(folder.iterdir())) == 2


def test_the_disk_of_the_database_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for same in (True, False):
        monkeypatch.setattr("bot.storage.backups.state.same_disk", lambda *_, same=same: same)
        ((words, _),) = said(folder)
        assert ("on the disk of the database" in words) is same


def test_a_folder_that_is_not_there_and_a_recipient_that_is_none(tmp_path: Path) -> None:
    found = said(tmp_path / "none", "age1" + "q" * 58)
    assert [code for _, code in found] == [78, 73]
    assert "not an age recipient" in found[0][0]
    assert "BACKUP_DIR is no folder that exists" in found[1][0]
    (tmp_path / "file").touch()
    assert said(tmp_path / "file")[0][1] == 73
    assert not (tmp_path / "none").exists()


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert said(tmp_path) == [("BACKUP_DIR cannot be read and written: give it to this user", 73)]


def test_former_backups_are_not_forgotten() -> None:
    for looked, words in (
        (None, "none are set up;"),
        (Looked(1, "42"), "none are set up;"),
        (Looked(1, "42", "2026"), "any more"),
    ):
        ((told, code),) = said(None, looked=looked)
        assert words in told
        assert code == 0


@pytest.mark.parametrize(("hours", "code", "words"), [(5, 0, "5 h old"), (36, 0, "36 h old"), (40, 73, "40 h old: is")])
def test_the_age_of_the_last_that_was_read_back(tmp_path: Path, hours: int, code: int, words: str) -> None:
    looked = Looked(1, "42", "20261124T120000Z", verified=NOW - timedelta(hours=hours))
    _, (said_of_age, found) = said(tmp_path, looked=looked)
    assert words in said_of_age
    assert found == code
