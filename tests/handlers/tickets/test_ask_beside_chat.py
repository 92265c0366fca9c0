"""Questions to the lawyers beside /stop, /delete, /clear, /privacy, and the message after a seminar."""

import json
from typing import Any

from bot.core.tickets.group import Missing
from tests.chat import Town
from tests.handlers.tickets.lawyers import asks, group_of, lawyers_town, queued, tickets, write

FORM = "/seminar 2026-11-25 19:00 America/New_York | Работа | Work | https://youtu.be/abc | 90m"


def people(t: Town) -> list[tuple[Any, ...]]:
    """The chats that are stored."""
    return t.query("SELECT chat FROM person WHERE chat IS NOT NULL ORDER BY chat")


async def test_stop_leaves_an_open_question_and_says_so() -> None:
    async with lawyers_town() as t:
        anna, boris = await t.subscriber(), await t.subscriber("Борис")
        await asks(anna, "Мне отказали.")
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        await anna.sends("Ещё один.")
        await anna.sends("/stop")
        anna.sees("Вы отписаны", "Вопрос юристам это не закрыло", "Спросить юриста")
        await anna.taps("English")
        anna.sees("has not closed your question")
        assert (len(queued(t)), tickets(t)) == (1, [(1, "waiting", None, 1, 1)])
        assert t.query("SELECT flow FROM draft") == [("ask",)]
        assert t.query("SELECT count(*) FROM subscriber") == [(1,)]
        await boris.sends("/stop")
        boris.sees_not("Вопрос юристам")
        assert people(t) == [(anna.id,)]


async def test_delete_takes_questions_and_the_draft_along_and_the_copies_go() -> None:
    async with lawyers_town() as t:
        anna = await t.subscriber()
        await asks(anna, "Мне отказали.")
        await write(t, "UPDATE ticket SET header = 7", "UPDATE ticket_message SET state = 'sent', copy = 8")
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        await anna.sends("/delete")
        anna.sees("Вопросы юристам закроются", "насколько даёт Telegram")
        await anna.taps("Удалить всё")
        anna.sees("Записи о вас удалены", "их копии удаляются и из группы")
        assert (queued(t), tickets(t), people(t)) == ([], [], [])
        assert t.query("SELECT message FROM ticket_removal ORDER BY message") == [(7,), (8,)]
        assert t.query("SELECT count(*) FROM draft") == [(0,)]


async def test_clear_leaves_what_is_still_to_be_copied_and_takes_it_later() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        (question,) = await asks(anna, "Мне отказали.")
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        draft = await anna.sends("Ещё один.")
        await anna.sends("/clear")
        anna.sees("остался: без этих сообщений")
        own = [message["message_id"] for message in anna.person.messages if not message["from"]["is_bot"]]
        assert own == [question, draft]
        await anna.taps("English")
        anna.sees("was left: without these messages")
        await write(t, "UPDATE ticket_message SET state = 'sent', copy = 8", "DELETE FROM draft")
        await anna.sends("/clear")
        anna.sees_not("остался: без этих", "was left")
        assert [message for message in anna.person.messages if not message["from"]["is_bot"]] == []


async def test_privacy_and_the_files_name_questions() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/privacy")
        anna.sees("Ничего. Пока вы только читаете")
        await asks(anna, "Мне отказали.")
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        await anna.sends("/privacy")
        anna.sees("вопрос юристам «", "который вы начали", f"{anna.id}")
        anna.sees_not("Ничего. Пока вы только читаете", "48 часов после конца рассылки")
        stored = await t.app.repositories.personal_data.of(anna.id)
        assert {"person", "draft", "ticket", "ticket_message"} == set(stored)
        assert "отказали" not in json.dumps(stored, ensure_ascii=False)
        await write(t, "DELETE FROM draft", "INSERT INTO ticket_mute SELECT number, 4000000000 FROM person")
        await anna.sends("/privacy")
        anna.sees("сегодня вопросы от вас не принимаются")


async def test_after_a_seminar_a_follow_up_can_be_asked_before_and_after_the_rating() -> None:
    async with lawyers_town() as t:
        anna, boris, admin = await t.subscriber(), await t.subscriber("Борис"), t.admin()
        await boris.sends("/settings")
        await boris.taps("Незаметно")
        await admin.announces(FORM)
        await t.later(hours=39)
        group_of(t).missing = set[Missing]()
        anna.sees("Вопрос после семинара")
        card = anna.last["message_id"]
        await anna.taps("Вопрос после семинара")
        anna.sees("Задать вопрос")
        await anna.taps("5", card)
        assert "Вопрос после семинара" in json.dumps(anna.person.log[card], ensure_ascii=False)
        boris.sees_not("семинар")
        await boris.taps("Открыть")
        boris.sees("Вопрос после семинара")
        opened = boris.last["message_id"]
        await boris.taps("Вопрос после семинара")
        boris.sees("Скрыть", "Задать вопрос")
        assert boris.last["message_id"] == opened
