"""✉️ «Вопросы» and ``/questions``: how the questions to the lawyers stand; and a line when one waits for a day (A1)."""

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.core.pagination import GAP
from bot.core.tickets.group import LawyersGroup
from bot.core.tickets.numbers import WAITS_LONG, CountTickets, TicketNumbers
from bot.handlers.admin.access import FromAdmin, TappedByAdmin
from bot.handlers.admin.journal import TOLD_FROM_HOUR
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.tickets.group_faults import group_faults
from bot.handlers.ui.callbacks import ShowDesk, Spoken
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Screen, Words, show
from bot.texts import Safe

MINUTES_UP_TO = timedelta(hours=1)
HOURS_UP_TO = timedelta(days=2)


class ShowQuestions(Spoken, prefix="lqn"):
    """Show how the questions to the lawyers stand."""


@dataclass(frozen=True)
class QuestionNumbers:
    """Draws them, with what is missing in the group."""

    count: CountTickets
    group: LawyersGroup

    async def screen(self, words: Words) -> Screen:
        """Return them as they are now."""
        found, now = await self.count(), self.count.clock.now()
        lines = [
            words("lawyers-numbers-open", count=found.open, waiting=found.waiting),
            *([words("lawyers-numbers-oldest", span=_span(words, now - found.oldest))] if found.oldest else []),
            words("lawyers-numbers-ended", closed=found.closed, expired=found.expired),
            _usual(words, found),
        ]
        faults = group_faults(words, self.group)
        missing = ("\n".join((words("lawyers-missing"), faults)),) if faults else ()
        text = GAP.join((words("lawyers-numbers-title"), "\n".join(lines), *missing))
        return Screen(text, (words.footer(ShowQuestions(lang=words.locale), ShowDesk(lang=words.locale)),))


def _usual(words: Words, found: TicketNumbers) -> str:
    if found.usual is None:
        return words("lawyers-numbers-few")
    return words("lawyers-numbers-usual", span=_span(words, found.usual))


def _span(words: Words, span: timedelta) -> Safe:
    """Word how long something took: in minutes, hours or days, rounded up."""
    if span < MINUTES_UP_TO:
        return Safe(words("lawyers-span-minutes", count=_ceiling(span, timedelta(minutes=1))))
    if span < HOURS_UP_TO:
        return Safe(words("lawyers-span-hours", count=_ceiling(span, timedelta(hours=1))))
    return Safe(words("lawyers-span-days", count=_ceiling(span, timedelta(days=1))))


def _ceiling(span: timedelta, unit: timedelta) -> int:
    return max(1, -(-span // unit))


@dataclass(frozen=True)
class WaitingNotices:
    """Tells the admins once a day how many questions have waited for a day; run by a tick. Nobody is woken by it."""

    notices: AdminNotices
    count: CountTickets
    zone: str

    async def __call__(self) -> None:
        """Tell what was not told today."""
        clock, store = self.count.clock, self.count.store
        before, today = clock.now() - WAITS_LONG, clock.now().astimezone(ZoneInfo(self.zone))
        day = today.date().isoformat()
        if today.hour < TOLD_FROM_HOUR or not (waiting := await store.waiting_long(before, day)):
            return
        if await self.notices.tell("lawyers-waiting-long", count=waiting):
            await store.told(before, day)


async def show_questions(event: Message | CallbackQuery, words: Words, question_numbers: QuestionNumbers) -> None:
    """``/questions`` and its button."""
    await show(event, await question_numbers.screen(words))


def router() -> Router:
    """Return the routes of the numbers."""
    made = Router(name="question_numbers")
    made.message.register(show_questions, TypedCommand("questions"), FromAdmin())
    made.callback_query.register(show_questions, ShowQuestions.filter(), TappedByAdmin())
    return made
