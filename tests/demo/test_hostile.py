"""Whatever a caller sends, the stand-in answers like Telegram and never fails itself."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from tests.demo.conftest import Clock

NAMES = [
    "chat_id",
    "from_chat_id",
    "message_id",
    "message_ids",
    "text",
    "caption",
    "parse_mode",
    "entities",
    "scope",
    "reply_markup",
    "reply_parameters",
    "commands",
    "document",
    "photo",
    "url",
    "action",
    "file_id",
    "callback_query_id",
    "menu_button",
    "language_code",
    "link_preview_options",
    "name",
    "secret_token",
    "allowed_updates",
    "max_connections",
    "message_thread_id",
    "reaction",
    "user_id",
    "icon_color",
]
METHODS = [
    "sendMessage",
    "sendDocument",
    "sendPhoto",
    "copyMessage",
    "copyMessages",
    "setMessageReaction",
    "createForumTopic",
    "editForumTopic",
    "closeForumTopic",
    "deleteForumTopic",
    "getChatMember",
    "getChatAdministrators",
    "editMessageText",
    "editMessageReplyMarkup",
    "deleteMessage",
    "deleteMessages",
    "answerCallbackQuery",
    "sendChatAction",
    "getChat",
    "getFile",
    "getMe",
    "setMyCommands",
    "getMyCommands",
    "setMyName",
    "setChatMenuButton",
    "getChatMenuButton",
    "setWebhook",
    "deleteWebhook",
    "getWebhookInfo",
]
VALUES = [
    *("", "7", "-1", "0", "1", "x", "HTML", "<b>x</b>", "<", "true", "1e999", "\0", "\ud800", "²", "9" * 30, "7.5"),
    *("[]", "{}", "null", "[1]", "[null]", "[[]]", '{"a":[]}', '"x"', "[" * 2000, '"\\ud800"'),
    *("https://[x", "https://", "attach://", "attach://x", "tg://user?id=7"),
    '[{"type":"date_time","offset":0,"length":1}]',
    '[{"type":"text_link","offset":0,"length":1}]',
    '[{"type":"text_link","offset":0,"length":1,"url":"http://[x"}]',
    '[{"type":"bold","offset":99999999999999999999,"length":1}]',
    '[{"type":"nonsense","offset":0,"length":1}]',
    '{"inline_keyboard":[[{"text":"a"}]]}',
    '{"inline_keyboard":[[{"text":"a","url":"http://[x"}]]}',
    '{"inline_keyboard":[[{"text":"a","web_app":{"url":""}}]]}',
    '{"message_id":9}',
    '{"message_id":1,"quote":"x"}',
    '{"message_id":1,"chat_id":-5}',
    '[{"type":"emoji","emoji":"👍"}]',
    '[{"type":"paid"}]',
    '{"message_id":1,"chat_id":99}',
    '{"type":"chat","chat_id":"-"}',
    '{"type":"chat_member","chat_id":7,"user_id":7}',
    '[{"command":"a","description":"b","extra":1}]',
]


def talking() -> Telegram:
    telegram = Telegram(now=Clock(), limits=Limits(model="off"))
    telegram.person(7, "A").sends("/start")
    telegram.group(-5, "G", forum=True).promotes_bot(telegram.world.bot)
    return telegram


async def ask(telegram: Telegram, method: str, params: dict[str, str]) -> None:
    reply = await telegram.call(method, params)
    assert reply.status in (200, 400, 403), (method, params)
    assert reply.body["ok"] is (reply.status == 200)
    json.dumps(reply.body, ensure_ascii=False).encode()


@pytest.mark.parametrize("method", METHODS)
async def test_every_value_in_every_place(method: str) -> None:
    telegram = talking()
    base = {"chat_id": "7", "text": "x", "message_id": "1", "from_chat_id": "7", "commands": "[]"}
    for name in NAMES:
        for value in VALUES:
            await ask(telegram, method, {**base, name: value})


@given(st.sampled_from(METHODS), st.dictionaries(st.sampled_from(NAMES), st.sampled_from(VALUES), max_size=8))
async def test_values_together(method: str, params: dict[str, str]) -> None:
    await ask(talking(), method, params)


@given(st.text(), st.sampled_from(["HTML", ""]))
async def test_any_text(text: str, mode: str) -> None:
    await ask(talking(), "sendMessage", {"chat_id": "7", "text": text, "parse_mode": mode})
