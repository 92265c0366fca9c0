"""Moments as each phone shows them in its own zone (P8), with words for apps that cannot: no zone is asked for."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from babel.core import Locale, get_global
from babel.dates import get_timezone_location

from bot.core.clock import epoch
from bot.texts import Safe
from bot.wording.wording import Wording


def moment(words: Wording, at: datetime, zones: Iterable[str]) -> Safe:
    """Return the moment as a ``date_time`` entity; old apps read it in every zone, each with its own day."""
    return _tag(at, "wDt", moment_words(words, at, zones))


def moment_words(words: Wording, at: datetime, zones: Iterable[str], key: str = "seminars-moment") -> str:
    """Return the words of a moment alone, for a button or a list; ``key`` may be a text that says the year too."""
    return " · ".join(words(key, at=at.astimezone(ZoneInfo(zone)), city=city(words, zone)) for zone in zones)


def day_words(words: Wording, at: datetime, zones: Iterable[str]) -> str:
    """Return a moment's day in every zone, for a button; cities come first, so that a cut label shows no bare day."""
    cities: dict[date, list[str]] = {}
    for zone in zones:
        cities.setdefault(at.astimezone(ZoneInfo(zone)).date(), []).append(city(words, zone))
    return " · ".join(words.plain("seminars-day", day=day, cities=", ".join(names)) for day, names in cities.items())


def relative(words: Wording, at: datetime) -> Safe:
    """Return the moment as "in 2 hours", counted by the phone whenever it is read; old apps read the hour in UTC."""
    return _tag(at, "r", utc(words, at))


def utc(words: Wording, at: datetime) -> str:
    """Return the hour in UTC, which is the same for everybody."""
    return words("seminars-moment-utc", at=at.astimezone(UTC))


def city(words: Wording, zone: str) -> str:
    """Return the name of a zone's city in the language.

    Babel knows some cities under a zone's former name only (Europe/Kiev), and would answer in Latin letters.
    """
    names = Locale.parse(words.locale.value).time_zones
    former = [old for old, new in get_global("zone_aliases").items() if new == zone]
    known = (str(names[name]["city"]) for name in (zone, *former) if "city" in names.get(name, {}))
    return next(known, None) or get_timezone_location(ZoneInfo(zone), locale=words.locale.value, return_city=True)


def _tag(at: datetime, form: str, text: str) -> Safe:
    return Safe(f'<tg-time unix="{epoch(at)}" format="{form}">{text}</tg-time>')
