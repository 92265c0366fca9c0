"""Asking the lawyers: notice, text, «Отправить», a name, additions, closing (P10)."""

import re

import pytest

from bot.core.tickets.group import Missing
from tests.chat import town
from tests.handlers.tickets.lawyers import asks, group_of, lawyers_town, queued, tickets, write

CODE = re.compile(r"[А-ЯЁ][а-яё]+-\d{3}")


async def test_a_question_is_sent_once_and_has_a_name() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        anna.sees("не станет вашим адвокатом", "Не пишите", "о людях в России", "/delete", "ответов ещё мало")
        assert t.query("SELECT count(*) FROM person") == [(0,)]
        await anna.taps("Задать вопрос")
        anna.sees("одним сообщением или несколькими")
        question = await anna.sends("Мне отказали. Сколько дней на апелляцию?")
        anna.sees("Юристам уйдёт это сообщение", "Отправить", "Изменить", "Отмена")
        anna.sees_not("отказали")
        assert anna.last["reply_to_message"]["message_id"] == question
        assert queued(t) == []
        card = anna.last["message_id"]
        send = next(b for r in anna.last["reply_markup"]["inline_keyboard"] for b in r if "Отправить" in b["text"])
        await anna.taps("Отправить")
        name = CODE.search(anna.text)
        assert name is not None
        anna.sees("передаётся юристам", "/ask", "Дополнить", "Закрыть вопрос", "Срок для дополнений: ")
        await anna.taps_data(send["callback_data"], card)
        anna.sees(name[0], "Ваши вопросы")
        assert queued(t) == [(1, "question", None, question, "due")]
        assert tickets(t) == [(1, "waiting", None, 1, 1)]
        assert t.query("SELECT count(*) FROM draft") == [(0,)]
        await anna.sends("/ask")
        anna.sees(f"{name[0]}: передаётся юристам")


async def test_an_update_that_comes_again_sends_nothing_again() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        await anna.sends("Сколько ждать интервью?")
        anna.person.press("Отправить")
        for raw in (batch := await t.updates()):
            await t.app.inbox.take(raw)
            await t.app.inbox.take(raw)
        assert len(batch) == 1
        assert len(queued(t)) == 1


async def test_a_long_paste_is_one_question_and_the_old_card_sends_nothing() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        first = await anna.sends("Первая половина.")
        old = anna.last["message_id"]
        second = await anna.sends("Вторая половина.")
        anna.sees("ваши 2 сообщения")
        await anna.taps("Отправить", old)
        assert queued(t) == []
        assert "С тех пор вы добавили сообщение" in str(anna.person.log[old]["text"])
        await anna.taps("Отправить", old)
        assert [row[3] for row in queued(t)] == [first, second]


async def test_at_most_five_messages_and_three_open_tickets() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        for number in range(6):
            await anna.sends(f"Часть {number}.")
            t.clock.forward(seconds=2)
        anna.sees("Больше пяти сообщений", "Отправить")
        await anna.taps("Отправить")
        assert len(queued(t)) == 5
        for _ in range(2):
            await asks(anna, "Ещё вопрос.")
            t.clock.forward(seconds=10)
        await anna.sends("/ask")
        anna.sees("уже три открытых вопроса")
        anna.sees_not("Задать вопрос")
        forged = anna.last["message_id"]
        await anna.taps_data("tkb:ru:0", forged)
        anna.sees("уже три открытых вопроса")
        assert len(tickets(t)) == 3


async def test_change_and_cancel_send_nothing() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        await anna.sends("Плохо сказано.")
        await anna.taps("Изменить")
        anna.sees("одним сообщением или несколькими")
        better = await anna.sends("Лучше сказано.")
        anna.sees("уйдёт это сообщение")
        await anna.taps("English")
        anna.sees("This message goes to the lawyers")
        await anna.taps("Русский")
        await anna.taps("Отправить")
        assert [row[3] for row in queued(t)] == [better]
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        await anna.sends("Передумала.")
        await anna.taps("Отмена")
        anna.sees("Ничего не отправлено")
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        await anna.sends("/Cancel.")
        anna.sees("Ничего не отправлено")
        await anna.sends("/cancel")
        anna.sees("Отменять нечего")
        await anna.taps_data("tkx:ru:0")
        await anna.taps_data("tkc:ru:0")
        anna.sees("Ваши вопросы")
        assert len(queued(t)) == 1


async def test_who_cancels_leaves_nothing_and_the_id_is_overwritten() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        assert t.query("SELECT count(*) FROM person WHERE chat IS NOT NULL") == [(1,)]
        await anna.taps("Отмена")
        assert t.query("SELECT count(*) FROM person WHERE chat IS NOT NULL") == [(0,)]


