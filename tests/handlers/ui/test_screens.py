"""Editing a message: what Telegram refuses to edit is sent below, and any other refusal is an error."""

from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageText
from aiogram.types import Message

from bot.handlers.ui.screens import edited


class Refusing(Message):
    """A message that Telegram does not let be edited."""

    why: str

    async def edit_text(self, text: str, **_: Any) -> bool:  # type: ignore[override]  # only the refusal matters
        raise TelegramBadRequest(EditMessageText(text=text), self.why)


def refusing(why: str) -> Message:
    """Such a message."""
    return Refusing.model_validate({"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}, "why": why})


@pytest.mark.parametrize(("refusal", "drawn"), [("message is not modified", True), ("message can't be edited", False)])
async def test_what_telegram_no_longer_edits_is_sent_below(refusal: str, drawn: bool) -> None:
    assert await edited(refusing(refusal).edit_text("x")) is drawn


async def test_any_other_refusal_is_an_error() -> None:
    with pytest.raises(TelegramBadRequest):
        await edited(refusing("can't parse entities").edit_text("x"))
