"""A topic of a private chat that is deleted before the answer comes."""

import pytest
from aiogram.exceptions import TelegramBadRequest

from bot.handlers.middleware.late_answers import TOPIC_GONE_PHRASE
from tests.chat import town


async def test_the_answer_comes_outside_of_it() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/start", message_thread_id=77, is_topic_message=True)
        anna.sees("Убежище в США")


async def test_a_topic_of_a_group_is_not_left() -> None:
    async with town() as t:
        group = t.group(forum=True)
        with pytest.raises(TelegramBadRequest, match=TOPIC_GONE_PHRASE):
            await t.app.bot.send_message(group.group.id, "x", message_thread_id=77)
        with pytest.raises(TelegramBadRequest, match="chat not found"):
            await t.app.bot.send_message(7777, "x", message_thread_id=77)
