"""Moments as phones show them, and as old apps read them (P8)."""

from datetime import timedelta

import pytest

from bot.core.locales import Locale
from bot.wording.moments import city, moment, relative
from tests.core.seminars.seminar_memory import NOW
from tests.handlers.drawn import parsed, words

LOCALES = list(Locale)
ZONES = ("America/New_York", "Europe/Moscow")
MIDNIGHT = NOW.replace(day=1, month=12, hour=0) + timedelta(days=5)
"""6 December, 00:00 UTC: the evening of the 5th in New York, the night of the 6th in Moscow."""


@pytest.mark.parametrize(
    ("locale", "words_of_it"),
    [
        (Locale.RU, "сб 5 декабря, 19:00 Нью-Йорк · вс 6 декабря, 03:00 Москва"),
        (Locale.EN, "Sat 5 December, 19:00 New York · Sun 6 December, 03:00 Moscow"),
    ],
)
def test_a_moment_reads_in_every_zone_with_its_own_day(locale: Locale, words_of_it: str) -> None:
    text, (entity,) = parsed(moment(words(locale), MIDNIGHT, ZONES))
    assert text == words_of_it
    assert (entity["type"], entity["date_time_format"]) == ("date_time", "wDt")
    assert entity["unix_time"] == int(MIDNIGHT.timestamp())


@pytest.mark.parametrize("locale", LOCALES)
def test_how_long_until_then_is_counted_by_the_phone(locale: Locale) -> None:
    text, (entity,) = parsed(relative(words(locale), MIDNIGHT))
    assert (text, entity["date_time_format"]) == ("00:00 UTC", "r")
    assert entity["unix_time"] == int(MIDNIGHT.timestamp())


@pytest.mark.parametrize(
    ("zone", "russian", "english"),
    [
        ("Europe/Kyiv", "Киев", "Kyiv"),
        ("Asia/Kathmandu", "Катманду", "Kathmandu"),
        ("Asia/Almaty", "Алматы", "Almaty"),
        ("America/Los_Angeles", "Лос-Анджелес", "Los Angeles"),
    ],
)
def test_cities_are_named_in_the_language(zone: str, russian: str, english: str) -> None:
    assert (city(words(Locale.RU), zone), city(words(Locale.EN), zone)) == (russian, english)
