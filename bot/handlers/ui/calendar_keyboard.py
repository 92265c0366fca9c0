"""Buttons to choose a day, an hour and a minute with; each flow has its own kind of button for them (A5, A9)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.core.month_grid import DAYS_A_WEEK, MINUTES_AN_HOUR, Days, first_of, local_time, minute_of, month_of
from bot.handlers.ui.screens import Row, Words

MONTHS_A_ROW = 2
HOURS_A_ROW = 4
MINUTES_A_ROW = 4

A_MONDAY = date(2024, 1, 1)


class View(StrEnum):
    """What a button of the calendar shows next; what its number counts stands beside each."""

    NOTHING = "n"
    """An empty place, or the name of a weekday."""
    MONTHS = "y"
    """Twelve months; the number of one of them."""
    MONTH = "m"
    """The days of a month; its number."""
    HOURS = "h"
    """The hours of a day; the number of its first minute."""
    MINUTES = "t"
    """The minutes of an hour; the number of its first minute."""
    CHOSEN = "c"
    """A local time was chosen; the number of its minute."""


@dataclass(frozen=True)
class CalendarKeyboard:
    """Draws the rows; ``target`` makes the button of a view, ``days`` says what can be chosen."""

    words: Words
    days: Days
    target: Callable[[View, int], CallbackData]

    def month(self, number: int) -> tuple[Row, ...]:
        """Return the days of a month, with the way to the one before, to the next, and to all."""
        shown = self.days.month(number)
        weekdays = [self._still("calendar-weekday", day=A_MONDAY + timedelta(days=at)) for at in range(DAYS_A_WEEK)]
        weeks = [tuple(self._day(day) for day in week) for week in self.days.weeks(shown)]
        return ((self._title(shown),), tuple(weekdays), *weeks, self._turn(View.MONTH, shown, 1))

    def shown(self, view: View, number: int) -> tuple[Row, ...]:
        """Return the rows of a view; of one without them, or of a day that cannot be chosen, those of a month."""
        local = local_time(number)
        if view is View.MONTHS:
            return self.months(number)
        if local is not None and self.days.can(local.date()) and view in (View.HOURS, View.MINUTES):
            return self.hours(local.date()) if view is View.HOURS else self.minutes(local.date(), local.hour)
        return self.month(number if view is View.MONTH else 0)

    def months(self, number: int) -> tuple[Row, ...]:
        """Return the months that are shown together with one, and the way to the others."""
        page = self.days.page_of(self.days.month(number))
        buttons = [self._button("calendar-month", View.MONTH, each, day=first_of(each)) for each in page]
        return (*_rows(buttons, MONTHS_A_ROW), self._turn(View.MONTHS, page[0], len(page)))

    def hours(self, day: date) -> tuple[Row, ...]:
        """Return the hours of a day, and the way back to its month."""
        buttons = [
            self._still("calendar-empty")
            if hour is None
            else self._at("calendar-hour", View.MINUTES, day, hour * MINUTES_AN_HOUR)
            for hour in self.days.hours(day)
        ]
        return (*_rows(buttons, HOURS_A_ROW), self._other_day(day))

    def minutes(self, day: date, hour: int) -> tuple[Row, ...]:
        """Return the minutes of an hour, and the way back to the day."""
        buttons = [
            self._still("calendar-empty")
            if minute is None
            else self._at("calendar-minute", View.CHOSEN, day, hour * MINUTES_AN_HOUR + minute)
            for minute in self.days.minutes(day, hour)
        ]
        other = self._button("calendar-other-hour", View.HOURS, minute_of(day))
        return (*_rows(buttons, MINUTES_A_ROW), (other, *self._other_day(day)))

    def _title(self, month: int) -> InlineKeyboardButton:
        return self._button("calendar-month", View.MONTHS, month, day=first_of(month))

    def _turn(self, view: View, shown: int, step: int) -> Row:
        before = shown - (step if view is View.MONTH else 1)
        earlier = self._button("calendar-earlier", view, before) if before >= month_of(self.days.today) else None
        later = self._button("calendar-later", view, shown + step)
        more = shown + step <= month_of(self.days.last)
        return (earlier or self._still("calendar-empty"), later if more else self._still("calendar-empty"))

    def _day(self, day: date | None) -> InlineKeyboardButton:
        if day is None:
            return self._still("calendar-empty")
        key = "calendar-today" if day == self.days.today else "calendar-day"
        return self._button(key, View.HOURS, minute_of(day), day=day.day)

    def _other_day(self, day: date) -> Row:
        return (self._button("calendar-other-day", View.MONTH, month_of(day)),)

    def _at(self, key: str, view: View, day: date, minutes: int) -> InlineKeyboardButton:
        hour, minute = divmod(minutes, MINUTES_AN_HOUR)
        return self._button(key, view, minute_of(day, minutes), time=f"{hour:02}:{minute:02}")

    def _button(self, key: str, view: View, number: int, **arguments: int | str | date) -> InlineKeyboardButton:
        return self.words.button(key, self.target(view, number), **arguments)

    def _still(self, key: str, **arguments: date) -> InlineKeyboardButton:
        return self.words.button(key, self.target(View.NOTHING, 0), **arguments)


def _rows(buttons: Sequence[InlineKeyboardButton], width: int) -> tuple[Row, ...]:
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))
