"""What is answered to a typed day: that there is none, that it has not come, which of two it is, or what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from aiogram.types import InlineKeyboardButton
from pydantic import Field

from bot.core.deadlines import OLDEST_YEARS, Count, count_from, plausible
from bot.core.pagination import GAP
from bot.core.typed_days import Days, EitherWithoutYear, Near, Reading, Unclear, WithoutDay
from bot.handlers.deadlines.screens import (
    Ordinal,
    PickCount,
    PickDay,
    ShowCount,
    count_screen,
    pick_screen,
    start_screen,
    typed_screen,
)
from bot.handlers.ui.callbacks import Go, Place, Spoken
from bot.handlers.ui.screens import Row, Screen, Words

LEAP_YEAR = 2024
"""Every day of a month exists in it."""

YEARS_OFFERED = 5
"""Years offered at once for a day that was typed without one; earlier ones are a tap away."""


class ShowTwo(Spoken, prefix="dl2"):
    """Show the two days a text may mean."""

    count: Count | None
    first: Ordinal
    second: Ordinal


class ShowEither(Spoken, prefix="dlb"):
    """Show the two days without a year that two numbers may mean."""

    count: Count | None
    first: Annotated[int, Field(ge=1, le=12)]
    second: Annotated[int, Field(ge=1, le=12)]


class AskYear(Spoken, prefix="dly"):
    """Show the years of a day that was typed without one; page 0 has the latest."""

    count: Count | None
    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31)]
    page: Annotated[int, Field(ge=0, le=OLDEST_YEARS // YEARS_OFFERED)] = 0


@dataclass(frozen=True)
class Typed:
    """What a text says of a day, for which count it was asked, and what became of its message (``note``)."""

    reading: Reading
    count: Count | None
    note: str


def reading_screen(words: Words, typed: Typed, today: date) -> Screen:
    """Draw what follows from a typed text."""
    reading, count = typed.reading, typed.count
    if isinstance(reading, Days):
        return _days_screen(words, typed, reading.days, today)
    if isinstance(reading, Near):
        return _near_screen(words, typed, today - timedelta(days=reading.ago), today)
    if isinstance(reading, WithoutDay):
        return _month_screen(words, typed, reading, today)
    if isinstance(reading, EitherWithoutYear):
        either = ShowEither(lang=words.locale, count=count, first=reading.first, second=reading.second)
        return either_screen(words, either, typed.note)
    if isinstance(reading, Unclear):
        return _again(words, typed, words("deadlines-unclear"), today)
    asked = AskYear(lang=words.locale, count=count, month=reading.month, day=reading.day)
    return year_screen(words, asked, today, typed.note)


def two_screen(words: Words, two: ShowTwo, today: date, *notes: str) -> Screen:
    """Draw the question which of two days is meant; one that cannot be meant has no button, and it is said why."""
    here = two.model_copy(update={"lang": words.locale, "pick": False})
    days = (date.fromordinal(two.first), date.fromordinal(two.second))
    rows = _day_rows(words, [day for day in days if plausible(day, today)], two.count)
    wrong = (_implausible(words, day, today) for day in days if not plausible(day, today))
    text = _asking(words, two.count, words("deadlines-which"), *wrong, *notes)
    return Screen(text, (*rows, words.footer(here, Go(lang=words.locale, to=Place.DEADLINES))))


def either_screen(words: Words, either: ShowEither, *notes: str) -> Screen:
    """Draw the question which of the two numbers is the month; the year is asked next."""
    here = either.model_copy(update={"lang": words.locale, "pick": False})
    orders = ((either.first, either.second), (either.second, either.first))
    asked = (AskYear(lang=words.locale, count=either.count, month=month, day=day) for month, day in orders)
    rows = tuple(
        (words.button("deadlines-day-of-month", each, day=date(LEAP_YEAR, each.month, each.day)),) for each in asked
    )
    text = _asking(words, either.count, words("deadlines-which"), *notes)
    return Screen(text, (*rows, words.footer(here, Go(lang=words.locale, to=Place.DEADLINES))))


def year_screen(words: Words, asked: AskYear, today: date, *notes: str) -> Screen:
    """Draw the question in which year it was."""
    here = asked.model_copy(update={"lang": words.locale, "pick": False})
    years = range(today.year, today.year - OLDEST_YEARS - 1, -1)
    days = [day for year in years if (day := _in_year(asked, year)) and day <= today]
    start, end = asked.page * YEARS_OFFERED, (asked.page + 1) * YEARS_OFFERED
    earlier = words.button("deadlines-earlier", here.model_copy(update={"page": asked.page + 1}))
    rows = (*_day_rows(words, days[start:end], asked.count), *(((earlier,),) if days[end:] else ()))
    back = here.model_copy(update={"page": asked.page - 1}) if asked.page else Go(lang=words.locale, to=Place.DEADLINES)
    text = _asking(words, asked.count, words("deadlines-which-year"), *notes)
    return Screen(text, (*rows, words.footer(here, back)))


def _days_screen(words: Words, typed: Typed, days: Sequence[date], today: date) -> Screen:
    if not days:
        return _again(words, typed, words("deadlines-no-such-day"), today)
    if not any(plausible(day, today) for day in days):
        return _again(words, typed, _implausible(words, days[0], today), today)
    if len(days) == 1:
        return _day_screen(words, typed, days[0], today)
    return _which(words, typed, days[0], days[1], today)


def _day_screen(words: Words, typed: Typed, day: date, today: date) -> Screen:
    if typed.count is None:
        return typed_screen(words, day, typed.note)
    return count_screen(words, count_from(typed.count, day), today, typed.note)


def _near_screen(words: Words, typed: Typed, day: date, today: date) -> Screen:
    """Draw the two days «вчера» may be: in America it is a day earlier for some hours."""
    if day > today:
        return _again(words, typed, _implausible(words, day, today), today)
    return _which(words, typed, day, day - timedelta(days=1), today)


def _which(words: Words, typed: Typed, first: date, second: date, today: date) -> Screen:
    two = ShowTwo(lang=words.locale, count=typed.count, first=first.toordinal(), second=second.toordinal())
    return two_screen(words, two, today, typed.note)


def _month_screen(words: Words, typed: Typed, part: WithoutDay, today: date) -> Screen:
    """Draw the buttons of the year or month that was typed."""
    day = date(part.year, part.month or 1, 1)
    if not plausible(day, today):
        return _again(words, typed, words("deadlines-check-year"), today)
    if typed.count is None:
        return _again(words, typed, words("deadlines-day-missing"), today)
    picked = PickDay(lang=words.locale, count=typed.count, year=part.year, month=part.month)
    screen = pick_screen(words, picked, today)
    return Screen(GAP.join((screen.text, typed.note)), screen.rows)


def _again(words: Words, typed: Typed, sentence: str, today: date) -> Screen:
    """Draw the first buttons once more below what is wrong with the text."""
    picked = PickDay(lang=words.locale, count=typed.count) if typed.count else None
    asked = pick_screen(words, picked, today) if picked else start_screen(words)
    return Screen(GAP.join((sentence, typed.note, asked.text)), asked.rows)


def _implausible(words: Words, day: date, today: date) -> str:
    return words("deadlines-not-come" if day > today else "deadlines-too-old", day=day)


def _asking(words: Words, count: Count | None, *paragraphs: str) -> str:
    """Return the title, what was chosen to be counted, and the paragraphs."""
    chosen = (words(f"deadlines-ask-{count.value}"),) if count else ()
    return GAP.join((words("deadlines-title"), *chosen, *paragraphs))


def _day_rows(words: Words, days: Sequence[date], count: Count | None) -> tuple[Row, ...]:
    return tuple((_day_button(words, day, count),) for day in days)


def _day_button(words: Words, day: date, count: Count | None) -> InlineKeyboardButton:
    number = day.toordinal()
    target = (
        ShowCount(lang=words.locale, count=count, day=number) if count else PickCount(lang=words.locale, day=number)
    )
    return words.button("deadlines-day", target, day=day)


def _in_year(asked: AskYear, year: int) -> date | None:
    try:
        return date(year, asked.month, asked.day)
    except ValueError:
        return None
