"""The first screens as a chat: menu, deep links, language, what nobody understood, blocking."""

import asyncio

import pytest

from bot.core.locales import Locale
from bot.handlers.ui.callbacks import Go, Place, ShowGroup, ShowTopic
from tests.chat import ADMIN, Chatter, Town, town

SCREENS = {
    "ru": {"Приватность": "Что о вас хранится", "Вопросы и ответы": "С чего начать", "Подписаться": "Что для этого"},
    "en": {"Privacy": "What is stored", "Questions and answers": "Getting started", "Subscribe": "What is stored"},
}
WELCOME = {"ru": "не юридическая консультация", "en": "not legal advice"}


async def rows_of(t: Town, chatter: Chatter) -> object:
    """The person's row, or None."""
    return await t.app.repositories.subscribers.get(chatter.id)


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_the_menu_leads_everywhere_and_back_in_one_message(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/start")
        anna.sees(WELCOME[language])
        for label, sight in SCREENS[language].items():
            await anna.taps(label)
            anna.sees(sight)
            await anna.taps({"ru": "Меню", "en": "Menu"}[language])
            anna.sees(WELCOME[language])
        await anna.taps({"ru": "Ещё", "en": "More"}[language])
        await anna.taps({"ru": "Помощь", "en": "Help"}[language])
        anna.sees("/privacy")

        assert len(anna.from_bot) == 1
        assert await rows_of(t, anna) is None


async def test_help_shows_the_desk_to_an_admin_in_both_languages() -> None:
    async with town() as t:
        admin, anna = t.admin(), t.person()
        for person in (admin, anna):
            await person.sends("/help")
        admin.sees("Администратору", "/broadcast")
        await admin.taps("English")
        admin.sees("For administrators", "/broadcast")

        assert "/broadcast" not in anna.text


@pytest.mark.parametrize(
    ("language", "said"), [("uk", "ru"), ("ru-RU", "ru"), ("kk", "ru"), ("de", "en"), ("en", "en"), (None, "ru")]
)
async def test_the_language_follows_telegrams(language: str | None, said: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/start")

        anna.sees(WELCOME[said])


@pytest.mark.parametrize(
    ("payload", "sight"),
    [
        ("faq_first-steps", "Первые шаги"),
        ("subscribe", "Подписка на семинары"),
        ("seminar_1", WELCOME["ru"]),
        ("seminar_999999999999999999999999", WELCOME["ru"]),
        ("faq_no-such-topic", WELCOME["ru"]),
        ("faq_what-is-asylum", "Что такое убежище в США"),
        ("ask", "нет юристов"),
        ("ask_1", WELCOME["ru"]),
        ("%00' OR 1=1", WELCOME["ru"]),
        ("<b>", WELCOME["ru"]),
        ("x" * 4000, WELCOME["ru"]),
    ],
)
async def test_deep_links_open_their_screen_or_the_menu(payload: str, sight: str) -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends(f"/start {payload}")
        anna.sees(sight)

        assert await rows_of(t, anna) is None
        assert payload not in anna.text or payload in sight


@pytest.mark.parametrize(
    ("language", "said", "menu"),
    [("ru", "Этого семинара больше нет", "Первые шаги"), ("en", "This seminar is no longer", "First steps")],
)
@pytest.mark.parametrize("number", ["999", "0", "1" * 15])
async def test_a_link_to_a_seminar_nobody_knows_says_so_above_the_menu(
    language: str, said: str, menu: str, number: str
) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends(f"/start seminar_{number}")
        anna.sees(said, WELCOME[language], menu)
        assert anna.text.startswith(said)
        assert await rows_of(t, anna) is None


async def test_a_link_to_a_seminar_that_is_over_says_so() -> None:
    async with town() as t:
        await t.admin().announces(
            "/seminar 2026-12-05 19:00 America/New_York | Разрешение на работу | Work permits | 90m"
        )
        await t.later(days=20)
        anna = t.person()
        await anna.sends("/start seminar_1")
        assert anna.text.startswith("Семинар уже прошёл")
        anna.sees_not("Напомнить")


async def test_the_language_is_chosen_with_the_switch_and_stays() -> None:
    async with town() as t:
        anna = t.person(language="ru")
        await anna.sends("/start")
        await anna.taps("English")
        anna.sees(WELCOME["en"], "Русский")
        await anna.sends("/help")
        anna.sees("Tap the buttons")
        await anna.sends("/language")
        await anna.taps("Русский")
        anna.sees(WELCOME["ru"])
        await anna.sends("/faq")
        anna.sees("Вопросы и ответы")

        assert await rows_of(t, anna) is None


async def test_a_subscribers_language_is_kept_in_the_row() -> None:
    async with town() as t:
        anna = await t.subscriber(language="ru")
        await anna.sends("/start")
        await anna.taps("English")
        row = await t.app.repositories.subscribers.get(anna.id)
        assert row is not None

        assert row.language is Locale.EN
        anna.sees(WELCOME["en"])


@pytest.mark.parametrize(
    ("text", "sight"),
    [
        ("/cancel", "Отменять нечего"),
        ("/nosuchcommand", "Такой команды у бота нет"),
        ("/broadcast", "Такой команды у бота нет"),
        ("/seminar 2026-12-05 19:00 America/New_York | a | b", "Такой команды у бота нет"),
        ("/", "Такой команды у бота нет"),
        ("Какая завтра погода?", "не сохранил"),
        ("<b>&amp;{0}%s</b>", "не сохранил"),
        ("\u202e\u0000 ghost", "не сохранил"),
    ],
)
async def test_what_is_not_understood_gets_one_answer_with_the_menu(text: str, sight: str) -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends(text)
        anna.sees(sight, "Вопросы и ответы", "English")

        assert len(anna.from_bot) == 1
        assert await rows_of(t, anna) is None


async def test_commands_are_read_in_any_case() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/FAQ")

        anna.sees("С чего начать")


async def test_other_content_is_refused_quietly_and_never_downloaded() -> None:
    async with town() as t:
        anna = t.person()
        for act in (
            anna.person.sends_photo,
            anna.person.sends_document,
            anna.person.sends_voice,
            anna.person.sends_contact,
            anna.person.sends_location,
        ):
            act()
            await t.settle()
            anna.sees("ничего не скачал")

        assert len(anna.from_bot) == 5
        sent = t.telegram.ledger.accepted("sendMessage", anna.id)
        assert all(entry.params["disable_notification"] for entry in sent)
        assert [entry for entry in t.telegram.ledger.entries if entry.method == "getFile"] == []


async def test_an_album_gets_one_answer() -> None:
    async with town() as t:
        anna = t.person()
        for _ in range(5):
            anna.person.sends_photo(media_group_id="77")
        await t.settle()

        assert len(anna.from_bot) == 1


@pytest.mark.parametrize(
    "data",
    [
        "go:ru:0:nowhere",
        "go:xx:0:menu",
        "v0:old:button",
        "",
        ":::::",
        "top:ru:0",
        "set:ru:0:everything:1",
        "sbs:ru:0:maybe",
        "ü" * 32,
    ],
)
async def test_an_unknown_button_is_answered_and_shows_the_menu(data: str) -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/help")
        await anna.taps_data(data)
        anna.sees(WELCOME["ru"], "Вопросы и ответы")

        assert anna.toasts == ["Эта кнопка больше не действует. Вот меню."]
        assert await rows_of(t, anna) is None


@pytest.mark.parametrize(
    "target",
    [
        ShowTopic(lang=Locale.RU, topic="gone"),
        ShowGroup(lang=Locale.RU, group="gone"),
        Go(lang=Locale.RU, to=Place.FAQ),
    ],
)
async def test_a_topic_that_is_gone_leads_to_the_groups(target: ShowTopic) -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/start")
        await anna.taps_data(target.pack())

        anna.sees("С чего начать")


async def test_a_second_tap_on_the_same_button_changes_nothing_and_does_not_spin() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/start")
        for _ in range(3):
            await anna.taps_data(Go(lang=Locale.RU, to=Place.HELP).pack())
        anna.sees("/privacy")

        assert len(anna.toasts) == 3
        assert len(anna.from_bot) == 1


async def test_a_tap_on_a_message_that_is_gone_is_answered_below() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/start")
        old = anna.last["message_id"]
        anna.person.deletes(old)
        await anna.taps_data(Go(lang=Locale.EN, to=Place.HELP).pack(), old)

        anna.sees("Tap the buttons")


async def test_whoever_blocks_is_forgotten_and_comes_back_as_new() -> None:
    async with town() as t:
        anna = await t.subscriber()
        anna.person.blocks()
        await t.settle()
        assert await rows_of(t, anna) is None
        await anna.sends("/start")

        anna.sees(WELCOME["ru"])
        assert await rows_of(t, anna) is None


async def test_an_admins_order_that_came_late_is_told_so() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        for order in ("/broadcast", "/seminar", "/cancel", "any words"):
            admin.person.sends(order)
            t.clock.forward(minutes=6)
            await t.settle()
            admin.sees("больше пяти минут")
        assert admin.id == ADMIN


async def test_everybody_finds_the_commands_in_their_language() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        await t.app.own_profile.introduce(asyncio.Event())
        anna, john = t.person(language="uk"), t.person(language="de")

        assert {"command": "faq", "description": "Вопросы и ответы"} in anna.person.commands()
        assert {"command": "faq", "description": "Questions and answers"} in john.person.commands()
        assert "broadcast" in [command["command"] for command in admin.person.commands()]
        assert "broadcast" not in [command["command"] for command in anna.person.commands()]
