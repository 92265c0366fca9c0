"""In groups one sentence when let in or called by name, nobody stored; in channels silence (P16, T86)."""

import asyncio

import pytest

from bot.core.told_groups import ToldGroups
from bot.demo.calls import JsonObject
from bot.demo.chats.group import ANONYMOUS_ADMIN, Group
from tests.chaos.figures import note
from tests.chat import Town, town
from tests.clock import ManualClock

SENTENCE = "только в личном чате"


def rows(t: Town) -> int:
    """How many rows could be about people."""
    tables = ("subscriber", "seminar_choice", "delivery", "draft", "seen")
    found = [t.query(f"SELECT count(*) FROM {table}") for table in tables]  # noqa: S608 -- names above
    return sum(int(each[0][0]) for each in found)


async def test_t86_let_into_a_group_it_says_one_sentence_with_a_link() -> None:
    async with town() as t:
        group, anna = t.telegram.group(-100500, "Друзья"), t.person()
        group.adds_bot(anna.person.user)
        await t.settle()
        (said,) = group.messages
        assert SENTENCE in said["text"]
        assert said["reply_markup"]["inline_keyboard"][0][0]["url"] == "https://t.me/seminar_demo_bot"
        group.removes_bot(anna.person.user)
        await t.settle()
        assert (len(group.messages), rows(t)) == (1, 0)
    note("T86", "one sentence, rows 0")


@pytest.mark.parametrize("command", ["/faq", "/start", "/subscribe", "/stop", "/privacy", "/delete", "/nothing"])
async def test_t86_a_command_by_name_gets_the_link_and_has_no_effect(command: str) -> None:
    async with town() as t:
        group, anna = t.telegram.group(-100500, "Друзья"), await t.subscriber()
        anna.person.sends(f"{command}@Seminar_Demo_Bot please", group=group)
        await t.settle()
        assert [SENTENCE in message["text"] for message in group.messages] == [False, True]
        assert anna.from_bot == []
        assert await t.app.repositories.subscribers.get(anna.id) is not None
        assert rows(t) == 1


async def test_t86_nothing_else_is_answered_in_a_group() -> None:
    async with town() as t:
        group, anna = t.telegram.group(-100500, "Друзья"), t.person()
        group.bot_sees_all = True
        for text in ("/faq", "/subscribe", "/faq@other_bot", "привет", "@seminar_demo_bot /faq", "/broadcast"):
            anna.person.sends(text, group=group)
        t.admin().person.sends("/broadcast@seminar_demo_bot", group=group)
        anna.person.sends_photo(group=group)
        await t.settle()
        said = [message for message in group.messages if message["from"]["is_bot"]]
        assert len(said) == 1
        assert t.app.inbox.counters.failed == 0
        anna.person.taps(said[0]["message_id"], "sbt:ru:0:0", group=group)
        await t.settle()
        assert len([message for message in group.messages if message["from"]["is_bot"]]) == 1
        assert rows(t) == 0


async def test_t86_a_group_that_floods_is_left_unanswered() -> None:
    async with town() as t:
        group, anna = t.telegram.group(-100500, "Друзья"), t.person()
        for _ in range(40):
            anna.person.sends("/faq@seminar_demo_bot", group=group)
        await asyncio.gather(*(t.app.inbox.take(raw) for raw in await t.updates()))
        assert t.app.inbox.counters.throttled >= 15
        said = [message for message in group.messages if message["from"]["is_bot"]]
        assert all(SENTENCE in message["text"] for message in said)
        assert 0 < len(said) <= 25


async def test_three_commands_in_a_row_get_one_sentence_and_a_later_one_another() -> None:
    async with town() as t:
        group, other, anna = t.telegram.group(-100500, "Друзья"), t.telegram.group(-100600, "Ещё"), t.person()
        for command in ("/faq", "/seminars", "/help"):
            anna.person.sends(f"{command}@seminar_demo_bot", group=group)
            await t.settle()
        anna.person.sends("/faq@seminar_demo_bot", group=other)
        await t.settle()
        assert [sum(SENTENCE in message["text"] for message in each.messages) for each in (group, other)] == [1, 1]
        t.clock.forward(seconds=61)
        anna.person.sends("/faq@seminar_demo_bot", group=group)
        await t.settle()
        assert SENTENCE in group.messages[-1]["text"]


