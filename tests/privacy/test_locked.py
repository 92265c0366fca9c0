"""Locked mode (O4, R7): without the key readers are served, orders refused; the key opens it in place."""

import asyncio
import io
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiogram import Dispatcher, Router
from pydantic import SecretStr

from bot import lifespan as root
from bot import locked_mode as locked
from bot.cli import unlock
from bot.core.clock import SystemClock
from bot.demo.chats.person import Person
from bot.demo.doors.in_process import InProcessSession
from bot.demo.doors.webhook import delivering
from bot.demo.telegram import Telegram
from bot.handlers.inbox import TokenRejected
from bot.handlers.locked_mode import locked_routers
from bot.storage.db.errors import StorageError
from bot.storage.db.locked import Locked, LockedDatabase, NothingSeen
from bot.storage.db.sqlite import open_database
from bot.storage.maintenance import unlock as keyhole
from bot.storage.maintenance import unlock_socket as door
from bot.storage.maintenance.unlock_socket import Reply, hand_over, socket_of
from tests.chaos.hooked import HOOK, free_port
from tests.chat import TOKEN, Fixed, town
from tests.people import CHATS
from tests.privacy.traces import FIRST, everything
from tests.test_wiring import missing
from tests.waiting import until

KEY, OTHER = "ab" * 32, "cd" * 32
IN_PERSON = f"INSERT INTO person (chat) VALUES ({FIRST})"  # noqa: S608 -- one row
SUBSCRIBED = "INSERT INTO subscriber (person, language, joined, active, reminders, recordings, news, silent, discreet) VALUES (1, 'ru', '2026-11-24', '2026-11-24', 1, 1, 1, 0, 0)"  # noqa: E501 -- one row
LATER = "ничего не изменено и не удалено"


class House:
    """A database whose key is away, and the bot that starts over it."""

    def __init__(self, folder: Path) -> None:
        """Use ``house``."""
        self.clock = SystemClock()
        self.telegram = Telegram(token=TOKEN, now=lambda: self.clock.now().timestamp())
        self.path, self.key = folder / "bot.db", folder.parent / f"{folder.name}.key"
        self.stop = asyncio.Event()
        self.working = asyncio.Event()
        self.settings = Fixed(bot_token=SecretStr(TOKEN), database_path=self.path, database_key_file=self.key)
        self.anna: Person = self.telegram.person(FIRST, "Анна", "ru")
        self.anna.started = True

    async def live(self) -> None:
        """What ``run`` does."""
        async with root.opened(self.settings, self.clock, self.stop) as app:
            self.working.set()
            await app.run(self.stop)

    async def says(self, text: str, answer: str) -> None:
        """Write, and wait for the answer."""
        self.anna.sends(text)
        await until(lambda: answer in str(self.anna.messages[-1].get("text")))

    async def taps(self, label: str, answer: str) -> None:
        """Tap, and wait for what is shown."""
        self.anna.press(label)
        await until(lambda: answer in str(self.anna.messages[-1]))

    async def gives(self, key: str) -> Reply:
        """Come to the door."""
        await until(lambda: socket_of(self.path).exists())
        return await asyncio.to_thread(hand_over, self.path, key)

    async def subscribed(self) -> list[tuple[int, ...]]:
        """Who is subscribed, when the bot has ended."""
        database = await open_database(self.path, KEY, self.clock)
        rows = await database.rows(CHATS)
        await database.close()
        return rows


@asynccontextmanager
async def living(house: House) -> AsyncIterator[asyncio.Task[None]]:
    """The bot, running until the end of the block."""
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(house.live())
        try:
            yield task
        finally:
            house.stop.set()


@pytest.fixture
async def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """A keyed database with one subscriber; its key file is not there."""
    found = House(tmp_path)
    monkeypatch.setattr(root, "session_of", lambda settings: InProcessSession(found.telegram))
    monkeypatch.setattr(keyhole, "KEY_FILE_CHECK_SECONDS", 0.05)
    database = await open_database(found.path, KEY, found.clock)
    async with database.writing() as tx:
        await tx.execute(IN_PERSON)
        await tx.execute(SUBSCRIBED)
    await database.close()
    return found


