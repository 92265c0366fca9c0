"""What may be stored is written down: every table and column of the schema stands in the inventory, and no other."""

import re
from pathlib import Path

from bot.core.clock import SystemClock
from bot.storage.db.database import Database
from bot.storage.db.sqlite import open_database
from tests.tree import ROOT

INVENTORY = ROOT / "docs" / "data-inventory.md"
HEADING = re.compile(r"## `(\w+)`")
ROW = re.compile(r"\| `(\w+)` \| (.+) \| (.+) \|")

Columns = set[tuple[str, str]]


def written(text: str) -> Columns:
    """Return (table, column) of every row of the document that gives a purpose and a life."""
    table, found = "", set()
    for line in text.splitlines():
        if heading := HEADING.match(line):
            table = heading[1]
        elif (row := ROW.fullmatch(line)) and row[2].strip() and row[3].strip():
            found.add((table, row[1]))
    return found


async def live(database: Database) -> Columns:
    """Return (table, column) of the whole schema, SQLite's own tables left out."""
    sql = (
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
        " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    )
    return {(table, column) for table, column in await database.rows(sql)}


async def test_t72_the_inventory_is_the_schema(tmp_path: Path) -> None:
    database = await open_database(tmp_path / "bot.db", None, SystemClock())
    try:
        found = await live(database)
    finally:
        await database.close()
    listed = written(INVENTORY.read_text(encoding="utf-8"))
    assert found - listed == set(), "stored, but not in docs/data-inventory.md"
    assert listed - found == set(), "in docs/data-inventory.md, but not stored"


async def test_a_column_nobody_wrote_down_is_noticed(tmp_path: Path) -> None:
    database = await open_database(tmp_path / "bot.db", None, SystemClock())
    try:
        async with database.writing() as tx:
            await tx.execute("ALTER TABLE subscriber ADD COLUMN username TEXT")
        assert ("subscriber", "username") in await live(database)
    finally:
        await database.close()
    assert ("subscriber", "username") not in written(INVENTORY.read_text(encoding="utf-8"))


def test_a_row_without_purpose_or_life_does_not_count() -> None:
    text = "## `seen`\n| `update_id` | which update | 48 hours |\n| `day` |  | 48 hours |\n"
    assert written(text) == {("seen", "update_id")}
