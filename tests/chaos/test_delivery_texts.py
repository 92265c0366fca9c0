"""Texts at the edge of what Telegram takes (T29)."""

from typing import Any

import pytest

from tests.chaos import figures
from tests.chaos.scene import scene
from tests.chaos.virtual import on_virtual_time

EDGE = "я" * 4_094 + "😀"
"""4,096 units of UTF-16: the emoji is two."""

TEXTS: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "4,096 units, an emoji last": (EDGE, []),
    "bold to the end": (EDGE, [{"type": "bold", "offset": 0, "length": 4_096}]),
    "an open tag": ("<b>Семинар <i>завтра", []),
    "markup in letters": ("5 < 6 &amp; &lt;b&gt; </b> {name} %s \\", []),
    "4,096 signs that HTML would stretch": ("<" * 4_096, []),
}


@pytest.mark.parametrize("name", TEXTS)
@on_virtual_time
async def test_t29_what_an_admin_may_write_arrives_as_it_is(name: str) -> None:
    text, entities = TEXTS[name]
    async with scene(5) as s:
        s.admin.sends("/broadcast")
        await s.sees(s.admin, "Отмена")
        s.admin.sends(text, entities=entities)
        await s.sees(s.admin, "Одно для всех")
        s.admin.press("Одно для всех")
        await s.sees(s.admin, "Отправить 5")
        s.admin.press("Отправить 5")
        report = await s.report()
        assert [s.person(chat).messages[-1]["text"] for chat in s.chats] == [text] * 5
        assert report["Доставлено"] == 5
        assert [entry.description for entry in s.telegram.ledger.entries if entry.status == 400] == []
        figures.note("T29", "400s 0; 4,096 units arrive, 4,097 are refused to the author")


@on_virtual_time
async def test_t29_one_unit_more_is_refused_to_its_author_and_sent_to_nobody() -> None:
    async with scene(5) as s:
        s.admin.sends("/broadcast")
        await s.sees(s.admin, "Отмена")
        s.admin.sends("я" + EDGE)
        await s.sees(s.admin, "4096")
        assert s.accepted("я") == []
        assert [entry for entry in s.telegram.ledger.entries if entry.status == 400] == []
