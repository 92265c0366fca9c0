"""The deadline helper's screens: which count, year, month, day, and the result; its state is in the buttons only."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Annotated, TypeVar

from aiogram.types import InlineKeyboardButton
from pydantic import Field

from bot.core.deadlines import OLDEST_YEARS, Count, Counted
from bot.core.pagination import GAP
from bot.handlers.ui.callbacks import Go, Place, ShowTopic, Spoken
from bot.handlers.ui.screens import Row, Screen, Words

SOON = timedelta(days=30)
"""Before the end of the year the screen says that there is little time."""

YEARS_PER_ROW, YEARS_PER_PAGE = 3, 9
MONTHS_PER_YEAR = 12
MONTHS_PER_ROW, DAYS_PER_ROW = 4, 7
DAY_NAMES = {Count.ARRIVAL: ("year",), Count.RECEIPT: ("asked", "given")}
COUNT_TOPICS = {Count.ARRIVAL: "one-year-deadline", Count.RECEIPT: "work-permit"}

Ordinal = Annotated[int, Field(ge=1, le=date.max.toordinal())]
"""A day as a number (``date.toordinal``)."""


class PickDay(Spoken, prefix="dlp"):
    """Choose the year, then the month, then the day; 0 is not chosen yet."""

    count: Count
    year: int = 0
    month: int = 0


class EarlierYears(Spoken, prefix="dle"):
    """Choose among earlier years; page 0 has the latest."""

    count: Count
    page: Annotated[int, Field(ge=0, le=OLDEST_YEARS // YEARS_PER_PAGE)]


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


Picked = TypeVar("Picked", PickDay, EarlierYears)


def start_screen(words: Words) -> Screen:
    """Draw the two counts."""
    rows = tuple(
        (words.button(f"deadlines-{count.value}", PickDay(lang=words.locale, count=count)),) for count in Count
    )
    text = GAP.join((words("deadlines-title"), words("deadlines-text")))
    return Screen(text, (*rows, words.footer(Go(lang=words.locale, to=Place.DEADLINES), words.to_more())))


def typed_screen(words: Words, day: date, *notes: str) -> Screen:
    """Draw the question what happened on a typed day; ``notes`` say what became of its message."""
    rows = tuple(
        (words.button(f"deadlines-{count.value}", ShowCount(lang=words.locale, count=count, day=day.toordinal())),)
        for count in Count
    )
    text = GAP.join((words("deadlines-title"), words("deadlines-typed", day=day), *notes))
    return Screen(text, (*rows, words.footer(PickCount(lang=words.locale, day=day.toordinal()))))


def pick_screen(words: Words, picked: PickDay, today: date) -> Screen:
    """Draw the years, the months of a year, or the days of a month, as far as they have come, and what is chosen."""
    here = picked.model_copy(update={"lang": words.locale, "pick": False})
    if not here.year:
        return years_screen(words, here.count, 0, today)
    chosen = date(here.year, here.month or 1, 1)
    if not here.month:
        rows, how, back = _months(words, here, today), "deadlines-how-month", _to(here, year=0)
    else:
        rows, how, back = _days(words, here, today), "deadlines-how-day", _to(here, month=0)
    text = (words("deadlines-title"), words(f"deadlines-ask-{here.count.value}"), words(how, day=chosen))
    return Screen(GAP.join(text), (*rows, words.footer(here, back)))


def years_screen(words: Words, count: Count, page: int, today: date) -> Screen:
    """Draw a page of years, the latest first; earlier ones are a tap away."""
    here = EarlierYears(lang=words.locale, count=count, page=page)
    oldest = today.year - OLDEST_YEARS
    first = today.year - page * YEARS_PER_PAGE
    last = max(oldest, first - YEARS_PER_PAGE + 1)
    buttons = [
        words.button("deadlines-number", PickDay(lang=words.locale, count=count, year=year), number=year)
        for year in range(first, last - 1, -1)
    ]
    earlier = words.button("deadlines-earlier", _to(here, page=page + 1))
    rows = (*_rows(buttons, YEARS_PER_ROW), *(((earlier,),) if last > oldest else ()))
    back = _to(here, page=page - 1) if page else Go(lang=words.locale, to=Place.DEADLINES)
    text = (words("deadlines-title"), words(f"deadlines-ask-{count.value}"), words("deadlines-how"))
    return Screen(GAP.join(text), (*rows, words.footer(here, back)))


def count_screen(words: Words, counted: Counted, today: date, *notes: str) -> Screen:
    """Draw the days, which of them are over or near and what then, and what they do not say."""
    count, topic = counted.count, COUNT_TOPICS[counted.count]
    days = dict(zip(DAY_NAMES[count], counted.days, strict=True))
    here = ShowCount(lang=words.locale, count=count, day=counted.start.toordinal())
    text = (words("deadlines-title"), words(f"deadlines-{count.value}-days", start=counted.start, **days))
    over = tuple(words(f"deadlines-over-{name}") for name, day in days.items() if day < today)
    soon = tuple(words("deadlines-soon-year") for name, day in days.items() if name == "year" and _near(day, today))
    file = words.button("deadlines-file", GetDays(lang=words.locale, count=count, day=counted.start.toordinal()))
    rows = (
        *(((file,),) if counted.coming(today) else ()),
        (words.button(f"deadlines-{count.value}-answer", ShowTopic(lang=words.locale, topic=topic)),),
        words.footer(here, Go(lang=words.locale, to=Place.DEADLINES)),
    )
    return Screen(GAP.join((*text, *over, *soon, words("deadlines-no-advice"), *notes)), rows)


def _near(day: date, today: date) -> bool:
    return today <= day <= today + SOON


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


def _to(here: Picked, **chosen: int) -> Picked:
    return here.model_copy(update=chosen)
