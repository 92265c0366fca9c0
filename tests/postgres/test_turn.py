"""The turn, in one process: waited for, had, lost, and what is done meanwhile (O9)."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from pydantic import SecretStr

from bot.core.clock import SystemClock
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals, vitals_by
from bot.core.updates import Incoming, current
from bot.demo.doors.in_process import InProcessSession
from bot.demo.telegram import Telegram
from bot.lifespan import Stopped, opened
from bot.settings import BadSettings, Settings
from bot.standby import turn
from bot.storage.db.errors import WrongKey
from bot.storage.db.postgres.database import PostgresDatabase, SessionLost
from bot.storage.db.postgres.leadership import held, over
from tests.chat import TOKEN, Fixed
from tests.postgres import cluster as servers
from tests.postgres.cluster import KEY, shared
from tests.postgres.relay import Relay
from tests.waiting import until

CLOCK = SystemClock()


async def url_of(relay: Relay | None = None) -> str:
    """An empty database, behind a relay if there is one."""
    name = await asyncio.to_thread(shared().empty_database, f"turn {id(relay)}")
    return shared().url(name, relay.port if relay else None)


def settings(url: str, folder: Path, **values: Any) -> Settings:
    """A bot on that server."""
    (folder / "bot.key").write_text(KEY, encoding="ascii")
    given = {"bot_token": TOKEN, "database_url": url, "database_key_file": folder / "bot.key"}
    return Fixed(**{**given, "database_path": folder / "bot.db", **values})


async def led(url: str, lost: asyncio.Event | None = None) -> PostgresDatabase:
    """Have the turn."""
    database = await over(url, KEY, 42, CLOCK).lead(asyncio.Event(), lost or asyncio.Event())
    assert database is not None
    return database


async def test_the_second_waits_refuses_a_webhook_and_goes_on_after_the_first(tmp_path: Path) -> None:
    url, vitals, stop = await url_of(), vitals_by(CLOCK), asyncio.Event()
    first = await led(url)
    webhook = {"webhook_url": "https://bot.example", "webhook_secret": "s" * 16, "webhook_listen": "127.0.0.1:18093"}
    given = settings(url, tmp_path, **webhook)

    async def second() -> str:
        async with turn.leading(given, turn.Machine(KEY), CLOCK, stop, asyncio.Event(), vitals, None) as database:
            assert database is not None
            await database.rows("SELECT 1")
            return "had"

    async with asyncio.TaskGroup() as tasks:
        waiting = tasks.create_task(second())
        await until(lambda: Trouble.STANDBY in vitals.troubles)
        async with ClientSession() as session:
            answer = await answered(lambda: session.post("http://127.0.0.1:18093/"))
            assert (answer.status, int(answer.headers["Retry-After"]) in range(1, 6)) == (503, True)
        assert not waiting.done()
        await first.close()
    assert waiting.result() == "had"
    assert Trouble.STANDBY not in vitals.troubles


async def answered(ask: Callable[[], Awaitable[Any]]) -> Any:
    """Ask until the port is open."""
    for _ in range(100):
        with suppress(OSError):
            return await ask()
        await asyncio.sleep(0.02)
    raise TimeoutError


async def test_told_to_stop_it_waits_no_more(tmp_path: Path) -> None:
    url, stop = await url_of(), asyncio.Event()
    first = await led(url)
    asyncio.get_running_loop().call_later(0.2, stop.set)
    with pytest.raises(Stopped):
        async with opened(settings(url, tmp_path), CLOCK, stop):
            raise AssertionError("it is the other's turn")
    away = over("postgresql://bot@127.0.0.1:9/bot", KEY, 42, CLOCK)
    stop.clear()
    asyncio.get_running_loop().call_later(0.2, stop.set)
    assert await away.lead(stop, asyncio.Event()) is None
    assert away.away.is_set()
    await first.close()


async def test_a_session_that_ends_is_noticed_and_the_update_is_left_to_others() -> None:
    url, lost = await url_of(), asyncio.Event()
    database = await led(url, lost)
    settled: list[int] = []
    incoming = Incoming(7, lambda: settled.append(7))
    async with held(database, lost):
        await database.beat()
        ended = "SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND objid = 42"
        shared().rows(url.rpartition("/")[2], ended)
        current.set(incoming)
        with pytest.raises(SessionLost):
            async with database.writing() as tx:
                await tx.execute("DELETE FROM meta")
        await asyncio.wait_for(lost.wait(), 5)
    incoming.settle()
    assert settled == [] and incoming.abandoned


async def test_a_silent_server_is_given_up_and_cut() -> None:
    """Whatever waits for it fails at once, a transaction under way too."""
    relay = Relay(shared().port)
    await relay.open()
    lost = asyncio.Event()
    database = await led(await url_of(relay), lost)
    async with held(database, lost):
        with pytest.raises(SessionLost):
            async with database.writing() as tx:
                await tx.execute("INSERT INTO meta VALUES ('x', 'y')")
                relay.silent = True
                with pytest.raises(SessionLost):
                    async with database.writing():
                        raise AssertionError("the writer is taken")
                await tx.execute("INSERT INTO meta VALUES ('z', 'y')")
        await asyncio.wait_for(lost.wait(), 5)
    await relay.close()


async def test_a_beat_without_an_answer_loses_the_turn() -> None:
    relay = Relay(shared().port)
    await relay.open()
    lost = asyncio.Event()
    database = await led(await url_of(relay), lost)
    async with held(database, lost):
        relay.silent = True
        await asyncio.wait_for(lost.wait(), 8)
    await relay.close()


async def test_health_tells_a_standby_without_a_server_from_one_that_waits(tmp_path: Path) -> None:
    """On every machine "standby" alone would read as if another one worked."""
    vitals, stop, waits, away = vitals_by(CLOCK), asyncio.Event(), await url_of(), "postgresql://bot@127.0.0.1:9/bot"
    first = await led(waits)
    for url, wrong in ((away, True), (waits, False)):
        stop.clear()
        vitals.troubles.note(Trouble.DATABASE, wrong=not wrong)  # what was found while it worked is no more true
        asyncio.get_running_loop().call_later(1.5, stop.set)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(asked_for(settings(url, tmp_path), stop, vitals))
            await asyncio.sleep(1)
            assert Trouble.STANDBY in vitals.troubles
            assert (Trouble.DATABASE in vitals.troubles) is wrong
        assert Trouble.DATABASE not in vitals.troubles
    await first.close()


async def asked_for(given: Settings, stop: asyncio.Event, vitals: Vitals) -> None:
    """Wait for the turn until told to stop."""
    async with turn.leading(given, turn.Machine(KEY), CLOCK, stop, asyncio.Event(), vitals, None) as database:
        assert database is None


async def test_a_lost_turn_a_wrong_key_and_a_free_turn(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    url, lost, vitals = await url_of(), asyncio.Event(), vitals_by(CLOCK)
    given = settings(url, tmp_path)

    async def nobody_to_serve(_ended: asyncio.Event) -> None:
        raise AssertionError("the server was never away")

    async with turn.leading(
        given, turn.Machine(KEY), CLOCK, asyncio.Event(), lost, vitals, nobody_to_serve
    ) as database:
        assert database is not None
        lost.set()
    assert caplog.text.count("lead_lost") == 1
    with pytest.raises(WrongKey):
        async with turn.leading(given, turn.Machine("d1" * 32), CLOCK, asyncio.Event(), asyncio.Event(), vitals, None):
            raise AssertionError("no turn without the key")


async def test_who_serves_readers_steps_back_when_another_polls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turn, "AGAIN_SECONDS", 0.05)
    vitals, stop, served = vitals_by(CLOCK), asyncio.Event(), list[bool]()

    async def serve(ended: asyncio.Event) -> None:
        vitals.troubles.note(Trouble.CONFLICT, wrong=len(served) == 0)
        await asyncio.wait_for(ended.wait(), 5)
        served.append(True)
        if len(served) > 1:
            stop.set()

    given = settings("postgresql://bot@127.0.0.1:9/bot", tmp_path)
    asyncio.get_running_loop().call_later(3, stop.set)
    async with turn.leading(given, turn.Machine(KEY), CLOCK, stop, asyncio.Event(), vitals, serve) as database:
        assert database is None
    assert len(served) >= 2  # once until another was heard, and once until the stop


class App:
    """Runs until told to stop, and then ends as it is told to."""

    def __init__(self, end: Callable[[], Awaitable[None]]) -> None:
        """``end`` is what comes last."""
        self._end = end

    async def run(self, stop: asyncio.Event) -> None:
        """Run."""
        await stop.wait()
        await self._end()


async def test_what_runs_ends_with_its_turn() -> None:
    async def fails() -> None:
        raise RuntimeError

    for lost_first in (False, True):
        stop, lost = asyncio.Event(), asyncio.Event()
        asyncio.get_running_loop().call_later(0.05, (lost if lost_first else stop).set)
        if lost_first:
            await turn.run_until_lost(App(fails), stop, lost)  # no failure of this instance's
        else:
            with pytest.raises(RuntimeError):
                await turn.run_until_lost(App(fails), stop, lost)
    stop, lost = asyncio.Event(), asyncio.Event()
    asyncio.get_running_loop().call_later(0.05, lost.set)
    await turn.run_until_lost(App(lambda: asyncio.sleep(60)), stop, lost)  # what lasts is cut off


async def test_who_led_last_answers_readers_while_the_server_is_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over the pretended Telegram, by the whole start; when the server is back, it has its turn again."""
    monkeypatch.setattr("bot.handlers.inbox.alone.LISTEN_SECONDS", 1)
    monkeypatch.setattr("bot.handlers.inbox.alone.BETWEEN_SECONDS", 0.1)
    monkeypatch.setattr(turn, "AGAIN_SECONDS", 0.1)
    telegram, server = Telegram(token=TOKEN, now=lambda: CLOCK.now().timestamp()), servers.Cluster()
    anna = telegram.person(5001, "Анна", "ru")
    try:
        url = server.url(await asyncio.to_thread(server.new_database))
        server.stop()

        async def works() -> str:
            stop, session = asyncio.Event(), InProcessSession(telegram)
            async with opened(settings(url, tmp_path), CLOCK, stop, session, again=True) as app:
                return (await app.repositories.seen.load() == set()) * "works"

        async with asyncio.TaskGroup() as tasks:
            working = tasks.create_task(works())
            anna.sends("/faq")
            await until(lambda: len(anna.messages) > 1, 20)
            await asyncio.to_thread(server.start)
        assert working.result() == "works"
    finally:
        server.remove()


async def test_without_a_key_or_a_driver_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = settings(await url_of(), tmp_path)
    keyless = given.model_copy(update={"database_key_file": None, "database_unencrypted": True})
    with pytest.raises(BadSettings, match="DATABASE_KEY_FILE is missing: DATABASE_URL needs it"):
        async with opened(keyless, CLOCK, asyncio.Event()):
            pass

    def missing(_name: str) -> None:
        raise ModuleNotFoundError

    monkeypatch.setattr(turn, "import_module", missing)
    with pytest.raises(BadSettings, match=r"requirements-postgres\.txt"):
        async with opened(given, CLOCK, asyncio.Event()):
            pass
    with pytest.raises(BadSettings, match="DATABASE_URL is set"):
        given.require_file()
    with pytest.raises(BadSettings, match="DATABASE_URL is missing"):
        given.model_copy(update={"database_url": None}).require_server()
    assert isinstance(given.database_url, SecretStr) and given.bot_id == int(TOKEN.split(":")[0])
