"""🔔 under an answer as a chat: said first, stored, told once, gone with /stop (S6)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.faq.topics import Change, Tree
from bot.core.locales import Locale
from tests.chat import Chatter, Town, town

LABELS = {
    "ru": ("Сообщить, если изменится", "номер этого чата", "Не сообщать", "Ответ изменился", "первая строка"),
    "en": (
        "Tell me if it changes",
        "the number of this chat",
        "Stop telling me",
        "An answer has changed",
        "first line",
    ),
}
TOPIC = "work-permit"


async def changed(t: Town, *, days: int = 1) -> None:
    """Let a lawyer publish a new version on a later day."""
    day = t.clock.now().date() + timedelta(days=days)
    change = Change(day, {"ru": "первая строка", "en": "first line"})
    base: Tree = t.app.reloading.reload.shipped
    topics = tuple(replace(each, changes=(change,)) if each.id == TOPIC else each for each in base.topics)
    t.app.tell_changes.library.replace(replace(base, topics=topics))
    t.clock.forward(days=days)
    await t.tick()


async def watches(anna: Chatter, language: str) -> None:
    """Ask to be told, after having read what is stored."""
    label, stored, stop, *_ = LABELS[language]
    await anna.sends(f"/start faq_{TOPIC}")
    await anna.taps(label)
    anna.sees(stored)
    await anna.taps(label)
    anna.sees(stop)


async def rows(t: Town, chat: int) -> int:
    """How many wishes are kept."""
    return len(await t.app.repositories.watches.of(chat))


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_change_is_told_once_in_the_readers_language(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends(f"/start faq_{TOPIC}")
        await anna.taps(LABELS[language][0])
        assert await rows(t, anna.id) == 0
        await watches(anna, language)
        assert await rows(t, anna.id) == 1
        for _ in range(2):
            sent = len(anna.from_bot)
            await changed(t)
            await anna.taps({"ru": "Открыть", "en": "Open"}[language])
            anna.sees(LABELS[language][3], LABELS[language][4])
            await t.tick()
            assert len(anna.from_bot) == sent + 1
        assert t.telegram.ledger.refused() == []


async def test_what_was_published_before_is_not_told() -> None:
    async with town() as t:
        anna = t.person()
        await changed(t)
        await watches(anna, "ru")
        await t.tick()
        assert anna.got(LABELS["ru"][3]) == 0


@pytest.mark.parametrize("order", ["/stop", "/unsubscribe"])
async def test_who_stops_is_not_told(order: str) -> None:
    async with town() as t:
        anna = t.person()
        await watches(anna, "ru")
        await anna.sends(order)
        assert await rows(t, anna.id) == 0
        await changed(t)
        assert anna.got(LABELS["ru"][3]) == 0


async def test_a_tap_takes_it_back_and_leaves_nothing() -> None:
    async with town() as t:
        anna = t.person()
        await watches(anna, "ru")
        await changed(t)
        await anna.taps("Открыть")
        await anna.taps("Не сообщать")
        anna.sees("Отметка удалена")
        assert await rows(t, anna.id) == 0
        assert await t.app.repositories.personal_data.of(anna.id) == {}


async def test_who_is_not_subscribed_is_told_discreetly_and_was_told_so() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends(f"/start faq_{TOPIC}")
        await anna.taps("Сообщить, если изменится")
        anna.sees("приходит незаметно")
        await anna.taps("Сообщить, если изменится")
        await changed(t)
        assert (anna.text, anna.labels) == ("Новое сообщение", ["Открыть"])


async def test_who_subscribed_openly_is_told_openly() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await watches(anna, "ru")
        await changed(t)
        anna.sees(LABELS["ru"][3], LABELS["ru"][4], "Открыть ответ")


async def test_a_discreet_subscriber_gets_a_neutral_line_that_opens_what_changed() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await anna.sends("/settings")
        await anna.taps("Незаметно")
        await watches(anna, "ru")
        await changed(t)
        anna.sees("Новое сообщение")
        anna.sees_not("Разрешение", "первая строка")
        await anna.taps(anna.labels[0])
        anna.sees("Разрешение на работу", "первая строка")
        await anna.taps("Открыть ответ")
        anna.sees("Разрешение на работу", "Скрыть")


async def test_privacy_shows_what_is_watched() -> None:
    async with town() as t:
        anna = t.person(language="en")
        await watches(anna, "en")
        await anna.sends("/privacy")
        anna.sees("Work permit", str(anna.id), "tapped 🔔")


async def test_an_answer_that_is_gone_cannot_be_watched() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends(f"/start faq_{TOPIC}")
        data = next(
            b["callback_data"]
            for row in anna.last["reply_markup"]["inline_keyboard"]
            for b in row
            if "если" in b["text"]
        )
        await anna.taps_data(data.replace(TOPIC, "no-such-thing"))
        anna.sees("больше нет")
        use = t.app.dispatcher["watch_answer"]
        assert (await use("no-such-thing", anna.id, Locale.RU, on=True)).value == "lost"


async def test_news_are_the_changes_newest_first() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/news")
        anna.sees("пока не менялись")
        await changed(t)
        await anna.sends("/start faq_whats-new")
        anna.sees("первая строка", date(2026, 11, 25).strftime("%d"), "Разрешение на работу")
        await anna.taps("English")
        anna.sees("first line")
        await anna.taps("Work permit")
        anna.sees("EAD")
