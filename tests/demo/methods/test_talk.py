"""Answers to taps, chat actions, data about chats, files and the bot itself; over HTTP and in process."""

from typing import Any

import pytest
from aiogram import Bot
from aiohttp import ClientResponseError

from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram
from tests.demo.methods.test_send import refusal

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_an_answer_is_a_toast(bot: Bot, anna: Person) -> None:
    query = anna.taps(1, "x")
    assert await bot.answer_callback_query(query, "готово", show_alert=True) is True
    assert anna.toasts == [{"callback_query_id": query, "text": "готово", "show_alert": True}]


async def test_an_answer_without_text_stops_the_spinner(bot: Bot, anna: Person) -> None:
    query = anna.taps(1, "x")
    await bot.answer_callback_query(query)
    assert anna.toasts == [{"callback_query_id": query, "text": "", "show_alert": False}]


async def test_a_query_is_answered_once(bot: Bot, anna: Person) -> None:
    query = anna.taps(1, "x")
    await bot.answer_callback_query(query)
    assert await refusal(bot.answer_callback_query(query)) == TOO_OLD
    assert await refusal(bot.answer_callback_query("17")) == TOO_OLD
    assert await refusal(bot.answer_callback_query("")) == TOO_OLD
    assert len(anna.toasts) == 1


async def test_a_long_answer_leaves_the_query_open(bot: Bot, anna: Person) -> None:
    query = anna.taps(1, "x")
    assert await refusal(bot.answer_callback_query(query, "x" * 201)) == "Bad Request: MESSAGE_TOO_LONG"
    assert await refusal(bot.answer_callback_query(query, "😀" * 100 + "x")) == "Bad Request: MESSAGE_TOO_LONG"
    await bot.answer_callback_query(query, "😀" * 100)
    assert anna.toasts[0]["text"] == "😀" * 100


async def test_actions(bot: Bot, telegram: Telegram, anna: Person) -> None:
    events: list[dict[str, Any]] = []
    anna.listen(events.append)
    await bot.send_chat_action(7, "typing")
    assert events == [{"type": "action", "action": "typing"}]
    assert await refusal(bot.send_chat_action(7, "dancing")) == "Bad Request: wrong parameter action in request"
    assert await refusal(bot.send_chat_action(9, "typing")) == "Bad Request: chat not found"
    anna.blocks()
    assert await refusal(bot.send_chat_action(7, "typing")) == "Forbidden: bot was blocked by the user"


async def test_chats(bot: Bot, telegram: Telegram, anna: Person) -> None:
    telegram.person(8, "Never started")
    telegram.group(-100500, "Юристы")
    assert (await bot.get_chat(7)).first_name == "Анна"
    assert (await bot.get_chat(-100500)).title == "Юристы"
    assert await refusal(bot.get_chat(8)) == "Bad Request: chat not found"
    assert await refusal(bot.get_chat(9)) == "Bad Request: chat not found"


async def test_the_bot_itself(bot: Bot) -> None:
    me = await bot.me()
    assert (me.id, me.is_bot, me.username) == (42, True, "seminar_demo_bot")
    assert me.can_read_all_group_messages is False


async def test_files(bot: Bot, anna: Person) -> None:
    document = anna.sends_document("a.b/c?.pdf", b"%PDF-1.7")["document"]
    file = await bot.get_file(document["file_id"])
    assert (file.file_size, file.file_unique_id) == (8, document["file_unique_id"])
    assert file.file_path is not None
    content = await bot.download_file(file.file_path)
    assert content is not None
    assert content.read() == b"%PDF-1.7"
    assert await refusal(bot.get_file("nothing")) == "Bad Request: invalid file_id"
    with pytest.raises(ClientResponseError) as caught:
        await bot.download_file("documents/nothing.pdf")
    assert caught.value.status == 404


async def test_leaving(bot: Bot) -> None:
    assert await bot.log_out() is True
    assert await bot.close() is True
