"""The file of the first schema, keyed, with rows in every table: nothing is lost on the way to ``person`` (T54)."""

import asyncio
import os
import signal
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import sqlcipher3

from bot.core.clock import SystemClock
from bot.storage.backups.copies import open_keyed
from bot.storage.db import migrate
from bot.storage.db.sqlite import open_database
from bot.storage.mailings.queueing import Recipients
from bot.storage.people.people import number_of
from tests.privacy.traces import FIRST, found
from tests.process.stage import CONTEXT

KEY = "ab" * 32
LONG = bool(os.environ.get("CHAOS_LONG"))
PEOPLE = 400
ADMIN, GUEST, WATCHER, GONE, STRANGER = (FIRST + PEOPLE + number for number in range(5))
BEFORE: tuple[tuple[str, list[tuple[Any, ...]]], ...] = (
    ("meta", [("bot", "42"), ("backup", "20261124T030000Z")]),
    ("erased", [(1, "20261124T030000Z", "sealed")]),
    ("seen", [(7, "2026-11-24")]),
    (
        "subscriber",
        [
            (FIRST + n, ("ru", "en")[n % 2], "2026-11-01", "2026-11-24", 1, n % 2, 1, n % 3 // 2, 0, None, None)
            for n in range(PEOPLE)
        ],
    ),
    ("seminar", [(3, "planned", 1, "x", "UTC", 90, "Тема", "Topic", None, "ru", 1, 1, 0, "[]")]),
    ("seminar_choice", [(3, GUEST, "en", 1), (3, FIRST, "ru", 0)]),
    ("review", [("fees", "2026-11-24", "Имя", "print")]),
    ("tally", [("2026-11-24", "answer", "ru", 5)]),
    ("watch", [("fees", WATCHER, "ru", "2026-11-24")]),
    ("draft", [(ADMIN, "move", "time", 3, 99)]),
)
MAILING = "INSERT INTO mailing (id, kind, lane, state, audience, author, cursor, total) VALUES (?, ?, 3, ?, ?, ?, ?, 9)"
MAILINGS = (
    (1, "broadcast", "done", "all", ADMIN, None),
    (2, "broadcast", "queued", "all", ADMIN, FIRST + 99),
    (4, "change", "done", "watchers", None, None),
)
DELIVERIES = [
    *((1, FIRST + n, n % 5, 1, 0, 0, f"[{n}]" if n % 5 == 2 else None, 0) for n in range(PEOPLE)),
    *((2, FIRST + n, 0, 0, 0, 0, None, 0) for n in range(100)),
    (4, GONE, 3, 1, 0, 0, None, 0),
    (4, STRANGER, 2, 1, 0, 0, "[9]", 0),
]
DELIVERY = "state, attempts, until, maybe, messages, joint"
SUBSCRIBER = "language, joined, active, reminders, recordings, news, silent, discreet, not_found, asked"
TELLING = (
    *(f"SELECT * FROM {table}" for table in ("meta", "erased", "seen", "tally")),  # noqa: S608 -- names
    *(
        "SELECT id, state, start, local, zone, minutes, title_ru, title_en, link, talk, revision FROM seminar",
        "SELECT mailing, language, discreet, joint, content, entities, keyboard FROM mailing_text",
        "SELECT mailing, bit, seminar, revision FROM mailing_beside",
        "SELECT id, kind, state, audience, total FROM mailing",
    ),
    f"SELECT {{chat}}, {SUBSCRIBER} FROM subscriber s {{person}}",  # noqa: S608 -- columns above
    "SELECT seminar, {chat}, language, wanted FROM seminar_choice s {person}",
    "SELECT topic, {chat}, language, told FROM watch s {person}",
    "SELECT {chat}, flow, step, object, expires FROM draft s {person}",
    f"SELECT mailing, {{chat}}, {DELIVERY} FROM delivery s {{person}}",  # noqa: S608 -- as above
    "SELECT m.id, {author} FROM mailing m WHERE m.author IS NOT NULL",
)
"""Everything, with chats in the place of numbers."""

OLD = {"chat": "s.chat", "person": "", "author": "m.author"}
NEW = {
    "chat": "p.chat",
    "person": "JOIN person p ON p.number = s.person",
    "author": "(SELECT chat FROM person WHERE number = m.author)",
}


def first_schema(path: Path) -> None:
    """Make the file as version 137ef19 left it."""
    connection = open_keyed(path, KEY)
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    connection.execute("PRAGMA secure_delete = ON").fetchall()
    for statement in migrate.statements(migrate.scripts()[0][1]):
        connection.execute(statement)
    for table, rows in BEFORE:
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)  # noqa: S608 -- names above
    connection.executemany(MAILING, MAILINGS)
    connection.executemany("INSERT INTO delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?)", DELIVERIES)
    connection.execute("INSERT INTO mailing_text VALUES (2, 'ru', 0, 0, 'Новость', '[]', NULL)")
    connection.execute("INSERT INTO mailing_beside VALUES (2, 0, 3, 1)")
    connection.execute("PRAGMA user_version = 1")
    connection.close()


