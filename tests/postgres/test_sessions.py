"""What a session of ours means, and how long it waits, whatever the server is set to and stands before it (O9)."""

import asyncio
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest

from bot.core.clock import SystemClock
from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Subscriber
from bot.core.updates import Incoming, current
from bot.storage.db.errors import StorageError, Unfit
from bot.storage.db.postgres import session
from bot.storage.db.postgres.database import SessionLost
from bot.storage.db.postgres.leadership import held, over
from bot.storage.db.postgres.look import look_at_server
from bot.storage.db.postgres.rotate import rotate
from bot.storage.db.postgres.session import READER_OPTIONS, WRITER_OPTIONS, Pooled, connected
from bot.storage.repositories import repositories_over
from tests.postgres.cluster import KEY, UNPRIVILEGED, Cluster, opened, shared
from tests.postgres.test_check import lead_once
from tests.postgres.test_turn import led
from tests.waiting import until

PGBOUNCER = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
OPERATORS = (
    ("bytea_output", "'escape'"),
    ("client_encoding", "'latin1'"),
    ("default_transaction_isolation", "'serializable'"),
    ("statement_timeout", "'1s'"),
    ("lock_timeout", "'1h'"),
    ("idle_session_timeout", "'1s'"),
    ("timezone", "'Asia/Kolkata'"),
    ("datestyle", "'German, DMY'"),
)


def set_to(database: str, setting: str, value: str) -> str:
    """Let the operator's database say otherwise; return its address."""
    shared().execute(f"ALTER DATABASE {database} SET {setting} = {value}")
    return shared().url(database)


async def test_what_the_operator_sets_for_the_database_changes_nothing() -> None:
    name = await asyncio.to_thread(shared().new_database)
    for setting, value in OPERATORS:
        await asyncio.to_thread(set_to, name, setting, value)
    database = await opened(shared().url(name), SystemClock())
    wanted = Subscriber(8_123_456_789_001, Locale.RU, joined="2026-11-24", active="2026-11-24")
    await repositories_over(database, SystemClock()).subscribers.add(wanted)
    async with database.writing() as tx:
        await tx.execute("INSERT INTO meta VALUES ('x', 'Клён')")
        assert await tx.rows("SHOW transaction_isolation") == [("read committed",)]
    assert await database.rows("SELECT value, (SELECT chat FROM person) FROM meta WHERE name = 'x'") == [
        ("Клён", wanted.chat)
    ]
    for setting, meant in (("idle_session_timeout", "0"), ("statement_timeout", "10s"), ("lock_timeout", "1500ms")):
        assert await database.rows(f"SHOW {setting}") == [(meant,)]
    await database.close()


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII"])
def test_a_database_that_cannot_hold_every_letter_is_refused(encoding: str) -> None:
    name = f"in_{encoding.lower()}"
    shared().execute(f"CREATE DATABASE {name} ENCODING '{encoding}' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'")
    for asks in (lambda url: look_at_server(url, KEY, ""), lambda url: asyncio.run(lead_once(url, KEY))):
        with pytest.raises(Unfit, match=f"encoding {encoding}: make one with ENCODING 'UTF8'"):
            asks(shared().url(name))


def test_check_says_that_the_role_may_make_no_tables() -> None:
    shared().execute("CREATE ROLE guest LOGIN")
    name = shared().bare_database()
    shared().rows(name, "REVOKE CREATE ON SCHEMA public FROM PUBLIC")  # as it is since PostgreSQL 15
    with pytest.raises(Unfit, match="may make no tables"):
        look_at_server(shared().url(name).replace("bot@", "guest@"), KEY, "")
    with pytest.raises(Unfit, match="may make no tables"):
        look_at_server(set_to(name, "search_path", "'nowhere'"), KEY, "")