async def test_commands_are_obeyed_beside_a_draft_and_so_are_leaving_and_deleting() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        await anna.sends("/faq")
        anna.sees("Первые шаги")
        await anna.sends("отпишите меня")
        anna.sees("Отписаться?")
        await anna.sends("/ask")
        anna.sees("не отправили его", "К начатому вопросу")
        await anna.taps("К начатому вопросу")
        anna.sees("одним сообщением или несколькими")
        await anna.sends("Жить не хочу. Суд отказал, что делать?")
        assert anna.got("Вы не одни") == 1
        anna.sees("Отправить")


async def test_an_hour_later_the_draft_is_gone_and_this_is_said_once() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        await anna.sends("Мой вопрос.")
        card = anna.last["message_id"]
        t.clock.forward(minutes=61)
        await anna.sends("И ещё.")
        anna.sees("ждал час и забыт", "Задать вопрос")
        await anna.taps("Отправить", card)
        assert "забыт" not in anna.person.log[card]["text"]
        await anna.sends("сколько ждать разрешения на работу")
        anna.sees_not("забыт")
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        await anna.sends("Мой вопрос.")
        t.clock.forward(minutes=61)
        await anna.taps("Отправить")
        anna.sees("ждал час и забыт", "Спросить юриста")
        assert queued(t) == []


async def test_an_admins_other_conversation_is_not_overwritten() -> None:
    async with lawyers_town() as t:
        admin = t.admin()
        await admin.sends("/broadcast")
        await admin.sends("/ask")
        await admin.taps("Задать вопрос")
        admin.sees("начато другое")
        await admin.sends("Текст рассылки")
        assert t.query("SELECT flow FROM draft") == [("broadcast",)]
        await admin.sends("/cancel")
        await asks(admin, "Вопрос админа.")
        assert len(queued(t)) == 1
        await admin.sends("/ask")
        await admin.taps("Задать вопрос")
        await admin.sends("Второй вопрос.")
        t.clock.forward(minutes=61)
        await admin.sends("И ещё.")
        admin.sees("ждал час и забыт")


async def test_additions_by_reply_and_by_button_until_it_is_closed() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        (question,) = await asks(anna, "Мне отказали.")
        screen = anna.last["message_id"]
        reply = await anna.sends("Забыла: дата отказа 5 ноября.", reply_to=question)
        anna.sees("Дополнение к вопросу", "Отправить")
        await anna.taps("Отправить")
        anna.sees("Дополнение принято", "Срок для дополнений: ")
        anna.sees_not("Вопрос принят")
        assert all(len(row) == 1 for row in anna.last["reply_markup"]["inline_keyboard"][:2])
        by_screen = await anna.sends("И ещё одно.", reply_to=screen)
        anna.sees("Дополнение к вопросу")
        await anna.taps("Отправить")
        await anna.taps("Дополнить")
        anna.sees("Дополнение к вопросу", "одним сообщением или несколькими")
        by_button = await anna.sends("Последнее.")
        await anna.taps("Отправить")
        assert [row[3] for row in queued(t)] == [question, reply, by_screen, by_button]
        assert tickets(t) == [(1, "waiting", None, 1, 1)]
        await anna.taps("Закрыть вопрос")
        anna.sees("Закрыть вопрос", "Да, закрыть")
        t.clock.forward(hours=20)
        await anna.taps("Да, закрыть")
        anna.sees("закрыт. Ответы на него больше не придут")
        assert tickets(t) == [(1, "closed", "asker", 0, 0)]
        assert queued(t) == []
        await anna.taps_data("tkz:ru:0:1")
        anna.sees("уже закрыт")
        await anna.sends("Опять я.", reply_to=screen)
        anna.sees("уже закрыт", "Задать вопрос")


async def test_only_ones_own_tickets_are_shown_added_to_and_closed() -> None:
    async with lawyers_town() as t:
        anna, boris = t.person(), t.person("Борис")
        await asks(anna, "Мне отказали.")
        await boris.sends("/ask")
        forged = (
            "tka:ru:0:1",
            "tkz:ru:0:1",
            "tkq:ru:0:1",
            "tkt:ru:0:1",
            "tku:ru:0:1",
            "tks:ru:0:4",
            "tkc:ru:0",
            "tkx:ru:0",
            "tkd:ru:0",
        )
        for data in (*forged, "tkz:ru:0:-1", "tks:ru:0:x", f"tka:ru:0:{2**63}", "tkb:ru:1"):
            await boris.taps_data(data)
            t.clock.forward(seconds=1)
        assert tickets(t) == [(1, "waiting", None, 1, 1)]
        assert t.query("SELECT count(*) FROM draft") == [(0,)]