async def test_readers_are_served_and_orders_refused(house: House) -> None:
    before = house.path.read_bytes()
    with pytest.raises(ExceptionGroup) as ended:  # told to stop while it was locked
        async with living(house):
            await house.says("/start", "семинар")
            await house.taps("Вопросы и ответы", "С чего начать")
            await house.taps("🌐", "Questions")
            await house.says("/privacy", "the database is locked")
            await house.taps("🌐", "база заперта")
            await house.says("/help", "Помощь")
            for order in ("/stop", "/delete", "/subscribe", "/settings", "/cancel", "/broadcast", "кто-нибудь?"):
                await house.says(order, LATER)
            await house.says("я хочу умереть", "Вы не одни")
            await house.says("/start", "семинар")
            house.anna.press("Подписаться")
            await until(lambda: any(LATER in str(toast.get("text")) for toast in house.anna.toasts))
            await house.says("/start seminar_1", "Сейчас не получилось")
            house.anna.blocks()
            assert not house.working.is_set()
    assert ended.group_contains(root.Stopped)
    assert house.path.read_bytes() == before
    assert await house.subscribed() == [(FIRST,)]


async def test_the_key_at_the_door_opens_it(house: House) -> None:
    async with living(house):
        await house.says("/stop", LATER)
        assert await house.gives(OTHER) is Reply.WRONG
        assert await house.gives("canary") is Reply.WRONG
        assert stat.S_IMODE(socket_of(house.path).stat().st_mode) == 0o600
        assert not house.working.is_set()
        assert await house.gives(KEY) is Reply.OPENED
        await house.working.wait()
        await house.says("/stop", "Вы отписаны")
        assert not socket_of(house.path).exists()
    assert await house.subscribed() == []
    assert KEY.encode() not in everything(house.path.parent)


@pytest.mark.parametrize("first", [OTHER, "half of a k", None])
async def test_the_key_in_its_file_opens_it(house: House, first: str | None) -> None:
    if first == OTHER:
        house.key.write_text(first, encoding="ascii")
    async with living(house):
        await house.says("/faq", "Вопросы")
        if first:
            house.key.write_text(first, encoding="ascii")
        await asyncio.sleep(0.15)
        assert not house.working.is_set()
        house.key.write_text(f"{KEY}\n", encoding="ascii")
        await house.working.wait()
        await house.says("/stop", "Вы отписаны")
    assert await house.subscribed() == []


async def test_a_locked_bot_with_a_webhook_serves_readers_and_gives_the_port_to_the_whole_bot(house: House) -> None:
    port = free_port()
    hook = {**HOOK, "webhook_listen": f"127.0.0.1:{port}"}
    given: dict[str, Any] = {"bot_token": SecretStr(TOKEN), "database_path": house.path, "database_key_file": house.key}
    house.settings = Fixed(**given, **hook)
    async with living(house), delivering(house.telegram.world, f"http://127.0.0.1:{port}") as deliverer:
        await house.says("/faq", "Вопросы")
        await house.says("/stop", LATER)
        assert await house.gives(KEY) is Reply.OPENED
        await house.working.wait()
        await house.says("/stop", "Вы отписаны")
        assert set(deliverer.delivered.statuses) <= {0, 200, 503}
    assert await house.subscribed() == []


async def test_nothing_said_while_it_opens_is_lost(house: House) -> None:
    """Fifty people write while the locked bot gives way: each is answered, by the one or the other."""
    people = [house.telegram.person(FIRST + 1 + number, "x", "ru") for number in range(50)]
    async with living(house):
        await house.says("/faq", "Вопросы")
        for number, person in enumerate(people):
            person.started = True
            person.sends("/faq")
            if number == 25:
                assert await house.gives(KEY) is Reply.OPENED
        await until(lambda: all(any(m["from"]["is_bot"] for m in person.messages) for person in people))