async def test_a_command_right_after_the_bot_was_let_in_finds_the_sentence_above() -> None:
    async with town() as t:
        group, anna = t.telegram.group(-100500, "Друзья"), t.person()
        group.adds_bot(anna.person.user)
        anna.person.sends("/faq@seminar_demo_bot", group=group)
        await t.settle()
        assert sum(SENTENCE in message["text"] for message in group.messages) == 1


async def test_p16_a_group_that_adds_the_bot_again_is_told_again() -> None:
    async with town() as t:
        group, anna = t.telegram.group(-100500, "Друзья"), t.person()
        for _ in range(2):
            group.adds_bot(anna.person.user)
            await t.settle()
            group.removes_bot(anna.person.user)
            await t.settle()
            t.clock.forward(seconds=20)
        assert sum(SENTENCE in message["text"] for message in group.messages) == 2


def test_of_groups_only_so_many_are_remembered() -> None:
    told = ToldGroups(ManualClock(), size=3)
    assert [told.first(number) for number in (1, 2, 3, 4, 4, 1)] == [True, True, True, True, False, True]
    assert len(told) == 3


def in_the_name_of(group: Group, sender: JsonObject, text: str) -> None:
    """Let an admin, or a channel, write into the group as a chat and not as a person."""
    command = {"type": "bot_command", "offset": 0, "length": len(text)}
    message = group.place(ANONYMOUS_ADMIN, {"sender_chat": sender, "text": text, "entities": [command]})
    group.world.updates.add("message", message)


async def test_b18_an_anonymous_admin_gets_the_same_answer_as_a_member() -> None:
    async with town() as t:
        group, anna = t.telegram.group(-100500, "Друзья"), t.person()
        in_the_name_of(group, group.json, "/faq@seminar_demo_bot")
        await t.settle()
        answer = group.messages[-1]
        t.clock.forward(seconds=61)
        anna.person.sends("/faq@seminar_demo_bot", group=group)
        await t.settle()
        assert SENTENCE in answer["text"]
        again = group.messages[-1]
        assert (answer["text"], answer["reply_markup"]) == (again["text"], again["reply_markup"])
        assert rows(t) == 0


@pytest.mark.parametrize("text", ["/faq", "привет", "/faq@other_bot"])
async def test_b18_nothing_else_of_an_anonymous_admin_is_answered(text: str) -> None:
    async with town() as t:
        group = t.telegram.group(-100500, "Друзья")
        group.bot_sees_all = True
        in_the_name_of(group, group.json, text)
        in_the_name_of(group, {"id": -100900, "type": "channel", "title": "x"}, "/faq@seminar_demo_bot")
        await t.settle()
        assert [message for message in group.messages if message["from"]["id"] == 42] == []


@pytest.mark.parametrize("kind", ["channel", "supergroup"])
async def test_t86_in_a_channel_and_where_it_may_not_write_there_is_silence(kind: str) -> None:
    async with town() as t:
        user, robot = {"id": 5, "is_bot": False, "first_name": "x"}, t.telegram.world.bot
        change = {
            "chat": {"id": -100900, "type": kind, "title": "x"},
            "from": user,
            "date": int(t.clock.now().timestamp()),
            "old_chat_member": {"user": robot, "status": "left"},
            "new_chat_member": {"user": robot, "status": "member"},
        }
        t.telegram.world.updates.add("my_chat_member", change)
        await t.settle()
        assert t.telegram.ledger.accepted("sendMessage") == []
        assert rows(t) == 0


async def test_t86_a_group_becomes_a_supergroup_in_silence_and_leaves_no_row(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with town() as t:
        group, anna = t.telegram.group(-500, "Друзья", basic=True), t.person()
        anna.person.sends("/faq@seminar_demo_bot", group=group)
        new = group.upgrades(anna.person.user, -1_000_000_000_500)
        await t.settle()
        assert [message for message in (*group.messages, *new.messages) if message["from"]["id"] == 42] == []
        assert [entry.status for entry in t.telegram.ledger.refused()] == [400]
        assert "500" not in "".join(record.getMessage() for record in caplog.records)
        anna.person.sends("/faq@seminar_demo_bot", group=new)
        await t.settle()
        assert SENTENCE in new.messages[-1]["text"]
        assert rows(t) == 0
