"""The disk refuses: locked by another process, full, read-only. "Try later", the FAQ goes on, and so does the bot (R7).

T46, T50, and a disk that is full (a limit on the size of files, which binds root too).
"""

import asyncio
import resource
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest

from tests.chaos.figures import note
from tests.chaos.test_inbox_world import World, living
from tests.waiting import until

REFUSED = "Сейчас не получилось"
HOLDER = """
import sys, sqlcipher3
connection = sqlcipher3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE meta SET value = value")
print("held", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
"""


@asynccontextmanager
async def locked(path: Path) -> AsyncIterator[None]:
    """Let another process hold the writer's lock."""
    command = (sys.executable, "-c", HOLDER, str(path))
    pipe = subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe)
    assert process.stdin and process.stdout
    assert await process.stdout.readline() == b"held\n"
    try:
        yield
    finally:
        process.stdin.write(b"\n")
        await process.stdin.drain()
        await process.wait()
        process.stdin.close()


@contextmanager
def full(size: int = 0) -> Iterator[None]:
    """No file may be written beyond this many bytes; with 0, none at all."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def refused(world: World) -> None:
    """An order is refused kindly, a second one too; the FAQ is there all the time; taps are answered."""
    anna, boris = world.telegram.person(20_001, "Анна"), world.telegram.person(20_002, "Борис")
    anna.press("Подписаться")
    await world.taps(boris, "Вопросы и ответы", "С чего начать")
    await until(lambda: bool(anna.toasts), 12)
    assert REFUSED in str(anna.toasts[-1].get("text"))
    before = len(boris.messages)
    boris.sends("/stop")
    await until(lambda: len(boris.messages) >= before + 2, 12)
    assert REFUSED in str(boris.messages[-1]["text"])
    assert not any("Вы подписаны" in str(message.get("text")) for message in anna.messages)


async def comes_back(world: World) -> None:
    """The same order works now."""
    anna = world.telegram.person(20_001, "Анна")
    await world.taps(anna, "Подписаться", "Вы подписаны")
    assert await world.app.repositories.subscribers.get(anna.id)
    assert not world.task.done()


async def ready(world: World) -> None:
    """Anna is about to subscribe, Boris has subscribed and reads."""
    anna, boris = world.telegram.person(20_001, "Анна"), world.telegram.person(20_002, "Борис")
    await world.subscribes(boris)
    await world.asks(boris, "/start", "Вопросы и ответы")
    await world.asks(anna, "/subscribe", "Подписаться")


async def test_t46_another_process_holds_the_lock(tmp_path: Path) -> None:
    async with living(tmp_path / "bot.db") as world:
        await ready(world)
        async with locked(world.path):
            await refused(world)
        await comes_back(world)
    note("T46", "lost 0, crashes 0, works again by itself")


@pytest.mark.parametrize("size", [0, 4096])
async def test_t50_a_disk_that_takes_nothing_more(tmp_path: Path, size: int) -> None:
    async with living(tmp_path / "bot.db") as world:
        await ready(world)
        with full(size):
            await refused(world)
        await comes_back(world)
    note("T50", "crashes 0, works again by itself")


async def test_t50_what_left_is_written_down_when_the_disk_is_back(tmp_path: Path) -> None:
    """A mailing under way loses nobody and repeats nobody, though for a while no verdict can be written."""
    async with living(tmp_path / "bot.db", send_rate=30) as world:
        chats = await world.subscribers(60)
        admin = world.telegram.person(9001, "Админ")
        await world.asks(admin, "/broadcast", "Отмена")
        await world.asks(admin, "Весть для всех", "Одно для всех")
        await world.taps(admin, "Одно для всех", "Отправить 60")
        await world.taps(admin, "Отправить 60", "Пауза")
        told = world.telegram.ledger.per_chat
        await until(lambda: len(told("Весть")) > 15)
        with full():
            await asyncio.sleep(1.5)
        await until(lambda: world.telegram.ledger.missing(chats, "Весть") == [], 15)
        await asyncio.sleep(0.5)
        assert {chat: n for chat, n in world.telegram.ledger.doubled("Весть").items() if chat in chats} == {}
        assert not world.task.done()
