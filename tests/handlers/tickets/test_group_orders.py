"""Orders in the lawyers' group: taken back, closed, later, muted, «Беру» (A10)."""

from typing import Any

from bot.core.clock import epoch
from bot.core.tickets.group import Missing
from bot.core.tickets.tickets import LIFE
from bot.handlers.profile import LAWYER_COMMANDS, languages
from tests.chat import Town, town
from tests.group_chat import LAWYERS, Lawyer, lawyers_group
from tests.handlers.tickets.questions import (
    answers,
    delivered,
    question,
    sentences,
    write,
)
from tests.tickets.desk import desk

SET_UP: dict[str, Any] = {"prepare": lawyers_group, "lawyer_chat_id": LAWYERS}


def journal(t: Town) -> list[tuple[str, str]]:
    """Who did what to questions, oldest first."""
    return [(alias, action) for alias, action in t.query("SELECT alias, action FROM journal ORDER BY number")]


async def orders(lawyer: Lawyer, to: Any, command: str) -> str:
    """Reply with a command; return what the bot says to it."""
    number = await lawyer.replies(to, command)
    return str(lawyer.chat.answers_to(number)[-1]["text"])


async def test_undo_before_it_was_sent_and_after() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera, boris = await question(t, group, anna), group.lawyer("Вера"), group.lawyer("Борис")
        unsent = await vera.replies(asked.copy, "Да")
        assert "автор его не увидит" in await orders(vera, unsent, "/undo")
        ((state, since, expires),) = t.query("SELECT state, asked, expires FROM ticket")
        now = t.clock.now()
        assert (answers(t), sentences(t)) == ([], [])
        assert (state, since, expires) == ("waiting", epoch(now), epoch(now + LIFE))
        assert group.reactions(unsent) == []

        kept, sent = await vera.replies(asked.copy, "Да"), await vera.replies(asked.copy, "Нет")
        delivered(t, kept, 49)
        anna_sees = (await t.app.bot.send_message(anna.id, "Нет")).message_id
        delivered(t, sent, anna_sees)
        assert "удалён у автора" in await orders(boris, sent, "/undo@seminar_demo_bot")
        assert anna_sees not in anna.person.log
        assert (answers(t), sentences(t)) == ([(kept, "sent")], ["withdrawn"])
        assert t.query("SELECT bundle FROM ticket_message WHERE word = 'withdrawn'") == [(anna_sees,)]
        assert t.query("SELECT state FROM ticket") == [("answered",)]
        assert journal(t) == [("lawyer", "answer-withdrawn")] * 2


async def test_undo_says_why_not() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera = await question(t, group, anna), group.lawyer()
        number = await vera.replies(asked.copy, "Да")
        write(t, "UPDATE ticket_message SET state = 'sending' WHERE source = ?", (number,))
        assert "как раз отправляется" in await orders(vera, number, "/undo")
        delivered(t, number, 50)
        assert "Нечего отменять" in await orders(vera, asked.header, "/undo")
        said = await vera.says("/undo")
        assert "Нечего отменять" in group.answers_to(said)[0]["text"]
        t.clock.forward(hours=48)
        assert "48 часов" in await orders(vera, number, "/undo")
        general = await vera.says("/undo", external_reply_to=group.find(number))
        assert "48 часов" in group.answers_to(general)[0]["text"]
        await vera.replies(number, "/close")
        assert "вопрос закрыт" in await orders(vera, number, "/undo")
        assert answers(t) == [(number, "sent")]


async def test_a_held_answer_that_is_taken_back_leaves_the_waiting_as_it_was() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera, boris = await question(t, group, anna), group.lawyer("Вера"), group.lawyer("Борис")
        since = t.query("SELECT asked FROM ticket")
        t.clock.forward(minutes=1)
        await vera.taps_data(f"ltk:ru:0:{asked.ticket}:1", asked.header)
        t.clock.forward(seconds=5)
        album = await boris.replies_with_album(asked.copy, 2)
        assert [state for _, state in answers(t)] == ["held", "held"]
        assert "автор его не увидит" in await orders(boris, album[1], "/undo")
        assert (answers(t), t.query("SELECT asked FROM ticket")) == ([], since)


async def test_close_is_told_to_the_asker_behind_the_answer_that_is_on_its_way() -> None:
    forum = {**SET_UP, "prepare": lambda telegram: lawyers_group(telegram, forum=True)}
    async with town(**forum) as t:
        group, anna = t.group(), await t.subscriber()
        topic = (await t.app.bot.create_forum_topic(group.id, "Клён-417")).message_thread_id
        asked, vera = await question(t, group, anna, topic=topic), group.lawyer()
        number = await vera.replies(asked.copy, "Да")
        t.clock.forward(hours=7)
        late = vera.person.sends("/close", group=group.group, topic=topic)
        t.clock.forward(minutes=9)
        await t.settle()
        assert "Вопрос закрыт" in group.answers_to(late)[0]["text"]
        assert t.query("SELECT state, ending FROM ticket") == [("closed", "lawyer")]
        assert (answers(t), sentences(t)) == ([(number, "due")], ["closed"])
        assert "вопрос закрыт" in await orders(vera, asked.copy, "/close")
        assert "вопрос закрыт" in await orders(vera, asked.copy, "/later")
        assert "вопрос закрыт" in await orders(vera, asked.copy, "/mute")
        said = await vera.says("/close")
        assert "К какому вопросу" in group.answers_to(said)[0]["text"]
        assert sentences(t) == ["closed"]


