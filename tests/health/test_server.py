"""GET /health, /health/live and /metrics, over a real socket."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr

from bot.core.clock import SystemClock
from bot.core.health.counts import BOUNDS_SECONDS, RefusedCall
from bot.core.health.pulse import Part
from bot.core.health.readiness import NAMED_ONLY
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Due, Vitals, vitals_by
from bot.core.listening import Listen
from bot.core.mailings.mailings import Lane
from bot.core.mailings.outbox import Later, Sent, Slower
from bot.exit_codes import EXIT_CONFIG
from bot.health.server import MAX_CONNECTIONS, serving
from bot.health_wiring import looked_after
from bot.settings import BadSettings, Settings
from bot.storage.db.instance_lock import AnotherInstance, InstanceLock
from tests.chat import Fixed, town
from tests.clock import ManualClock

HERE = "127.0.0.1"
MOST_SERIES = 200


class Pages:
    """The pages of a bot whose vitals the test sets."""

    def __init__(self, vitals: Vitals, clock: ManualClock, port: int, session: ClientSession) -> None:
        """Use ``pages()``."""
        self.vitals, self.clock = vitals, clock
        self.port, self._session = port, session

    async def get(self, path: str) -> tuple[int, Any]:
        """Return the status, and the JSON or the text."""
        async with self._session.get(f"http://{HERE}:{self.port}{path}") as answer:
            assert answer.headers["Server"] == "http", "no versions"
            json = answer.content_type == "application/json"
            return answer.status, await (answer.json() if json else answer.text())

    async def post(self, path: str) -> int:
        """Return the status of a POST."""
        async with self._session.post(f"http://{HERE}:{self.port}{path}") as answer:
            return answer.status


@asynccontextmanager
async def pages() -> AsyncIterator[Pages]:
    """Serve on a free port."""
    clock = ManualClock()
    vitals = vitals_by(clock)
    async with serving(Listen(HERE, 0), vitals, clock) as port, ClientSession() as session:
        yield Pages(vitals, clock, port, session)


async def test_every_reason_has_its_word_and_its_status() -> None:
    async with pages() as at:
        at.vitals.pulse.expect(*Part)
        assert (await at.get("/health"))[0] == 200
        for trouble in Trouble:
            at.vitals.troubles.note(trouble, wrong=True)
            status, found = await at.get("/health")
            assert (status, found["ready"], found["reasons"]) == (
                (200, True, [trouble]) if trouble in NAMED_ONLY else (503, False, [trouble])
            )
            assert (await at.get("/health/live"))[0] == 200
            at.vitals.troubles.note(trouble, wrong=False)
        for part, word in ((Part.INBOX, "poller"), (Part.SENDER, "sender"), (Part.SCHEDULER, "scheduler")):
            at.vitals.pulse.expect(*Part)
            at.clock.forward(seconds=61)
            for other in set(Part) - {part}:
                at.vitals.pulse.beat(other)
            status, found = await at.get("/health/live")
            assert (status, found["live"], found["ready"], found["reasons"]) == (503, False, False, [word])
            assert found["ages"][part] == 61


async def test_the_numbers_behind_the_words() -> None:
    async with pages() as at:
        _, found = await at.get("/health")
        assert set(found) == {"live", "ready", "reasons", "ages", "backlog", "oldest_due_seconds"}
        measures = at.vitals.measures
        measures.due = {Lane.REMINDER: Due(10, 100, 30), Lane.BROADCAST: Due(5, 100, 300.4)}
        measures.backup_made, measures.disk_free, measures.clock_ahead = at.clock.now() - timedelta(hours=2), 12, -3.26
        _, found = await at.get("/health")
        assert {name: found[name] for name in found.keys() - {"live", "ready", "reasons", "ages"}} == {
            "backlog": 15,
            "oldest_due_seconds": 300,
            "backup_age_seconds": 7200,
            "clock_ahead_seconds": -3.3,
            "disk_free_bytes": 12,
        }
        for path in ("/", "/health/", "/metrics/x"):
            assert (await at.get(path))[0] == 404
        assert await at.post("/health") == 405


async def test_whoever_opens_many_connections_takes_few() -> None:
    async with pages() as at:
        kept = [await asyncio.open_connection(HERE, at.port) for _ in range(MAX_CONNECTIONS + 20)]
        closed = [reader for reader, _ in kept[MAX_CONNECTIONS:] if await _ended(reader)]
        assert len(closed) == 20
        for _, writer in kept:
            writer.close()
        await asyncio.sleep(0.01)
        assert (await at.get("/health"))[0] == 200


async def _ended(reader: asyncio.StreamReader) -> bool:
    try:
        return await asyncio.wait_for(reader.read(1), 5) == b""
    except ConnectionResetError:
        return True


async def test_metrics_of_a_bot_that_has_done_everything_are_few_and_name_nobody() -> None:
    async with town() as t:
        anna = t.person("Анна")
        await anna.sends("/start")
        await anna.sends("сколько ждать разрешение на работу")
        await t.tick()
        vitals = t.app.vitals
        for trouble in Trouble:
            vitals.troubles.note(trouble, wrong=True)
        for verdict in (Sent(), Later(1), Slower(1)):
            vitals.counts.delivered(verdict)
        vitals.counts.refusals[RefusedCall.REPLY] += 1
        vitals.measures.due = {lane: Due(1, 2, 3) for lane in Lane}
        vitals.measures.backup_made, vitals.measures.clock_ahead = t.clock.now(), 1.0
        async with (
            serving(Listen(HERE, 0), vitals, t.clock) as port,
            ClientSession() as session,
            session.get(f"http://{HERE}:{port}/metrics") as answer,
        ):
            text = await answer.text()
            assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        assert str(anna.id) not in text
    series = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    assert len(series) == len({(sample.name, *sorted(sample.labels.items())) for sample in series}) <= MOST_SERIES
    values = {(sample.name, *sample.labels.values()): sample.value for sample in series}
    assert values["seminar_bot_updates_total", "handled"] >= 2
    assert values["seminar_bot_handling_seconds_count",] == values["seminar_bot_handling_seconds_bucket", "+Inf"] >= 2
    assert values["seminar_bot_deliveries_total", "sent"] == 1
    assert values["seminar_bot_too_many_requests_total", "mailing"] == 1
    assert values["seminar_bot_trouble", "conflict"] == 1
    assert values["seminar_bot_oldest_due_seconds", "reminder"] == 3
    assert values["seminar_bot_ready",] == 0
    assert values["seminar_bot_resident_memory_bytes",] > 10_000_000
    assert values["seminar_bot_open_descriptors",] > 3
    assert {sample.labels["le"] for sample in series if "le" in sample.labels} == {*map(str, BOUNDS_SECONDS), "+Inf"}


def settings(**values: Any) -> Settings:
    """Return settings with an address."""
    return Fixed(**values)


async def test_a_start_that_waits_and_an_end_that_lasts_can_be_seen(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clock, stop, database = SystemClock(), asyncio.Event(), tmp_path / "bot.db"
    vitals = vitals_by(clock)
    async with serving(Listen(HERE, 0), vitals_by(clock), clock) as taken:
        given = settings(metrics_listen=f"{HERE}:{taken}", database_path=database)
        with pytest.raises(BadSettings, match="METRICS_LISTEN: the port is taken"):
            async with looked_after(given, vitals, clock, stop, {}):
                pass
        with InstanceLock(database), pytest.raises(AnotherInstance):  # the port is that of the bot beside this one
            async with looked_after(given, vitals, clock, stop, {}):
                pass
        beside = given.model_copy(update={"database_url": SecretStr("postgresql://bot@127.0.0.1/bot")})
        with InstanceLock(database), pytest.raises(BadSettings, match="METRICS_LISTEN"):  # instances of one server
            async with looked_after(beside, vitals, clock, stop, {}):
                pass
    async with looked_after(settings(metrics_listen=f"0.0.0.0:{taken}"), vitals, clock, stop, {}):
        assert caplog.text.count("health_open") == 1
        async with ClientSession() as session:
            for word in ("starting", "ending"):
                async with session.get(f"http://{HERE}:{taken}/health") as answer:
                    assert (answer.status, (await answer.json())["reasons"]) == (503, [word])
                vitals.troubles.note(Trouble.STARTING, wrong=False)
                stop.set()
                await asyncio.sleep(0)
    assert EXIT_CONFIG == 78


async def test_what_the_bot_raises_comes_out_as_it_is() -> None:
    clock = SystemClock()
    with pytest.raises(BadSettings, match="as it is"):
        async with looked_after(settings(), vitals_by(clock), clock, asyncio.Event(), {}):
            raise BadSettings("as it is")


async def test_systemd_and_the_heartbeat_are_served_beside_the_bot(tmp_path: Path) -> None:
    clock, stop = SystemClock(), asyncio.Event()
    vitals, heard = vitals_by(clock), []
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.setblocking(False)
        environment = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "30000000"}
        async with looked_after(settings(heartbeat_url="http://127.0.0.1:1/x"), vitals, clock, stop, environment):
            await asyncio.sleep(0)
            stop.set()
            await asyncio.sleep(0.01)  # an end that is over at once is told all the same
        with suppress(BlockingIOError):
            while True:
                heard += systemd.recv(4096).decode().splitlines()
    assert [line for line in heard if not line.startswith("STATUS")] == [
        "EXTEND_TIMEOUT_USEC=60000000",
        "WATCHDOG=1",
        "STOPPING=1",
    ]


async def test_a_fault_of_ours_is_500_and_its_words_stay_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("canary")

    monkeypatch.setattr("bot.health.server.health_of", broken)
    async with pages() as at:
        status, said = await at.get("/health")
        assert (status, "canary" in said) == (500, False)
        monkeypatch.undo()
        assert (await at.get("/health"))[0] == 200