def told(path: Path) -> list[set[tuple[Any, ...]]]:
    """What a file says, whichever schema it has."""
    with closing(open_keyed(path, KEY)) as connection:
        words = OLD if connection.execute("PRAGMA user_version").fetchone()[0] == 1 else NEW
        return [set(map(tuple, connection.execute(sql.format(**words)))) for sql in TELLING]


async def opened(path: Path) -> None:
    """Let the program bring it up to date."""
    database = await open_database(path, KEY, SystemClock())
    await database.close()


async def test_h07_every_row_of_an_encrypted_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    first_schema(path)
    before = told(path)
    assert all(before)
    await opened(path)
    assert told(path) == before
    database = await open_database(path, KEY, SystemClock())
    people = dict(await database.rows("SELECT chat, number FROM person"))
    assert set(people) == {ADMIN, GUEST, WATCHER, GONE, STRANGER} | {FIRST + n for n in range(PEOPLE)}
    assert {chat: await number_of(database, chat) for chat in people} == people
    await database.close()
    assert found(people, tmp_path) == set()  # it is encrypted


async def test_h07_who_was_still_to_be_queued_is_queued_once(tmp_path: Path) -> None:
    """The upgrade came in the middle: who was queued already, sent to or not, is not queued again."""
    path = tmp_path / "bot.db"
    first_schema(path)
    database = await open_database(path, KEY, SystemClock())
    async with database.writing() as tx:
        await tx.execute("DELETE FROM delivery WHERE mailing = 2 AND person % 3 = 0")  # refused, say
    kept = {row[0] for row in await database.rows("SELECT person FROM delivery WHERE mailing = 2")}
    await Recipients(database).fill(SystemClock().now())
    sql = "SELECT person, chat FROM delivery JOIN person ON number = person WHERE mailing = 2"
    added = [chat for person, chat in await database.rows(sql) if person not in kept]
    assert sorted(added) == [FIRST + n for n in range(100, PEOPLE)]
    await database.close()


async def test_h07_numbers_say_nothing_of_chats(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    first_schema(path)
    await opened(path)
    with closing(open_keyed(path, KEY)) as connection:
        chats = [row[0] for row in connection.execute("SELECT chat FROM person ORDER BY number")]
    rising = sum(one < other for one, other in pairwise(chats))
    assert len(chats) * 0.35 < rising < len(chats) * 0.65


def statements() -> int:
    """How many statements the second script has."""
    return len(list(migrate.statements(migrate.scripts()[1][1])))


def dies_after(path: Path, point: int) -> None:
    """In a process of its own: migrate, and be killed after so many statements of a transaction."""
    execute, asked = sqlcipher3.Connection.execute, 0

    class Mortal(sqlcipher3.Connection):  # type: ignore[misc]  # the library has no types
        def execute(self, sql: str, *values: Any) -> Any:
            nonlocal asked
            done = execute(self, sql, *values)
            counts = self.in_transaction or sql in {"COMMIT", "VACUUM"} or "rewrite" in sql
            asked += counts
            if counts and asked > point:
                os.kill(os.getpid(), signal.SIGKILL)
            return done

    connect = sqlcipher3.connect
    sqlcipher3.connect = lambda *args, **more: connect(*args, **more, factory=Mortal)
    asyncio.run(opened(path))


async def test_t54_h07_killed_at_each_statement_nothing_is_lost(tmp_path: Path) -> None:
    first_schema(tmp_path / "first.db")
    before = told(tmp_path / "first.db")
    last = statements() + 8  # the index, the file written anew, and around them
    points = range(last) if LONG else sorted({0, 1, last // 3, last // 2, *range(last - 7, last)})
    killed = 0
    for point in points:
        path = tmp_path / f"{point}.db"
        path.write_bytes((tmp_path / "first.db").read_bytes())
        process = CONTEXT.Process(target=dies_after, args=(path, point), daemon=True)
        process.start()
        await asyncio.to_thread(process.join, 60)
        killed += process.exitcode == -signal.SIGKILL
        await opened(path)
        assert told(path) == before, f"after statement {point}"
    assert killed >= len(points) - 4
