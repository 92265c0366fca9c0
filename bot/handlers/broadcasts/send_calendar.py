"""What an admin sees while choosing with buttons when a broadcast is sent: days, hours, minutes, the reading (A5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from bot.core.clock import epoch
from bot.core.month_grid import Days, local_time
from bot.core.seminars.seminars import When
from bot.handlers.broadcasts.schedule_screens import PickSendTime
from bot.handlers.ui.calendar_keyboard import CalendarKeyboard, View
from bot.handlers.ui.callbacks import RowNumber, Spoken
from bot.handlers.ui.screens import Row, Screen, Words
from bot.wording.moments import city, moment, relative

Counted = Annotated[int, Field(ge=0, lt=2**40)]
"""The number of a month or of a minute."""


class SendCalendar(Spoken, prefix="bcy"):
    """Show a part of the calendar for a broadcast; ``at`` counts what the view says."""

    mailing: RowNumber
    view: View
    at: Counted = 0


@dataclass(frozen=True)
class SendCalendarScreens:
    """Draws the calendar below the question for a moment; ``zone`` is where its days and hours are read."""

    words: Words
    mailing: int
    days: Days
    zone: str

    def month(self, question: Screen, number: int = 0) -> Screen:
        """Return the days of a month, the present one for 0."""
        return self._screen(question, question.text, self._keyboard.month(number), View.MONTH, number)

    def months(self, question: Screen, number: int) -> Screen:
        """Return the months of a year."""
        return self._screen(question, question.text, self._keyboard.months(number), View.MONTHS, number)

    def hours(self, question: Screen, minute: int) -> Screen:
        """Return the hours of a minute's day; the month when that day cannot be chosen any more."""
        at = local_time(minute)
        if at is None or not self.days.can(at.date()):
            return self.month(question)
        text = self.words("broadcasts-calendar-hour", day=at.date(), city=city(self.words, self.zone))
        return self._screen(question, text, self._keyboard.hours(at.date()), View.HOURS, minute)

    def minutes(self, question: Screen, minute: int) -> Screen:
        """Return the minutes of a minute's hour; the month when that day cannot be chosen any more."""
        at = local_time(minute)
        if at is None or not self.days.can(at.date()):
            return self.month(question)
        text = self.words("broadcasts-calendar-minute", day=at.date(), city=city(self.words, self.zone))
        return self._screen(question, text, self._keyboard.minutes(at.date(), at.hour), View.MINUTES, minute)

    def reading(self, question: Screen, when: When, minute: int) -> Screen:
        """Return the moment as each phone shows it, and the button that schedules."""
        words = self.words
        order = PickSendTime(lang=words.locale, mailing=self.mailing, at=epoch(when.start))
        shown = words(
            "broadcasts-calendar-reading",
            moment=moment(words, when.start, (self.zone,)),
            relative=relative(words, when.start),
        )
        other = words.button("calendar-other-hour", self._target(View.HOURS, minute))
        rows = ((words.button("broadcasts-calendar-order", order),), (other,))
        return self._screen(question, shown, rows, View.CHOSEN, minute)

    @property
    def _keyboard(self) -> CalendarKeyboard:
        return CalendarKeyboard(self.words, self.days, self._target)

    def _target(self, view: View, at: int) -> SendCalendar:
        return SendCalendar(lang=self.words.locale, mailing=self.mailing, view=view, at=at)

    def _screen(self, question: Screen, text: str, rows: Sequence[Row], view: View, at: int) -> Screen:
        """Put the way out of the question below; its own 🌐 would lead back to words alone."""
        switch = self.words.switch(self._target(view, at))
        return Screen(text, (*rows, *question.rows[:-1], (switch,)))