async def test_later_is_told_once_a_day_and_mute_closes_for_a_day() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera = await question(t, group, anna), group.lawyer()
        assert "ответят позже" in await orders(vera, asked.copy, "/later")
        assert "уже сказано" in await orders(vera, asked.copy, "/later")
        t.clock.forward(days=1)
        assert "ответят позже" in await orders(vera, asked.copy, "/later")
        assert sentences(t) == ["later", "later"]
        said = await orders(vera, asked.copy, "/mute")
        assert "Кто это, бот не говорит" in said
        person = t.query("SELECT number FROM person WHERE chat IS NOT NULL")[0][0]
        assert t.query("SELECT person, until FROM ticket_mute") == [(person, epoch(t.clock.now()) + 86_400)]
        assert sentences(t)[-1] == "muted"
        assert journal(t) == [("lawyer", "asker-muted")]


async def test_r15_orders_that_waited_change_nothing_and_say_so() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera = await question(t, group, anna), group.lawyer()
        late = [
            vera.person.sends(text, group=group.group, reply_to=asked.copy)["message_id"]
            for text in ("/later", "/mute")
        ]
        t.clock.forward(minutes=6)
        await t.settle()
        assert [("ждала дольше пяти минут" in group.answers_to(number)[0]["text"]) for number in late] == [True, True]
        assert (sentences(t), t.query("SELECT * FROM ticket_mute")) == ([], [])


async def test_whoever_takes_a_question_is_named_in_its_header_and_nowhere_else() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera, boris = await question(t, group, anna), group.lawyer("<b>Вера</b>"), group.lawyer("Борис")
        button = f"ltk:ru:0:{asked.ticket}:1"
        await vera.taps_data(button, asked.header)  # right behind the start: it may have waited
        assert "Нажмите ещё раз" in vera.toasts.pop()
        t.clock.forward(hours=2)
        await vera.taps_data(button, asked.header)
        assert group.find(asked.header)["text"].endswith("Отвечает: <b>Вера</b>")
        assert group.labels(asked.header) == ["Отпустить"]
        await boris.taps("Отпустить", asked.header)
        assert boris.toasts == ["Этот вопрос взял другой юрист"]
        held = await boris.replies(asked.copy, "А я отвечу")
        assert answers(t) == [(held, "held")]
        await vera.taps("Отпустить", asked.header)
        assert group.labels(asked.header) == ["Беру"]
        free = await boris.replies(asked.copy, "Теперь можно")
        assert answers(t)[-1] == (free, "due")
        await boris.taps("Беру", asked.header)
        t.clock.forward(minutes=59)
        await t.app.tickets.end_taken()
        assert group.labels(asked.header) == ["Отпустить"]
        t.clock.forward(minutes=1)
        await t.app.tickets.end_taken()
        assert group.labels(asked.header) == ["Беру"]
        await vera.taps("Беру", asked.header)
        assert "Отвечает" in group.find(asked.header)["text"]
        await vera.replies(asked.copy, "/close")
        await vera.taps("Отпустить", asked.header)
        assert vera.toasts[-1] == "Этот вопрос уже закрыт"
        t.clock.forward(hours=1)
        await vera.taps("Отпустить", asked.header)
        assert vera.toasts[-1] == "Этот вопрос уже закрыт"
        await t.app.tickets.end_taken()
        assert "Отвечает" in group.find(asked.header)["text"]
        assert "Вера".encode() not in t.path.read_bytes()


async def test_the_groups_commands_are_offered_there_alone_once_the_bot_is_in_it() -> None:
    async with desk() as d:
        anna, group, offer = await d.town.subscriber(), d.group.group, d.town.app.tickets.offer_menu
        d.known.missing = {Missing.UNSEEN}
        await offer()
        assert [each for each in d.town.telegram.ledger.entries if each.method == "setMyCommands"] == []
        d.known.missing = set()
        for _ in range(2):
            await offer()
        offered = {each["command"] for each in group.commands("ru")}
        assert offered == set(LAWYER_COMMANDS)
        assert offered & {each["command"] for each in anna.person.commands()} == set()
        calls = [each for each in d.town.telegram.ledger.entries if each.method == "setMyCommands"]
        assert len(calls) == len(list(languages()))
        d.known.missing = {Missing.REMOVED}
        await offer()
        d.known.missing = {Missing.NO_TOPICS}
        await offer()
        calls = [each for each in d.town.telegram.ledger.entries if each.method == "setMyCommands"]
        assert len(calls) == 2 * len(list(languages()))
