"""Sending messages: what arrives and what is refused, over HTTP and in process."""

from collections.abc import Awaitable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram
from tests.demo.conftest import START_SECONDS


def keyboard(**button: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", **button)]])


async def refusal(call: Awaitable[object]) -> str:
    with pytest.raises(TelegramAPIError) as caught:
        await call
    return caught.value.message


async def test_a_message_arrives(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(7, " <b>Привет</b> ", reply_markup=keyboard(callback_data="yes"))
    assert anna.messages[-1] == {
        "message_id": sent.message_id,
        "from": {"id": 42, "is_bot": True, "first_name": "Seminar demo", "username": "seminar_demo_bot"},
        "chat": {"id": 7, "type": "private", "first_name": "Анна"},
        "date": int(START_SECONDS),
        "text": "Привет",
        "entities": [{"type": "bold", "offset": 0, "length": 6}],
        "reply_markup": {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]},
    }
    assert sent.text == "Привет"
    assert sent.entities is not None
    assert sent.entities[0].type == "bold"


async def test_message_ids_grow_within_a_chat(bot: Bot, telegram: Telegram, anna: Person) -> None:
    telegram.person(8, "John").sends("/start")
    sent = [await bot.send_message(chat, "x") for chat in (7, 8, 7)]
    assert [message.message_id for message in sent] == [2, 2, 3]


async def test_whom_the_bot_cannot_reach(bot: Bot, telegram: Telegram, anna: Person) -> None:
    telegram.person(8, "Never started")
    assert await refusal(bot.send_message(99, "x")) == "Bad Request: chat not found"
    assert await refusal(bot.send_message("@nobody", "x")) == "Bad Request: chat not found"
    assert await refusal(bot.send_message(8, "x")) == "Forbidden: bot can't initiate conversation with a user"
    anna.blocks()
    assert await refusal(bot.send_message(7, "x")) == "Forbidden: bot was blocked by the user"
    anna.deactivate()
    assert await refusal(bot.send_message(7, "x")) == "Forbidden: user is deactivated"
    with pytest.raises(TelegramForbiddenError):
        await bot.send_message(7, "x")
    assert [message["text"] for message in anna.messages] == ["/start"]


@pytest.mark.parametrize("text", ["", "  \n ", "<b></b>", "<b> </b>"])
async def test_empty_text(bot: Bot, anna: Person, text: str) -> None:
    assert await refusal(bot.send_message(7, text)) == "Bad Request: message text is empty"


@pytest.mark.parametrize("fits", ["x" * 4096, "😀" * 2048, f"<b>{'x' * 4096}</b>", f"  {'я' * 4096}\n", "&amp;" * 4096])
async def test_longest_text(bot: Bot, anna: Person, fits: str) -> None:
    sent = await bot.send_message(7, fits)
    assert sent.text is not None
    assert len(sent.text.encode("utf-16-le")) == 2 * 4096


@pytest.mark.parametrize("long", ["x" * 4097, "😀" * 2048 + "x", f"<i>{'x' * 4097}</i>"])
async def test_too_long_text(bot: Bot, anna: Person, long: str) -> None:
    assert await refusal(bot.send_message(7, long)) == "Bad Request: message is too long"


async def test_a_wrong_text_is_told_before_a_wrong_chat(bot: Bot) -> None:
    assert await refusal(bot.send_message(99, " ")) == "Bad Request: message text is empty"
    assert await refusal(bot.send_message(99, "<b>")) == (
        "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""
    )
    assert await refusal(bot.send_message(99, "x" * 4097)) == "Bad Request: chat not found"


async def test_times_too_far_ahead(bot: Bot, anna: Person) -> None:
    far = int(START_SECONDS) + 3 * 366 * 24 * 3600
    sent = await bot.send_message(7, f'<tg-time unix="{far}">x</tg-time>')
    for call in (
        bot.send_message(7, f'<tg-time unix="{far + 1}">x</tg-time>'),
        bot.edit_message_text(f'<tg-time unix="{far + 1}">y</tg-time>', chat_id=7, message_id=sent.message_id),
    ):
        assert await refusal(call) == "Bad Request: ENTITY_DATE_INVALID"


async def test_markup_errors_reach_the_bot(bot: Bot, anna: Person) -> None:
    expected = 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0'
    assert await refusal(bot.send_message(7, "<x>")) == expected


@pytest.mark.parametrize(
    ("button", "complaint"),
    [
        ({"callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"callback_data": "я" * 33}, "BUTTON_DATA_INVALID"),
        ({"callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"url": "x"}, "inline keyboard button URL 'x' is invalid: Wrong HTTP URL"),
        ({"url": "foo://x.org"}, "inline keyboard button URL 'foo://x.org' is invalid: Unsupported URL protocol"),
        ({"url": "http://localhost/"}, "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL"),
        ({}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    ],
)
async def test_refused_buttons(bot: Bot, anna: Person, button: dict[str, Any], complaint: str) -> None:
    found = await refusal(bot.send_message(7, "x", reply_markup=keyboard(**button)))
    assert found == f"Bad Request: {complaint}"


@pytest.mark.parametrize("data", ["x", "x" * 64, "я" * 32, "😀" * 16])
async def test_taken_button_data(bot: Bot, anna: Person, data: str) -> None:
    sent = await bot.send_message(7, "x", reply_markup=keyboard(callback_data=data))
    assert sent.reply_markup is not None
    assert sent.reply_markup.inline_keyboard[0][0].callback_data == data


async def test_only_inline_keyboards_stay_under_the_message(bot: Bot, anna: Person) -> None:
    for markup in (ForceReply(force_reply=True), ReplyKeyboardRemove(remove_keyboard=True)):
        await bot.send_message(7, "x", reply_markup=markup)
        assert "reply_markup" not in anna.messages[-1]
    await bot.send_message(7, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=[]))
    assert "reply_markup" not in anna.messages[-1]


async def test_own_entities(bot: Bot, anna: Person) -> None:
    bold = MessageEntity(type="bold", offset=0, length=2)
    sent = await bot.send_message(7, "<x>", parse_mode=None, entities=[bold])
    assert sent.text == "<x>"
    assert anna.messages[-1]["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    far = MessageEntity(type="bold", offset=0, length=9)
    assert "ends after the end of the text" in await refusal(
        bot.send_message(7, "<x>", parse_mode=None, entities=[far])
    )


async def test_previews_protection_and_replies(bot: Bot, anna: Person) -> None:
    asked = anna.sends("вопрос", reply_to=1)
    sent = await bot.send_message(
        7,
        "x",
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        protect_content=True,
        reply_parameters=ReplyParameters(message_id=asked["message_id"]),
    )
    assert anna.messages[-1]["link_preview_options"] == {"is_disabled": True}
    assert sent.has_protected_content is True
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "вопрос"
    assert sent.reply_to_message.reply_to_message is None


async def test_replies_to_nothing(bot: Bot, anna: Person) -> None:
    lost = ReplyParameters(message_id=99)
    found = await refusal(bot.send_message(7, "x", reply_parameters=lost))
    assert found == "Bad Request: message to be replied not found"
    lenient = ReplyParameters(message_id=99, allow_sending_without_reply=True)
    assert (await bot.send_message(7, "x", reply_parameters=lenient)).reply_to_message is None


async def test_lone_surrogates_are_no_text(telegram: Telegram, anna: Person) -> None:
    for params in (
        {"chat_id": 7, "text": "\ud83d"},
        {"chat_id": 7, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "\ud83d", "url": "x.org"}]]}},
        {"chat_id": 7, "text": "x", "reply_markup": '{"inline_keyboard": [[{"text": "\\ud83d", "url": "x.org"}]]}'},
    ):
        reply = await telegram.call("sendMessage", params)
        assert reply.body["description"] == "Bad Request: strings must be encoded in UTF-8"


async def test_aiogram_raises_its_own_exceptions(bot: Bot, anna: Person) -> None:
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(99, "x")
