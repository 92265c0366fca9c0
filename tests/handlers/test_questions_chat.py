"""A question in words (P6): an answer, a choice, or an honest no; asked again in other words; kept nowhere."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event

import pytest

from bot.core.search import OFF_TOPIC, OTHER_PROGRAMMES, Certainty, Found, LazySearch, Search
from tests.chat import Town, town

TOPICS = (("work-permit", 2.0), ("fees", 1.0), ("seminars", 0.5), ("whats-new", 0.1))


@asynccontextmanager
async def asked(certainty: Certainty, *topics: tuple[str, float], instead: str = OFF_TOPIC) -> AsyncIterator[Town]:
    """A town whose search says the same of every question."""
    found = Found(certainty, topics or TOPICS, instead)
    async with town() as t:
        t.app.dispatcher["search"] = LazySearch(lambda: lambda _: found)
        t.app.dispatcher["search"].prepare().result()
        yield t


@pytest.mark.parametrize(
    ("language", "title", "other", "none"),
    [
        ("ru", "Разрешение на работу", "Не то? ", "Ничего не подходит"),
        ("en", "Work permit", "Not it? ", "None of these"),
    ],
)
async def test_a_sure_answer_comes_with_the_other_topics(language: str, title: str, other: str, none: str) -> None:
    async with asked(Certainty.ANSWER) as t:
        anna = t.person(language=language)
        await anna.sends("ЕАД сколько ждать")
        anna.sees(title)
        assert any(button.startswith(other) for button in anna.labels)
        targets = [
            button["callback_data"]
            for row in anna.last["reply_markup"]["inline_keyboard"]
            for button in row
            if "callback_data" in button
        ]
        assert len(set(targets)) == len(targets)
        await anna.taps(none)
        anna.sees("одной короткой фразой" if language == "ru" else "one short phrase")


@pytest.mark.parametrize(("language", "words"), [("ru", "Возможно, вы спрашиваете"), ("en", "You may be asking")])
async def test_an_unsure_one_offers_three(language: str, words: str) -> None:
    async with asked(Certainty.SUGGEST) as t:
        anna = t.person(language=language)
        await anna.sends("работа")
        anna.sees(words)
        assert len(anna.labels) >= 4
        await anna.taps("Семинары" if language == "ru" else "Seminars")
        anna.sees("JurisQ")


async def test_a_screen_is_never_an_answer_by_itself() -> None:
    async with asked(Certainty.ANSWER, ("whats-new", 3.0), ("gone-topic", 2.0)) as t:
        anna = t.person()
        await anna.sends("что нового")
        anna.sees("Возможно, вы спрашиваете")


@pytest.mark.parametrize(
    ("instead", "ru"), [(OFF_TOPIC, "На это у бота нет ответа"), (OTHER_PROGRAMMES, "о другой программе")]
)
async def test_what_fits_nothing_is_said_so(instead: str, ru: str) -> None:
    async with asked(Certainty.NONE, instead=instead) as t:
        anna = t.person()
        await anna.sends("рецепт борща")
        anna.sees(ru)
        anna.sees("не сохранил")
        await anna.taps("Вопросы и ответы")
        anna.sees("Выберите раздел")


async def test_nobody_waits_for_a_search_that_is_being_loaded() -> None:
    async with town() as t:
        loaded, found = Event(), Found(Certainty.SUGGEST, TOPICS)

        def load() -> Search:
            assert loaded.wait(30)
            return lambda _: found

        search = t.app.dispatcher["search"] = LazySearch(load)
        anna = t.person()
        await anna.sends("вопрос")
        anna.sees("спросите ещё раз через минуту")
        loaded.set()
        search.prepare().result()
        await anna.sends("вопрос")
        anna.sees("Возможно, вы спрашиваете")


async def test_a_search_that_cannot_be_loaded_is_tried_again() -> None:
    tries = iter((MemoryError(), None))

    def load() -> Search:
        if error := next(tries):
            raise error
        return lambda _: Found(Certainty.SUGGEST, TOPICS)

    search = LazySearch(load)
    assert search.prepare().exception()
    async with town() as t:
        t.app.dispatcher["search"] = search
        anna = t.person()
        await anna.sends("вопрос")
        search.prepare().result()
        await anna.sends("вопрос")
        anna.sees("Возможно, вы спрашиваете")


async def test_the_real_search_finds_a_question_in_the_wrong_layout() -> None:
    async with town() as t:
        t.app.dispatcher["search"].prepare().result()
        anna = t.person()
        await anna.sends("hfphtitybt yf hf,jne")
        anna.sees("Разрешение на работу")
        await anna.sends("skolko zhdat razreshenie na rabotu")
        assert any("Разрешение на работу" in text for text in (anna.text, *anna.labels))


async def test_nothing_of_it_is_stored() -> None:
    async with asked(Certainty.SUGGEST) as t:
        anna = t.person()
        await anna.sends("меня зовут Иван Канарейкин")
        anna.sees("Возможно, вы спрашиваете")
        assert not any((await t.app.rows.belongings.of(anna.id)).values())
        for file in t.path.parent.iterdir():
            if file.is_file():
                assert "Канарейкин".encode() not in file.read_bytes()
