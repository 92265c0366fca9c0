"""Subscribing, settings and leaving as a chat, with repeated taps and old buttons."""

from datetime import UTC, datetime

import pytest

from bot.core.locales import Locale
from bot.core.seminars.seminars import Plan, When
from bot.core.subscribers.subscribers import Choice, Subscriber
from bot.handlers.subscribers.preferences import SetChoice
from bot.handlers.subscribers.subscription import ShowLeft, ShowSubscription, TakeSubscription
from tests.chat import Chatter, Town, town

SUBSCRIBE = {"ru": "Подписаться", "en": "Subscribe"}
SUBSCRIBED = {"ru": "Вы подписаны", "en": "You are subscribed"}
UNSUBSCRIBE = {"ru": "Отписаться", "en": "Unsubscribe"}
LEFT = {"ru": "Вы отписаны", "en": "You are unsubscribed"}
DISCREET = {"ru": "Незаметно", "en": "Discreet"}
LANGUAGES = ["ru", "en"]


async def row_of(t: Town, chatter: Chatter) -> Subscriber | None:
    """The person's row, or None."""
    return await t.app.repositories.subscribers.get(chatter.id)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_is_stored_before_the_button_and_little_after_it(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/subscribe")
        assert await row_of(t, anna) is None
        await anna.taps(SUBSCRIBE[language])
        anna.sees(SUBSCRIBED[language])

        assert await row_of(t, anna) == Subscriber(anna.id, Locale(language), "2026-11-24", "2026-11-24")
        assert len(anna.from_bot) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_discreet_is_chosen_before_anything_is_stored(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/subscribe")
        await anna.taps(DISCREET[language])
        anna.sees("✅")
        assert await row_of(t, anna) is None
        await anna.taps(SUBSCRIBE[language])
        row = await row_of(t, anna)

        assert row is not None
        assert row.discreet


async def test_subscribing_again_keeps_the_first_row() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/subscribe")
        old = anna.last["message_id"]
        for discreet in (False, True, True):
            take = TakeSubscription(lang=Locale.RU, discreet=discreet).pack()
            await anna.taps_data(take, old)
            t.clock.forward(days=1)
        row = await row_of(t, anna)

        assert row == Subscriber(anna.id, Locale.RU, "2026-11-24", "2026-11-24")
        anna.sees(SUBSCRIBED["ru"])
        await anna.taps_data(ShowSubscription(lang=Locale.RU, discreet=True).pack(), old)
        anna.sees(SUBSCRIBED["ru"])
        await anna.taps_data(ShowLeft(lang=Locale.RU).pack(), old)
        anna.sees(SUBSCRIBED["ru"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["/stop", "/unsubscribe"])
async def test_leaving_by_command_is_at_once_and_idempotent(language: str, command: str) -> None:
    async with town() as t:
        anna = await t.subscriber(language=language)
        for _ in range(2):
            await anna.sends(command)
            anna.sees(LEFT[language])
            assert await row_of(t, anna) is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_leaving_by_button_and_coming_back(language: str) -> None:
    async with town() as t:
        anna = await t.subscriber(language=language)
        await anna.sends("/subscribe")
        await anna.taps(UNSUBSCRIBE[language])
        anna.sees(LEFT[language])
        assert await row_of(t, anna) is None
        await anna.taps(SUBSCRIBE[language])
        await anna.taps(SUBSCRIBE[language])
        anna.sees(SUBSCRIBED[language])

        assert await row_of(t, anna) is not None
        assert len(anna.from_bot) == 1


async def test_the_screen_after_leaving_speaks_both_languages() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await anna.sends("/stop")
        await anna.taps("English")
        anna.sees(LEFT["en"])
        await anna.taps("Русский")
        anna.sees(LEFT["ru"])


async def test_leaving_erases_the_seminar_choices_too() -> None:
    async with town() as t:
        anna = await t.subscriber()
        start = datetime(2026, 12, 5, 19, tzinfo=UTC)
        plan = Plan(When(start, "2026-12-05T19:00", "UTC"), "Работа", "Work")
        seminar = await t.app.dispatcher["enter_seminar"](plan)
        await t.app.repositories.seminars.choose(seminar.id, anna.id, Locale.RU, wanted=False)
        assert len(await t.app.repositories.seminars.choices(anna.id)) == 1
        await anna.sends("/stop")

        assert await t.app.repositories.seminars.choices(anna.id) == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_setting_is_one_tap_shown_in_place(language: str) -> None:
    async with town() as t:
        anna = await t.subscriber(language=language)
        await anna.sends("/settings")
        for number in range(len(Choice)):
            before = anna.labels[number]
            await anna.taps(before)
            assert anna.labels[number] != before
            assert anna.labels[number][1:].lstrip("\ufe0f") == before[1:].lstrip("\ufe0f")
        row = await row_of(t, anna)

        assert row is not None
        assert [row.has(choice) for choice in Choice] == [False, False, False, True, True]
        assert len(anna.from_bot) == 1


async def test_an_old_switch_sets_its_value_and_never_toggles() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await anna.sends("/settings")
        for _ in range(3):
            await anna.taps_data(SetChoice(lang=Locale.RU, choice=Choice.NEWS, on=False).pack())
            row = await row_of(t, anna)
            assert row is not None
            assert not row.news
        anna.sees("⬜️ Новости")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_settings_of_a_stranger_store_nothing(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/settings")
        anna.sees(SUBSCRIBE[language])
        await anna.taps_data(SetChoice(lang=Locale(language), choice=Choice.SILENT, on=True).pack())

        assert await row_of(t, anna) is None
        anna.sees(SUBSCRIBE[language])


async def test_the_settings_switch_language_in_place() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await anna.sends("/settings")
        await anna.taps("English")
        anna.sees("Settings", "Reminders")
        await anna.taps("Back")
        anna.sees("More")
        row = await row_of(t, anna)

        assert row is not None
        assert row.language is Locale.EN


async def test_the_same_update_delivered_again_has_one_effect_and_a_friendly_word() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/subscribe")
        anna.person.press("Подписаться")
        (raw,) = (await t.telegram.call("getUpdates", {"timeout": 0, "offset": -1})).body["result"]
        for _ in range(3):
            await t.app.inbox.take(raw)
        await t.settle()

        assert await row_of(t, anna) is not None
        assert sum((await t.app.repositories.subscribers.count()).values()) == 1


FORM = "/seminar 2026-12-05 19:00 America/New_York | Разрешение на работу | Work permits | 90m"
LATER = "/seminar 2026-12-12 19:00 America/New_York | Интервью | Interview | 90m"


@pytest.mark.parametrize(
    ("language", "title", "time", "button"),
    [
        ("ru", "Разрешение на работу", "5 декабря, 19:00 Нью-Йорк", "Ближайший семинар"),
        ("en", "Work permits", "5 December, 19:00 New York", "The next seminar"),
    ],
)
async def test_whoever_subscribes_learns_when_the_next_seminar_is(
    language: str, title: str, time: str, button: str
) -> None:
    async with town() as t:
        for form in (LATER, FORM):
            await t.admin().announces(form)
        anna = t.person(language=language)
        await anna.sends("/subscribe")
        anna.sees_not(title, button)
        await anna.taps(SUBSCRIBE[language])
        anna.sees(SUBSCRIBED[language], title, time, button)
        assert [entity["type"] for entity in anna.last["entities"]].count("date_time") == 2
        await anna.taps(button)
        anna.sees(title, {"ru": "Не напоминать", "en": "Don't remind me"}[language])
        assert len(anna.from_bot) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_subscribes_during_a_seminar_reads_that_it_is_live(language: str) -> None:
    live = {"ru": "Семинар в эфире", "en": "The seminar is live"}[language]
    async with town() as t:
        await t.admin().announces(FORM)
        t.clock.set(datetime(2026, 12, 5, 23, 59, tzinfo=UTC))
        anna = t.person(language=language)
        await anna.sends("/subscribe")
        await anna.taps(SUBSCRIBE[language])
        anna.sees_not(live)
        t.clock.forward(minutes=5)
        await anna.sends("/subscribe")
        anna.sees(live, SUBSCRIBED[language])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_stored_for_a_subscription_names_the_marks_of_what_was_sent(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/subscribe")
        anna.sees({"ru": "отметки о том, что вам отправлено", "en": "marks of what was sent to you"}[language], "48")


async def test_without_a_date_whoever_subscribes_learns_that_the_bot_will_write() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/subscribe")
        await anna.taps("Подписаться")
        anna.sees("Дата следующего семинара пока не назначена")
        await t.app.dispatcher["choose"](anna.id, Choice.REMINDERS, on=False)
        await anna.sends("/subscribe")
        anna.sees_not("Дата следующего семинара")
