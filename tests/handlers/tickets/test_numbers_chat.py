"""✉️ «Вопросы» on the desk: numbers without ids; a line a day while a question waits (A1)."""

from typing import Any

from bot.core.clock import epoch
from bot.core.tickets.group import Missing
from tests.chat import town
from tests.group_chat import LAWYERS, lawyers_group
from tests.handlers.tickets.questions import answers, forget_lawyers, question, write

SET_UP: dict[str, Any] = {"prepare": lawyers_group, "lawyer_chat_id": LAWYERS}


async def test_where_no_lawyers_are_set_up_the_desk_has_no_button() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/admin")
        admin.sees_not("Вопросы юристам", "✉️")
        await admin.sends("/questions")
        admin.sees("Группа не указана")


async def test_the_desk_counts_what_is_open_waits_and_ended() -> None:
    async with town(**SET_UP) as t:
        group, anna, admin = t.group(), await t.subscriber(), t.admin()
        asked, vera = await question(t, group, anna), group.lawyer()
        await question(t, group, anna, number=418)
        t.clock.forward(minutes=50)
        await vera.replies(asked.copy, "Да")
        t.clock.forward(minutes=30)
        t.app.dispatcher["lawyers_group"].missing = {Missing.NO_TOPICS}
        await admin.sends("/admin")
        await admin.taps("✉️ Вопросы")
        admin.sees("Открыто: 2, из них ждут ответа: 1", "Дольше всех ждёт: 2 ч", "закрыто: 0, истекло без ответа: 0")
        admin.sees("после пяти ответов", "Боту нельзя управлять темами")
        await vera.replies(asked.copy, "/close")
        for minutes in (5, 20, 4000, 30):
            write(t, "INSERT INTO ticket_wait (minutes) VALUES (?)", (minutes,))
        write(t, "INSERT INTO ticket_sum VALUES (?, 'expired', 3)", (t.clock.now().date().isoformat(),))
        t.app.dispatcher["lawyers_group"].missing = set()
        await admin.sends("/questions")
        admin.sees("Открыто: 1", "закрыто: 1, истекло без ответа: 3", "до первого ответа: 30 мин")
        admin.sees_not("Что не так")
        write(t, "UPDATE ticket SET asked = asked - 864000 WHERE asked IS NOT NULL")
        await admin.sends("/questions")
        admin.sees("Дольше всех ждёт: 11 дн.")
        await anna.sends("/questions")
        anna.sees_not("Открыто")
        await anna.taps_data("lqn:ru:0")
        anna.sees_not("Открыто")


async def test_the_admins_read_once_a_day_that_a_question_waits() -> None:
    async with town(**SET_UP) as t:
        group, anna, admin = t.group(), await t.subscriber(), t.admin()
        await admin.sends("/start")
        await question(t, group, anna)
        write(t, "UPDATE ticket SET expires = ?", (epoch(t.clock.now()) + 10**7,))
        for _ in range(3):
            await t.later(hours=8)
        told = admin.got("Больше суток без ответа юриста вопросов: 1")
        for _ in range(6):
            await t.later(hours=8)
        assert told <= 1
        assert admin.got("Больше суток без ответа юриста вопросов: 1") == told + 2


async def test_an_answer_nobody_was_asked_about_is_asked_about_after_a_restart() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera, boris = await question(t, group, anna), group.lawyer("Вера"), group.lawyer("Борис")
        await vera.replies(asked.copy, "Да")
        held = await boris.replies(asked.copy, "Нет")
        await t.app.tickets.ask_held()
        assert len(group.answers_to(held)) == 1
        forget_lawyers(t)
        ask = t.app.tickets.ask_held
        fresh = type(ask)(t.app.dispatcher["lawyers_desk"], ask.words)
        for _ in range(2):
            await fresh()
        assert len(group.answers_to(held)) == 2
        await vera.taps("Отправить тоже", group.answers_to(held)[1])
        assert answers(t)[-1] == (held, "due")
    async with town() as t:
        await t.app.tickets.ask_held()