async def test_the_group_is_told_of_a_closing_if_it_knows_of_the_question() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await asks(anna, "Мне отказали.")
        await write(t, "UPDATE ticket SET header = 7", "UPDATE ticket_message SET state = 'sent', copy = 8")
        await anna.sends("/ask")
        anna.sees("у юристов, ждёт ответа")
        await anna.taps("Закрыть вопрос")
        await anna.taps("Да, закрыть")
        assert queued(t)[1][:3] == (1, "to-group", "asker-closed")
        assert tickets(t) == [(1, "closed", "asker", 0, 1)]


async def test_an_answered_ticket_waits_again_with_an_addition() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await asks(anna, "Мне отказали.")
        answer = "INSERT INTO ticket_message (ticket, kind, source, copy, state) VALUES (1, 'answer', 3, 900, 'sent')"
        await write(t, "UPDATE ticket SET state = 'answered', asked = NULL, answered = 5", answer)
        await anna.sends("/ask")
        anna.sees("юрист ответил")
        await anna.taps("Дополнить")
        await anna.sends("Уточню.")
        await anna.taps("Отправить")
        assert tickets(t) == [(1, "waiting", None, 1, 1)]


async def test_a_muted_person_is_told_without_blame_also_at_the_last_button() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        await anna.sends("Мой вопрос.")
        await write(t, "INSERT INTO ticket_mute SELECT number, 4000000000 FROM person")
        await anna.taps("Отправить")
        anna.sees("Сегодня вопросы от вас не принимаются")
        await anna.taps_data("tkx:ru:0")
        await anna.sends("/ask")
        anna.sees("Сегодня вопросы от вас не принимаются", "Где искать юриста")
        anna.sees_not("Задать вопрос")
        assert queued(t) == []


@pytest.mark.parametrize("missing", sorted(set(Missing) - {Missing.OFF, Missing.NO_TOPICS, Missing.NO_DELETING}))
async def test_where_questions_would_not_arrive_none_is_taken(missing: Missing) -> None:
    sight = "ещё не связался" if missing is Missing.UNSEEN else "Сейчас вопросы юристам не принимаются"
    async with lawyers_town() as t:
        anna, admin = t.person(), t.admin()
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        await anna.sends("Мой вопрос.")
        group_of(t).missing = {missing}
        await anna.taps("Отправить")
        anna.sees(sight, "Вопросы и ответы", "Где искать юриста")
        await anna.sends("/ask")
        anna.sees(sight)
        anna.sees_not("Администратору", "Задать вопрос")
        await admin.sends("/ask")
        admin.sees("Администратору: что не так")
        assert admin.text.count("•") == 1
        await anna.taps_data("tkb:ru:0")
        anna.sees(sight)
        assert queued(t) == []
        group_of(t).missing = set()
        await anna.sends("/ask")
        await anna.taps("К начатому вопросу")
        await anna.taps("Отправить")
        assert len(queued(t)) == 1


async def test_without_lawyers_nothing_leads_to_them_and_old_buttons_get_a_sentence() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/start")
        anna.sees_not("Спросить юриста")
        for text in ("/ask", "/start ask", "/help"):
            await anna.sends(text)
            anna.sees_not("Задать вопрос", "Спросить юриста" if text == "/help" else "Задать вопрос")
        await anna.sends("/ask")
        anna.sees("нет юристов", "Где искать юриста")
        for data in ("go:ru:0:ask", "tkb:ru:0", "tka:ru:0:5", "tkm:ru:0"):
            await anna.taps_data(data)
            anna.sees("нет юристов")
        assert t.query("SELECT count(*) FROM person") == [(0,)]


async def test_how_long_it_takes_is_the_median_of_the_latest_answers_or_the_truth() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        for minutes in (30, 150, 160, 170, 4000):
            await write(t, f"INSERT INTO ticket_wait (minutes) VALUES ({minutes})")  # noqa: S608 -- numbers of the test
        await anna.sends("/ask")
        anna.sees("за 3 часа")
        await asks(anna, "Мне отказали.")
        anna.sees("за 3 часа")
        t.clock.forward(days=3)
        boris = t.person("Борис")
        await boris.sends("/ask")
        boris.sees("Уже три дня никто из юристов не отвечал")
        await boris.taps("English")
        boris.sees("None of the lawyers has answered for three days")


async def test_every_way_that_leads_here() -> None:
    async with lawyers_town() as t:
        anna = t.person()
        await anna.sends("/start")
        await anna.taps("Спросить юриста")
        anna.sees("Задать вопрос")
        await anna.sends("/start ask")
        anna.sees("Задать вопрос")
        await anna.sends("/start faq_first-steps")
        anna.sees("Спросить юриста")
        await anna.sends("/help")
        anna.sees("/ask")
        await anna.sends("хочу поговорить с живым человеком")
        anna.sees("Вам отвечает программа", "Задать вопрос")
        await anna.taps_data("nof:ru:0:0")
        anna.sees_not("Спросить юриста")
        await anna.taps_data("nof:ru:0:1")
        anna.sees("ответа не нашлось", "Спросить юриста", "Где искать юриста")
