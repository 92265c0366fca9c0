"""🧾 «Журнал»: what was ordered, the newest first, and its head, which the admins are sent once a day (A14)."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.clock import Clock, from_epoch
from bot.core.journal import Action, Entry, Head, Journal
from bot.core.pagination import GAP
from bot.handlers.admin.access import TappedByAdmin
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.ui.callbacks import RowNumber, ShowDesk, Spoken
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.pager import clamp, pager
from bot.handlers.ui.screens import Screen, Words, show
from bot.texts import Safe
from bot.wording.moments import city

ENTRIES_PER_PAGE = 8
SHOWN_OF_CONTENT = 8
"""How many digits of a content's hash a line shows: enough to compare two lines."""

TOLD_FROM_HOUR = 9
"""From this hour on by ADMIN_ZONE the day's head is sent: nobody is woken by it."""


class ShowJournal(Spoken, prefix="jrn"):
    """Show a page of the journal, the newest entries first."""

    page: RowNumber = 0


def line(words: Words, entry: Entry, zone: str) -> str:
    """Word one entry: its number, when, who, and what."""
    if entry.action in set(Action):
        what = words(f"journal-{entry.action}", object=entry.object, count=entry.count or 0)
    else:
        what = words("journal-other", object=entry.object)
    content = words("journal-content", content=entry.content[:SHOWN_OF_CONTENT]) if entry.content else ""
    at = from_epoch(entry.at).astimezone(ZoneInfo(zone))
    parts = {"what": Safe(what), "content": Safe(content)}
    return words("journal-entry", number=entry.number, at=at, alias=entry.alias, **parts)


@dataclass(frozen=True)
class JournalScreens:
    """Draws the journal's pages."""

    journal: Journal
    presentation: Presentation

    async def page(self, words: Words, page: int) -> Screen:
        """Return a page, the nearest one there is."""
        pages = max(1, -(-await self.journal.count() // ENTRIES_PER_PAGE))
        shown, zone = clamp(page, pages), self.presentation.admin_zone
        entries = await self.journal.page(shown, ENTRIES_PER_PAGE)
        lines = [line(words, entry, zone) for entry in entries] or [words("journal-empty")]
        title = words("journal-title", city=city(words, zone))
        here = ShowJournal(lang=words.locale, page=shown)
        turning = pager(words, shown, pages, lambda number: ShowJournal(lang=words.locale, page=number))
        return Screen(GAP.join((title, *lines)), (*turning, words.footer(here, ShowDesk(lang=words.locale))))


@dataclass(frozen=True)
class HeadNotices:
    """Sends the newest entry's number and hash to all admins once a day, if there is a new one; run by a tick.

    Whoever can change the database cannot change what stands in the admins' chats.
    """

    notices: AdminNotices
    journal: Journal
    clock: Clock
    zone: str

    async def __call__(self) -> None:
        """Tell what was not told yet; what reached nobody is told by a later tick."""
        now, head = self.clock.now().astimezone(ZoneInfo(self.zone)), await self.journal.head()
        day, _, told = (await self.journal.told()).partition(" ")
        if not head.number or not _due(now, day) or told == str(head):
            return
        if await self.notices.show(lambda words: Screen(head_text(words, head))):
            await self.journal.keep_told(f"{now.date().isoformat()} {head}")


def _due(now: datetime, told_on: str) -> bool:
    return now.hour >= TOLD_FROM_HOUR and now.date().isoformat() > told_on


def head_text(words: Words, head: Head) -> str:
    """Word the head, and what it is for."""
    return words("journal-head", number=head.number, head=str(head))


async def show_journal(
    query: CallbackQuery, callback_data: ShowJournal, words: Words, journal_screens: JournalScreens
) -> None:
    """A page of the journal."""
    await show(query, await journal_screens.page(words, callback_data.page))


def router() -> Router:
    """Return the journal's route."""
    made = Router(name="journal")
    made.callback_query.register(show_journal, ShowJournal.filter(), TappedByAdmin())
    return made
