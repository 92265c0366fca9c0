"""Inline mode as a chat: results in the asker's language, risky answers as a link only, nothing kept (P12)."""

from typing import Any

import pytest

from tests.chat import Chatter, Town, town
from tests.handlers.test_privacy_chat import planned


async def asks(t: Town, anna: Chatter, text: str) -> dict[str, Any]:
    """Type after the bot's name; return the offer."""
    anna.person.asks_inline(text)
    await t.settle()
    return dict(anna.person.offers[-1])


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [("ru", "разрешение на работу", "Разрешение на работу"), ("en", "work permit", "Work permit")],
)
async def test_the_best_answer_comes_first(language: str, text: str, title: str) -> None:
    async with town() as t:
        offer = await asks(t, t.person(language=language), text)
        first = offer["results"][0]
        assert (first["id"], first["title"]) == ("faq_work-permit", title)
        assert "start=faq_work-permit" in first["input_message_content"]["message_text"]
        assert offer["is_personal"] is True
        assert offer["cache_time"] <= 10


async def test_a_risky_answer_is_a_link_only() -> None:
    async with town() as t:
        anna = t.person()
        offer = await asks(t, anna, "")
        texts = {each["id"]: each["input_message_content"]["message_text"] for each in offer["results"]}
        assert len(texts) <= 50
        tree = t.app.dispatcher["tree"]
        for result, text in texts.items():
            topic = tree.find(result.removeprefix("faq_"))
            assert ("Ответ целиком" in text) is (topic.risk.value == "high")
            assert "⚠️ Черновик" in text
        assert await t.app.rows.belongings.of(anna.id) == {}
        assert anna.from_bot == []


async def test_seminars_are_offered() -> None:
    async with town() as t:
        seminar = await planned(t, 5, "Работа <b>")
        offer = await asks(t, t.person(), "семинар")
        assert offer["results"][-1]["id"] == f"seminar_{seminar.id}"
        assert "Работа &lt;b&gt;" in offer["results"][-1]["input_message_content"]["message_text"]


async def test_a_flood_of_letters_tells_nobody_anything() -> None:
    async with town() as t:
        anna = t.person()
        for number in range(60):
            anna.person.asks_inline(f"виза{number}")
        await t.settle()
        assert anna.from_bot == []
