"""Replies in the lawyers' group: each becomes a row once, or gets a reason in the same breath (A10)."""

from dataclasses import replace
from typing import Any

from bot.demo.chats.members import ANONYMOUS_ADMIN
from tests.chat import town
from tests.group_chat import LAWYERS, GroupChat, lawyers_group
from tests.handlers.tickets.questions import (
    answers,
    copied,
    delivered,
    forget_lawyers,
    question,
    sentences,
    write,
)

SET_UP: dict[str, Any] = {"prepare": lawyers_group, "lawyer_chat_id": LAWYERS}


def the_reason(group: GroupChat, number: int) -> str:
    """What the bot replied to a message, the newest of it."""
    return str(group.answers_to(number)[-1]["text"])


async def test_a_reply_in_eight_shapes_is_an_answer_once() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera = await question(t, group, anna), group.lawyer("Вера")
        added = (await t.app.bot.send_message(group.id, "Ещё: пошлина?")).message_id
        copied(t, asked.ticket, added)
        sent = [
            await vera.replies(asked.header, "К заголовку"),
            await vera.replies(asked.copy, "К вопросу"),
            await vera.replies(added, "К дополнению"),
            await vera.replies(asked.copy, "К цитате", quote="I-589"),
            await vera.replies_with(asked.copy, "voice"),
            await vera.replies_with(asked.copy, "document", caption="Файл"),
        ]
        sent.append(await vera.replies(sent[0], "К своему ответу"))
        await vera.pins(asked.copy)
        pin = next(each for each in group.messages if "pinned_message" in each)
        sent.append(await vera.replies(pin["message_id"], "К закреплённому"))
        assert answers(t) == [(number, "due") for number in sent]
        assert [group.reactions(number) for number in sent] == [["👀"]] * len(sent)
        assert group.from_bot == [group.find(asked.header), group.find(asked.copy), group.find(added)]
        ((state, waits, answered),) = t.query("SELECT state, asked, answered FROM ticket")
        assert (state, waits) == ("answered", None)
        assert answered
        assert t.query("SELECT minutes FROM ticket_wait") == [(0,)]


async def test_an_album_waits_for_its_last_file_and_is_spoken_of_once() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera = await question(t, group, anna), group.lawyer()
        first, *more = await vera.replies_with_album(asked.copy, 3, caption="Анкета")
        assert answers(t, "source", "bundle", "state") == [(number, first, "due") for number in (first, *more)]
        assert {until for (until,) in answers(t, "until")} == {int(t.clock.now().timestamp()) + 2}
        assert [group.reactions(number) for number in (first, *more)] == [["👀"], [], []]


async def test_in_a_forum_only_a_true_reply_is_an_answer_and_that_is_said_once_a_topic() -> None:
    forum = {**SET_UP, "prepare": lambda telegram: lawyers_group(telegram, forum=True)}
    async with town(**forum) as t:
        group, anna = t.group(), await t.subscriber()
        topic = (await t.app.bot.create_forum_topic(group.id, "Клён-417")).message_thread_id
        asked, vera, boris = await question(t, group, anna, topic=topic), group.lawyer("Вера"), group.lawyer("Борис")
        trapped = await vera.says("Коллеги, кто возьмёт?", topic=topic)
        assert "только коллеги" in the_reason(group, trapped)
        await boris.says("Я подумаю", topic=topic)
        await vera.says("В общей теме")
        assert (answers(t), group.got("только коллеги")) == ([], 1)
        general = await vera.says("Отвечаю из общей темы", external_reply_to=group.find(asked.copy))
        await t.app.bot.edit_forum_topic(group.id, topic, name="Другое имя")
        inside = await vera.replies(asked.copy, "Отвечаю в теме")
        assert [number for number, _ in answers(t)] == [general, inside]
        aside = await boris.replies(trapped, "Давай ты")
        assert group.answers_to(aside) == []


