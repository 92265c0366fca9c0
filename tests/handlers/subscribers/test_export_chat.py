"""⬇️ as a chat: the rows of this chat, whole, in a file that says nothing by its name (P13, T68)."""

import json
from dataclasses import asdict
from typing import Any

import pytest

from tests.chat import ADMIN, Chatter, Town, town

LABEL = {"ru": "Мои данные", "en": "My data"}


async def taken(t: Town, anna: Chatter) -> Any:
    """Press the button; return the document."""
    await anna.sends("/privacy")
    await anna.taps(LABEL[str(anna.person.language_code)])
    stored = t.telegram.world.files.find(anna.last["document"]["file_id"])
    assert stored is not None
    return json.loads(stored.upload.content)


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_t68_it_is_the_row_of_this_chat_and_nobody_elses(language: str) -> None:
    async with town() as t:
        anna, boris = await t.subscriber(language=language), await t.subscriber("Борис")
        document = await taken(t, anna)
        row = await t.app.repositories.subscribers.get(anna.id)
        assert row is not None
        (person,) = document["stored"]["person"]
        values = {**json.loads(json.dumps(asdict(row))), "person": person["number"]}
        assert values.pop("chat") == person["chat"] == anna.id
        assert document["stored"] == {"person": [person], "subscriber": [values]}
        assert document["in_memory"]["language"] == language
        assert str(boris.id) not in json.dumps(document)
        assert anna.last["document"]["file_name"] == "data.json"


async def test_a_readers_file_is_empty_but_for_the_memory() -> None:
    async with town() as t:
        anna = t.person()
        document = await taken(t, anna)
        assert document["stored"] == {}
        assert document["in_settings"] == {"administrator": False}
        assert document["in_memory"]["messages"] == [1, 2]


async def test_an_admin_sees_the_conversation_and_what_was_composed() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/broadcast")
        await admin.sends("Новость")
        document = await taken(t, admin)
        assert document["in_settings"] == {"administrator": True}
        assert set(document["stored"]) == {"person", "draft", "mailing", "mailing_text"}
        (person,) = document["stored"]["person"]
        assert person["chat"] == ADMIN
        assert document["stored"]["draft"][0]["person"] == person["number"]


async def test_the_file_can_be_deleted_from_the_chat_for_two_days() -> None:
    async with town() as t:
        anna = t.person()
        await taken(t, anna)
        await anna.taps("Удалить из чата")
        assert "document" not in anna.last
        assert "загрузки" in anna.toasts[-1]
        await taken(t, anna)
        t.clock.forward(hours=49)
        await anna.taps("Удалить из чата")
        assert "document" in anna.last
        assert "старше двух суток" in anna.toasts[-1]
