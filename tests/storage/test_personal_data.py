"""The export cannot rot: whatever table gets a chat's column is in it (P13, T68)."""

import json
import re

from bot.core.locales import Locale
from bot.core.mailings.outbox import Sent
from bot.storage.db.sqlite import SqliteDatabase
from bot.storage.people.people import number_for
from tests.engine import about_the_file
from tests.storage.conftest import ADMIN, Store

WHOSE = re.compile(r"chat|author|person|user|owner|admin")
# person_bucket is the way from a chat to its row of person: it says nothing more, and holds others too.


async def schema(store: Store) -> set[tuple[str, str]]:
    """Every table and column."""
    tables = await store.database.tables()
    return {(table, column) for table, columns in tables.items() for column in columns if "sqlite_" not in table}


@about_the_file
async def test_every_table_that_names_a_chat_is_exported(store: Store) -> None:
    """A row of somebody is put into each, whatever else the table wants."""
    naming = {(table, column) for table, column in await schema(store) if WHOSE.search(column)}
    naming.remove(("person", "chat"))
    assert {table for table, _ in naming} >= {"subscriber", "seminar_choice", "delivery", "draft", "mailing"}
    async with store.database.writing() as tx:
        number = await number_for(tx, ADMIN)
    assert isinstance(store.database, SqliteDatabase)
    async with store.database.maintenance() as tx:
        await tx.execute("PRAGMA foreign_keys = OFF")
        await tx.execute("PRAGMA ignore_check_constraints = ON")
        for table, column in naming:
            info = await tx.rows("SELECT name, type FROM pragma_table_info(?)", (table,))
            values = [number if name == column else "x" if kind == "TEXT" else 1 for name, kind in info]
            await tx.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608 -- the schema's names
    kept = await store.rows.personal_data.of(ADMIN)
    assert set(kept) - {"mailing_text", "person"} == {table for table, _ in naming}
    assert list(kept["person"]) == [{"number": number, "chat": ADMIN}]
    columns = await schema(store)
    for table, rows in kept.items():
        assert set(rows[0]) == {column for name, column in columns if name == table}
    assert await store.rows.personal_data.of(ADMIN + 1) == {}


async def test_only_the_rows_of_this_chat_and_all_of_them(store: Store) -> None:
    await store.people(1, 2)
    seminar = await store.seminar()
    for chat in (1, 2):
        await store.rows.seminars.choose(seminar.id, chat, Locale.RU, wanted=True)
    await store.step(seminar)
    await store.record(await store.claim(), Sent((5, 6)))
    kept = await store.rows.personal_data.of(1)
    assert set(kept) == {"person", "subscriber", "seminar_choice", "delivery"}
    number = kept["person"][0]["number"]
    assert list(kept["person"]) == [{"number": number, "chat": 1}]
    assert all(row["person"] == number for table, rows in kept.items() if table != "person" for row in rows)
    assert [len(rows) for rows in kept.values()] == [1, 1, 1, 1]
    assert json.loads(json.dumps(kept))
    assert list(await store.rows.personal_data.messages(1)) == [5, 6]
    assert list(await store.rows.personal_data.messages(3)) == []


async def test_an_admin_gets_the_own_drafts_with_their_texts(store: Store) -> None:
    await store.people(1)
    await store.broadcast()
    kept = await store.rows.personal_data.of(ADMIN)
    assert {"mailing", "mailing_text"} <= set(kept)
    assert len(kept["mailing_text"]) == await store.count("mailing_text")
