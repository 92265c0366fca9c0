"""Bounds, restarts and a failing disk on the asker's side (P10, R1, R7, R16)."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.locales import Locale
from bot.core.tickets import codes
from bot.core.tickets.asking import MAX_QUESTIONS, MAX_WAITING, AskDraft
from bot.core.tickets.tickets import Ticket
from bot.storage.tickets.asking import AskRepository
from tests.chat import Chatter, Town
from tests.group_chat import LAWYERS, lawyers_group
from tests.handlers.broadcasts.restarts import server
from tests.handlers.tickets.lawyers import asks, lawyers_town, queued, tickets, write

HOUR = timedelta(hours=1)
FILL = """
INSERT INTO ticket (word, number, language, state, expires)
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {last})
SELECT 'old' || (i / 900), 100 + i % 900, 'ru', '{state}', 9000000000 FROM n
"""


async def test_r16_of_too_many_open_questions_new_ones_wait() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await write(t, FILL.format(last=MAX_WAITING - 1, state="waiting"))
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        anna.sees("слишком много вопросов", "Где искать юриста")


async def test_r16_a_ticket_takes_so_many_messages_and_no_more() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        (first,) = await asks(anna, "Мне отказали.")
        more = ", ".join(f"(1, 'question', {number}, 'sent')" for number in range(10_000, 10_000 + MAX_QUESTIONS - 1))
        await write(t, f"INSERT INTO ticket_message (ticket, kind, source, state) VALUES {more}")  # noqa: S608 -- numbers
        await anna.sends("И ещё.", reply_to=first)
        anna.sees("уже сорок сообщений")
        assert len(queued(t)) == MAX_QUESTIONS


async def test_a_name_that_is_taken_is_drawn_again() -> None:
    async with lawyers_town() as t:
        drawn = iter([0, 0, 0, 0, 0, 7])
        asking = AskRepository(t.app.repositories.tickets.asking._database, lambda _below: next(drawn))  # noqa: SLF001 -- a lot of the test's own
        made = [await sent(asking, t, chat) for chat in (5001, 5002)]
        assert [(each.code.word, each.code.number) for each in made] == [
            (codes.WORDS[0], codes.LOWEST),
            (codes.WORDS[0], codes.LOWEST + 7),
        ]


async def sent(asking: AskRepository, t: Town, chat: int) -> Ticket:
    """Send a question past the handlers."""
    now, draft = t.clock.now(), AskDraft(chat, 1, (2,))
    assert await asking.begin(draft, now, now + HOUR) is None
    ticket = await asking.send(draft, Locale.RU, now)
    assert isinstance(ticket, Ticket)
    return ticket


async def test_a_draft_that_is_not_as_it_was_is_neither_kept_nor_sent() -> None:
    async with lawyers_town() as t:
        asking, now = t.app.repositories.tickets.asking, t.clock.now()
        draft = AskDraft(5001, 1, (2,))
        assert await asking.send(draft, Locale.RU, now) is None
        assert await asking.begin(draft, now, now + HOUR) is None
        older = AskDraft(5001, 1, (3,))
        assert not await asking.keep(older, draft, now + HOUR)
        assert await asking.send(older, Locale.RU, now) is None
        assert queued(t) == []


async def test_an_addition_to_what_was_closed_meanwhile_is_told_so() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        (first,) = await asks(anna, "Мне отказали.")
        await anna.sends("И ещё.", reply_to=first)
        await write(t, "UPDATE ticket SET expires = 5")
        await anna.taps("Отправить")
        anna.sees("его срок вышел", "Задать вопрос")
        assert t.query("SELECT count(*) FROM draft") == [(0,)]
        assert len(queued(t)) == 1


async def test_a_begun_question_stands_in_the_way_of_another() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        (first,) = await asks(anna, "Мне отказали.")
        card = anna.last["message_id"]
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        again = anna.last["message_id"]
        await anna.sends("Совсем другое.")
        await anna.taps_data("tkb:ru:0", again)
        anna_sees(anna, again, "Вы начали другой вопрос", "уйдёт это сообщение")
        await anna.taps("Дополнить", card)
        anna.sees("Вы начали другой вопрос", "Отправить")
        await anna.sends("К первому.", reply_to=first)
        anna.sees("Вы начали другой вопрос", "Отправить")
        await anna.taps("Отправить")
        assert len(queued(t)) == 2
        await anna.taps_data("tkc:ru:0")
        anna.sees("Ваши вопросы")
        await anna.taps_data("tkt:ru:0:77")
        anna.sees("Ваши вопросы")
        await anna.sends("/ask")
        assert sum(label.startswith("✉️") for label in anna.labels) == 2
        await anna.taps_data("tkt:ru:0:1")
        anna.sees("передаётся юристам", "Дополнить", "Закрыть вопрос")


def anna_sees(anna: Chatter, message: int, *texts: str) -> None:
    """Find the texts in a message that is not the newest."""
    assert [text for text in texts if text not in str(anna.person.log[message]["text"])] == []


def searched(anna: Chatter) -> bool:
    """Whether the text was taken as a question to the bot; the search may not be loaded in this process yet."""
    return any(each in anna.text for each in ("Не то?", "не смог найти ответ по словам", "Ваш текст бот не сохранил"))


@pytest.mark.parametrize("method", ["draft", "expired"])
async def test_r7_with_a_broken_disk_a_text_is_a_question_to_the_bot(method: str, monkeypatch: Any) -> None:
    async def broken(*_values: object) -> None:
        raise OSError

    async with lawyers_town() as t:
        anna = t.person()
        monkeypatch.setattr(AskRepository, method, broken)
        await anna.sends("сколько ждать разрешения на работу")
        assert searched(anna)


async def test_a_reply_to_any_other_message_is_a_question_to_the_bot() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        own = await anna.sends("/start")
        for replied in (own, anna.last["message_id"]):
            await anna.sends("сколько ждать разрешения на работу", reply_to=replied)
            assert searched(anna)


async def test_a_draft_and_a_ticket_outlive_the_process(tmp_path: Path) -> None:
    bot = server(tmp_path)
    bot.lawyer_chat_id = LAWYERS
    group = lawyers_group(bot.telegram)
    async with bot.process() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        await anna.sends("Первая половина.")
    async with bot.process(anna) as t:
        await anna.sends("Вторая половина.")
        anna.sees("ваши 2 сообщения")
    async with bot.process(anna) as t:
        await anna.taps("Отправить")
        anna.sees("Вопрос принят")
        await t.settle()
    async with bot.process(anna) as t:
        await anna.sends("/ask")
        anna.sees("у юристов, ждёт ответа")
        assert tickets(t) == [(1, "waiting", None, 1, 1)]
    copied = [message["text"] for message in group.messages if "половина" in message.get("text", "")]
    assert copied == ["Первая половина.", "Вторая половина."]
