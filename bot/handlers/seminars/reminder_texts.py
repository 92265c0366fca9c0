"""Texts of reminders, open and discreet, in every language (S3, S4, S5)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import AfterValidator

from bot.core.content import Button, Content, Contents, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind
from bot.core.seminars.seminars import Seminar
from bot.core.tickets.group import LawyersGroup
from bot.handlers.seminars.rating_screens import follow_up, rating_row, rating_text
from bot.handlers.seminars.screens import GetCalendar, Remind, about, uncalendar_button, watch_button
from bot.handlers.ui.callbacks import ROW_NUMBERS, Cover, Place, RowNumber, ShowSeminar, Spoken
from bot.handlers.ui.discreet import content_of, discreet
from bot.handlers.ui.screens import Row, Words
from bot.texts import Texts
from bot.wording.moments import moment

EARLY_REMINDER_SECONDS = 3600
"""From this many seconds before the start a reminder does not speak of "soon"."""


SEMINARS_IN_DATA = re.compile(r"[0-9]{1,19}(-[0-9]{1,19}){0,2}", re.ASCII)


def _row_numbers(written: str) -> str:
    if not SEMINARS_IN_DATA.fullmatch(written) or any(int(n) >= ROW_NUMBERS for n in written.split("-")):
        raise ValueError("no numbers of seminars")
    return written


SeminarNumbers = Annotated[str, AfterValidator(_row_numbers)]
"""The seminars of one message in the data of a button: ``12``, or ``12-13`` for two that begin close together."""


class OpenMailing(Spoken, prefix="opm"):
    """Open a seminar of a discreet message, as it is at the time of the tap; ``among`` are all the message tells of.

    The buttons of older messages name the seminar alone: their messages are covered as reminders of it.
    """

    seminar: RowNumber
    kind: MailingKind | None = None
    among: SeminarNumbers | None = None

    def cover(self) -> "CoverReminder":
        """Return what covers the opened message again."""
        kind, among = self.kind or MailingKind.STEP, self.among or str(self.seminar)
        return CoverReminder(lang=self.lang, kind=kind, among=among)


class CoverReminder(Cover, prefix="covr"):
    """Hide the opened message again."""

    kind: MailingKind
    among: SeminarNumbers


@dataclass(frozen=True)
class ReminderTexts:
    """Words every message about a seminar, once for each language and variant; ``zones`` are IANA names."""

    texts: Texts
    zones: tuple[str, ...]
    lawyers: LawyersGroup = field(default_factory=LawyersGroup)

    def __call__(self, kind: MailingKind, seminar: Seminar, step: int = 0) -> Contents:
        """Return all texts; ``step`` is the reminder's offset in seconds."""
        contents: dict[Variant, Content] = {}
        for locale in Locale:
            words = Words(self.texts, locale, lawyers=self.lawyers.set_up)
            contents[Variant(locale)] = self._open(words, kind, seminar, step)
            contents[Variant(locale, discreet=True)] = neutral(words, kind, str(seminar.id))
        return contents

    def _open(self, words: Words, kind: MailingKind, seminar: Seminar, step: int) -> Content:
        if kind is MailingKind.CANCELLED:
            at = moment(words, seminar.start, self.zones)
            what = words("reminders-cancelled-what", title=seminar.title(words.locale), moment=at)
            rows = ((uncalendar_button(words, seminar.id),), (words.go("label-seminars", Place.SEMINARS),))
            return content_of([words("reminders-cancelled"), what, words("reminders-cancelled-calendar")], rows)
        if kind is MailingKind.RATING:
            return content_of([rating_text(words, seminar)], (rating_row(words, seminar.id), *follow_up(words)))
        blocks = [*_lead(words, kind, seminar, step), about(words, seminar, self.zones)]
        live = kind is MailingKind.STEP and step == 0
        return content_of(blocks, _rows(words, seminar, live=live))


def neutral(words: Words, kind: MailingKind, among: str) -> Content:
    """Return the neutral first message about one seminar or several (S5)."""
    openings = [OpenMailing(lang=words.locale, seminar=n, kind=kind, among=among) for n in map(int, among.split("-"))]
    return discreet(words, kind, openings[0]) if len(openings) == 1 else _neutral_joint(words, openings)


def _neutral_joint(words: Words, openings: Sequence[OpenMailing]) -> Content:
    labels = [words.plain("reminders-joint-open", number=number) for number in range(1, len(openings) + 1)]
    rows = tuple((Button(label, opening.pack()),) for label, opening in zip(labels, openings, strict=True))
    return Content(words("reminders-discreet-joint"), keyboard=rows)


def _lead(words: Words, kind: MailingKind, seminar: Seminar, step: int) -> list[str]:
    if kind is MailingKind.ANNOUNCEMENT:
        return [words("reminders-announcement")]
    if kind is MailingKind.MOVED:
        return [words("reminders-moved"), words("reminders-moved-old")]
    if kind is MailingKind.EDITED:
        return [words("reminders-edited"), words("reminders-edited-now")]
    if step >= EARLY_REMINDER_SECONDS:
        return [words("reminders-early")]
    name = "reminders-soon" if step else "reminders-live"
    return [words(name), words(f"{name}-link")] if seminar.plan.link else [words(name)]


def _rows(words: Words, seminar: Seminar, *, live: bool) -> tuple[Row, ...]:
    locale, number = words.locale, seminar.id
    link: list[Row] = [(watch_button(words, seminar.plan.link),)] if seminar.plan.link else []
    card = words.button("seminars-card", ShowSeminar(lang=locale, seminar=number))
    if live:
        return (*link, (card,))
    calendar = words.button("seminars-calendar", GetCalendar(lang=locale, seminar=number))
    quiet = words.button("seminars-dont-remind", Remind(lang=locale, seminar=number, want=False))
    return (*link, (calendar, card), (quiet,))
