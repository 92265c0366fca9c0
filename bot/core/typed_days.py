"""Days as people type them (P20): whole, without a year, without a day, or in an order that may be read two ways.

Outside the helper only a text that consists of a day is read. Where the helper has asked for a day, words that belong
to the answer may stand beside it, and what only resembles a day is ``Unclear``: it is asked about and never searched.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.core.day_words import BESIDE, BETWEEN, NEAR, NUMBER_ENDINGS, QUESTION, VAGUE, ZEROS, month_of
from bot.core.deadlines import Count

LONGEST_TEXT = 120
"""Signs: a longer text is a question."""

CENTURY, PIVOT = 100, 50
"""Years of two digits below the pivot are of this century."""

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years that may be read out of bare digits."""

_MISSPELT = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)? [^\W\d]{3,} \d{4}(?: года?)?|[^\W\d]{3,} \d{1,2}(?:st|nd|rd|th)? \d{4}"
)
"""A day whose month no list knows: «5 мрата 2026»."""

MOST_WORDS = 12
"""More words are a question, whatever they say."""

LONGEST_SPELLING = 4
"""Words a day takes at most («5 of march 2026»)."""

_DATE_SIGNS = re.compile(r"(?<=\d)\s*([./-])\s*(?=\d)")
_LOOSE_SIGNS = re.compile(r"[^\w\s./-]|(?<!\d)[./]|[./](?!\d)|(?<!\w)-|-(?!\w)")
_TIME = re.compile(r"\b\d{1,2}:\d{2}\b")
_ZEROS = re.compile(r"\b[\dоoз]{1,4}([./-])[\dоoз]{1,2}\1[\dоoз]{2,4}\b|\b[12][\dоo]{3}\b|\b[оo]\d\b")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})")
_NUMBERS = re.compile(r"(?P<first>\d{1,2})(?P<sign>[-/. ])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})")
_NAMED = re.compile(r"(?P<day>\d{1,2})[- ]?(?:of )?(?P<name>[а-яёa-z]{3,})(?:[- ]?(?P<year>\d{4}|\d{2}))?")
_NAME_FIRST = re.compile(r"(?P<name>[а-яёa-z]{3,})[- ]?(?P<day>\d{1,2})(?:[- ](?P<year>\d{4}|\d{2}))?")
_YEAR_NAME_DAY = re.compile(r"(?P<year>\d{4})[- ](?P<name>[а-яёa-z]{3,})[- ](?P<day>\d{1,2})")
_SHORT = re.compile(r"(?P<first>\d{1,2})(?P<sign>[./-])(?P<second>\d{1,2})")
_EIGHT_DIGITS = re.compile(r"\d{8}")
_BARE = re.compile(r"[\d\s./-]+")
_OF_MONTH = re.compile(r"(?P<month>\d{1,2})[./ -](?P<year>\d{4})|(?P<year_first>\d{4})[./-](?P<last>\d{1,2})")
_OF_NAMED_MONTH = re.compile(r"(?P<name>[а-яёa-z]{3,})[- ](?P<year>\d{4})")
_OF_YEAR = re.compile(r"(?:(?:в|во|in) )?(?P<year>\d{4})")
_DATE_LIKE = re.compile(r"\b\d{1,4}[./-]\w{1,9}[./-]\d{1,5}\b|\b\d{1,2}\b.*\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Days:
    """The days a text may mean: none that exists, one, or several."""

    days: tuple[date, ...]


@dataclass(frozen=True)
class WithoutYear:
    """A day whose year was left out."""

    month: int
    day: int


@dataclass(frozen=True)
class EitherWithoutYear:
    """Two numbers, either of which may be the month; the year was left out: «03/05»."""

    first: int
    second: int


@dataclass(frozen=True)
class WithoutDay:
    """A year, or a month of it; ``month`` is 0 when it was left out too."""

    year: int
    month: int = 0


@dataclass(frozen=True)
class Near:
    """So many days before today, wherever the writer's today is; below 0 it is yet to come."""

    ago: int


@dataclass(frozen=True)
class Unclear:
    """It speaks of a day, but not of which."""


Reading = Days | WithoutYear | EitherWithoutYear | WithoutDay | Near | Unclear
"""What a text says of a day."""


def read_days(text: str, *, asked: bool = False, count: Count | None = None) -> Reading | None:
    """Return what a text that consists of a day says, or None for any other text.

    ``asked`` where a day was asked for, for ``count`` if one was chosen.
    """
    if len(text) > LONGEST_TEXT:
        return None
    plain = _plain(text)
    whole = next(_whole(plain), None)
    return whole or (_asked(plain, count, "?" in text) if asked else None)


def _plain(text: str) -> str:
    """Return the words and numbers in one spelling, with one blank between them."""
    text = "".join(map(_sign, unicodedata.normalize("NFKC", text).lower()))
    text = _ZEROS.sub(_with_zeros, _DATE_SIGNS.sub(r"\1", _TIME.sub(" ", text)))
    return " ".join(NUMBER_ENDINGS.sub(" ", _LOOSE_SIGNS.sub(" ", text)).split())


def _sign(sign: str) -> str:
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    kind = unicodedata.category(sign)
    if kind == "Cf":
        return ""
    return "-" if kind in {"Pd", "Pc"} or sign == "\N{MINUS SIGN}" else sign


def _with_zeros(found: re.Match[str]) -> str:
    """Return a date whose zeros were typed as letters; what has no digit at all stays a word."""
    return found[0].translate(ZEROS) if any(map(str.isdigit, found[0])) else found[0]


def _whole(text: str) -> Iterator[Reading]:
    if found := _YEAR_FIRST.fullmatch(text):
        yield _days(_ordered(found["year"], found["month"], found["day"]))
    if found := _NUMBERS.fullmatch(text):
        yield _numbers(found)
    for form in (_NAMED, _NAME_FIRST, _YEAR_NAME_DAY):
        if (found := form.fullmatch(text)) and (month := month_of(found["name"])):
            yield _named(found, month)


def _asked(text: str, count: Count | None, question: bool) -> Reading | None:
    """Return what the answer to the helper's question says; None for a question of the reader's."""
    if reading := next(_part(text), None):
        return reading
    if _BARE.fullmatch(text) or month_of(text):
        return Unclear()
    words = text.split()
    if question or len(words) > MOST_WORDS or QUESTION.search(text):
        return None
    return next(_inside(words, count), None)


def _part(text: str) -> Iterator[Reading]:
    """Yield what says less than a whole day, or says it without a sign between the numbers."""
    if text in NEAR:
        yield Near(NEAR[text])
    if found := _SHORT.fullmatch(text):
        yield _short(found)
    if _EIGHT_DIGITS.fullmatch(text):
        yield _eight_digits(text)
    if found := _OF_MONTH.fullmatch(text):
        yield _without_day(found["year"] or found["year_first"], int(found["month"] or found["last"]))
    if (found := _OF_NAMED_MONTH.fullmatch(text)) and (month := month_of(found["name"])):
        yield _without_day(found["year"], month)
    if found := _OF_YEAR.fullmatch(text):
        yield _without_day(found["year"])


def _inside(words: list[str], count: Count | None) -> Iterator[Reading]:
    """Yield the day among words of the answer, the longest spelling first: «5 марта 2026» before «5 марта»."""
    for size in range(min(len(words), LONGEST_SPELLING), 0, -1):
        for start in range(len(words) - size + 1):
            if not any(_foreign(words[:start] + words[start + size :], count)):
                piece = " ".join(words[start : start + size])
                yield from _whole(piece)
                yield from _part(piece)
    others = VAGUE.sub(" ", " ".join(words)).split()
    foreign = [word for word in _foreign(others, count) if not word[0].isdigit() and not month_of(word)]
    # One word more, and the text may be a question, which is never deleted.
    if _MISSPELT.fullmatch(" ".join(words)) or (all(map(BETWEEN.fullmatch, foreign)) and _resembles(words)):
        yield Unclear()


def _foreign(words: list[str], count: Count | None) -> Iterator[str]:
    """Yield the words that say something else than an answer to the question; a second number may be another day."""
    return (word for word in words if not BESIDE[count].fullmatch(word))


def _resembles(words: list[str]) -> bool:
    """Return whether the words speak of some day, though not in a way that can be read."""
    text = " ".join(words)
    named = any(month_of(word) and (not word.isascii() or re.search(r"\d", text)) for word in words)
    return named or bool(_DATE_LIKE.search(text) or VAGUE.search(text))


def _numbers(found: re.Match[str]) -> Reading:
    day_first = _ordered(found["year"], found["second"], found["first"])
    month_first = _ordered(found["year"], found["first"], found["second"])
    if found["sign"] == "." and day_first:
        return _days(day_first)
    return _days(month_first, day_first)


def _named(found: re.Match[str], month: int) -> Reading:
    if found["year"] is None:
        return _without_year(month, int(found["day"]))
    return _days(_ordered(found["year"], str(month), found["day"]))


def _short(found: re.Match[str]) -> Reading:
    """Return a day of two numbers: only where there is a dot is it known which of them is the month."""
    first, second = int(found["first"]), int(found["second"])
    readings = [_without_year(second, first), _without_year(first, second)]
    there = [reading for reading in dict.fromkeys(readings) if reading != Days(())]
    if found["sign"] == "." or len(there) == 1:
        return there[0] if there else Days(())
    return EitherWithoutYear(first, second) if there else Unclear()


def _eight_digits(text: str) -> Reading:
    """Return what eight digits may mean; they may also be the number of a file, which is unclear too."""
    orders = ((text[:4], text[4:6], text[6:]), (text[4:], text[:2], text[2:4]), (text[4:], text[2:4], text[:2]))
    found = (_ordered(*order) for order in orders if FIRST_YEAR <= int(order[0]) <= LAST_YEAR)
    reading = _days(*found)
    return reading if reading.days else Unclear()


def _without_year(month: int, day: int) -> Reading:
    leap_year = 2024
    return WithoutYear(month, day) if _day(leap_year, month, day) else Days(())


def _without_day(year: str, month: int = 0) -> Reading:
    there = FIRST_YEAR <= int(year) <= LAST_YEAR and _day(int(year), month or 1, 1)
    return WithoutDay(int(year), month) if there else Unclear()


def _days(*found: date | None) -> Days:
    return Days(tuple(dict.fromkeys(day for day in found if day)))


def _ordered(year: str, month: str, day: str) -> date | None:
    number = int(year)
    if number < CENTURY and len(year) == 2:  # noqa: PLR2004 -- two digits
        number += CENTURY * (20 if number < PIVOT else 19)
    return _day(number, int(month), int(day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