async def test_a_server_that_is_read_only_is_waited_for_and_taken_when_it_is_not() -> None:
    """As the hot standby is that an address leads to, until it is promoted."""
    name = await asyncio.to_thread(shared().new_database)
    url = await asyncio.to_thread(set_to, name, "default_transaction_read_only", "on")
    for address in (url, f"{url}?target_session_attrs=any"):
        async with asyncio.TaskGroup() as tasks:
            leading = tasks.create_task(led(address))
            await asyncio.sleep(1.5)
            assert not leading.done()
            await asyncio.to_thread(set_to, name, "default_transaction_read_only", "off")
        await leading.result().close()
        await asyncio.to_thread(set_to, name, "default_transaction_read_only", "on")
    with pytest.raises(Unfit, match="is it the primary"):
        await asyncio.to_thread(look_at_server, url, KEY, "")


async def test_a_table_that_somebody_locked_costs_a_statement_and_not_the_turn() -> None:
    url, lost = shared().url(await asyncio.to_thread(shared().new_database)), asyncio.Event()
    database = await led(url, lost)
    async with await psycopg.AsyncConnection.connect(url) as other:
        await other.execute("LOCK TABLE delivery")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            async with asyncio.timeout(5), database.writing() as tx:
                await tx.execute("DELETE FROM delivery")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            async with asyncio.timeout(5):
                await database.rows("SELECT * FROM delivery")
    assert await database.rows("SELECT * FROM delivery") == []
    assert not lost.is_set()
    await database.close()


async def test_a_reading_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every other reading would wait behind it, while the session that writes beats on."""
    monkeypatch.setattr("bot.storage.db.postgres.database.MAX_READING_SECONDS", 0.3)
    url, lost = shared().url(await asyncio.to_thread(shared().new_database)), asyncio.Event()
    database = await led(url, lost)
    with pytest.raises(SessionLost):
        async with asyncio.timeout(5):
            await database.rows("SELECT pg_sleep(9)")
    assert lost.is_set()
    await database.close()


async def test_a_session_that_was_cut_gives_its_lock_back_even_where_it_waits() -> None:
    """Else nobody could work for as long as the statement takes."""
    url = shared().url(await asyncio.to_thread(shared().new_database))
    database = await led(url)
    asyncio.get_running_loop().call_later(0.2, database.cut)
    with pytest.raises(SessionLost):
        async with database.writing() as tx:
            await tx.execute("SELECT pg_sleep(30)")
    async with asyncio.timeout(5):
        await (await led(url)).close()
    await database.close()


async def test_a_server_that_lets_nobody_work_is_as_good_as_away(caplog: pytest.LogCaptureFixture) -> None:
    """Its synchronous standby is gone: the session that works waits in COMMIT, and keeps the lock however it is cut."""
    cluster = Cluster("synchronous_commit=on")
    try:
        url = cluster.url(await asyncio.to_thread(cluster.new_database))
        database = await led(url)
        await asyncio.to_thread(synchronous_with, cluster, "'nobody'")
        await asyncio.sleep(0.5)
        with pytest.raises(SessionLost):
            async with asyncio.timeout(10), held(database, asyncio.Event()), database.writing() as tx:
                await tx.execute("INSERT INTO meta VALUES ('x', 'y')")
        waiting, stop = over(url, KEY, 42, SystemClock()), asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            leading = tasks.create_task(waiting.lead(stop, asyncio.Event()))
            await asyncio.wait_for(waiting.away.wait(), 10)
            await asyncio.to_thread(synchronous_with, cluster, "''")
        again = leading.result()
        assert again is not None and not waiting.away.is_set()
        assert caplog.text.count("server_stuck") == 1
        assert await again.row("SELECT value FROM meta WHERE name = 'x'") == ("y",)
        await again.close()
    finally:
        cluster.remove()


def synchronous_with(cluster: Cluster, names: str) -> None:
    """Let every COMMIT wait for the standbys of these names."""
    cluster.execute(f"ALTER SYSTEM SET synchronous_standby_names = {names}")
    cluster.execute("SELECT pg_reload_conf()")


async def test_an_update_whose_transaction_the_server_has_ended_is_left_to_others() -> None:
    url, lost = shared().url(await asyncio.to_thread(shared().new_database)), asyncio.Event()
    database = await led(url, lost)
    incoming = Incoming(7, lambda: None)
    current.set(incoming)
    with pytest.raises(SessionLost):
        async with database.writing() as tx:
            await tx.execute("SET idle_in_transaction_session_timeout = 100")
            time.sleep(0.5)  # noqa: ASYNC251 -- the whole process stands still
            await tx.execute("DELETE FROM meta")
    assert incoming.abandoned and lost.is_set()
    await database.close()


async def test_what_the_server_has_undone_does_not_count_as_written() -> None:
    """It answers COMMIT with ROLLBACK, and no error, where a statement before has failed."""
    database = await opened(shared().url(await asyncio.to_thread(shared().new_database)), SystemClock())
    with pytest.raises(StorageError, match="nothing of it is written"):
        async with database.writing() as tx:
            await tx.execute("INSERT INTO meta VALUES ('x', 'y')")
            with pytest.raises(psycopg.errors.UndefinedTable):
                await tx.execute("DELETE FROM nowhere")
    assert await database.row("SELECT 1 FROM meta WHERE name = 'x'") is None
    async with database.writing() as tx:
        await tx.execute("INSERT INTO meta VALUES ('x', 'y')")
    await database.close()


ASKS: tuple[Callable[[str], object], ...] = (
    lambda url: look_at_server(url, KEY, ""),
    lambda url: asyncio.run(lead_once(url, KEY)),
    lambda url: rotate(url, 42, KEY, "d1" * 32),
)


@contextmanager
def pooler(database: str, mode: str, *more: str) -> Iterator[str]:
    """Put PgBouncer before the server; yield the address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = f"host=127.0.0.1 port={shared().port} user=bot"
    limits = ("listen_addr=127.0.0.1", f"listen_port={port}", "unix_socket_dir=", "auth_type=any", f"pool_mode={mode}")
    file = shared().folder / "pgbouncer.ini"  # where an unprivileged user may read
    file.write_text("\n".join(["[databases]", f"{database}={server}", "[pgbouncer]", *limits, *more]))
    assert PGBOUNCER is not None
    user = UNPRIVILEGED if os.getuid() == 0 else None
    with subprocess.Popen([PGBOUNCER, "-q", file], user=user, cwd=shared().folder) as process:
        try:
            asyncio.run(until(lambda: accepts(port)))
            yield shared().url(database, port)
        finally:
            process.terminate()


