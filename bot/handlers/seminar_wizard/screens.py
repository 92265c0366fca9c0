"""What an admin sees while entering a seminar step by step: one question, its buttons, the way back and out (A9)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from aiogram.types import InlineKeyboardButton
from pydantic import Field as Limited

from bot.core.month_grid import Days, minute_of
from bot.core.seminars.drafts import NO_LINK, mark_of
from bot.core.seminars.form import FormError
from bot.core.seminars.seminars import TalkLanguage
from bot.core.seminars.wizard import KEEP, QUESTIONS, Entered, Question
from bot.core.seminars.zones import MAX_ZONE_SIGNS
from bot.handlers.seminars.admin_screens import Do, Manage
from bot.handlers.seminars.preview_screens import Mark
from bot.handlers.ui.calendar_keyboard import CalendarKeyboard, View
from bot.handlers.ui.callbacks import Deed, Go, Place, Spoken
from bot.handlers.ui.form_faults import fault_lines
from bot.handlers.ui.screens import Row, Screen, Words
from bot.wording.moments import city

LENGTHS = (60, 90, 120)
"""Minutes that have a button."""

Answer = Annotated[str, Limited(max_length=MAX_ZONE_SIGNS)]

Counted = Annotated[int, Limited(ge=0, lt=2**40)]


class AnswerWizard(Deed, prefix="swa"):
    """An answer to the question that waits, as it would be typed."""

    mark: Mark
    text: Answer


class WizardCalendar(Spoken, prefix="swc"):
    """Show a part of the calendar, or take its day or minute for an answer."""

    mark: Mark
    view: View
    at: Counted = 0


class BackInWizard(Deed, prefix="swb"):
    """Ask the question before."""

    mark: Mark


class DropWizard(Deed, prefix="swx"):
    """Forget what was entered."""

    mark: Mark


class ShowWizard(Spoken, prefix="sws"):
    """Show the question that waits."""

    mark: Mark


def mark_of_entered(author: int, entered: Entered) -> str:
    """Return the mark of the buttons under a question: every answer makes another."""
    return mark_of(author, "wizard", entered.packed())


@dataclass(frozen=True)
class WizardScreens:
    """Draws the questions for one admin; ``zones`` are those with a button, the organisers' first."""

    words: Words
    author: int
    entered: Entered
    days: Days
    zones: tuple[str, ...]

    def question(self, fault: FormError | None = None, view: View = View.NOTHING, at: int = 0) -> Screen:
        """Return the question that waits; first what was wrong with the last answer."""
        question = self.entered.awaited or Question.LINK
        head = self.words("seminars-wizard-head", number=question.number, of=len(QUESTIONS))
        asked = self.words(f"seminars-wizard-ask-{question.value}")
        wrong = fault_lines(self.words, fault) if fault else ()
        blocks = (head, *wrong, *self._chosen_day(question), asked, *self._now(question))
        hints = fault.hints if fault else ()
        return Screen(
            "\n\n".join(blocks), (*self._choices(question, hints, view, at), *self._keep(question), *self._out())
        )

    def _chosen_day(self, question: Question) -> Sequence[str]:
        day = self.entered.day
        return [self.words("seminars-wizard-day", day=day)] if day and question is Question.TIME else []

    def _now(self, question: Question) -> Sequence[str]:
        answer = self.entered.answers.get(question)
        if answer is None:
            return []
        none = "seminars-wizard-usual" if question is Question.SPEAKER else "seminars-wizard-no-link"
        shown = self.words.plain(none) if answer == NO_LINK else answer
        return [self.words("seminars-preview-now", text=shown)]

    def _keep(self, question: Question) -> Sequence[Row]:
        if question not in self.entered.answers:
            return ()
        return ((self._answer("seminars-wizard-keep", KEEP),),)

    def _choices(self, question: Question, hints: Iterable[str], view: View, at: int) -> Sequence[Row]:
        if question is Question.SPEAKER:
            return ((self._answer("seminars-wizard-usual", NO_LINK),),)
        if question is Question.TALK:
            return tuple((self._talk(talk),) for talk in TalkLanguage)
        if question in (Question.DAY, Question.TIME):
            return self._calendar(question, view, at)
        if question is Question.ZONE:
            zones = dict.fromkeys((*hints, *self.zones))
            return tuple((self._zone(zone),) for zone in zones)
        if question is Question.LENGTH:
            return (tuple(self._length(minutes) for minutes in LENGTHS),)
        return ((self._answer("seminars-wizard-no-link", NO_LINK),),) if question is Question.LINK else ()

    def _calendar(self, question: Question, view: View, at: int) -> Sequence[Row]:
        keyboard = CalendarKeyboard(self.words, self.days, self._target)
        if view is View.NOTHING and question is Question.TIME and self.entered.day is not None:
            return keyboard.shown(View.HOURS, minute_of(self.entered.day))
        return keyboard.shown(view, at)

    def _target(self, view: View, at: int) -> WizardCalendar:
        return WizardCalendar(lang=self.words.locale, mark=self._mark, view=view, at=at)

    @property
    def _mark(self) -> str:
        return mark_of_entered(self.author, self.entered)

    def _talk(self, talk: TalkLanguage) -> InlineKeyboardButton:
        target = AnswerWizard(lang=self.words.locale, mark=self._mark, text=talk.value)
        return self.words.button("seminars-wizard-talk", target, talk=talk.value)

    def _length(self, minutes: int) -> InlineKeyboardButton:
        target = AnswerWizard(lang=self.words.locale, mark=self._mark, text=f"{minutes}m")
        return self.words.button("seminars-wizard-minutes", target, minutes=minutes)

    def _zone(self, zone: str) -> InlineKeyboardButton:
        target = AnswerWizard(lang=self.words.locale, mark=self._mark, text=zone)
        name = city(self.words, zone) if "/" in zone else zone
        return self.words.button("seminars-place", target, city=name, zone=zone)

    def _answer(self, key: str, text: str) -> InlineKeyboardButton:
        return self.words.button(key, AnswerWizard(lang=self.words.locale, mark=self._mark, text=text))

    def _out(self) -> Sequence[Row]:
        """Return the last rows: back (from the first question to the list) and out, and 🌐."""
        words, mark = self.words, self._mark
        first = self.entered.awaited is QUESTIONS[0]
        back = Manage(lang=words.locale, do=Do.LIST) if first else BackInWizard(lang=words.locale, mark=mark)
        drop = DropWizard(lang=words.locale, mark=mark)
        switch = words.switch(ShowWizard(lang=words.locale, mark=mark))
        return ((words.button("back", back), words.button("cancel", drop)), (switch,))


def dropped_wizard(words: Words) -> Screen:
    """Say that what was entered is forgotten."""
    return Screen(words("broadcasts-dropped-wizard"), (words.footer(Go(lang=words.locale, to=Place.MENU)),))


def done_screen(words: Words) -> Screen:
    """Return what stands in the place of the last question: the preview is below."""
    return Screen(words("seminars-wizard-done"))
