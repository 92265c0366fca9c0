"""A reader takes language and switches to another bot in a link, and subscribes there with one tap (P2, O10)."""

import pytest

from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Choice, Subscriber
from bot.handlers.subscribers.carried import ShowCarried, TakeCarried
from tests.chat import Chatter, Town, town
from tests.handlers.test_verify_chat import copies

SUCCESSOR = "seminar_second_bot"
DAY = "2026-11-24"
OFFER = {"ru": "По вашей ссылке", "en": "With your link"}
TAKE = {"ru": "Подписаться", "en": "Subscribe"}


async def row_of(t: Town, chatter: Chatter) -> Subscriber | None:
    """The person's row, or None."""
    return await t.app.repositories.subscribers.get(chatter.id)


async def link_of(t: Town, chatter: Chatter, label: str) -> str:
    """Open the settings, tap the label, and return the link to keep."""
    await chatter.sends("/settings")
    await chatter.taps(label)
    return copies(chatter)[0]


async def test_a_reader_comes_over_with_the_link_and_nothing_else() -> None:
    async with town(successor=f"@{SUCCESSOR}") as t:
        anna = await t.subscriber()
        for choice, on in ((Choice.NEWS, False), (Choice.SILENT, True), (Choice.DISCREET, True)):
            await t.app.dispatcher["choose"](anna.id, choice, on=on)
        link = await link_of(t, anna, "Взять настройки")
        anna.sees("язык: русский", "• напоминания", "Незаметный режим", link)
        anna.sees_not("• новости", str(anna.id))
        await anna.taps("English")
        anna.sees("Your settings in a link", "language: English", "as_en_rvsd")
        await anna.taps("Back")
        anna.sees("Settings")
        assert link == f"https://t.me/{SUCCESSOR}?start=as_ru_rvsd"
    async with town() as t:
        anna = t.person(language="en")
        anna.person.starts(link.partition("start=")[2])
        await t.settle()
        anna.sees(OFFER["ru"], "• напоминания о семинарах", "• записи", "без звука", "Что для этого сохранится")
        anna.sees_not("• новости", "Что именно присылать")
        assert await row_of(t, anna) is None
        await anna.taps("Подписаться")
        anna.sees("Вы подписаны")
        expected = Subscriber(anna.id, Locale.RU, DAY, DAY, news=False, silent=True, discreet=True)
        assert await row_of(t, anna) == expected
        assert len(anna.from_bot) == 1


@pytest.mark.parametrize("successor", ["", "https://example.org/new"])
async def test_without_a_reserve_bot_the_line_is_copied_and_where_the_next_is_named_is_said(successor: str) -> None:
    async with town(successor=successor, official_links="https://example.org/official") as t:
        anna = await t.subscriber()
        assert await link_of(t, anna, "Взять настройки") == "/start as_ru_rvn"
        anna.sees("Имени запасного бота пока нет", "ищите и сверяйте здесь", "example.org/official")
        assert anna.text.count("example.org/new") == bool(successor)


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_the_offer_asks_in_the_language_of_the_link_and_hides_at_a_tap(language: str) -> None:
    async with town() as t:
        anna = t.person(language="uk")
        anna.person.starts(f"as_{language}")
        await t.settle()
        anna.sees(OFFER[language], {"ru": "сейчас ничего", "en": "nothing at present"}[language])
        await anna.taps({"ru": "Незаметно", "en": "Discreet"}[language])
        anna.sees("✅")
        await anna.taps({"ru": "English", "en": "Русский"}[language])
        other = {"ru": "en", "en": "ru"}[language]
        await anna.taps(TAKE[other])
        off = {choice.value: False for choice in (Choice.REMINDERS, Choice.RECORDINGS, Choice.NEWS)}
        assert await row_of(t, anna) == Subscriber(anna.id, Locale(other), DAY, DAY, discreet=True, **off)  # type: ignore[arg-type]  # a bool each


async def test_who_is_subscribed_keeps_their_own() -> None:
    async with town() as t:
        anna = await t.subscriber()
        before = await row_of(t, anna)
        anna.person.starts("as_en_sd")
        await t.settle()
        anna.sees("You are subscribed to this bot already", "You are subscribed")
        await anna.taps_data(TakeCarried(lang=Locale.EN, on="sd").pack())
        assert await row_of(t, anna) == before


async def test_r15_a_tap_that_may_be_old_changes_nothing_and_asks_again() -> None:
    async with town() as t:
        anna = t.person()
        anna.person.starts("as_ru_rn")
        await t.settle()
        for _ in range(2):
            t.clock.forward(minutes=6)
            await anna.taps("Подписаться")
            assert await row_of(t, anna) is None
            assert any("Не выполнено" in toast for toast in anna.toasts)
            anna.sees("ничего не изменилось", OFFER["ru"])
        await anna.taps("Подписаться")
        row = await row_of(t, anna)
        assert row is not None
        assert (row.reminders, row.recordings, row.news) == (True, False, True)


@pytest.mark.parametrize("payload", ["as_ru_nvr", "as_de_r", "as_ru_rvnsdz", "as_1", "as_ru_" + "r" * 58])
async def test_what_cannot_be_read_is_said_calmly_and_changes_nothing(payload: str) -> None:
    async with town() as t:
        anna = t.person()
        anna.person.starts(payload)
        await t.settle()
        anna.sees("прочитать не смог", "Подписаться", "Вопросы и ответы")
        assert await row_of(t, anna) is None
        for forged in ("crt:ru:0:nr", "crt:ru:0:x", "cry:ru:0:5001", "crt:ru:1:r", "crt:ru:0"):
            await anna.taps_data(forged)
            anna.sees_not(OFFER["ru"])
        assert await row_of(t, anna) is None


async def test_telegram_takes_no_link_with_other_signs_or_more_than_64() -> None:
    async with town() as t:
        anna = t.person()
        for payload in ("as_ru_" + "r" * 59, "as ru", "as_ру", "as_ru_r\n"):
            with pytest.raises(ValueError, match="1-64"):
                anna.person.starts(payload)


async def test_without_a_reserve_bot_the_link_leads_here_and_the_line_is_kept() -> None:
    for successor in ("", "https://example.org/next"):
        async with town(successor=successor) as t:
            anna = await t.subscriber(language="en")
            link = await link_of(t, anna, "Take my settings along")
            assert link == "/start as_en_rvn", "a link to a bot that is gone helps nobody"
            anna.sees("https://t.me/seminar_demo_bot?start=as_en_rvn")
            anna.sees("No reserve bot has a name yet", "/start as_en_rvn")
            await anna.sends("/verify")
            anna.sees_not("Take my settings along")


async def test_beside_the_reserve_bot_a_reader_without_a_subscription_finds_the_usual_choice() -> None:
    async with town(successor=f"https://t.me/{SUCCESSOR}") as t:
        anna = t.person()
        await anna.sends("/verify")
        await anna.taps("Взять настройки")
        assert copies(anna) == [f"https://t.me/{SUCCESSOR}?start=as_ru_rvn"]
        await anna.taps("Назад")
        anna.sees("Настоящий ли это бот")
        assert await row_of(t, anna) is None
        assert ShowCarried(lang=Locale.RU, on="rvn").pack() == "cry:ru:0:rvn"
