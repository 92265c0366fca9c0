"""Every button a reader can reach, walked in both languages: none is cut by Telegram, and Back leads back (P4)."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.chat import Chatter, Town, town
from tests.handlers.tickets.lawyers import lawyers_town

HALF_ROW_SIGNS = 16
"""What half a row of a phone of 390 pixels shows, emoji not counted; both languages keep the same rows."""

ROW_SIGNS = 34
SIGNS_NOT_COUNTED = ("So", "Sk", "Mn", "Me", "Cf", "Zs")
DEEDS = (
    *("sbt", "sbu", "era", "set", "kep", "rmd", "wts", "myd", "ics", "off", "rms", "clr"),
    *("tka", "tkb", "tkc", "tks", "tkx", "tkz"),
)
"""Buttons that change something or send a file."""

FORMS = (
    "/seminar 2026-12-05 19:00 America/New_York | Разрешение на работу | Work permits | https://youtu.be/abc | 90m",
    "/seminar 2026-12-12 19:00 America/New_York | Интервью | Interview | 90m",
)

OF_A_KIND = 8
"""Screens of one kind that are looked at: answers and the days of a calendar are many and look alike."""

Rows = list[list[dict[str, Any]]]


def signs(label: str) -> int:
    """How many signs of a label count."""
    plain = "".join(sign if unicodedata.category(sign) not in SIGNS_NOT_COUNTED else " " for sign in label)
    return len(" ".join(plain.split()))


def rows_of(chatter: Chatter) -> Rows:
    """The buttons under the newest message."""
    return list(chatter.last.get("reply_markup", {}).get("inline_keyboard", []))


async def walked(t: Town, chatter: Chatter) -> list[tuple[str, Rows]]:
    """Tap every button that only shows something, once; return each screen with the tap that showed it."""
    await chatter.sends("/start")
    seen, waiting, screens = {"/start"}, ["/start"], []
    kinds: Counter[str] = Counter()
    while waiting:
        data = waiting.pop(0)
        if data != "/start":
            await chatter.taps_data(data)
            t.clock.forward(seconds=1)
        screens.append((data, rows_of(chatter)))
        for found in offered(rows_of(chatter)):
            kind = found if found.startswith("go:") else found.partition(":")[0]
            if found not in seen and kinds[kind] < OF_A_KIND:
                kinds[kind] += 1
                seen.add(found)
                waiting.append(found)
    return screens


def offered(rows: Rows) -> Iterator[str]:
    """The taps of a screen that stay in its language and change nothing."""
    for row in rows:
        for button in row:
            data = str(button.get("callback_data", ""))
            prefix, _, pick = [*data.split(":"), "", "", ""][:3]
            if data and prefix not in DEEDS and pick == "0":
                yield data


def dated(button: dict[str, Any]) -> bool:
    """Whether it is a seminar of a list: its title comes first, the days behind it may be cut (M9)."""
    return str(button.get("callback_data", "")).startswith("sem:")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("subscribed", [False, True])
async def test_no_label_is_cut_on_a_small_phone(language: str, subscribed: bool) -> None:
    async with lawyers_town(official_links="https://www.youtube.com/@jurisq") as t:
        for form in FORMS:
            await t.admin().announces(form)
        reader = await t.subscriber(language=language) if subscribed else t.person(language=language)
        if subscribed:
            await reader.sends("/ask")
            await reader.taps_data(f"tkb:{language}:0")
            question = await reader.sends("?")
            await reader.taps_data(f"tks:{language}:0:{question}")
        screens = await walked(t, reader)
        beside = {button["text"] for _, rows in screens for row in rows if len(row) > 1 for button in row}
        alone = {row[0]["text"] for _, rows in screens for row in rows if len(row) == 1 and not dated(row[0])}
        assert len(screens) > 40
        assert sorted(label for label in beside if signs(label) > HALF_ROW_SIGNS) == []
        assert sorted(label for label in alone if signs(label) > ROW_SIGNS) == []


BACK = {"ru": ("⬅️ Назад", "Меню"), "en": ("⬅️ Back", "Menu")}
MORE = {"ru": "Ещё", "en": "More"}
FAQ = {"ru": "Вопросы и ответы", "en": "Questions and answers"}
UNDER_MORE = {
    "ru": ("Настройки", "Помощь", "Настоящий ли бот", "Ответы в одном файле", "Посчитать срок", "Что нового"),
    "en": ("Settings", "Help", "Is this bot real", "The answers in one file", "Count a deadline", "What is new"),
}


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_back_leads_from_every_page_behind_more_to_more(language: str) -> None:
    async with town() as t:
        reader = t.person(language=language)
        await reader.sends("/start")
        await reader.taps(MORE[language])
        more = (reader.text, reader.labels)
        for label in UNDER_MORE[language]:
            await reader.taps(label)
            assert reader.text != more[0]
            await reader.taps(BACK[language][0])
            assert (reader.text, reader.labels) == more


@pytest.mark.parametrize(
    ("language", "command", "sight"),
    [
        ("ru", "/deadlines", "Посчитать срок"),
        ("en", "/Deadlines.", "Count a deadline"),
        ("ru", "/file", "Ответы в одном файле"),
        ("en", "/FILE", "The answers in one file"),
    ],
)
async def test_the_helper_and_the_file_have_commands_that_the_help_names(
    language: str, command: str, sight: str
) -> None:
    async with town() as t:
        reader = t.person(language=language)
        await reader.sends("/help")
        reader.sees(command.lower().strip("."))
        await reader.sends(command)
        reader.sees(sight, BACK[language][0])
        assert reader.text.startswith(("🧮", "📄"))


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_back_leads_from_each_of_the_nine_first_subjects_to_where_one_came_from(language: str) -> None:
    async with town() as t:
        for form in FORMS:
            await t.admin().announces(form)
        reader = t.person(language=language)
        await reader.sends("/faq")
        subjects = (reader.text, reader.labels)
        for label in subjects[1][:9]:
            await reader.taps(label)
            assert reader.text != subjects[0]
            await reader.taps(BACK[language][0])
            assert (reader.text, reader.labels) == subjects


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_back_leads_through_the_bell_and_a_related_answer_too(language: str) -> None:
    back, other = BACK[language][0], {"ru": "English", "en": "Русский"}
    async with town() as t:
        reader = t.person(language=language)
        await reader.sends("/start")
        menu = reader.text
        await reader.taps({"ru": "Первые шаги", "en": "First steps"}[language])
        answer = reader.text
        await reader.taps({"ru": "Сообщить, если изменится", "en": "Tell me if it changes"}[language])
        await reader.taps(back)
        assert reader.text == answer
        await reader.taps(reader.labels[0])
        assert reader.text != answer
        await reader.taps(back)
        assert reader.text == menu
        await reader.taps({"ru": "Первые шаги", "en": "First steps"}[language])
        await reader.taps(other[language])
        await reader.taps(BACK["en" if language == "ru" else "ru"][0])
        reader.sees({"ru": "not legal advice", "en": "не юридическая консультация"}[language])


async def test_back_leads_from_a_group_to_the_group_and_from_the_news_to_the_news() -> None:
    async with town() as t:
        reader = t.person()
        await reader.sends("/faq")
        await reader.taps("Семья и решение по делу")
        group, answer = reader.text, reader.labels[0]
        await reader.taps(answer)
        await reader.taps("⬅️ Назад")
        assert reader.text == group
        await reader.taps_data("top:ru:0:work-permit:0:news")
        await reader.taps("⬅️ Назад")
        reader.sees("Что нового")


@pytest.mark.parametrize("data", ["top:ru:0:work-permit:0", "wta:ru:0:work-permit", "go:ru:0:seminars"])
async def test_buttons_of_an_older_version_know_no_way_back_and_work(data: str) -> None:
    async with town() as t:
        reader = t.person()
        await reader.sends("/help")
        await reader.taps_data(data)
        assert reader.toasts == [""]
        reader.sees_not("Вот меню")
