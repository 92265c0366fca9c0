"""The question for the new time of a seminar with the calendar below it (A9)."""

from typing import Annotated

from pydantic import Field as Limited

from bot.core.month_grid import Days, local_time
from bot.core.pagination import GAP
from bot.handlers.ui.calendar_keyboard import CalendarKeyboard, View
from bot.handlers.ui.callbacks import RowNumber, Spoken
from bot.handlers.ui.local_time import city
from bot.handlers.ui.screens import Screen, Words

Counted = Annotated[int, Limited(ge=0, lt=2**40)]


class MoveCalendar(Spoken, prefix="mvc"):
    """Show a part of the calendar for a move, or choose its minute; ``at`` counts what the view says."""

    seminar: RowNumber
    view: View
    at: Counted = 0


def with_calendar(
    words: Words, question: Screen, days: Days, zone: str, seminar: int, view: View = View.MONTH, at: int = 0
) -> Screen:
    """Return the question with a part of the calendar; the last row of the question is its way out."""

    def target(shown: View, number: int) -> MoveCalendar:
        return MoveCalendar(lang=words.locale, seminar=seminar, view=shown, at=number)

    rows = CalendarKeyboard(words, days, target).shown(view, at)
    local = local_time(at) if view in (View.HOURS, View.MINUTES) else None
    chosen = local.date() if local is not None and days.can(local.date()) else None
    day = [words("seminars-move-day", day=chosen, city=city(words, zone))] if chosen else []
    out = (question.rows[-1][0], words.switch(target(view if view is not View.CHOSEN else View.MONTH, at)))
    return Screen(GAP.join((question.text, *day)), (*rows, out))


def chosen_screen(words: Words) -> Screen:
    """Return what stands in the place of the question: the preview is below."""
    return Screen(words("seminars-move-chosen"))
