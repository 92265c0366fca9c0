"""Inline keyboards: which Telegram accepts, how it returns them, how it refuses them."""

import json
from functools import lru_cache

from bot.demo.calls import JsonObject, bad_request
from bot.demo.text.links import button_url
from bot.demo.text.utf16 import MAX_CALLBACK_BYTES

_BUTTON_ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    }
)
_STYLES = frozenset({None, "danger", "success", "primary"})
_MAX_BUTTONS = 100
_MAX_COPY_CHARACTERS = 256


def echoed_markup(markup: JsonObject | None) -> JsonObject | None:
    """The inline keyboard as the message will contain it; None for another kind of markup or an empty one.

    Raises Telegram's refusal (400) for more than 100 buttons, and for an invalid button.
    """
    if markup is None or "inline_keyboard" not in markup:
        return None
    checked: JsonObject = json.loads(_checked(json.dumps(markup["inline_keyboard"])))
    return checked if checked["inline_keyboard"] else None


@lru_cache(maxsize=1024)
def _checked(rows_json: str) -> str:
    rows = [[_button(button) for button in row] for row in json.loads(rows_json) if row]
    if sum(map(len, rows)) > _MAX_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return json.dumps({"inline_keyboard": rows})


def _button(button: JsonObject) -> JsonObject:
    if not str(button["text"]).strip():
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(_BUTTON_ACTIONS & button.keys()) != 1:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button:
        size = len(str(button["callback_data"]).encode("utf-8", "surrogatepass"))
        if not 1 <= size <= MAX_CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    if button.get("style") not in _STYLES:
        raise bad_request("can't parse inline keyboard button: invalid button style specified")
    if "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= _MAX_COPY_CHARACTERS:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if "url" in button:
        return {**button, "url": button_url(button["url"])}
    return button
