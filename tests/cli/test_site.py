"""``python -m bot site``: without Telegram, beside a database or alone."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.chat import town


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without settings."""
    (tmp_path / "here" / "data").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def test_without_a_database_the_answers_are_written(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["site", str(bare / "site"), "--date", "2026-12-31"]) == 0
    out = capsys.readouterr().out
    assert "there is no database" in out and "ok    written, as of 2026-12-31" in out
    assert (bare / "site" / "ru" / "first-steps.html").is_file()
    assert "no schedule" in (bare / "site" / "en" / "seminars.html").read_text(encoding="utf-8")
    assert main(["site", str(bare / "site"), "--date", "2026-12-31"]) == 0
    assert "nothing has changed" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("folder", "day", "code", "words"),
    [
        ("site", "tomorrow", 78, "--date must be a day"),
        ("none/site", "2026-12-31", 65, "make it first"),
        ("here", "2026-12-31", 73, "something else than a site"),
    ],
)
def test_what_cannot_be_done_is_said(
    folder: str, day: str, code: int, words: str, bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / "here" / "mine.txt").write_text("x", encoding="utf-8")
    assert main(["site", str(bare / folder), "--date", day]) == code
    assert words in capsys.readouterr().err


async def test_beside_a_running_bot_it_has_its_seminars_and_its_name(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with town() as t:
        await t.admin().announces(f"/seminar {(t.clock.now() + timedelta(days=3)):%Y-%m-%d} 19:00 | Суд | Court")
        monkeypatch.setenv("DATABASE_PATH", str(t.path))
        monkeypatch.setenv("DATABASE_UNENCRYPTED", "yes")
        day = f"{t.clock.now():%Y-%m-%d}"
        assert await asyncio.to_thread(main, ["site", str(bare / "site"), "--date", day]) == 0
    assert "<h2>Court</h2>" in (bare / "site" / "en" / "seminars.html").read_text(encoding="utf-8")
    assert "https://t.me/seminar_demo_bot" in (bare / "site" / "ru" / "verify.html").read_text(encoding="utf-8")
