"""The first screens say what one can do here, and lead there in few taps (P1, P3, P17)."""

import pytest

from bot.core.locales import Locale
from bot.handlers.faq.screens import ASKED_FIRST
from bot.handlers.profile import EVERYBODY
from tests.chat import Chatter, Town, town
from tests.handlers.drawn import words

LINE = {
    "ru": "Выберите тему или напишите вопрос своими словами",
    "en": "Choose a topic, or write your question in your own words",
}
MORE = {"ru": "Ещё", "en": "More"}
BEHIND_MORE = {
    "ru": ("Настройки", "Помощь", "Настоящий ли бот", "Ответы в одном файле", "Посчитать срок", "Что нового"),
    "en": ("Settings", "Help", "Is this bot real", "The answers in one file", "Count a deadline", "What is new"),
}
BACK = {"ru": "Назад", "en": "Back"}
SUBSCRIBE = {"ru": ("Подписаться", "Вы подписаны"), "en": ("Subscribe", "You are subscribed")}
LANGUAGES = ("ru", "en")


async def removed_behind_its_back(t: Town, anna: Chatter) -> None:
    """The person's row goes as it does when a run finds a chat gone."""
    await t.app.repositories.subscribers.erase(anna.id)
    t.app.languages.forget_rows()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_m05_every_first_screen_says_that_one_can_write_a_question(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        for command in ("/start", "/help", "/faq", "/nosuchcommand"):
            await anna.sends(command)
            anna.sees(LINE[language])
        anna.person.sends("", dice={"emoji": "🎲", "value": 3})
        await t.settle()
        anna.sees(LINE[language])
        anna.sees_not("кнопки и команды", "buttons and commands")
        assert LINE[language] in words(Locale(language)).plain("commands-description")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_first_steps_are_one_tap_from_start(language: str) -> None:
    label = words(Locale(language)).plain("label-first-steps")
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/start")
        assert anna.labels[0].removeprefix("⏳ ") == label
        await anna.taps(label)
        anna.sees(words(Locale(language)).plain("faq-first-steps"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_nine_subjects_are_two_taps_from_start(language: str) -> None:
    say = words(Locale(language))
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/start")
        await anna.taps(say.plain("label-faq"))
        shown = [
            say.plain("label-seminars") if name == "seminars" else say.plain(f"faq-{name}.button")
            for name in ASKED_FIRST
        ]
        assert len(shown) == 9
        assert [label.removeprefix("⏳ ") for label in anna.labels[: len(shown)]] == shown
        assert anna.labels[len(shown)] == say.plain("group-start")
        for label in shown:
            await anna.sends("/faq")
            await anna.taps(label)
            assert anna.labels[: len(shown)] != shown


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_menu_of_a_subscriber_says_so_and_leads_to_the_settings(language: str) -> None:
    offer, subscribed = SUBSCRIBE[language]
    async with town() as t:
        anna = await t.subscriber(language=language)
        for command in ("/start", "/cancel", "/nosuchcommand"):
            await anna.sends(command)
            anna.sees(subscribed)
            assert not any(label.endswith(offer) for label in anna.labels)
        await anna.taps(subscribed)
        anna.sees({"ru": "Без звука", "en": "Silent"}[language], {"ru": "Отписаться", "en": "Unsubscribe"}[language])
        await anna.sends("/stop")
        await anna.sends("/start")
        anna.sees(offer)
        anna.sees_not(subscribed)


async def test_who_was_removed_is_no_longer_called_subscribed() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await anna.sends("/start")
        anna.sees("Вы подписаны")
        await removed_behind_its_back(t, anna)
        await anna.sends("/start")
        anna.sees_not("Вы подписаны")


async def test_the_memory_of_subscribers_goes_with_those_a_run_found_gone() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await anna.sends("/start")
        assert t.app.languages.subscribed(anna.id)
        await t.later(hours=1)
        assert not t.app.languages.subscribed(anna.id)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_page_behind_more_leads_back_to_it(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/start")
        await anna.taps(MORE[language])
        more = anna.labels
        for label in BEHIND_MORE[language]:
            await anna.taps(label)
            assert anna.labels != more
            await anna.taps(BACK[language])
            assert anna.labels == more


@pytest.mark.parametrize("locale", Locale)
def test_no_two_commands_of_the_menu_have_the_same_line(locale: Locale) -> None:
    lines = [words(locale).plain(key) for key in EVERYBODY.values()]
    assert len(set(lines)) == len(lines)
