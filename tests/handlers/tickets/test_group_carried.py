"""A lawyer's acts with what carries them: the asker gets an answer, its edits, and sees it taken back (A10)."""

from datetime import timedelta

import pytest

from bot.core.locales import Locale
from bot.core.tickets.answering import REMEMBERED, LawyersMemory, NewAnswer, Undone
from bot.handlers.tickets import canned_texts
from tests.chat import Chatter
from tests.clock import ManualClock
from tests.handlers.tickets.questions import answers, write
from tests.tickets.desk import Desk, desk

QUESTION = "Можно ли работать?"


async def asked(d: Desk, language: str = "ru") -> Chatter:
    """Let a subscriber ask."""
    anna = await d.town.subscriber("Анна", language)
    await d.asks(anna, QUESTION, locale=Locale(language))
    return anna


async def test_an_answer_arrives_is_edited_and_taken_back() -> None:
    async with desk() as d:
        anna = await asked(d)
        number = await d.vera.replies(QUESTION, "Да, через полгода.")
        assert (anna.text, d.group.reactions(number)) == ("Да, через полгода.", ["👍"])
        await d.vera.edits(number, "Да, через 180 дней.")
        assert anna.got("через полгода") == 0
        anna.sees("через 180 дней")
        boris = d.group.lawyer("Борис")
        undo = await boris.replies(number, "/undo")
        d.group.sees("Ответ удалён у автора вопроса")
        assert (anna.got("180 дней"), anna.got("отозвал свой ответ")) == (0, 1)
        assert (d.group.reactions(number), d.town.query("SELECT state FROM ticket")) == ([], [("waiting",)])
        again = await d.vera.replies(QUESTION, "Исправленный ответ")
        assert d.group.answers_to(undo)
        assert (anna.text, d.group.reactions(again)) == ("Исправленный ответ", ["👍"])
        await d.vera.replies(QUESTION, "/close")
        of_anna = "SELECT count(*) FROM ticket_message WHERE kind IN ('answer', 'to-asker') AND copy IS NOT NULL"
        assert d.town.query(f"{of_anna} OR kind = 'to-asker' AND bundle IS NOT NULL") == [(0,)]


async def test_two_lawyers_at_once_arrive_twice_only_when_that_was_confirmed() -> None:
    async with desk() as d:
        anna = await asked(d)
        copy, boris = d.group.find(QUESTION)["message_id"], d.group.lawyer("Борис")
        for lawyer in (d.vera, boris):  # both before the bot sees either
            lawyer.person.sends(f"Отвечает {lawyer.person.first_name}", group=d.group.group, reply_to=copy)
        await d.town.settle()
        assert (anna.got("Отвечает Вера"), anna.got("Отвечает Борис")) == (1, 0)
        await boris.taps("Отправить тоже")
        assert anna.got("Отвечает Борис") == 1
        assert d.group.reactions("Отвечает Борис") == ["👍"]


async def test_a_ready_answer_comes_in_the_askers_language() -> None:
    async with desk() as d:
        john = await asked(d, "en")
        number = await d.vera.replies(QUESTION, "/c needs-details")
        john.sees("More details are needed", "⚠️ Draft")
        assert d.group.reactions(number) == ["👍"]
        await d.vera.replies(QUESTION, "/c first-steps")
        john.sees("⚠️ Draft")
        await d.vera.replies(number, "/undo")
        assert john.got("More details are needed") == 0


async def test_later_close_and_mute_reach_the_asker() -> None:
    async with desk() as d:
        anna, boris = await asked(d), await d.town.subscriber("Борис")
        await d.vera.replies(QUESTION, "/later")
        anna.sees("ответит позже")
        await d.vera.replies(QUESTION, "/close")
        anna.sees("закрыл вопрос", "/ask")
        await d.asks(boris, "Ещё вопрос")
        await d.vera.replies("Ещё вопрос", "/mute")
        boris.sees("закрыл вопрос")
        boris.sees_not("/ask")


async def test_an_answer_that_came_before_its_eyes_keeps_its_thumb() -> None:
    async with desk() as d:
        await asked(d)
        number = await d.vera.replies(QUESTION, "Да")
        ((row,),) = answers(d.town, "id")
        lawyers_desk = d.town.app.dispatcher["lawyers_desk"]
        assert await lawyers_desk.answers.arrived(row)
        assert not await lawyers_desk.answers.arrived(row + 1)
        assert d.group.reactions(number) == ["👍"]


async def test_what_was_closed_this_very_moment_takes_nothing() -> None:
    async with desk() as d:
        await asked(d)
        number = await d.vera.replies(QUESTION, "Да")
        store, now = d.town.app.repositories.tickets.answers, d.town.clock.now()
        ((row,),) = answers(d.town, "id")
        again = await store.queue(1, NewAnswer(number), lambda _: False, now)
        assert again is not None
        assert (again.row, again.held) == (row, False)
        assert (await store.take_back(10**6, now, too_old=False)).outcome is Undone.UNKNOWN
        write(d.town, "UPDATE ticket SET state = 'closed', ending = 'asker'")
        assert await store.queue(1, NewAnswer(999), lambda _: False, now) is None
        assert not await store.later(1, now)
        assert await store.decide(row, now, send=True) is None


async def test_a_ready_answer_longer_than_a_message_can_be_opened_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk() as d:
        anna = await asked(d)
        monkeypatch.setattr(canned_texts, "answer_pages", lambda *_: ("Начало", "Продолжение"))
        await d.vera.replies(QUESTION, "/c first-steps")
        anna.sees("Начало", "Открыть ответ целиком")
        monkeypatch.undo()
        await anna.taps("Открыть ответ целиком")
        anna.sees("Черновик")


def test_what_is_remembered_of_the_lawyers_is_bounded_and_runs_out() -> None:
    clock = ManualClock()
    memory = LawyersMemory(clock)
    for ticket in range(REMEMBERED + 1):
        memory.take(ticket, 7)
        memory.answered(ticket, 7)
    assert memory.taken_by(0) is None
    assert memory.taken_by(REMEMBERED) == 7
    assert (memory.answers(0, 7), memory.answers(REMEMBERED, 7), memory.answers(REMEMBERED, None)) == (
        False,
        True,
        False,
    )
    clock.forward(seconds=timedelta(hours=1).total_seconds())
    assert memory.taken_by(REMEMBERED) is None
    assert not memory.answers(REMEMBERED, 7)
