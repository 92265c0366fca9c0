"""The question for the new time of a seminar with the calendar below it (A9)."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field as Limited

from bot.core.month_grid import Days, local_time
from bot.core.pagination import GAP
from bot.handlers.ui.calendar_keyboard import CalendarKeyboard, View
from bot.handlers.ui.callbacks import RowNumber, Spoken
from bot.handlers.ui.screens import Screen, Words
from bot.wording.moments import city

Counted = Annotated[int, Limited(ge=0, lt=2**40)]


class MoveCalendar(Spoken, prefix="mvc"):
    """Show a part of the calendar for a move, or choose its minute; ``at`` counts what the view says."""

    seminar: RowNumber
    view: View
    at: Counted = 0


@dataclass(frozen=True)
class MoveCalendarScreens:
    """Draws the calendar below the question for the new time of a seminar; ``zone`` is where its hours are read."""

    words: Words
    seminar: int
    days: Days
    zone: str

    def shown(self, question: Screen, view: View = View.MONTH, at: int = 0) -> Screen:
        """Return the question with a part of the calendar; the last row of the question is its way out."""
        rows = CalendarKeyboard(self.words, self.days, self._target).shown(view, at)
        local = local_time(at) if view in (View.HOURS, View.MINUTES) else None
        chosen = local.date() if local is not None and self.days.can(local.date()) else None
        where = city(self.words, self.zone)
        day = [self.words("seminars-move-day", day=chosen, city=where)] if chosen else []
        here = self._target(View.MONTH if view is View.CHOSEN else view, at)
        out = (question.rows[-1][0], self.words.switch(here))
        return Screen(GAP.join((question.text, *day)), (*rows, out))

    def _target(self, view: View, at: int) -> MoveCalendar:
        return MoveCalendar(lang=self.words.locale, seminar=self.seminar, view=view, at=at)


def chosen_screen(words: Words) -> Screen:
    """Return what stands in the place of the question: the preview is below."""
    return Screen(words("seminars-move-chosen"))
