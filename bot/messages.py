"""One ``Content`` becomes one Telegram message: the only encoder, for preview, delivery and opened messages (A3).

What an author typed travels with its entities as stored and is never parsed again; a text of the bot's own is HTML.
"""

import json
from collections.abc import Sequence
from typing import Any

from aiogram.enums import ParseMode
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity

from bot.core.content import Button, Content

ButtonRows = Sequence[Sequence[InlineKeyboardButton]]
"""Inline buttons, row by row."""


def payload(content: Content, below: ButtonRows = ()) -> dict[str, Any]:
    """Return what sendMessage and editMessageText need beside the chat; ``below`` are rows under the content's own."""
    entities = read_entities(content.entities or "[]")
    rows = [[_button(button) for button in row] for row in content.keyboard]
    return {
        "text": content.text,
        "parse_mode": ParseMode.HTML if content.entities is None else None,
        "entities": entities or None,
        **frame([*rows, *below]),
    }


def read_entities(stored: str) -> list[MessageEntity]:
    """Return the formatting from its stored form, a JSON array of Bot API entities."""
    return [MessageEntity.model_validate(entity) for entity in json.loads(stored)]


def frame(rows: ButtonRows) -> dict[str, Any]:
    """Return the fields of every message of ours: its buttons, and no preview of a link."""
    markup = InlineKeyboardMarkup(inline_keyboard=[list(row) for row in rows]) if rows else None
    return {"reply_markup": markup, "link_preview_options": no_preview()}


def no_preview() -> LinkPreviewOptions:
    """Return the option that keeps foreign pictures out of a frightened person's chat, and saves data."""
    return LinkPreviewOptions(is_disabled=True)


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=button.text, callback_data=button.data, url=button.url)
