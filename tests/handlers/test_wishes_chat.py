"""Wishes about the bot, despair, messages without a word, as chats (P6): each gets its own screen, none is searched."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from bot.core.faq.search import Certainty, Found
from tests.chat import Chatter, Town, town

FOUND = Found(Certainty.SUGGEST, (("refusal-to-serve", 1.0), ("family", 0.5)))
NOTHING = Found(Certainty.NONE, (("refusal-to-serve", 0.1),))
CALM = ("Вы не одни", "экстренной помощи страны, где вы находитесь")
LEGAL = ("Отказ служить", "Где искать юриста", "Возможно, вы спрашиваете")


@asynccontextmanager
async def answering(found: Found = FOUND) -> AsyncIterator[tuple[Town, list[str]]]:
    """A town whose search says the same of everything, and what it was asked."""
    asked: list[str] = []

    def search(question: str) -> Found:
        asked.append(question)
        return found

    async with town() as t:
        t.app.questions.search.load = lambda: search
        t.app.questions.search.prepare().result()
        yield t, asked


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("меню", ("Убежище в США: ответы и семинары", "Вопросы и ответы")),
        ("помощь", ("Помощь", "/stop")),
        ("а вы точно не мошенники?", ("Настоящий ли это бот", "никогда не просим")),
        ("когда следующий семинар", ("JurisQ",)),
        ("кто такой Яков Спектор", ("ведёт адвокат Яков Спектор", "JurisQ")),
        ("кто вы?", ("Вам отвечает программа", "JurisQ Legal Network")),
        ("хочу связаться с человеком", ("Вам отвечает программа", "Где искать юриста")),
        ("привет", ("Здравствуйте", "Первые шаги")),
        ("удалите мои данные", ("Удалить всё",)),
        ("отпишите меня", ("Отписаться?",)),
    ],
)
async def test_m06_a_wish_opens_its_screen(text: str, seen: tuple[str, ...]) -> None:
    async with answering() as (t, asked):
        anna = t.person()
        await anna.sends(text)
        anna.sees(*seen)
        assert len(anna.from_bot) == 1
        await anna.taps("English")
        assert "Русский" in " ".join(anna.labels)
        assert asked == []
        assert await t.app.questions.question_stats.lately() == {}


@pytest.mark.parametrize(
    ("text", "seen"),
    [("/стоп", "Отписаться?"), ("/меню", "Первые шаги"), ("/помощь.", "Помощь"), ("/menu", "First steps")],
)
async def test_m06_a_wish_written_as_a_command_is_one_in_its_own_language(text: str, seen: str) -> None:
    async with answering() as (t, _):
        anna = t.person(language="en")
        await anna.sends(text)
        anna.sees(seen)
        await anna.sends("/abracadabra")
        anna.sees("The bot does not have this command")


async def test_m06_thanks_get_one_kind_line_and_no_offer() -> None:
    async with answering() as (t, asked):
        anna = t.person()
        await anna.sends("Спасибо большое!")
        anna.sees("Пожалуйста. Берегите себя")
        assert [label.split()[-1] for label in anna.labels] == ["Меню", "English"]
        assert asked == []


@pytest.mark.parametrize("text", ["стоп", "Stop. Thank you", "отпишите меня", "unsubscribe", "не присылайте больше"])
async def test_b15_a_subscriber_leaves_in_plain_words_and_one_tap(text: str) -> None:
    async with answering() as (t, asked):
        anna = await t.subscriber()
        await anna.sends(text)
        anna.sees("Отписаться", "Удалить всё")
        anna.sees_not("Подписаться")
        assert await t.app.repositories.subscribers.get(anna.id) is not None
        await anna.taps("Отписаться")
        anna.sees("Вы отписаны")
        assert await t.app.repositories.subscribers.get(anna.id) is None
        assert asked == []


async def test_b15_the_question_before_leaving_is_asked_in_the_other_language_too() -> None:
    async with answering() as (t, _):
        anna = await t.subscriber()
        await anna.sends("отпишите меня")
        await anna.taps("English")
        anna.sees("Unsubscribe?", "Delete everything")


async def test_b15_whoever_asks_to_be_deleted_is_asked_once() -> None:
    async with answering() as (t, _):
        anna = await t.subscriber()
        await anna.sends("Удалите все мои данные, пожалуйста")
        await anna.taps("Удалить всё")
        assert await t.app.repositories.subscribers.get(anna.id) is None


def calm_then_legal(anna: Chatter) -> None:
    """Two messages: the calm one first, the result of the search below it."""
    first, below = anna.from_bot
    assert all(words in first["text"] for words in CALM)
    assert not any(words in first["text"] for words in LEGAL)
    assert below["text"] == "Если вы спрашивали и об убежище, вот темы:"


@pytest.mark.parametrize("certainty", [Certainty.SUGGEST, Certainty.ANSWER])
@pytest.mark.parametrize("text", ["я хочу умереть", "Мне отказали. Я не хочу больше жить"])
async def test_m06_despair_gets_a_calm_message_and_topics_below_counted_nowhere(
    text: str, certainty: Certainty
) -> None:
    async with answering(replace(FOUND, certainty=certainty)) as (t, asked):
        people = [t.person() for _ in range(6)]
        for anna in people:
            await anna.sends(text)
            calm_then_legal(anna)
        await t.tick()
        assert len(asked) == 6
        assert await t.app.questions.question_stats.lately() == {}


async def test_m06_despair_is_never_told_that_there_is_no_answer() -> None:
    async with answering(NOTHING) as (t, _):
        anna = t.person()
        await anna.sends("суицид")
        assert len(anna.from_bot) == 1
        anna.sees(*CALM)
        await anna.taps("English")
        anna.sees("You are not alone", "emergency number of the country you are in")
        await anna.sends("how to bake bread")
        anna.sees("The bot has no answer to this")  # it was not the first of two questions without an answer


async def test_m06_no_number_stands_in_the_calm_message_while_no_line_is_confirmed() -> None:
    async with answering(NOTHING) as (t, _):
        for language in ("ru", "en"):
            anna = t.person(language=language)
            await anna.sends("I want to die")
            assert not any(sign.isdigit() for sign in anna.text)


async def test_m06_fear_of_being_killed_is_a_question() -> None:
    async with answering() as (t, asked):
        anna = t.person()
        await anna.sends("Боюсь, что меня убьют на фронте")
        anna.sees("Возможно, вы спрашиваете")
        assert len(anna.from_bot) == len(asked) == 1


@pytest.mark.parametrize("text", ["👍", "\u3164", "...", "+", "🙏", "❤️", "125325235"])
async def test_b11_a_message_without_a_word_gets_one_neutral_line(text: str) -> None:
    async with answering() as (t, asked):
        anna = t.person()
        await anna.sends(text)
        anna.sees("Напишите вопрос словами", "Вопросы и ответы")
        assert len(anna.from_bot) == 1
        assert asked == []
