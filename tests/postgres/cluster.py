"""A PostgreSQL of the tests' own: in a temporary folder, as an unprivileged user, stopped at the end."""

import asyncio
import atexit
import os
import shutil
import signal
import socket
import subprocess
import tempfile
from functools import cache
from itertools import count
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

import psycopg

from bot.core.clock import Clock
from bot.storage.db.postgres.database import PostgresDatabase
from bot.storage.db.postgres.dialect import translated
from bot.storage.db.postgres.migrate import migrate
from bot.storage.db.postgres.server_backups import ServerBackups
from bot.storage.db.postgres.session import Server, adapt
from bot.storage.db.postgres.veil import Veil

UNPRIVILEGED = "nobody"
"""Whom the server runs as when the tests run as root: it refuses root."""

KEY = "c0" * 32
START_TIMEOUT_SECONDS, WAIT_SECONDS = 30.0, 0.1
SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=16MB", "max_connections=60")
"""Nothing of it outlives the tests; what is tried is not the disk."""

PORTS = 5
"""Tries to find a port that nobody takes between the look and the start."""

EMPTY = "empty"
USED = "SELECT datname FROM pg_stat_activity WHERE datname IS NOT NULL"
EMPTY_TABLES = """
DO $$ DECLARE t record; BEGIN
    SET LOCAL session_replication_role = replica;  -- no order of foreign keys
    FOR t IN SELECT c.relname, pg_get_serial_sequence(c.relname, a.attname) AS numbers
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attidentity <> ''
        WHERE c.relkind = 'r' AND c.relname <> 'schema_version'
    LOOP
        EXECUTE format('DELETE FROM %I', t.relname);
        IF t.numbers IS NOT NULL THEN PERFORM setval(t.numbers, 1, false); END IF;
    END LOOP;
END $$
"""
_numbers = count(1)


def programs() -> Path | None:
    """Return the folder of the newest server's programs; None when none is installed."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    return folders[-1].parent if folders else None


class Cluster:
    """One server."""

    def __init__(self, *settings: str) -> None:
        """Make a folder with an empty cluster, and start it."""
        found = programs()
        assert found is not None, "no PostgreSQL here: apt-get install postgresql"
        self._programs = found
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self._user = UNPRIVILEGED if os.getuid() == 0 else None
        if self._user:
            self.folder.chmod(0o755)
            shutil.chown(self.folder, self._user)
        self.data = self.folder / "data"
        self.port = 0
        self._settings = (*SETTINGS, *settings)
        self.names: dict[str, str] = {}
        self._run("initdb", "-D", str(self.data), "-U", "bot", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C")
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        subprocess.run(command, check=True, capture_output=True, user=self._user, cwd=self.folder, timeout=60)

    def start(self) -> None:
        """Start the server and wait until it answers; a port that another has taken meanwhile is changed."""
        for _ in range(PORTS):
            if not self.port:
                with socket.create_server(("127.0.0.1", 0)) as free:
                    self.port = free.getsockname()[1]
            self._run_server()
            if self._answers():
                return
            self.port = 0
        raise AssertionError(self.log())

    def _run_server(self) -> None:
        options = {"port": str(self.port), "listen_addresses": "127.0.0.1", "unix_socket_directories": str(self.folder)}
        settings = [f"{name}={value}" for name, value in options.items()] + list(self._settings)
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(self._programs / "postgres"), "-D", str(self.data), *(w for s in settings for w in ("-c", s))],
                user=self._user,
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )

    def _answers(self) -> bool:
        """Wait for the server; False when it has ended, even if another answers at its port."""
        for _ in range(int(START_TIMEOUT_SECONDS / WAIT_SECONDS)):
            assert self._process is not None
            if self._process.poll() is not None:
                return False
            try:
                with psycopg.connect(self.url("postgres"), connect_timeout=2) as connection:
                    answers = connection.execute("SHOW data_directory").fetchone()
            except psycopg.OperationalError:
                _pause()
                continue
            if answers == (str(self.data),):
                return True
            _pause()
        return False

    def log(self) -> str:
        """Return what the server has said."""
        return (self.folder / "log").read_text(errors="replace")

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop the server: SIGINT lets nobody finish, SIGQUIT is a crash."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(60)
            self._process = None

    def remove(self) -> None:
        """Stop it, and remove the folder."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str, port: int | None = None) -> str:
        """Return the address of a database; another port is a relay's."""
        return f"postgresql://bot@127.0.0.1:{port or self.port}/{database}"

    def execute(self, sql: str) -> None:
        """Run a statement as the operator."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.encode())

    def rows(self, database: str, sql: str) -> list[tuple[Any, ...]]:
        """Run one statement; return what it finds, ids opened."""
        with psycopg.connect(self.url(database), autocommit=True, cursor_factory=psycopg.RawCursor) as connection:
            adapt(connection, Veil(KEY))
            cursor = connection.execute(translated(sql).encode())
            return list(cursor.fetchall()) if cursor.description else []

    def new_database(self) -> str:
        """Make a database with the schema of now and nothing in it; return its name."""
        name = f"test{next(_numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {self._empty()}")
        return name

    def bare_database(self) -> str:
        """Make a database without any table; return its name."""
        name = f"bare{next(_numbers)}"
        self.execute(f"CREATE DATABASE {name}")
        return name

    def empty_database(self, owner: str) -> str:
        """Return one that nobody uses, emptied: ten times sooner than a new one. ``owner`` is what finds it again."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            used = {row[0] for row in connection.execute(USED)}
        free = [name for name in self.names.values() if name not in used]
        name = free[0] if free else self.new_database()
        self.names = {path: other for path, other in self.names.items() if other != name} | {owner: name}
        with psycopg.connect(self.url(name), autocommit=True) as connection:
            connection.execute(EMPTY_TABLES)
        return name

    @cache  # noqa: B019 -- a cluster lives as long as the tests
    def _empty(self) -> str:
        self.execute(f"CREATE DATABASE {EMPTY}")
        with asyncio.Runner() as runner:
            runner.run(_migrated(self.url(EMPTY)))
        return EMPTY


def _pause() -> None:
    signal.sigtimedwait([], WAIT_SECONDS)


async def _migrated(url: str) -> None:
    connection = await Server(url, Veil(KEY)).session(writer=True)
    try:
        await migrate(connection)
    finally:
        await connection.close()


def shared() -> Cluster:
    """Return the cluster of this process: one that was forked from a process that has one makes its own."""
    return _cluster_of(os.getpid())


@cache
def _cluster_of(_process: int) -> Cluster:
    cluster = Cluster()
    Finalize(cluster, cluster.remove, exitpriority=0)  # also where a forked process ends
    atexit.register(cluster.remove)
    return cluster


async def opened(url: str, clock: Clock, key: str = KEY, backups: ServerBackups | None = None) -> PostgresDatabase:
    """Open a database as the leader would, but alone."""
    server = Server(url, Veil(key))
    writer = await server.session(writer=True)
    await migrate(writer)
    return PostgresDatabase(writer, await server.session(writer=False), clock, lambda: None, backups)
