"""Parameters as Telegram reads them: strings, JSON in strings, JSON; unknown ones ignored."""

from typing import Any

import pytest

from bot.demo.calls import Refusal, Upload
from bot.demo.chats.person import Person
from bot.demo.methods.params import decode, known_methods
from bot.demo.telegram import Telegram

NO_MARKUP = "can't parse reply keyboard markup JSON object"


def read(method: str, **params: Any) -> dict[str, Any]:
    return decode(known_methods()[method.lower()], params, {})


def test_every_method_of_the_api_is_known() -> None:
    assert len(known_methods()) > 150
    assert known_methods()["sendmessage"].__api_method__ == "sendMessage"


def test_strings_become_values() -> None:
    assert read("sendMessage", chat_id="7", text="8", disable_notification="True") == {
        "chat_id": 7,
        "text": "8",
        "disable_notification": True,
    }


@pytest.mark.parametrize(
    ("written", "value"), [("true", True), ("yes", True), ("1", True), ("false", False), ("x", False)]
)
def test_choices(written: str, value: bool) -> None:
    assert read("sendMessage", chat_id=7, text="x", protect_content=written)["protect_content"] is value


def test_names_of_chats_stay_text() -> None:
    assert read("sendMessage", chat_id="@name", text="x")["chat_id"] == "@name"


def test_numbers_as_texts() -> None:
    assert read("answerCallbackQuery", callback_query_id=123)["callback_query_id"] == "123"


def test_unknown_parameters_are_ignored() -> None:
    assert "spam" not in read("getMe", spam="x")
    found = read("setMyCommands", commands='[{"command": "a", "description": "b", "spam": 1}]')
    assert found["commands"] == [{"command": "a", "description": "b"}]


def test_defaults_are_not_echoed() -> None:
    found = read("sendMessage", chat_id=7, text="x", link_preview_options='{"url": "x.org", "is_disabled": null}')
    assert found["link_preview_options"] == {"url": "x.org"}


def test_empty_json_is_absent() -> None:
    assert "reply_markup" not in read("sendMessage", chat_id=7, text="x", reply_markup="")


def test_files_stand_for_their_parameter() -> None:
    found = decode(known_methods()["senddocument"], {"chat_id": 7}, {"document": Upload("a", b"b")})
    assert found["document"] == "attach://document"


@pytest.mark.parametrize(
    ("method", "params", "complaint"),
    [
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": "", "text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 7}, "message text is empty"),
        ("sendMessage", {"chat_id": [], "text": "x"}, "chat_id is empty"),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_markup": "{"},
            NO_MARKUP,
        ),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_markup": "[" * 9999},
            NO_MARKUP,
        ),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_markup": "[]"},
            NO_MARKUP,
        ),
        ("sendMessage", {"chat_id": 7, "text": "x", "entities": "{}"}, "can't parse entities JSON object"),
        ("sendMessage", {"chat_id": 7, "text": "x", "message_thread_id": "x"}, "invalid parameter message_thread_id"),
        ("editMessageText", {"chat_id": 7, "message_id": "x", "text": "y"}, "message identifier is not specified"),
        ("editMessageText", {"chat_id": 7, "message_id": 1}, "message text is empty"),
        ("copyMessage", {"chat_id": 7, "message_id": 1}, "chat_id is empty"),
        ("copyMessage", {"chat_id": 7, "from_chat_id": 7}, "message identifier is not specified"),
        ("sendDocument", {"chat_id": 7}, "there is no document in the request"),
        ("sendPhoto", {"chat_id": 7}, "there is no photo in the request"),
        ("deleteMessages", {"chat_id": 7, "message_ids": "1,2"}, "message identifiers are not specified"),
        ("setMyCommands", {"commands": "a"}, "can't parse commands list JSON object"),
        ("setMyCommands", {"commands": "[]", "scope": '{"type": "moon"}'}, "can't parse BotCommandScope"),
        ("sendChatAction", {"chat_id": 7}, "wrong parameter action in request"),
        ("getFile", {}, "invalid file_id"),
    ],
)
async def test_complaints(
    telegram: Telegram, anna: Person, method: str, params: dict[str, Any], complaint: str
) -> None:
    reply = await telegram.call(method, params)
    assert reply.status == 400
    assert reply.body == {"ok": False, "error_code": 400, "description": f"Bad Request: {complaint}"}


def test_refusals_are_exceptions_inside() -> None:
    with pytest.raises(Refusal):
        read("sendMessage")
