"""Every field that is exported has its name in words, in both languages, whatever stands in it (P13)."""

import json
from datetime import date

import pytest

from bot.core.locales import Locale
from bot.core.subscribers.personal_data import KnownOfChat
from bot.handlers.subscribers.export import as_json
from bot.handlers.subscribers.export_words import STATES, TABLES, DataWords
from tests.chat import town
from tests.handlers.drawn import words

DAY = date(2026, 11, 30)
VALUES = {"TEXT": "2026-11-24", "INTEGER": 1}
OF_THEIR_OWN = {"language": "ru", "messages": "[5, 6]", "topic": "work-permit"}
"""Columns whose text is not a day."""


COLUMNS = "SELECT m.name, c.name, c.type FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"


async def schema() -> list[tuple[str, str, str]]:
    """Every table, column and type of the live schema."""
    async with town() as t:
        return [(str(table), str(column), str(kind)) for table, column, kind in t.query(COLUMNS)]


async def full() -> KnownOfChat:
    """What is known of a chat that has a row, with a value in each column, in every exported table."""
    kept: dict[str, list[dict[str, object]]] = {table: [{}] for table in TABLES}
    for table, column, kind in await schema():
        if table in TABLES:
            kept[table][0][column] = OF_THEIR_OWN.get(column, VALUES[kind])
    return KnownOfChat(DAY, kept, True, Locale.RU, [7, 8])


async def test_every_column_that_can_be_exported_has_its_words() -> None:
    columns = await schema()
    owning = {table for table, column, _ in columns if column in ("person", "author")}
    assert set(TABLES) == owning | {"person", "mailing_text", "ticket_message"}
    for table, (_, fields) in TABLES.items():
        assert set(fields) == {column for name, column, _ in columns if name == table}


@pytest.mark.parametrize("locale", Locale)
async def test_every_key_of_the_document_is_said_in_words(locale: Locale) -> None:
    known, say = await full(), words(locale)
    text = DataWords(say, {1: "Интервью"})(known)
    document = json.loads(as_json(known))
    assert set(document) == {"day", "stored", "in_settings", "in_memory"}
    assert (set(document["in_settings"]), set(document["in_memory"])) == ({"administrator"}, {"language", "messages"})
    assert {"ru": "30 ноября 2026", "en": "30 November 2026"}[locale] in text
    for key in ("export-administrator", "export-memory-language", "export-memory-messages"):
        assert f"• {say.plain(key)}: " in text
    for heading, fields in TABLES.values():
        assert say.plain(heading) in text
        assert [key for key, _ in fields.values() if f"• {say.plain(key)}: " not in text] == []
    lines = [line for line in text.splitlines() if line.startswith("• ")]
    assert len(lines) == sum(len(fields) for _, fields in TABLES.values()) + 4
    assert f"• {say.plain('export-memory-asked')}" in lines
    assert not [line for line in lines if not line.partition(": ")[2]]


@pytest.mark.parametrize("locale", Locale)
def test_many_rows_of_a_table_are_numbered_lines(locale: Locale) -> None:
    say = words(locale)
    rows = [
        {"mailing": at, "person": 3, "state": at, "attempts": 1, "until": 0, "maybe": 0, "messages": None, "joint": 3}
        for at in range(len(STATES))
    ]
    text = DataWords(say, {})(KnownOfChat(DAY, {"delivery": rows}, False, locale, []))
    lines = [line for line in text.splitlines() if line[1:2] == ")"]
    assert [line.partition(")")[0] for line in lines] == ["1", "2", "3", "4", "5"]
    for key, line in zip(STATES, lines, strict=True):
        assert say.plain(key) in line
        assert line.endswith(": 2")
