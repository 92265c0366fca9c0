"""A group with people and the bot: privacy mode, and the bot's coming and going."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError

from bot.demo.chats.group import Group
from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram

CHAT = -1001234567890


@pytest.fixture
def lawyers(telegram: Telegram) -> Group:
    return telegram.group(CHAT, "Юристы")


async def heard(bot: Bot) -> list[str | None]:
    updates = await bot.get_updates()
    return [
        message.text or message.caption
        for update in updates
        if (message := update.message or update.edited_message) and message.chat.id == CHAT
    ]


async def test_one_group_per_id(telegram: Telegram, lawyers: Group) -> None:
    assert telegram.group(CHAT, "Other") is lawyers
    assert lawyers.json == {"id": CHAT, "type": "supergroup", "title": "Юристы"}


async def test_the_bot_writes_and_people_see_it(in_process: Bot, lawyers: Group) -> None:
    sent = await in_process.send_message(CHAT, "вопрос")
    assert lawyers.messages[0]["text"] == "вопрос"
    assert sent.chat.title == "Юристы"


async def test_privacy_mode(in_process: Bot, anna: Person, lawyers: Group) -> None:
    asked = await in_process.send_message(CHAT, "вопрос")
    anna.sends("болтовня", group=lawyers)
    anna.sends("/close", group=lawyers)
    anna.sends("не /close", group=lawyers)
    anna.sends("@seminar_demo_bot ты тут?", group=lawyers)
    anna.sends("ответ", group=lawyers, reply_to=asked.message_id)
    anna.sends_photo(group=lawyers, caption="фото", reply_to=asked.message_id)
    anna.sends_photo(group=lawyers, caption="другое фото")
    assert await heard(in_process) == ["/close", "@seminar_demo_bot ты тут?", "ответ", "фото"]
    assert len(lawyers.messages) == 8


async def test_without_privacy_mode_everything_is_heard(in_process: Bot, anna: Person, lawyers: Group) -> None:
    lawyers.bot_sees_all = True
    anna.sends("болтовня", group=lawyers)
    assert await heard(in_process) == ["болтовня"]


async def test_edits_follow_the_same_rule(in_process: Bot, anna: Person, lawyers: Group) -> None:
    asked = await in_process.send_message(CHAT, "вопрос")
    unheard = anna.sends("болтовня", group=lawyers)
    answer = anna.sends("ответ", group=lawyers, reply_to=asked.message_id)
    anna.edits(unheard["message_id"], "иначе", group=lawyers)
    anna.edits(answer["message_id"], "иной ответ", group=lawyers)
    assert await heard(in_process) == ["ответ", "иной ответ"]


async def test_writing_in_a_group_starts_no_private_chat(in_process: Bot, telegram: Telegram, lawyers: Group) -> None:
    telegram.person(8, "John").sends("/faq@seminar_demo_bot", group=lawyers)
    with pytest.raises(TelegramForbiddenError, match="can't initiate conversation"):
        await in_process.send_message(8, "x")


async def test_buttons_in_a_group(in_process: Bot, anna: Person, lawyers: Group) -> None:
    await in_process.send_message(
        CHAT,
        "x",
        reply_markup={"inline_keyboard": [[{"text": "Закрыть", "callback_data": "c"}]]},  # type: ignore[arg-type]  # aiogram takes the dict too
    )
    query_id = anna.press("Закрыть", group=lawyers)
    query = (await in_process.get_updates(offset=-1))[-1].callback_query
    assert query is not None
    assert query.message is not None
    assert (query.id, query.message.chat.id) == (query_id, CHAT)
    await in_process.answer_callback_query(query_id, "ok")
    assert anna.toasts[0]["text"] == "ok"
    anna.deletes(1, group=lawyers)
    assert lawyers.messages == []


async def test_commands_for_other_bots_are_not_heard(in_process: Bot, anna: Person, lawyers: Group) -> None:
    anna.sends("/close@other_bot", group=lawyers)
    anna.sends("/close@seminar_demo_bot", group=lawyers)
    assert await heard(in_process) == ["/close@seminar_demo_bot"]


async def test_let_in_and_thrown_out(in_process: Bot, anna: Person, lawyers: Group) -> None:
    lawyers.removes_bot(anna.user)
    lawyers.adds_bot(anna.user)
    changes = [update.my_chat_member for update in await in_process.get_updates() if update.my_chat_member]
    assert [(change.old_chat_member.status, change.new_chat_member.status) for change in changes] == [
        ("member", "kicked"),
        ("left", "member"),
    ]
    assert {change.from_user.id for change in changes} == {7}
    assert {change.chat.id for change in changes} == {CHAT}


async def test_thrown_out(in_process: Bot, anna: Person, lawyers: Group) -> None:
    lawyers.removes_bot(anna.user)
    with pytest.raises(TelegramForbiddenError, match="Forbidden: bot was kicked from the supergroup chat"):
        await in_process.send_message(CHAT, "x")
