"""``python -m bot seminars import``: what it says, with which code, and that it announces nothing (A9)."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3

from bot.__main__ import main
from bot.core.clock import SystemClock
from bot.storage.db.sqlite import open_database
from tests.cli.test_key import KEY
from tests.core.seminars.calendars import APPLE, calendar
from tests.test_settings import bare

__all__ = ["bare"]

DAY = f"{datetime.now(UTC) + timedelta(days=300):%Y%m%d}"  # noqa: TID251 -- the command reads the machine's clock
SOON = (f"DTSTART:{DAY}T000000Z", f"DTEND:{DAY}T013000Z")
Says = Callable[..., str]


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    """What is committed."""
    with closing(sqlcipher3.connect(str(path), isolation_level=None)) as connection:
        return list(connection.execute(sql).fetchall())


def made(path: Path, key: str | None = None) -> None:
    """Make a database as the bot does."""

    async def make() -> None:
        await (await open_database(path, key, SystemClock())).close()

    asyncio.run(make())


@pytest.fixture
def says(bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Says:
    """Import these bytes into bot.db; return what is said."""
    monkeypatch.setenv("DATABASE_PATH", str(bare / "bot.db"))
    monkeypatch.setenv("DATABASE_UNENCRYPTED", "yes")
    monkeypatch.setenv("ADMIN_ZONE", "America/New_York")

    def run(code: int, data: bytes) -> str:
        (bare / "seminars.ics").write_bytes(data)
        assert main(["seminars", "import", str(bare / "seminars.ics")]) == code
        said = capsys.readouterr()
        return said.out + said.err

    return run


def test_an_event_waits_and_a_second_time_changes_nothing(bare: Path, says: Says) -> None:
    made(bare / "bot.db")
    assert f"ok    «Тема», {DAY[:4]}-{DAY[4:6]}-{DAY[6:]} 00:00 UTC: new" in says(0, calendar(*SOON))
    rows = query(bare / "bot.db", "SELECT * FROM imported")
    assert "known, nothing has changed" in says(0, calendar(*SOON))
    assert query(bare / "bot.db", "SELECT * FROM imported") == rows
    assert query(bare / "bot.db", "SELECT count(*) FROM seminar") == [(0,)]
    assert query(bare / "bot.db", "SELECT action, count FROM journal") == [("imported-events", 1)]
    assert "changed, waits" in says(0, calendar(*SOON, summary="Другое", sequence=2))
    assert "left alone: a newer version" in says(0, calendar(*SOON, sequence=1))
    assert "cancelled in the calendar" in says(0, calendar(*SOON, "STATUS:CANCELLED", sequence=3))
    assert "over" in says(0, calendar("DTSTART:20011206T000000Z", uid="past"))
    assert "three years" in says(0, calendar("DTSTART:20991206T000000Z", uid="far"))


def test_refused_events_are_named_and_the_others_taken(bare: Path, says: Says) -> None:
    made(bare / "bot.db")
    bad = calendar("DTSTART;TZID=Lalaland:20991206T000000", uid="two", summary="Чужое\x1b[31m")
    repeating = calendar(*SOON, "RRULE:FREQ=DAILY", uid="three")
    said = says(65, calendar(*SOON) + bad + repeating)
    assert "ok    «Тема»" in said
    assert "bad   event 2 «Чужое[31m»: its time zone is not known (Lalaland)" in said
    assert "bad   event 3 «Тема | Topic»: it repeats" in said
    assert "1 read, 2 refused" in said
    assert "\x1b" not in said
    assert query(bare / "bot.db", "SELECT count(*) FROM imported") == [(1,)]


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"\0" * 100, "no text"), (b"x" * 10_000_000, "larger than 2 MiB"), (APPLE.encode("utf-16"), "no text")],
)
def test_a_hostile_file_is_refused(bare: Path, says: Says, data: bytes, why: str) -> None:
    made(bare / "bot.db")
    assert why in says(65, data)
    assert query(bare / "bot.db", "SELECT count(*) FROM imported") == [(0,)]


def test_no_file_no_database_another_schema_another_key(
    bare: Path, says: Says, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "there is no database" in says(74, calendar(*SOON))
    assert not (bare / "bot.db").exists()
    assert main(["seminars", "import", str(bare / "none.ics")]) == 65
    assert "cannot be read (FileNotFoundError)" in capsys.readouterr().err
    made(bare / "bot.db")
    with closing(sqlcipher3.connect(str(bare / "bot.db"), isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 7")
    assert "start this version once" in says(74, calendar(*SOON))
    (bare / "bot.db").unlink()
    made(bare / "bot.db", KEY)
    assert "it is encrypted" in says(74, calendar(*SOON))
    monkeypatch.setenv("ADMIN_ZONE", "Nowhere/Land")
    assert "ADMIN_ZONE" in says(78, calendar(*SOON))


def test_a_database_that_cannot_be_written_is_said(bare: Path, says: Says) -> None:
    made(bare / "bot.db")
    with closing(sqlcipher3.connect(str(bare / "bot.db"), isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        assert "could not be written" in says(74, calendar(*SOON))
        connection.execute("ROLLBACK")
    assert "new" in says(0, calendar(*SOON))
