"""Inline keyboards as Telegram returns them."""

from typing import Any

import pytest

from bot.demo.calls import Refusal
from bot.demo.methods.keyboards import echoed_markup


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def test_buttons_are_echoed() -> None:
    markup = inline(
        [{"text": "a", "callback_data": "b", "style": "danger"}],
        [{"text": "c", "switch_inline_query": ""}, {"text": "d", "copy_text": {"text": "e"}}],
    )
    assert echoed_markup(markup) == markup


def test_addresses_are_completed() -> None:
    echoed = echoed_markup(inline([{"text": "a", "url": "X.org"}]))
    assert echoed == inline([{"text": "a", "url": "http://x.org/"}])


@pytest.mark.parametrize("markup", [None, inline(), inline([]), {"force_reply": True}, {"remove_keyboard": True}])
def test_nothing_to_show(markup: dict[str, Any] | None) -> None:
    assert echoed_markup(markup) is None


def test_echoes_are_not_shared() -> None:
    markup = inline([{"text": "a", "callback_data": "b"}])
    first = echoed_markup(markup)
    assert first is not None
    first["inline_keyboard"].clear()
    assert echoed_markup(markup) == markup


@pytest.mark.parametrize(
    ("button", "complaint"),
    [
        ({"text": " ", "callback_data": "b"}, "Text buttons are unallowed"),
        ({"text": "a", "callback_data": "b", "url": "x.org"}, "Text buttons are unallowed"),
        ({"text": "a", "copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "a", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "a", "callback_data": "b", "style": "red"}, "invalid button style"),
        ({"text": "a", "url": "javascript:alert(1)"}, "URL 'javascript:alert(1)' is invalid"),
    ],
)
def test_refused(button: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Refusal) as caught:
        echoed_markup(inline([button]))
    assert complaint in caught.value.description


def test_too_many_buttons() -> None:
    row = [{"text": "a", "callback_data": "b"}] * 10
    assert echoed_markup(inline(*[row] * 10)) is not None
    with pytest.raises(Refusal, match="REPLY_MARKUP_TOO_LONG"):
        echoed_markup(inline(*[row] * 11))
