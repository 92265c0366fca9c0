"""Markup bombs in what people type, a text that cannot be rendered, and nothing of it in the output (T67, T89, T90)."""

import logging
from typing import Any

import pytest

from bot.core.seminars.form import TITLE_SIGNS
from bot.texts import MissingText, Texts
from tests.chat import town

BOMBS = (
    "<b>" * 60 + "x",
    "</blockquote></b><a href='tg://user?id=1'>x</a>",
    "&lt;&amp;&#x41;&notanentity;<tg-time unix='1'>",
    "{ $title } { -term } {{ }} \\u0000 #x *y [z .a",
    "𝕏👩‍👩‍👧‍👦" * 20,
    "\u202e\u2066 evil",
)
FORM = "/seminar 2026-12-05 19:00 America/New_York | {0} | {0} | https://youtu.be/abc | 90m"
CANARIES = ("канарейка", "Canary", "1700055501", "payload_canary", "8123456789001")


@pytest.mark.parametrize("bomb", BOMBS)
async def test_t89_a_title_with_markup_is_shown_as_it_was_typed(bomb: str) -> None:
    async with town() as t:
        admin, anna = t.admin(), await t.subscriber()
        enters = admin.announces if len(bomb) <= TITLE_SIGNS else admin.sends
        await enters(FORM.format(bomb))
        await t.tick()
        await anna.sends("/start seminar_1")
        await anna.sends(bomb)
        refused = [entry.description for entry in t.telegram.ledger.entries if entry.status == 400]
        assert refused == []
        assert len(anna.from_bot) >= 2


async def test_t89_a_broadcast_of_markup_goes_out_as_it_was_typed() -> None:
    async with town() as t:
        admin, anna = t.admin(), await t.subscriber()
        for bomb in BOMBS:
            await admin.sends("/broadcast")
            await admin.sends(bomb)
            await admin.taps("Одно для всех")
            await admin.taps("Отправить 1")
            await t.tick()
            assert anna.text == bomb
            t.clock.forward(seconds=30)
        assert [entry.description for entry in t.telegram.ledger.entries if entry.status == 400] == []


async def test_t90_a_text_that_cannot_be_rendered_tells_the_person_calmly_and_the_log_its_type(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    whole = Texts.__call__

    def broken(self: Texts, locale: str, key: str, /, **arguments: Any) -> str:
        if key == "privacy-chat":
            raise MissingText(f"{locale}: {key}: {arguments}")
        return whole(self, locale, key, **arguments)

    async with town() as t:
        anna = await t.subscriber()
        monkeypatch.setattr(Texts, "__call__", broken)
        await anna.sends("/privacy")
        anna.sees("Сейчас не получилось")
        await anna.taps("Приватность")
        assert len(anna.toasts) == 1
        assert "MissingText" in caplog.text
        assert all(word not in caplog.text for word in (str(anna.id), "privacy-chat"))
        monkeypatch.setattr(Texts, "__call__", whole)
        await anna.sends("/privacy")
        anna.sees(str(anna.id))


async def test_t67_nothing_people_do_is_printed(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("bot").setLevel(logging.DEBUG)
    async with town() as t:
        anna = t.person("Canary", number=8_123_456_789_001)
        group = t.telegram.group(-100500, "Canary")
        for text in ("/start payload_canary", "канарейка", "/subscribe", "/privacy", "/clear", "/nope канарейка"):
            await anna.sends(text)
        anna.person.sends_contact("+1700055501")
        anna.person.sends_photo(caption="канарейка")
        anna.person.sends("/faq@seminar_demo_bot канарейка", group=group)
        anna.person.taps(1, "канарейка")
        await t.settle()
        await anna.sends("/privacy")
        await anna.taps("Мои данные")
        for number in range(30):
            anna.person.sends(f"канарейка {number}")
        anna.person.blocks()
        await t.settle()
    printed = "".join((caplog.text, *capsys.readouterr()))
    assert [word for word in CANARIES if word in printed] == []
