"""``key rotate``: every id is closed with the new key, whenever it was cut short; the old key opens nothing then."""

import asyncio
from pathlib import Path

import psycopg
import pytest

from bot.__main__ import main
from bot.core.clock import SystemClock
from bot.storage.db.errors import Unfit, WrongKey
from bot.storage.db.instance_lock import AnotherInstance
from bot.storage.db.postgres import rotate as rotating
from bot.storage.db.postgres.leadership import over
from bot.storage.db.postgres.look import look_at_server
from bot.storage.db.postgres.rotate import rotate
from bot.storage.db.postgres.veil import Veil
from tests.people import enter
from tests.postgres.cluster import KEY, opened, shared
from tests.test_settings import bare

__all__ = ["bare"]

NEW, OTHER = "d1" * 32, "e2" * 32
CHATS = [7_000_000_000 + 31 * number for number in range(1_200)]


async def led(url: str, key: str) -> list[int]:
    """Lead once, with this key; return the ids that stand in the database."""
    database = await over(url, key, 42, SystemClock()).lead(asyncio.Event(), asyncio.Event())
    assert database is not None
    found = [chat for (chat,) in await database.rows("SELECT chat FROM person ORDER BY number")]
    await database.close()
    return found


async def filled(url: str) -> None:
    """Let people be known."""
    database = await opened(url, SystemClock())
    async with database.writing() as tx:
        await enter(tx, CHATS)
    await database.close()


@pytest.fixture
def url() -> str:
    """A database with people in it."""
    address = shared().url(shared().new_database())
    asyncio.run(filled(address))
    assert asyncio.run(led(address, KEY)) == CHATS
    return address


def test_every_id_is_closed_anew_and_the_old_key_opens_nothing(url: str) -> None:
    assert rotate(url, 42, KEY, NEW) == len(CHATS)
    assert asyncio.run(led(url, NEW)) == CHATS
    with pytest.raises(WrongKey):
        asyncio.run(led(url, KEY))
    assert rotate(url, 42, KEY, NEW) == 0  # once more is harmless
    with pytest.raises(Unfit, match="is not the key"):
        rotate(url, 42, OTHER, KEY)


def test_cut_short_nobody_leads_until_it_was_begun_again(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = iter(range(700))

    class Killed(Veil):
        def close(self, chat: int) -> bytes:
            if chat and next(closed, None) is None:
                raise KeyboardInterrupt
            return super().close(chat)

    with monkeypatch.context() as during:
        during.setattr(rotating, "Veil", Killed)
        with pytest.raises(KeyboardInterrupt):
            rotate(url, 42, KEY, NEW)
    for key in (KEY, NEW):
        with pytest.raises(WrongKey, match="key rotate was cut short: run it again"):
            asyncio.run(led(url, key))
        with pytest.raises(Unfit, match="key rotate was cut short: run it again"):
            look_at_server(url, key, "")
    assert rotate(url, 42, KEY, NEW) == len(CHATS) - 500  # the slice that was whole stays
    assert asyncio.run(led(url, NEW)) == CHATS


def test_the_command(url: str, bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name, key in (("old.key", KEY), ("new.key", NEW)):
        (bare / name).write_text(key, encoding="ascii")
    for name, value in (("BOT_TOKEN", "42:TEST"), ("DATABASE_URL", url), ("DATABASE_KEY_FILE", "old.key")):
        monkeypatch.setenv(name, value)
    with psycopg.connect(url, autocommit=True) as working:
        working.execute("SELECT pg_try_advisory_lock(42)")
        with pytest.raises(AnotherInstance):
            rotate(url, 42, KEY, NEW)
    assert main(["key", "rotate", "new.key"]) == 0
    words = capsys.readouterr().out
    assert f"{len(CHATS)} ids" in words and "old.key" in words and "DATABASE_KEY_FILE=new.key" in words
    assert KEY not in words and NEW not in words
    assert main(["key", "rotate", "old.key"]) == 78  # one and the same
