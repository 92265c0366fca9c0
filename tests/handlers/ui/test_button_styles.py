"""Colours of buttons: red for what cannot be taken back, blue for the one thing a screen is for."""

from typing import Any

from bot.core.locales import Locale
from bot.handlers.ui.button_styles import DANGER, PRIMARY, STYLES, style_of
from tests.chat import Chatter, town
from tests.handlers.drawn import catalogues


def colours(chatter: Chatter) -> dict[str, Any]:
    """The coloured buttons of the newest message, by label."""
    rows = chatter.last.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["text"]: button["style"] for row in rows for button in row if "style" in button}


def test_every_coloured_key_is_a_label_in_both_languages() -> None:
    assert len(STYLES) == len(DANGER) + len(PRIMARY)
    for key in STYLES:
        for locale in Locale:
            assert catalogues().plain(locale, key, count=1, seconds=1, gone=1)


def test_a_way_to_a_screen_is_red_and_never_blue() -> None:
    assert style_of("label-delete", leads=True) == "danger"
    assert style_of("label-subscribe", leads=True) is None
    assert style_of("label-subscribe") == "primary"
    assert style_of("back") is None


async def test_what_a_person_sees() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/start")
        assert colours(anna) == {}
        await anna.sends("/subscribe")
        assert colours(anna) == {"🔔 Подписаться": "primary"}
        await anna.taps("Подписаться")
        assert colours(anna) == {}, "leaving loses nothing: it is not red"
        await anna.sends("/privacy")
        assert colours(anna) == {"🗑 Удалить всё": "danger"}
        await anna.sends("/delete")
        assert colours(anna) == {"🗑 Удалить всё": "danger"}


async def test_what_an_admin_sees() -> None:
    async with town() as t:
        admin = t.admin()
        await t.subscriber()
        await admin.sends("/broadcast")
        await admin.sends("Новость")
        await admin.taps("Одно для всех")
        assert colours(admin) == {"Отправить 1": "primary"}
        await admin.taps("Отправить 1")
        await t.later(seconds=5)
        assert set(colours(admin).values()) <= {"danger"}
        await admin.sends("/seminar 2026-12-20 19:00 UTC | Работа | Work | https://youtu.be/abc | 1h")
        assert colours(admin) == {"📣 Объявить 1": "primary"}
        await admin.taps("Объявить 1")
        await admin.taps("Отменить семинар")
        assert colours(admin) == {"❌ Отменить семинар · 0": "danger"}