async def test_what_cannot_be_sent_gets_a_reason_at_once() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, closed = await question(t, group, anna), await question(t, group, anna, number=418)
        expired, vera = await question(t, group, anna, number=419), group.lawyer()
        write(t, "UPDATE ticket SET state = 'closed', ending = 'asker' WHERE id = ?", (closed.ticket,))
        write(t, "UPDATE ticket SET state = 'closed', ending = 'expired' WHERE id = ?", (expired.ticket,))
        strange = (await t.app.bot.send_message(group.id, "Давний вопрос")).message_id
        contact = {"phone_number": "+10000000000", "first_name": "Вера"}
        reasons = {
            "вопрос закрыт": await vera.replies(closed.copy, "Поздно"),
            "срок этого вопроса истёк": await vera.replies(expired.header, "Поздно"),
            "не относится к открытому вопросу": await vera.replies(strange, "Ответ"),
            "начинается с команды": await vera.replies(
                asked.copy, "/clsoe", entities=[{"type": "bot_command", "offset": 0, "length": 6}]
            ),
            "нет ни слова": await vera.replies(asked.copy, "\u2800"),
            "без имени отправителя": await vera.replies(asked.copy, "", contact=contact),
            "запрещено копировать": await vera.replies(asked.copy, "Секрет", has_protected_content=True),
        }
        for reason, number in reasons.items():
            assert reason in the_reason(group, number)
        other = [{"type": "bot_command", "offset": 0, "length": 16}]
        assert group.answers_to(await vera.replies(asked.copy, "/close@other_bot", entities=other)) == []
        assert answers(t) == []


async def test_a_reason_comes_also_where_the_message_or_its_topic_is_gone() -> None:
    forum = {**SET_UP, "prepare": lambda telegram: lawyers_group(telegram, forum=True)}
    async with town(**forum) as t:
        group, vera = t.group(), t.group().lawyer()
        topic = (await t.app.bot.create_forum_topic(group.id, "Клён-417")).message_thread_id
        for gone in (True, False):
            said = vera.person.sends("/close", group=group.group, topic=topic)["message_id"]
            vera.person.deletes(*([said] if gone else []), group=group.group)
            await t.settle()
        assert group.got("К какому вопросу") == 2
        vera.person.sends("/close", group=group.group, topic=topic)
        group.group.deletes_topic(topic)
        await t.settle()
        assert group.got("К какому вопросу") == 1


async def test_only_listed_lawyers_answer_where_that_is_set() -> None:
    async with town(**SET_UP, lawyers="reviewers", reviewers="7001:Вера") as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera, boris = await question(t, group, anna), group.lawyer("Вера"), group.lawyer("Борис")
        sent = await vera.replies(asked.copy, "Да")
        for number in (
            await boris.replies(asked.copy, "Нет"),
            await boris.replies(asked.copy, "/close"),
            await boris.replies(sent, "/undo"),
            await vera.replies(asked.copy, "Нет", anonymous=True),
        ):
            assert "из списка REVIEWERS" in the_reason(group, number)
        assert answers(t) == [(sent, "due")]
        desk = t.app.dispatcher["lawyers_desk"]
        t.app.dispatcher["lawyers_desk"] = replace(desk, may_answer=replace(desk.may_answer, listed=frozenset({7002})))
        delivered(t, sent, 50)
        await vera.edits(sent, "Уже не в списке")
        assert "из списка REVIEWERS" in the_reason(group, sent)
        await vera.edits(await vera.says("Просто слова"), "Другие слова")
        assert answers(t) == [(sent, "sent")]
        t.app.dispatcher["lawyers_desk"] = desk
        await boris.taps_data(f"ltk:ru:0:{asked.ticket}:1", asked.header)
        assert t.query("SELECT state FROM ticket") == [("answered",)]


async def test_a_second_lawyer_is_asked_and_only_whoever_wrote_it_decides_once() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera, boris = await question(t, group, anna), group.lawyer("Вера"), group.lawyer("Борис")
        first = await vera.replies(asked.copy, "Да")
        second = await boris.replies(asked.copy, "Нет")
        again = await vera.replies(asked.copy, "И ещё")
        assert answers(t) == [(first, "due"), (second, "held"), (again, "due")]
        card = group.answers_to(second)[0]["message_id"]
        await vera.taps("Отправить тоже", card)
        assert vera.toasts == ["Решает тот, кто написал этот ответ"]
        await boris.taps("Отправить тоже", card)
        assert answers(t)[1] == (second, "due")
        assert (group.find(card)["text"], group.labels(card)) == ("Отправляю и этот ответ.", [])
        assert group.reactions(second) == ["👀"]
        await boris.taps_data(f"lda:ru:0:{answers(t, 'id')[1][0]}:0", card)
        assert (boris.toasts[-1], answers(t)[1]) == ("Это уже решено", (second, "due"))
        more = await boris.replies(asked.copy, "Вот ещё")
        assert answers(t)[-1] == (more, "due")
        t.clock.forward(minutes=11)
        third = await group.lawyer("Глеб").replies(asked.copy, "Через десять минут")
        assert answers(t)[-1] == (third, "due")


