"""The deadline helper's screens: which count, year, month, day, and the result; its state is in the buttons only."""

from calendar import monthrange
from datetime import date
from typing import Annotated

from aiogram.types import InlineKeyboardButton
from pydantic import Field

from bot.core.deadlines import Count, Counted
from bot.core.pagination import GAP
from bot.handlers.ui.callbacks import Go, Place, ShowTopic, Spoken
from bot.handlers.ui.screens import Row, Screen, Words

YEARS_OFFERED = 3
MONTHS_PER_YEAR = 12
MONTHS_PER_ROW, DAYS_PER_ROW = 4, 7
COUNT_TOPICS = {Count.ARRIVAL: "one-year-deadline", Count.RECEIPT: "work-permit"}


Ordinal = Annotated[int, Field(ge=1, le=date.max.toordinal())]
"""A day as a number (``date.toordinal``)."""


class PickDay(Spoken, prefix="dlp"):
    """Choose the year, then the month, then the day; 0 is not chosen yet."""

    count: Count
    year: int = 0
    month: int = 0


class ShowCount(Spoken, prefix="dlc"):
    """Show the count from a day."""

    count: Count
    day: Ordinal


class GetDays(Spoken, prefix="dli"):
    """Send the days as a calendar file."""

    count: Count
    day: Ordinal


class PickCount(Spoken, prefix="dlk"):
    """Choose what happened on a typed day."""

    day: Ordinal


def start_screen(words: Words) -> Screen:
    """Draw the two counts."""
    rows = tuple(
        (words.button(f"deadlines-{count.value}", PickDay(lang=words.locale, count=count)),) for count in Count
    )
    text = GAP.join((words("deadlines-title"), words("deadlines-text")))
    return Screen(text, (*rows, words.footer(Go(lang=words.locale, to=Place.DEADLINES), words.to_more())))


def typed_screen(words: Words, day: date) -> Screen:
    """Draw the question what happened on a typed day."""
    rows = tuple(
        (words.button(f"deadlines-{count.value}", ShowCount(lang=words.locale, count=count, day=day.toordinal())),)
        for count in Count
    )
    text = GAP.join((words("deadlines-title"), words("deadlines-typed", day=day)))
    return Screen(text, (*rows, words.footer(PickCount(lang=words.locale, day=day.toordinal()))))


def pick_screen(words: Words, picked: PickDay, today: date) -> Screen:
    """Draw the years, the months of a year, or the days of a month, as far as they have come."""
    here = picked.model_copy(update={"lang": words.locale, "pick": False})
    if not here.year:
        rows = _years(words, here, today)
    elif not here.month:
        rows = _months(words, here, today)
    else:
        rows = _days(words, here, today)
    text = GAP.join((words("deadlines-title"), words(f"deadlines-ask-{here.count.value}"), words("deadlines-how")))
    back = Go(lang=words.locale, to=Place.DEADLINES)
    return Screen(text, (*rows, words.footer(here, back)))


def count_screen(words: Words, counted: Counted) -> Screen:
    """Draw the days, and what they do not say."""
    count, topic = counted.count, COUNT_TOPICS[counted.count]
    names = ("year",) if count is Count.ARRIVAL else ("asked", "given")
    days = dict(zip(names, counted.days, strict=True))
    here = ShowCount(lang=words.locale, count=count, day=counted.start.toordinal())
    text = (words("deadlines-title"), words(f"deadlines-{count.value}-days", start=counted.start, **days))
    rows = (
        (words.button("deadlines-file", GetDays(lang=words.locale, count=count, day=counted.start.toordinal())),),
        (words.button(f"deadlines-{count.value}-answer", ShowTopic(lang=words.locale, topic=topic)),),
        words.footer(here, Go(lang=words.locale, to=Place.DEADLINES)),
    )
    return Screen(GAP.join((*text, words("deadlines-no-advice"))), rows)


def _years(words: Words, here: PickDay, today: date) -> tuple[Row, ...]:
    years = range(today.year, today.year - YEARS_OFFERED, -1)
    return (tuple(words.button("deadlines-number", _to(here, year=year), number=year) for year in years),)


def _months(words: Words, here: PickDay, today: date) -> tuple[Row, ...]:
    last = today.month if here.year == today.year else MONTHS_PER_YEAR
    buttons = [
        words.button("deadlines-month", _to(here, month=month), day=date(here.year, month, 1))
        for month in range(1, last + 1)
    ]
    return _rows(buttons, MONTHS_PER_ROW)


def _days(words: Words, here: PickDay, today: date) -> tuple[Row, ...]:
    last = today.day if (here.year, here.month) == (today.year, today.month) else monthrange(here.year, here.month)[1]
    first = date(here.year, here.month, 1).toordinal() - 1
    buttons = [
        words.button(
            "deadlines-number",
            ShowCount(lang=words.locale, count=here.count, day=first + day),
            number=day,
        )
        for day in range(1, last + 1)
    ]
    return _rows(buttons, DAYS_PER_ROW)


def _rows(buttons: list[InlineKeyboardButton], width: int) -> tuple[Row, ...]:
    return tuple(buttons[start : start + width] for start in range(0, len(buttons), width))


def _to(here: PickDay, **chosen: int) -> PickDay:
    return here.model_copy(update=chosen)
