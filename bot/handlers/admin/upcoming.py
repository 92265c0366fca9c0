"""Words the next things due for the top of the desk, red when the time of one has passed (A1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.clock import Clock
from bot.core.seminars.seminars import Seminars
from bot.core.upcoming import Due, DueKind, NextDue
from bot.handlers.ui.screens import Words
from bot.texts import Safe
from bot.wording.moments import moment

FOLDED_TITLE_SIGNS = 60
"""A longer title of a seminar is cut: three lines stay three lines."""


@dataclass(frozen=True)
class Upcoming:
    """The lines above the desk."""

    next_due: NextDue
    seminars: Seminars
    clock: Clock
    zone: str

    async def text(self, words: Words) -> str:
        """Return what is due next, each in a line."""
        due = await self.next_due()
        lines = [await self._line(words, each) for each in due] or [words("desk-nothing-due")]
        return "\n".join((words("desk-due"), *lines))

    async def _line(self, words: Words, due: Due) -> str:
        at = moment(words, due.at, self._zones)
        if due.kind is DueKind.REMINDER:
            line = words("desk-due-reminder", at=at, title=await self._title(words, due))
        elif due.kind is DueKind.BROADCAST:
            line = words("desk-due-broadcast", at=at, number=due.mailing or 0)
        else:
            line = words("desk-due-feed", at=at)
        return words("desk-due-late", line=Safe(line)) if due.late(self.clock.now()) else line

    async def _title(self, words: Words, due: Due) -> str:
        seminar = await self.seminars.get(due.seminar or 0)
        title = seminar.title(words.locale) if seminar else ""
        return title if len(title) <= FOLDED_TITLE_SIGNS else f"{title[: FOLDED_TITLE_SIGNS - 1]}…"

    @property
    def _zones(self) -> Sequence[str]:
        return (self.zone,)
