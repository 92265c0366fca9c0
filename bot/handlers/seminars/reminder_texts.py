"""Texts of reminders, open and discreet, in every language (S3, S4, S5)."""

from dataclasses import dataclass

from bot.core.content import Content, Contents, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind
from bot.core.seminars.seminars import Seminar
from bot.handlers.seminars.screens import GetCalendar, Remind, about, watch_button
from bot.handlers.ui.callbacks import Place, RowNumber, ShowSeminar, Spoken
from bot.handlers.ui.discreet import content_of, discreet
from bot.handlers.ui.local_time import moment
from bot.handlers.ui.screens import Row, Words
from bot.texts import Texts

EARLY_REMINDER_SECONDS = 3600
"""From this many seconds before the start a reminder does not speak of "soon"."""


class OpenMailing(Spoken, prefix="opm"):
    """Open the seminar of a discreet reminder, as it is at the time of the tap."""

    seminar: RowNumber


@dataclass(frozen=True)
class ReminderTexts:
    """Words every message about a seminar, once for each language and variant; ``zones`` are IANA names."""

    texts: Texts
    zones: tuple[str, ...]

    def __call__(self, kind: MailingKind, seminar: Seminar, step: int = 0) -> Contents:
        """Return all texts; ``step`` is the reminder's offset in seconds."""
        contents: dict[Variant, Content] = {}
        for locale in Locale:
            words = Words(self.texts, locale)
            contents[Variant(locale)] = self._open(words, kind, seminar, step)
            contents[Variant(locale, discreet=True)] = discreet(
                words, kind, OpenMailing(lang=locale, seminar=seminar.id)
            )
        return contents

    def _open(self, words: Words, kind: MailingKind, seminar: Seminar, step: int) -> Content:
        if kind is MailingKind.CANCELLED:
            at = moment(words, seminar.start, self.zones)
            what = words("reminders-cancelled-what", title=seminar.title(words.locale), moment=at)
            return content_of([words("reminders-cancelled"), what], ((words.go("label-seminars", Place.SEMINARS),),))
        blocks = [*_lead(words, kind, seminar, step), about(words, seminar, self.zones)]
        live = kind is MailingKind.STEP and step == 0
        return content_of(blocks, _rows(words, seminar, live=live))


def _lead(words: Words, kind: MailingKind, seminar: Seminar, step: int) -> list[str]:
    if kind is MailingKind.ANNOUNCEMENT:
        return [words("reminders-announcement")]
    if kind is MailingKind.MOVED:
        return [words("reminders-moved"), words("reminders-moved-old")]
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
