"""The keyed file in a real process: nothing of anybody can be read in it, and an erased number is in no file at all."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.clock import SystemClock
from bot.storage.maintenance.unlock_socket import Reply, hand_over, socket_of
from tests.people import CHATS
from tests.privacy.traces import FIRST, everything, found
from tests.process.stage import ADMIN, Stage, stage
from tests.waiting import until

KEY, OTHER = "5f" * 32, "a0" * 32
TITLE = "Разрешение на работу"
ENGLISH = "Permission to work"

pytestmark = pytest.mark.process


def keyed(play: Stage) -> None:
    """Let the test read what the process writes."""
    play.key = KEY


async def talk(play: Stage) -> None:
    """Two people subscribe, the admin enters a seminar, one of them leaves."""
    people = [play.telegram.person(FIRST + number, "Анна") for number in range(2)]
    for anna in people:
        await play.asks(anna, "/start leaflet_canary", "Вопросы и ответы")
        await play.asks(anna, "/subscribe", "Что для этого")
        await play.taps(anna, "Подписаться", "Вы подписаны")
    await play.asks(people[0], "/delete", "Удалить всё?")
    await play.taps(people[0], "Удалить всё", "Удалено")


def form() -> str:
    """A seminar a month from now."""
    day = (SystemClock().now() + timedelta(days=30)).date().isoformat()
    return f"/seminar {day} 19:00 America/New_York | {TITLE} | {ENGLISH} | https://youtu.be/canary | 90m"


def written(play: Stage) -> bytes:
    """The database's files, without the process's output."""
    return b"".join(path.read_bytes() for path in play.folder.glob("bot.db*"))


async def test_a_keyed_file_shows_nothing_of_anybody(tmp_path: Path) -> None:
    key = tmp_path.parent / f"{tmp_path.name}.key"
    key.write_text(KEY)
    async with stage(tmp_path, DATABASE_UNENCRYPTED="no", DATABASE_KEY_FILE=str(key), LOG_LEVEL="DEBUG") as play:
        keyed(play)
        await play.start()
        await talk(play)
        await play.asks(play.admin, form(), "Объявить")
        play.admin.press("Объявить")
        await until(lambda: any(TITLE in text for text in play.telegram.ledger.texts(FIRST + 1)))
        await play.kill()
        assert found([FIRST, FIRST + 1], tmp_path) == set()
        data = everything(tmp_path)
        assert all(word.encode() not in data for word in (TITLE, ENGLISH, "canary", "CREATE TABLE", KEY))
        assert not (tmp_path / "bot.db").read_bytes().startswith(b"SQLite format 3")
        assert await play.query(CHATS) == [(FIRST + 1,)]
        assert len(set(written(play))) == 256
        assert str(ADMIN).encode() not in play.log.read_bytes()


async def test_an_unkeyed_process_leaves_only_who_is_subscribed(tmp_path: Path) -> None:
    async with stage(tmp_path, LOG_LEVEL="DEBUG") as play:
        await play.start()
        await talk(play)
        await until(lambda: found([FIRST, FIRST + 1], tmp_path) == {FIRST + 1}, within=60)
        await play.kill()
        assert found([FIRST, FIRST + 1], tmp_path) == {FIRST + 1}
        assert b"leaflet_canary" not in everything(tmp_path)
        assert str(FIRST + 1).encode() not in play.log.read_bytes()


async def test_a_wrong_key_locks_it_and_the_right_one_opens_it_without_a_restart(tmp_path: Path) -> None:
    """Locked: readers are served, orders refused, the file untouched; unlocked: goes on, the key in no output."""
    key = tmp_path.parent / f"{tmp_path.name}.key"
    key.write_text(KEY)
    async with stage(tmp_path, DATABASE_UNENCRYPTED="no", DATABASE_KEY_FILE=str(key), LOG_LEVEL="DEBUG") as play:
        keyed(play)
        await play.subscribers(1, FIRST)
        before = play.path.read_bytes()
        key.write_text(OTHER)
        await play.start()
        anna = play.telegram.person(FIRST, "Анна")
        await play.asks(anna, "/faq", "Вопросы и ответы")
        await play.asks(anna, "/stop", "ничего не изменено и не удалено")
        assert play.path.read_bytes() == before
        assert await asyncio.to_thread(hand_over, play.path, "77" * 32) is Reply.WRONG
        assert await asyncio.to_thread(hand_over, play.path, KEY) is Reply.OPENED
        await play.asks(anna, "/stop", "Вы отписаны")
        assert await play.stop() == 0
        assert await play.query(CHATS) == []
        output = play.log.read_text()
        assert "locked" in output
        assert all(one[:8] not in output for one in (KEY, OTHER, "77" * 32))
    assert not socket_of(play.path).exists()