def accepts(port: int) -> bool:
    """Whether somebody listens."""
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


@pytest.mark.skipif(PGBOUNCER is None, reason="no PgBouncer here: apt-get install pgbouncer")
@pytest.mark.parametrize("mode", ["transaction", "session"])
@pytest.mark.parametrize("more", ["", "ignore_startup_parameters=options"])
def test_a_pooler_is_noticed_whatever_it_lets_through(mode: str, more: str) -> None:
    with pooler(shared().new_database(), mode, more) as url:
        for asks in ASKS:
            with pytest.raises(StorageError, match=r"a pooler \(PgBouncer\): name the server itself"):
                asks(url)


@pytest.mark.parametrize("options", [WRITER_OPTIONS, READER_OPTIONS])
async def test_a_pooler_is_known_by_its_words_and_by_its_number(
    monkeypatch: pytest.MonkeyPatch, options: dict[str, int]
) -> None:
    url = shared().url(await asyncio.to_thread(shared().new_database))
    with monkeypatch.context() as another:

        async def of_another(*_: object) -> int:
            return -1

        another.setattr(session, "answer", of_another)
        with pytest.raises(Pooled):
            await connected(url, options)

    async def refuses(*_: object, **__: object) -> None:
        raise psycopg.OperationalError("FATAL:  unsupported startup parameter: options")

    monkeypatch.setattr(psycopg.AsyncConnection, "connect", refuses)
    with pytest.raises(Pooled):
        await connected(url, options)
