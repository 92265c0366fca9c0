"""Buttons nobody drew, of others, of long ago: no effect on others (T79); payloads and names do no harm (T81, T82)."""

import json
from collections.abc import Iterator
from random import Random

import pytest

from bot.core.locales import Locale
from bot.handlers.ui.callbacks import Deed
from tests.chaos.figures import note
from tests.chat import ADMIN, Chatter, Town, town
from tests.fuzz.shapes import buttons

HOSTILE = "<b>&lt;{ $x }%s</b>\u202eevil\r\n/broadcast @all https://evil.example " + "я" * 200
PAYLOADS = (
    *("faq_../../etc", "seminar_9999999999999999999", "seminar_-1", "faq_<b>", "subscribe_now", "a" * 64, "ask"),
    *("' OR 1=1 --", "{ $chat }", "%00", "faq_first-steps\nX", "привет", "-", "_", "faq_" + "0" * 60, "seminar_٣"),
    *("as_ru_rvn", "as_ru_nvr", "as_5001", "as_ru_" + "r" * 58),
)
EVERYTHING = (
    *("subscriber", "seminar", "seminar_choice", "mailing", "mailing_text", "delivery", "draft", "watch", "album_item"),
    *("text_stamp", "fact_stamp", "video", "feed", "recording", "journal", "day_sum", "imported", "rating"),
    *("meta",),
)


def dump(t: Town) -> str:
    """Every row but those that say which updates were seen."""
    return repr([t.query(f"SELECT * FROM {table}") for table in EVERYTHING])  # noqa: S608 -- names above


async def scene(t: Town) -> Chatter:
    """A subscriber, a seminar and an admin in the middle of a broadcast; return a stranger."""
    await t.subscriber("Борис")
    admin = t.admin()
    await admin.announces("/seminar 2026-12-05 19:00 America/New_York | Работа | Work | https://youtu.be/abc | 90m")
    await admin.sends("/broadcast")
    await admin.sends("Новость")
    await t.tick()
    return t.person("Чужой")


def forged() -> Iterator[str]:
    """Data of every button there is, with several values."""
    dice = Random(79)  # noqa: S311 -- a test's dice, to be thrown again
    yield from (data for data in buttons(dice) if not data.startswith(("sbt", "crt", "rmd", "wts")))


async def test_t79_a_stranger_with_every_button_changes_nothing_of_anybody() -> None:
    async with town() as t:
        anna = await scene(t)
        await anna.sends("/start")
        before, number = dump(t), anna.last["message_id"]
        for data in forged():
            anna.person.taps(number, data)
            await t.settle()
            t.clock.forward(seconds=1)
        assert dump(t) == before
        assert len(anna.person.toasts) >= len(set(forged()))
    note("T79", f"{len(set(forged())):,} buttons of every kind from a stranger: effects 0")


async def test_t79_a_stranger_with_the_buttons_an_admin_sees_changes_nothing() -> None:
    """Not forged but copied, seal and all: the card of a broadcast, a seminar's ladder, the desk, a stamp."""
    async with town(reviewers=f"{ADMIN}:Jane Doe") as t:
        anna, admin = await scene(t), t.admin()
        await admin.taps("Одно для всех")
        for steps in (
            ("/seminar", "Работа", "Отменить семинар"),
            ("/seminar", "Работа", "Перенести"),
            ("/admin", "Ответы"),
        ):
            await admin.sends(steps[0])
            for label in steps[1:]:
                await admin.taps(label)
        await admin.taps("Срок вышел")
        await admin.taps("Первые шаги")
        drawn = {
            button["callback_data"]
            for message in admin.person.messages
            for row in message.get("reply_markup", {}).get("inline_keyboard", [])
            for button in row
            if "callback_data" in button
        }
        assert {data.partition(":")[0] for data in drawn} >= {"bcs", "bcc", "man", "rva"}
        await anna.sends("/start")
        before = dump(t)
        for data in sorted(drawn):
            await anna.taps_data(data)
            t.clock.forward(seconds=1)
        assert dump(t) == before


async def test_t79_a_button_under_somebody_elses_message_acts_for_the_one_who_taps() -> None:
    async with town() as t:
        anna = await scene(t)
        boris = await t.subscriber("Вера")
        await anna.sends("/start")
        raw = {
            "id": anna.person.taps(1, "x"),
            "from": anna.person.user,
            "chat_instance": "1",
            "data": "era:ru:0",
            "message": {"message_id": 1, "date": 0, "chat": {"id": boris.id, "type": "private"}},
        }
        t.telegram.world.updates.add("callback_query", raw)
        await t.settle()
        assert await t.app.repositories.subscribers.get(boris.id) is not None
        assert boris.from_bot == []


async def test_t79_a_deed_chooses_no_language_and_an_old_one_is_answered() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await anna.sends("/start")
        await anna.taps_data("sbu:en:1")
        assert await t.app.repositories.subscribers.get(anna.id) is not None
        assert anna.toasts[-1]
        t.clock.forward(days=300)
        await anna.taps_data("sbu:en:0")
        assert await t.app.repositories.subscribers.get(anna.id) is None


def test_deeds_cannot_be_made_to_choose() -> None:
    assert {kind.__prefix__ for kind in Deed.__subclasses__()} >= {"sbt", "sbu", "era", "set", "kep", "rmd"}
    with pytest.raises(ValueError, match="chooses no language"):
        Deed(lang=Locale.RU, pick=True)


async def test_t81_a_hostile_name_is_shown_to_nobody() -> None:
    async with town() as t:
        anna = t.person(HOSTILE)
        await t.admin().announces(
            "/seminar 2026-12-05 19:00 America/New_York | Работа | Work | https://youtu.be/abc | 90m"
        )
        for text in ("/subscribe", "/privacy", HOSTILE):
            await anna.sends(text)
        await anna.sends("/subscribe")
        await anna.taps("Подписаться")
        for text in ("/broadcast", "/help", "/seminar", "/privacy"):
            await t.admin().sends(text)
        told = json.dumps([entry.params for entry in t.telegram.ledger.entries], ensure_ascii=False, default=str)
        assert all(word not in told for word in ("evil", "@all", "\u202e"))
        assert str(anna.id) not in json.dumps(t.telegram.person(ADMIN, "Админ").messages)
    note("T81", "a name of tags, mentions and direction marks: shown to nobody")


@pytest.mark.parametrize("payload", PAYLOADS)
async def test_t82_a_payload_shows_a_screen_and_is_kept_nowhere(payload: str) -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/start")
        menu, before = anna.text, dump(t)
        await anna.sends(f"/start {payload}")
        assert len(anna.from_bot) == 2
        assert payload not in anna.text.replace(menu, "")
        assert dump(t) == before
    note("T82", f"{len(PAYLOADS)} payloads, each shows a screen: rows 0")
