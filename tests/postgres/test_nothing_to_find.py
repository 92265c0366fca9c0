"""What the server's disk, its dumps, its log and its administrators can see: no id (O9, T119)."""

import asyncio
import logging
import struct
import subprocess
from pathlib import Path

import pytest

from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Subscriber
from bot.core.tickets.places import Known
from bot.storage.db.postgres.session import Server
from bot.storage.db.postgres.veil import Veil, WrongVeil
from bot.storage.repositories import repositories_over
from bot.storage.tickets.places import PlacesRepository
from tests.chaos.figures import note
from tests.clock import ManualClock
from tests.postgres.cluster import KEY, Cluster, opened, programs

CHATS = [8_123_456_789_000 + 7_919 * number for number in range(200)]


GROUPS = [-4_123_456_789, -1_004_123_456_788]
"""The lawyers' group before and after it became a supergroup."""


def spellings(chat: int) -> set[bytes]:
    """Every way an id could stand in a file: as digits, as eight bytes of either order, as hexadecimal."""
    numbers = {struct.pack(order, chat) for order in ("<q", ">q")}
    return {str(chat).encode(), *numbers, *(number.hex().encode() for number in numbers)}


def found_in(content: bytes) -> int:
    """How many of the ids stand in it."""
    return sum(any(spelling in content for spelling in spellings(chat)) for chat in (*CHATS, *GROUPS))


def _dumped(programs: Path, url: str) -> bytes:
    return subprocess.run([programs / "pg_dump", url], capture_output=True, check=True).stdout


async def test_t119_no_id_is_on_the_server(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Everybody subscribes, some leave; then data, WAL, log, a dump and what pg_stat_activity shows are searched."""
    caplog.set_level(logging.DEBUG, logger="psycopg")
    cluster = Cluster("log_statement=all", "log_min_duration_statement=0", "log_parameter_max_length=-1")
    try:
        url = cluster.url(await asyncio.to_thread(cluster.new_database))
        database = await opened(url, ManualClock())
        rows = repositories_over(database, ManualClock())
        for chat in CHATS:
            await rows.subscribers.add(Subscriber(chat, Locale.RU, joined="2026-11-24", active="2026-11-24"))
        for chat in CHATS[::2]:
            await rows.subscribers.erase(chat)
        for group in GROUPS:  # the second is what the first has become
            await PlacesRepository(database).keep(Known(GROUPS[0], group))
        seen = str(await database.rows("SELECT query FROM pg_stat_activity")).encode()
        assert await database.rows("SELECT count(*) FROM person") == [(len(CHATS) // 2 + len(GROUPS),)]
        await database.close()
        cluster.execute("CHECKPOINT")
        folder = programs()
        assert folder is not None
        dump = await asyncio.to_thread(_dumped, folder, url)
        disk = b"".join(file.read_bytes() for file in cluster.folder.rglob("*") if file.is_file())
        places = {"disk, WAL and log": disk, "dump": dump, "activity": seen, "our log": caplog.text.encode()}
        assert {place: found_in(content) for place, content in places.items()} == dict.fromkeys(places, 0)
        assert Veil(KEY).close(CHATS[1]).hex().encode() in dump  # what is searched is there, veiled
        note(
            "T119",
            f"{len(CHATS) + 2} ids searched in data directory, WAL, server's log, dump, activity: found 0",
        )
    finally:
        cluster.remove()


async def test_another_key_opens_nothing_and_is_said_to(tmp_path: Path) -> None:
    assert Veil(KEY).open(Veil(KEY).close(-1_001_234_567_890)) == -1_001_234_567_890
    with pytest.raises(WrongVeil):
        Veil("d1" * 32).open(Veil(KEY).close(42))
    assert KEY not in repr(Server("postgresql://bot@127.0.0.1/bot", Veil(KEY)))