async def test_after_a_restart_anybody_decides_and_what_is_dropped_is_gone() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera, boris = await question(t, group, anna), group.lawyer("Вера"), group.lawyer("Борис")
        first = await vera.replies(asked.copy, "Да")
        forget_lawyers(t)
        album = await vera.replies_with_album(asked.copy, 2)
        assert answers(t) == [(first, "due"), *((number, "held") for number in album)]
        forget_lawyers(t)
        await boris.taps("Не отправлять", group.answers_to(album[0])[0])
        assert answers(t) == [(first, "due")]
        assert group.answers_to(album[0])[0]["text"] == "Этот ответ не отправлен."


async def test_r15_a_tap_that_waited_decides_nothing_and_the_question_is_asked_anew() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera, boris = await question(t, group, anna), group.lawyer("Вера"), group.lawyer("Борис")
        await vera.replies(asked.copy, "Да")
        second = await boris.replies(asked.copy, "Нет")
        t.clock.forward(minutes=6)
        await boris.taps("Отправить тоже")
        assert answers(t)[1] == (second, "held")
        group.sees("Нажатие не выполнено")
        await boris.taps("Отправить тоже")
        assert answers(t)[1] == (second, "due")


async def test_where_reactions_are_refused_a_short_reply_stands_for_them() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera = await question(t, group, anna), group.lawyer()
        group.group.reactions.allowed = ()
        number = await vera.replies(asked.copy, "Да")
        assert the_reason(group, number) == "👀"
        assert not t.app.dispatcher["lawyers_group"].reactions
        more = await vera.replies(group.answers_to(number)[0], "И ещё, к короткому ответу бота")
        assert answers(t) == [(number, "due"), (more, "due")]
        await vera.replies(group.answers_to(number)[0], "/undo")
        assert answers(t) == [(more, "due")]


async def test_an_edit_is_marked_once_it_was_sent_and_refused_once_it_is_closed() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera = await question(t, group, anna), group.lawyer()
        number = await vera.replies(asked.copy, "Да")
        await vera.edits(number, "Да, в течение года")
        assert answers(t) == [(number, "due")]
        delivered(t, number, 50)
        moving = {**group.find(number), "location": {"latitude": 1.0, "longitude": 2.0, "live_period": 3600}}
        group.group.world.updates.add("edited_message", {name: moving[name] for name in moving if name != "text"})
        await t.settle()
        assert answers(t) == [(number, "sent")]
        await vera.edits(number, "Да, в течение года после въезда")
        assert answers(t) == [(number, "edited")]
        write(t, "UPDATE ticket SET state = 'closed', ending = 'lawyer'")
        await vera.edits(number, "Нет")
        assert "вопрос уже закрыт" in the_reason(group, number)
        await vera.edits(await vera.says("Просто слова"), "Другие слова")
        assert answers(t) == [(number, "edited")]


async def test_others_are_not_heard_and_no_screen_of_a_reader_is_shown() -> None:
    async with town(**SET_UP) as t:
        group, other = t.group(), t.group(-1001000000778)
        anna = await t.subscriber()
        asked, vera = await question(t, group, anna), group.lawyer()
        before = len(group.from_bot)
        vera.person.sends("Из другой группы", group=other.group, reply_to=asked.copy)
        await vera.says("/faq@seminar_demo_bot")
        await vera.says("Просто разговор")
        for data in ("top:ru:0:first-steps:0", "go:en:1:menu", "hld:ru:0:1", "ltk:ru:0:999:1", "lda:ru:0:999:1", "x"):
            await vera.taps_data(data, asked.copy)
            vera.person.taps(asked.copy, data, group=other.group)
        for sender in ({"id": -1009, "type": "channel", "title": "Канал"}, {**other.group.json}):
            await vera.replies(asked.copy, "Не человек", sender_chat=sender)
        await t.settle()
        assert (answers(t), len(group.from_bot), sentences(t)) == ([], before, [])
        assert t.app.inbox.counters.failed == 0
        signed = await vera.replies(asked.copy, "От имени группы", anonymous=True)
        assert group.find(signed)["from"] == ANONYMOUS_ADMIN
        assert answers(t) == [(signed, "due")]


async def test_nothing_of_a_lawyer_is_stored() -> None:
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked, vera = await question(t, group, anna), group.lawyer("Канарейка")
        await vera.replies(asked.copy, "Да")
        await vera.replies(asked.copy, "/close")
        kept = t.path.read_bytes() + b"".join(path.read_bytes() for path in t.path.parent.glob("bot.db-*"))
        assert "Канарейка".encode() not in kept
        assert vera.person.id not in {value for row in t.query("SELECT * FROM person") for value in row}
        assert t.query("SELECT alias, action FROM journal ORDER BY number DESC LIMIT 1") == [
            ("lawyer", "question-closed")
        ]
