"""``python -m bot journal verify``: what it says and with which code, of a database made and tampered with."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3

from bot.__main__ import main
from bot.core.clock import SystemClock
from bot.core.journal import Act, Action
from bot.storage.db.sqlite import open_database
from bot.storage.journal import JournalRepository
from tests.cli.test_key import KEY
from tests.test_settings import bare

__all__ = ["bare"]


def written(path: Path, key: str | None = None, entries: int = 6) -> str:
    """Make a database with a journal; return its head."""

    async def write() -> str:
        database = await open_database(path, key, SystemClock())
        try:
            for _ in range(entries):
                await JournalRepository(database).note(Act(Action.ALL_PAUSED))
            return str(await JournalRepository(database).head())
        finally:
            await database.close()

    return asyncio.run(write())


def tampered(path: Path, *statements: str) -> None:
    """Change the file behind the bot's back."""
    with closing(sqlcipher3.connect(str(path), isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def says(bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run the command over bot.db; return what it says."""
    monkeypatch.setenv("DATABASE_PATH", str(bare / "bot.db"))
    monkeypatch.setenv("DATABASE_UNENCRYPTED", "yes")

    def run(code: int, *arguments: str) -> str:
        assert main(["journal", "verify", *arguments]) == code
        said = capsys.readouterr()
        return said.out + said.err

    return run


def test_a_whole_journal(bare: Path, says: Callable[..., str]) -> None:
    head = written(bare / "bot.db")
    assert "ok    journal: whole, 6 entries, " in says(0)
    assert f"head {head}" in says(0, "--head", head, "--head", head.upper())


def test_no_journal_yet(bare: Path, says: Callable[..., str]) -> None:
    written(bare / "bot.db", entries=0)
    assert says(0) == "ok    journal: no entry yet\n"


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE journal SET alias = 'Boris' WHERE number = 3", "entry 3: was edited"),
        ("DELETE FROM journal WHERE number = 3", "entry 3: removed"),
        ("DELETE FROM journal WHERE number BETWEEN 3 AND 4", "entries 3 to 4: removed"),
        ("DELETE FROM journal WHERE number > 4", "entries 5 to 6: cut off"),
        ("DELETE FROM journal", "no entry is left"),
        ("DELETE FROM meta WHERE name = 'journal'", "the head kept in the database is missing"),
    ],
)
def test_t88_tampering_is_named(bare: Path, says: Callable[..., str], statement: str, words: str) -> None:
    written(bare / "bot.db")
    tampered(bare / "bot.db", statement)
    assert words in says(1)


def test_t88_two_entries_that_changed_places(bare: Path, says: Callable[..., str]) -> None:
    written(bare / "bot.db")
    swap = "UPDATE journal SET number = CASE number WHEN -3 THEN 4 ELSE 3 END WHERE number < 0"
    tampered(bare / "bot.db", "UPDATE journal SET number = -number WHERE number IN (3, 4)", swap)
    assert "entry 3: reordered, it belongs at 4" in says(1)


def test_t88_a_cut_that_took_the_kept_head_along(bare: Path, says: Callable[..., str]) -> None:
    head = written(bare / "bot.db")
    cut = "UPDATE meta SET value = (SELECT number || ':' || hash FROM journal WHERE number = 4) WHERE name = 'journal'"
    tampered(bare / "bot.db", "DELETE FROM journal WHERE number > 4", cut)
    assert "whole, 4 entries" in says(0)
    assert "entries 5 to 6: cut off" in says(1, "--head", head)


def test_what_it_refuses(bare: Path, says: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "there is no database" in says(74)
    (bare / "bot.db").write_bytes(b"spoilt" * 4_000)
    assert "DATABASE_PATH" in says(74)
    for bad in ("6", "6:abc", "x:" + "a" * 32, "6:" + "g" * 32, "6:" + "a" * 65):
        assert "--head must be" in says(78, "--head", bad)
    monkeypatch.setenv("SEND_RATE", "canary")
    assert "SEND_RATE" in says(78)


def test_an_encrypted_one_and_one_of_an_older_version(
    bare: Path, says: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    written(bare / "bot.db")
    tampered(bare / "bot.db", "DROP TABLE journal")
    assert "it has no journal yet" in says(74)
    (bare / "bot.db").unlink()
    (bare / "bot.key").write_text(KEY, encoding="ascii")
    written(bare / "bot.db", KEY)
    monkeypatch.delenv("DATABASE_UNENCRYPTED")
    monkeypatch.setenv("DATABASE_KEY_FILE", str(bare / "bot.key"))
    assert "whole, 6 entries" in says(0)
    (bare / "bot.key").write_text("cd" * 32, encoding="ascii")
    assert "does not fit" in says(74)
