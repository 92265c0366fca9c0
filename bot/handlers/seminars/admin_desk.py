"""What the admins' handlers of seminars share, as one value: what is stored, and the screens drawn from it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.core.clock import Clock
from bot.core.mailings.conversations import DRAFT_LIFE, Conversation, Conversations
from bot.core.month_grid import Days
from bot.core.seminars.confirming import move_on
from bot.core.seminars.form import FormError, parse_plan, parse_when
from bot.core.seminars.imports import CalendarDesk
from bot.core.seminars.reach import Reach, shortfalls
from bot.core.seminars.recordings import Recordings
from bot.core.seminars.seminars import Plan, Seminars, When
from bot.core.seminars.zones import place
from bot.handlers.seminars.admin_screens import (
    SEMINARS_LISTED,
    ask_time,
    past_list,
    question_over_screen,
    seminar_card,
    seminar_list,
)
from bot.handlers.seminars.fault_screens import ask_place, asks_place, form_error_screen
from bot.handlers.seminars.move_screens import MoveCalendarScreens
from bot.handlers.ui.calendar_keyboard import View
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Screen, Words


@dataclass(frozen=True)
class SeminarDesk:
    """Reads seminars and draws what an admin sees of them; ``number`` is a seminar's id."""

    seminars: Seminars
    conversations: Conversations
    presentation: Presentation
    clock: Clock
    recordings: Recordings
    calendar: CalendarDesk

    def read_plan(self, text: str, now: datetime) -> tuple[Plan, ...]:
        """Return what a form means; a time without a zone is one of ADMIN_ZONE. Raises FormError."""
        return parse_plan(text, now, self.presentation.admin_zone)

    def read_when(self, text: str, now: datetime) -> tuple[When, ...]:
        """Return what a new time means; raises FormError."""
        return parse_when(text, now, self.presentation.admin_zone)

    async def list(self, words: Words) -> Screen:
        """Return the planned seminars and how to enter another."""
        now = self.clock.now()
        imported = len(await self.calendar.waiting())
        return seminar_list(words, self.presentation, await self.seminars.coming(now), now, imported)

    async def past(self, words: Words) -> Screen:
        """Return the seminars that are over."""
        ended = await self.recordings.ended(self.clock.now(), SEMINARS_LISTED)
        return past_list(words, self.presentation, ended)

    async def card(self, words: Words, number: int) -> Screen:
        """Return the admin's card of a seminar, or that there is none."""
        seminar = await self.seminars.get(number)
        if seminar is None:
            return question_over_screen(words)
        now, shown = self.clock.now(), self.presentation
        people = await self.seminars.wanting(number)
        short = shortfalls(seminar, shown.offsets, people, shown.send_rate, now)
        return seminar_card(words, shown, seminar, await self.seminars.told(number), now, Reach(people, short))

    async def ask_time(self, words: Words, number: int, view: View = View.MONTH, at: int = 0) -> Screen:
        """Return the question for the new time of a seminar, with a part of the calendar."""
        seminar = await self.seminars.get(number)
        if seminar is None:
            return question_over_screen(words)
        question = ask_time(words, self.presentation, seminar, self.clock.now())
        screens = MoveCalendarScreens(words, number, self.days, self.presentation.admin_zone)
        return screens.shown(question, view, at)

    async def keep_day(self, conversation: Conversation, day: date) -> None:
        """Wait for an hour of this day, for another hour of the clock."""
        if self.days.can(day):
            kept = replace(conversation, step=move_on(day))
            await self.conversations.put(kept, self.clock.now() + DRAFT_LIFE)

    @property
    def days(self) -> Days:
        """The days that can be chosen now, of the organisers' zone."""
        return Days(self.clock.now().astimezone(place(self.presentation.admin_zone)).replace(tzinfo=None))

    def form_error(self, words: Words, error: FormError, line: str, number: int = 0) -> Screen:
        """Return what is wrong with a typed form, or with a typed new time of the seminar ``number``.

        Where places may be meant, they are asked about with buttons that go on with the line.
        """
        if asks_place(error, line):
            return ask_place(words, error, line, number)
        return form_error_screen(words, self.presentation, error, self.clock.now(), number, line)
