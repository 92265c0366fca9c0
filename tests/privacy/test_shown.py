"""/privacy shows exactly the live row of this chat: every field, as it stands, and nobody else's (P13, T69)."""

import re
from dataclasses import fields, replace
from typing import Any

import pytest

from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Choice, Subscriber
from tests.chat import Chatter, Town, town
from tests.privacy.traces import FIRST

FORM = "/seminar 2026-12-05 19:00 America/New_York | Работа | Work | https://youtu.be/abc | 90m"
SHOWN = {
    "chat": "номер чата",
    "language": "язык",
    "joined": "день подписки",
    "active": "день последнего изменения",
    "reminders": "напоминания",
    "recordings": "записи",
    "news": "новости",
    "silent": "без звука",
    "discreet": "незаметный режим",
    "not_found": "день, когда Telegram впервые не нашёл этот чат",
    "asked": "день, когда бот спросил, нужна ли ещё подписка",
}
"""Every field of the row and the words before its value."""
WORDS = {"ru": "русский", "en": "английский", True: "да", False: "нет"}


def value(field: str, kept: Any) -> str | None:
    """How a value of the row is written; None when the field is left out."""
    if field in {"joined", "active", "not_found", "asked"}:
        return f"{int(str(kept)[8:])} ноября 2026 года" if kept else None
    return str(WORDS.get(kept, kept))


async def printed(anna: Chatter) -> dict[str, str]:
    """What /privacy prints of the row, as «words: value»."""
    await anna.sends("/privacy")
    lines = re.findall(r"^• ([^:\n]+): ([^\n]+)$", anna.text, re.MULTILINE)
    return {words: shown for words, shown in lines if words in SHOWN.values()}


async def row(t: Town, chat: int) -> Subscriber:
    """The row as it stands."""
    found = await t.app.repositories.subscribers.get(chat)
    assert found is not None
    return found


def test_every_field_of_the_row_is_known_here() -> None:
    assert set(SHOWN) == {field.name for field in fields(Subscriber)}


@pytest.mark.parametrize("number", range(12))
async def test_it_is_the_row_as_it_stands(number: int) -> None:
    async with town() as t:
        anna, boris = t.person(number=FIRST), await t.subscriber("Борис")
        await anna.sends("/subscribe")
        await anna.taps("Подписаться")
        t.clock.forward(days=number % 3)
        for place, choice in enumerate(Choice):
            await t.app.dispatcher["choose"](anna.id, choice, on=bool((number * 7) >> place & 1))
        if number % 2:
            await t.app.repositories.subscribers.change(
                replace(await row(t, anna.id), not_found="2026-11-25", asked="2026-11-26")
            )
        kept = await row(t, anna.id)
        shown = await printed(anna)
        for field, words in SHOWN.items():
            assert shown.get(words) == value(field, getattr(kept, field)), field
        assert str(boris.id) not in anna.text


async def test_it_changes_with_the_row() -> None:
    async with town() as t:
        anna = await t.subscriber()
        assert (await printed(anna))["новости"] == "да"
        await anna.sends("/settings")
        await anna.taps("Новости")
        assert (await printed(anna))["новости"] == "нет"
        await anna.sends("/stop")
        assert await printed(anna) == {}
        anna.sees("Ничего.")


async def test_who_chose_one_seminar_is_shown_that_and_nothing_when_it_is_over() -> None:
    async with town() as t:
        anna = t.person()
        await t.admin().announces(FORM)
        await anna.sends("/start seminar_1")
        await anna.taps("Напомнить")
        await anna.taps("Напомнить")
        assert (await printed(anna)) == {"номер чата": str(anna.id)}
        anna.sees("напоминать о семинаре «Работа»")
        await t.later(days=14)
        await anna.sends("/privacy")
        anna.sees("Ничего.")
        assert await t.app.repositories.subscribers.get(anna.id) is None


async def test_in_english_too() -> None:
    async with town() as t:
        john = await t.subscriber("John", Locale.EN)
        await john.sends("/privacy")
        john.sees(str(john.id), "English", "24")
