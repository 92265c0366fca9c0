"""Inline mode as a chat: results in the asker's language, risky answers as a link only, nothing kept (P12)."""

import re
from dataclasses import replace
from datetime import date
from importlib import resources
from threading import Event
from typing import Any

import pytest

from bot.core.faq.facts import Age
from bot.core.faq.search import Certainty, Found, Search
from bot.core.faq.topics import shipped_tree
from bot.core.locales import Locale
from bot.handlers.faq.inline_results import answer_result
from tests.chat import Chatter, Town, town
from tests.handlers.drawn import words
from tests.handlers.subscribers.test_privacy_chat import planned


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
        assert (first["id"], first["title"]) == ("faq_work-permit", f"⏳ {title}")
        assert "start=faq_work-permit" in first["input_message_content"]["message_text"]
        assert offer["is_personal"] is True
        assert offer["cache_time"] <= 10


async def test_a_risky_answer_is_a_link_only() -> None:
    async with town() as t:
        anna = t.person()
        offer = await asks(t, anna, "")
        texts = {each["id"]: each["input_message_content"]["message_text"] for each in offer["results"]}
        assert len(texts) <= 50
        tree = t.app.reloading.reload.library.tree
        for result, text in texts.items():
            topic = tree.find(result.removeprefix("faq_"))
            assert topic is not None
            assert ("Ответ целиком" in text) is (topic.risk.value == "high")
            assert "⚠️ Черновик" in text
            assert re.search(r"\b202[56] года", text)  # a shared card always carries the day (P5)
        assert await t.app.repositories.personal_data.of(anna.id) == {}
        assert anna.from_bot == []


def test_what_is_offered_has_its_mark_and_no_markup() -> None:
    tree = replace(shipped_tree(resources.files("bot") / "locales"), day=date(2028, 1, 1))
    for topic in (topic for topic in tree.topics if topic.written):
        mark = {Age.CURRENT: "", Age.PAST: "⏳", Age.SHUT: "⚠️"}[tree.age(topic, topic.fact_ids)]
        lines = topic.facts["short"]
        moved = replace(topic, facts={**topic.facts, "short": (*[("WP-1",)] * (len(lines) - 1), lines[-1])})
        for locale in Locale:
            assert answer_result(words(locale), "bot", tree, topic).title.startswith(mark)
            description = answer_result(words(locale), "bot", tree, moved).description or ""
            assert not re.search("<|&[a-z]+;", description), description


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


async def offered(t: Town, text: str) -> list[str]:
    """Return the ids of what is offered."""
    offer = await asks(t, t.person(), text)
    return [str(each["id"]) for each in offer["results"]]


async def test_it_goes_by_the_search_and_by_titles_until_that_is_loaded() -> None:
    found = Found(Certainty.SUGGEST, (("fees", 3.0), ("seminars", 2.0), ("work-permit", 1.0), ("gone", 0.0)))
    loaded = Event()

    def load() -> Search:
        assert loaded.wait(30)
        return lambda _: found

    async with town() as t:
        t.app.questions.search.load = load
        assert (await offered(t, "разрешение"))[:1] == ["faq_work-permit"]
        loaded.set()
        t.app.questions.search.prepare().result()
        assert await offered(t, "разрешение") == ["faq_fees", "faq_work-permit"]
        assert len(await offered(t, " ")) > 10


async def test_what_the_search_refuses_is_not_offered() -> None:
    async with town() as t:
        t.app.questions.search.load = lambda: lambda _: Found(Certainty.NONE, (("fees", 1.0),))
        t.app.questions.search.prepare().result()
        seminar = await planned(t, 5, "Работа")
        assert await offered(t, "разрешение в Германии") == [f"seminar_{seminar.id}"]
        assert await offered(t, "погода") == [f"seminar_{seminar.id}"]


async def test_a_word_half_typed_finds_the_titles_it_begins() -> None:
    async with town() as t:
        t.app.questions.search.load = lambda: lambda _: Found(Certainty.NONE, (("fees", 1.0),))
        t.app.questions.search.prepare().result()
        assert (await offered(t, "разре"))[0] == "faq_work-permit"


async def test_what_is_chosen_in_the_private_chat_is_no_question() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/start")
        offer = await asks(t, anna, "разрешение на работу")
        said = len(anna.from_bot)
        anna.person.chooses(offer["inline_query_id"], offer["results"][0]["id"])
        await t.settle()
        assert len(anna.from_bot) == said
