"""A question in words (P6): an answer, a choice, or an honest no; asked again in other words; kept nowhere."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from threading import Event

import pytest

from bot.core.faq.search import OFF_TOPIC, OTHER_PROGRAMMES, Certainty, Found, Search
from bot.handlers.faq.question_screens import LEGAL_HELP
from tests.chat import Town, town

TOPICS = (("work-permit", 2.0), ("fees", 1.0), ("seminars", 0.5), ("whats-new", 0.1))


@asynccontextmanager
async def asked(certainty: Certainty, *topics: tuple[str, float], instead: str = OFF_TOPIC) -> AsyncIterator[Town]:
    """A town whose search says the same of every question."""
    found = Found(certainty, topics or TOPICS, instead)
    async with town() as t:
        t.app.questions.search.load = lambda: lambda _: found
        t.app.questions.search.prepare().result()
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


@pytest.mark.parametrize(
    ("language", "none", "miss", "labels"),
    [
        ("ru", "Ничего не подходит", "ответа не нашлось", ("Вопросы и ответы", "Где искать юриста", "Семинары")),
        ("en", "None of these", "not found an answer", ("Questions and answers", "Finding legal help", "Seminars")),
    ],
)
async def test_other_words_are_asked_for_once_then_it_leads_elsewhere(
    language: str, none: str, miss: str, labels: tuple[str, ...]
) -> None:
    async with asked(Certainty.SUGGEST) as t:
        anna, ben = t.person(language=language), t.person("Бен", language)
        await anna.sends("работа")
        await anna.taps(none)
        anna.sees_not(miss)
        await ben.sends("работа")
        await ben.taps(none)
        ben.sees_not(miss)
        await anna.sends("хочу работать")
        await anna.taps(none)
        anna.sees(miss, *labels)
        await anna.taps(labels[1])
        anna.sees(labels[1])
        await anna.sends("другое")
        await anna.taps(none)
        anna.sees_not(miss)


async def test_an_honest_no_asks_for_other_words_too_and_waits_a_quarter_of_an_hour() -> None:
    async with asked(Certainty.NONE) as t:
        anna = t.person()
        await anna.sends("рецепт борща")
        anna.sees("На это у бота нет ответа")
        await anna.sends("борщ")
        anna.sees("ответа не нашлось", "не сохранил", "Где искать юриста")
        await anna.sends("щи")
        anna.sees("На это у бота нет ответа")
        t.clock.forward(minutes=16)
        await anna.sends("борщ")
        anna.sees("На это у бота нет ответа")
        assert not any((await t.app.repositories.personal_data.of(anna.id)).values())


async def test_without_the_answer_on_legal_help_the_rest_is_offered() -> None:
    async with asked(Certainty.NONE) as t:
        tree = t.app.dispatcher["tree"]
        t.app.dispatcher["tree"] = replace(tree, topics=tuple(each for each in tree.topics if each.id != LEGAL_HELP))
        anna = t.person()
        for text in ("борщ", "щи"):
            await anna.sends(text)
        anna.sees("ответа не нашлось", "Семинары")
        anna.sees_not("Где искать юриста")


async def test_questions_are_counted_and_five_alike_are_written() -> None:
    async with asked(Certainty.ANSWER) as t:
        people = [t.person() for _ in range(6)]
        for person in people[:4]:
            await person.sends("ЕАД")
        await t.tick()
        assert await t.app.questions.question_stats.lately() == {}
        for person in people[4:]:
            await person.sends("ЕАД")
        await t.tick()
        assert await t.app.questions.question_stats.lately() == {"answer": 6, "topic/work-permit": 6}
        admin = t.admin()
        await admin.sends("/admin")
        await admin.taps("Ответы")
        admin.sees("Вопросы за 30 дней", "Ответ сразу: 6", "Ничего не нашлось: 0", "Разрешение на работу: 6")
        t.clock.forward(days=31)
        await admin.sends("/admin")
        await admin.taps("Ответы")
        admin.sees("вопросов слишком мало")


async def test_nobody_waits_for_a_search_that_is_being_loaded() -> None:
    async with town() as t:
        loaded, found = Event(), Found(Certainty.SUGGEST, TOPICS)

        def load() -> Search:
            assert loaded.wait(30)
            return lambda _: found

        t.app.questions.search.load = load
        anna = t.person()
        await anna.sends("вопрос")
        anna.sees("спросите ещё раз через минуту")
        loaded.set()
        t.app.questions.search.prepare().result()
        await anna.sends("вопрос")
        anna.sees("Возможно, вы спрашиваете")


async def test_a_search_that_cannot_be_loaded_is_tried_again() -> None:
    tries = iter((MemoryError(), None))

    def load() -> Search:
        if error := next(tries):
            raise error
        return lambda _: Found(Certainty.SUGGEST, TOPICS)

    async with town() as t:
        t.app.questions.search.load = load
        assert t.app.questions.search.prepare().exception()
        anna = t.person()
        await anna.sends("вопрос")
        t.app.questions.search.prepare().result()
        await anna.sends("вопрос")
        anna.sees("Возможно, вы спрашиваете")


@pytest.mark.long  # the index of every answer, built anew
async def test_the_real_search_finds_a_question_in_the_wrong_layout() -> None:
    async with town() as t:
        t.app.questions.search.prepare().result()
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
        assert not any((await t.app.repositories.personal_data.of(anna.id)).values())
        for file in t.path.parent.iterdir():
            if file.is_file():
                assert "Канарейкин".encode() not in file.read_bytes()
