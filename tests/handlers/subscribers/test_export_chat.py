"""⬇️ as a chat: the rows of this chat, whole, in a file that says nothing by its name (P13, T68)."""

import json
import re
from dataclasses import asdict
from typing import Any

import pytest

from bot.core.locales import Locale
from tests.chat import ADMIN, Chatter, Town, town

LABEL = {"ru": "Мои данные", "en": "My data"}


async def taken(t: Town, anna: Chatter) -> Any:
    """Press the button; return the document."""
    await anna.sends("/privacy")
    await anna.taps(LABEL[str(anna.person.language_code)])
    assert [message["document"]["file_name"] for message in anna.from_bot[-2:]] == ["data.json", "data.txt"]
    return json.loads(content(t, anna.from_bot[-2]))


def content(t: Town, message: dict[str, Any]) -> str:
    """Read the file of a message."""
    stored = t.telegram.world.files.find(message["document"]["file_id"])
    assert stored is not None
    return str(stored.upload.content.decode())


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


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "ru",
            (
                "Что бот знает об этом чате",
                "• язык сообщений: русский",
                "• день подписки: 24 ноября 2026 года",
                "• присылать напоминания о семинарах: да",
                "• незаметный режим: нет",
                "• день, когда бот спросил, нужна ли ещё подписка: нет",
                "• что с сообщением: доставлено",
                "• номера сообщений в этом чате: 1",
                "• семинар: «Разрешение на работу» (1)",
                "• вы администратор: нет",
            ),
        ),
        (
            "en",
            (
                "What the bot knows about this chat",
                "• language of the messages: English",
                "• day of subscribing: 24 November 2026",
                "• send reminders of seminars: yes",
                "• discreet mode: no",
                "• what became of the message: delivered",
                "• numbers of the messages in this chat: 1",
                "• seminar: “Work permits” (1)",
                "• you are an administrator: no",
            ),
        ),
    ],
)
async def test_the_same_stands_beside_it_in_words(language: str, said: tuple[str, ...]) -> None:
    async with town() as t:
        anna = await t.subscriber(language=language)
        await t.admin().announces(
            "/seminar 2026-12-05 19:00 America/New_York | Разрешение на работу | Work permits | 90m"
        )
        await t.tick()
        await t.app.repositories.seminars.choose(1, anna.id, Locale(language), wanted=True)
        await taken(t, anna)
        text = content(t, anna.last)
        assert [line for line in said if line not in text] == []
        assert str(anna.id) in text
        assert not re.search(r"[{}<>_]|None|True|False", text)


async def test_a_readers_file_is_empty_but_for_the_memory() -> None:
    async with town() as t:
        anna = t.person()
        document = await taken(t, anna)
        assert "ЗАПИСАНО НА ДИСКЕ\n\nНичего." in content(t, anna.last)
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


async def test_the_files_can_be_deleted_from_the_chat_for_two_days() -> None:
    async with town() as t:
        anna = t.person()
        await taken(t, anna)
        await anna.taps("Удалить из чата")
        assert not any("document" in message for message in anna.from_bot)
        assert "загрузки" in anna.toasts[-1]
        await taken(t, anna)
        t.clock.forward(hours=49)
        await anna.taps("Удалить из чата")
        assert sum("document" in message for message in anna.from_bot) == 2
        assert "старше двух суток" in anna.toasts[-1]
        await anna.taps_data("rmf:ru:0")
        assert "старше двух суток" in anna.toasts[-1]
