"""The privacy screen prints the row itself, field by field, or says that there is none."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.locales import Locale
from bot.core.pagination import visible
from bot.core.seminars.seminars import Plan, Seminar, When
from bot.core.subscribers.subscribers import Choice, Subscriber
from bot.handlers.subscribers.privacy import (
    SWITCH_KEYS,
    EraseEverything,
    Kept,
    ShowErased,
    ShowPrivacy,
    delete_screen,
    deleted_screen,
    privacy_screen,
)
from bot.handlers.subscribers.subscription import left_screen
from bot.handlers.ui.screens import Words
from tests.handlers.drawn import check_screen, seen, target, targets, words

CHAT = 4_200_000_017
ROW = Subscriber(CHAT, Locale.EN, joined="2026-11-24", active="2026-12-05")
LOCALES = list(Locale)
NOW = datetime(2026, 12, 5, 12, tzinfo=UTC)


def seminar(number: int, title: str = "Work") -> Seminar:
    """A seminar with its number in its title."""
    when = When(NOW + timedelta(days=number), "2026-12-05T19:00", "America/New_York")
    return Seminar(number, Plan(when, f"{title} ru {number}", f"{title} en {number}"), NOW)


def pages(locale: Locale, kept: Kept) -> str:
    """All pages of the screen as a person reads them."""
    first = privacy_screen(words(locale), kept)
    last = privacy_screen(words(locale), kept, 99)
    number = ShowPrivacy.unpack(targets(last)[-1]).page
    middle = [privacy_screen(words(locale), kept, page) for page in range(1, number)]
    found = [first, *middle, *([last] if number else [])]
    for screen in found:
        check_screen(screen, locale)
    return "\n".join(seen(screen) for screen in found)


@pytest.mark.parametrize(("locale", "nothing"), [(Locale.RU, "Ничего."), (Locale.EN, "Nothing.")])
def test_a_reader_has_nothing_stored(locale: Locale, nothing: str) -> None:
    text = pages(locale, Kept(CHAT))

    assert nothing in text
    assert str(CHAT) not in text


@pytest.mark.parametrize(
    ("locale", "lines"),
    [
        (
            Locale.RU,
            (
                f"номер чата: {CHAT}",
                "язык: английский",
                "день подписки: 24 ноября 2026 года",
                "день последнего изменения: 5 декабря 2026 года",
                "напоминания: да",
                "записи: да",
                "новости: нет",
                "без звука: нет",
                "незаметный режим: да",
                "не нашёл этот чат: 6 декабря 2026 года",
                "спросил, нужна ли ещё подписка: 7 декабря 2026 года",
            ),
        ),
        (
            Locale.EN,
            (
                f"chat number: {CHAT}",
                "language: English",
                "day of subscribing: 24 November 2026",
                "day of the last change: 5 December 2026",
                "reminders: yes",
                "recordings: yes",
                "news: no",
                "silent: no",
                "discreet mode: yes",
                "did not find this chat: 6 December 2026",
                "asked whether the subscription is still needed: 7 December 2026",
            ),
        ),
    ],
)
def test_the_row_is_printed_field_by_field(locale: Locale, lines: tuple[str, ...]) -> None:
    row = replace(ROW, news=False, discreet=True, not_found="2026-12-06", asked="2026-12-07")
    text = pages(locale, Kept(CHAT, row))

    assert [line for line in lines if line not in text] == []
    assert len(lines) == len(fields(Subscriber))


def test_every_switch_of_the_row_is_printed() -> None:
    assert set(SWITCH_KEYS) == set(Choice)


@pytest.mark.parametrize("locale", LOCALES)
def test_choices_are_printed_also_without_a_subscription(locale: Locale) -> None:
    text = pages(locale, Kept(CHAT, choices=((seminar(1), True), (seminar(2), False))))

    assert str(CHAT) in text
    assert words(locale)("privacy-wanted", title=f"Work {locale} 1") in text
    assert words(locale)("privacy-unwanted", title=f"Work {locale} 2") in text
    assert words(locale)("privacy-nothing") not in text


def test_many_choices_fit_into_pages_and_none_is_missing() -> None:
    choices = tuple((seminar(number, "<b>&" * 28), True) for number in range(60))
    text = pages(Locale.RU, Kept(CHAT, ROW, choices))

    assert all(f"ru {number}»" in text for number in range(60))


@pytest.mark.parametrize("locale", LOCALES)
def test_an_admin_is_told_where_the_admins_number_stands(locale: Locale) -> None:
    text = pages(locale, Kept(CHAT, admin=True))

    assert words(locale)("privacy-admin") in text
    assert words(locale)("privacy-nothing") not in text


@pytest.mark.parametrize(
    ("locale", "parts"),
    [
        (Locale.RU, ("сквозным шифрованием", "захватит сервер", "Снимок экрана", "Telegram", "/stop", "48 часов")),
        (Locale.EN, ("end-to-end", "seizes the server", "Screenshots", "Telegram", "/stop", "48 hours")),
    ],
)
def test_the_limits_are_said(locale: Locale, parts: tuple[str, ...]) -> None:
    text = pages(locale, Kept(CHAT))

    assert [part for part in parts if part not in text] == []


@pytest.mark.parametrize(
    ("locale", "encrypted", "plain"),
    [
        (Locale.RU, "база зашифрована", "База не зашифрована"),
        (Locale.EN, "the database is encrypted", "The database is not encrypted"),
    ],
)
def test_m02_it_is_said_when_the_database_is_not_encrypted(locale: Locale, encrypted: str, plain: str) -> None:
    row = Subscriber(2**52, locale, "2026-11-24", "2026-11-24", not_found="2026-11-24", asked="2026-11-24")
    usual, open_file = (pages(locale, Kept(CHAT, row, admin=True, encrypted=each)) for each in (True, False))
    assert (encrypted in usual, plain in usual) == (True, False)
    assert (encrypted in open_file, plain in open_file) == (False, True)
    assert visible(privacy_screen(words(locale), Kept(2**52, row, admin=True, encrypted=False)).text) < 4096


@pytest.mark.parametrize(
    ("locale", "seized", "minute", "stays"),
    [
        (Locale.RU, "База лежит на отдельном сервере", "в течение минуты", "На сервере базы"),
        (Locale.EN, "The database is on a server of its own", "within a minute", "on the database server"),
    ],
)
def test_on_a_server_nothing_is_promised_that_only_a_file_keeps(
    locale: Locale, seized: str, minute: str, stays: str
) -> None:
    of_file, of_server = words(locale), replace(words(locale), on_server=True)
    assert seized in _read(of_server) and seized not in _read(of_file)
    for screen in (deleted_screen, left_screen):
        assert (minute in screen(of_file).text, stays in screen(of_file).text) == (True, False)
        assert (minute in screen(of_server).text, stays in screen(of_server).text) == (False, True)


def _read(words: Words) -> str:
    row = Subscriber(CHAT, words.locale, "2026-11-24", "2026-11-24")
    screens = [privacy_screen(words, Kept(CHAT, row), page) for page in range(9)]
    for screen in screens:
        check_screen(screen, words.locale)
    return "".join(map(seen, screens))


@pytest.mark.parametrize(
    ("locale", "label", "cancel"), [(Locale.RU, "Удалить всё", "Отмена"), (Locale.EN, "Delete everything", "Cancel")]
)
def test_deleting_asks_once_and_then_says_so(locale: Locale, label: str, cancel: str) -> None:
    assert target(privacy_screen(words(locale), Kept(CHAT)), label).endswith(":delete")
    question = delete_screen(words(locale))
    check_screen(question, locale)
    assert EraseEverything.unpack(target(question, label)).lang is locale
    assert target(question, cancel).endswith(":privacy")
    done = deleted_screen(words(locale))
    check_screen(done, locale)
    assert {"ru": "Удалено", "en": "Deleted"}[locale] in seen(done)
    assert ShowErased.unpack(targets(done)[-1]).pick