async def test_a_right_key_for_a_file_that_cannot_be_used_ends_it(house: House) -> None:
    database = await open_database(house.path, KEY, house.clock)
    async with database.maintenance() as tx:
        await tx.rows("PRAGMA user_version = 999")
    await database.close()
    with pytest.raises(ExceptionGroup) as ended:
        async with living(house):
            assert await house.gives(KEY) is Reply.FAILED
            await asyncio.sleep(5)
    assert ended.group_contains(StorageError, match="schema 999")


async def test_a_token_that_is_refused_ends_it(house: House) -> None:
    house.settings = house.settings.model_copy(update={"bot_token": SecretStr("42:OTHER")})
    with pytest.raises(ExceptionGroup) as ended:
        async with living(house):
            await asyncio.sleep(5)
    assert ended.group_contains(TokenRejected)
    assert not socket_of(house.path).exists()


async def test_a_stranger_is_not_heard(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "own", lambda connection: False)
    with pytest.raises(ExceptionGroup):
        async with living(house):
            assert await house.gives(KEY) is Reply.STRANGER
    assert not house.working.is_set()


async def test_without_a_door_the_file_is_enough(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "socket_of", lambda path: path.parent / ("x" * 120))
    async with living(house):
        await house.says("/faq", "Вопросы")
        house.key.write_text(KEY, encoding="ascii")
        await house.working.wait()


async def test_what_was_opened_when_it_ends_badly_is_closed(tmp_path: Path) -> None:
    database = await open_database(tmp_path / "bot.db", None, SystemClock())
    await locked.close(None)
    await locked.close(database)
    with pytest.raises((ValueError, StorageError)):
        await database.row("SELECT 1")


async def test_the_locked_database_refuses_everything() -> None:
    database = LockedDatabase(SystemClock())
    with pytest.raises(Locked):
        await database.row("SELECT 1")
    with pytest.raises(Locked):
        async with database.writing():
            pass
    for refused in (database.give_back_pages, database.wipe_round, database.file_erasures, database.back_up):
        with pytest.raises(Locked):
            await refused()
    database.wipe_soon()
    assert not await database.backup_due()
    await database.close()
    assert (await NothingSeen().load(), await NothingSeen().forget_before("2026-11-24")) == (set(), 0)


async def test_the_locked_handlers_are_given_what_they_ask_for() -> None:
    async with town() as t:
        for router in locked_routers():
            assert _missing(t.app.dispatcher.workflow_data, router) == []


def _missing(known: dict[str, Any], router: Router) -> list[str]:
    dispatcher = Dispatcher(disable_fsm=True, **known)
    dispatcher.include_router(router)
    return missing(dispatcher)


async def test_the_command_gives_the_key(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_PATH", str(house.path))
    assert await _command(monkeypatch, KEY) == 69
    async with living(house):
        await until(lambda: socket_of(house.path).exists())
        assert await _command(monkeypatch, OTHER) == 65
        assert await _command(monkeypatch, "canary") == 65
        assert await _command(monkeypatch, KEY) == 0
        await house.working.wait()
    output = capsys.readouterr()
    assert "the bot goes on" in output.out
    assert "canary" not in output.err + output.out
    assert KEY[:8] not in output.err + output.out


async def _command(monkeypatch: pytest.MonkeyPatch, key: str) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{key}\n"))
    return await asyncio.to_thread(unlock.main)


class Terminal(io.StringIO):
    """Where a person sits."""

    def isatty(self) -> bool:
        """Somebody does."""
        return True


def test_the_command_with_bad_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEND_RATE", "canary")
    assert unlock.main() == 78


def test_the_command_asks_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda words: f" {KEY}")
    given: list[str] = []

    def hand(_: Path, key: str) -> Reply:
        given.append(key)
        return Reply.OPENED

    monkeypatch.setattr(unlock, "hand_over", hand)
    assert unlock.main() == 0
    assert given == [KEY]
