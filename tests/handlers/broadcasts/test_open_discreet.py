"""A broadcast behind its discreet announcement: what gives nothing away, and what opens (S5)."""

from typing import Any

import pytest

from bot.core.content import Button, Content
from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Choice
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.open_discreet import DiscreetText, OpenBroadcast
from tests.chat import ADMIN, Chatter, Town, town
from tests.handlers.drawn import catalogues, parsed
from tests.handlers.seminars.test_reminder_texts import LOCALES, TELLING, buttons

FORM = "/seminar 2026-12-05 19:00 America/New_York | Разрешение на работу | Work permits | https://youtu.be/abc | 90m"
CARD, SHOWN = 1, 1
"""The admin's message that shows a broadcast's progress; there is none here to edit."""


LINK = Button("Сайт <&>", url="https://example.org/?a=1&b=2")
RUSSIAN = Content("Важно & точно", '[{"type":"bold","offset":0,"length":5}]', ((LINK,),))
ENGLISH = Content("Important <b>as typed</b>", "[]")


async def discreet(place: Town, language: str = "ru") -> Chatter:
    """A subscriber over whose shoulder somebody looks."""
    anna = await place.subscriber("Анна", language)
    await place.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
    return anna


async def composed(place: Town) -> tuple[BroadcastDesk, int]:
    """A draft with a Russian text; returns the desk and the draft's number."""
    desk: BroadcastDesk = place.app.dispatcher["broadcast_desk"]
    number = await desk.composer.begin(ADMIN)
    await desk.composer.russian(ADMIN, number, RUSSIAN)
    return desk, number


async def confirm(place: Town, desk: BroadcastDesk, number: int) -> None:
    """Confirm the previewed draft and let it be sent."""
    mailing = await desk.mailings.get(number)
    assert mailing is not None
    await desk.confirm(ADMIN, number, (await desk.composer.preview(ADMIN, mailing)).mark, CARD, SHOWN)
    await place.tick()


async def broadcast(place: Town, *, confirmed: bool = True) -> int:
    """A broadcast in both languages; returns its number."""
    desk, number = await composed(place)
    await desk.composer.english(ADMIN, number, ENGLISH)
    if confirmed:
        await confirm(place, desk, number)
    return number


@pytest.mark.parametrize(("locale", "telling"), list(zip(LOCALES, TELLING, strict=True)))
def test_a_discreet_broadcast_gives_nothing_away_and_opens(locale: Locale, telling: list[str]) -> None:
    content = DiscreetText(catalogues())(locale, 12)
    shown = "\n".join([parsed(content.text)[0], *buttons(content)]).lower()
    assert not [word for word in telling if word in shown]
    (target,) = buttons(content).values()
    assert OpenBroadcast.unpack(target or "") == OpenBroadcast(lang=locale, mailing=12)


@pytest.mark.parametrize(
    ("language", "label", "text", "neutral"),
    [("ru", "Открыть", RUSSIAN.text, "Новое сообщение"), ("en", "Open", ENGLISH.text, "New message")],
)
async def test_a_discreet_broadcast_opens_as_typed(language: str, label: str, text: str, neutral: str) -> None:
    async with town() as place:
        anna = await discreet(place, language)
        await broadcast(place)
        assert anna.text == neutral
        await anna.taps(label)
        assert anna.text == text
        kinds = [entity["type"] for entity in anna.last.get("entities", [])]
        assert kinds == (["bold"] if language == "ru" else [])
        sent = len(anna.from_bot)
        data = f"opb:{language}:0:1"
        await anna.taps_data(data)
        await anna.taps_data(data)
        assert (anna.text, len(anna.from_bot)) == (text, sent)


async def test_a_discreet_broadcast_follows_the_language() -> None:
    async with town() as place:
        anna = await discreet(place)
        await broadcast(place)
        await anna.taps("Открыть")
        await anna.taps("English")
        assert anna.text == ENGLISH.text
        assert "Hide" in anna.labels[0]


async def test_a_text_in_one_language_only_opens_for_everybody() -> None:
    async with town() as place:
        anna = await discreet(place)
        desk, number = await composed(place)
        await desk.composer.russian_only(ADMIN, number)
        await confirm(place, desk, number)
        await anna.taps("Открыть")
        await anna.taps("English")
        assert anna.text == RUSSIAN.text


async def test_a_draft_is_nobodys_to_read() -> None:
    async with town() as place:
        anna = await place.subscriber()
        number = await broadcast(place, confirmed=False)
        await anna.sends("/seminars")
        await anna.taps_data(f"opb:ru:0:{number}")
        anna.sees("больше не хранится")


async def test_a_reminder_is_no_broadcast() -> None:
    async with town() as place:
        anna = await place.subscriber()
        await place.admin().announces(FORM)
        await place.tick()
        await anna.taps_data("opb:ru:0:1")
        anna.sees("больше не хранится")


async def test_a_broadcast_that_is_gone_says_so_politely() -> None:
    async with town() as place:
        anna = await discreet(place)
        await broadcast(place)
        await anna.taps_data("opb:ru:0:404")
        anna.sees("больше не хранится", "Скрыть")
        await anna.taps("English")
        anna.sees("no longer kept")


async def test_a_broadcast_opens_below_when_its_message_is_gone() -> None:
    async with town() as place:
        anna = await discreet(place)
        await broadcast(place)
        old = anna.last["message_id"]
        anna.person.deletes(old)
        await anna.taps_data("opb:ru:0:1", old)
        assert anna.text == RUSSIAN.text
        assert anna.labels[0] == LINK.text
        assert anna.last["message_id"] != old


@pytest.mark.parametrize("state", ["approval", "scheduled", "undo", "cancelled"])
async def test_a_forged_button_opens_nothing_that_has_not_gone_out(state: str) -> None:
    settings: dict[str, Any] = {"send_undo": 10}
    if state == "approval":
        settings = {"admin_ids": f"{ADMIN},9002", "second_approval_above": 0}
    async with town(**settings) as t:
        people = [await t.subscriber(f"n{number}") for number in range(51)]
        admin, reader = t.admin(), people[0]
        await admin.sends("/broadcast")
        await admin.sends("Ещё не отправлено")
        await admin.taps("Одно для всех")
        await (admin.sends("завтра 19:00") if state in {"scheduled", "cancelled"} else admin.taps("Отправить 51"))
        if state == "cancelled":
            await admin.taps("Не отправлять")
        assert t.query("SELECT state FROM mailing") == [(state,)]
        await reader.sends("/start")
        await reader.taps_data("opb:ru:0:1")
        assert not reader.got("Ещё не отправлено")
