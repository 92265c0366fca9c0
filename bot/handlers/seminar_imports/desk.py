"""What the handlers of imported events share: each leads to the preview that a typed one would have (A9)."""

from dataclasses import dataclass

from bot.core.seminars.drafts import Field, SeminarDraft
from bot.core.seminars.editing import Edit
from bot.core.seminars.imports import CalendarDesk, WaitingEvent
from bot.core.seminars.seminars import Seminar
from bot.handlers.seminar_editing.desk import SeminarEdits
from bot.handlers.seminar_imports.screens import imported_screen, waiting_list
from bot.handlers.seminars.change_desk import SeminarChanges
from bot.handlers.seminars.preview_desk import SeminarPreviews
from bot.handlers.ui.screens import Screen, Words


@dataclass(frozen=True)
class SeminarImports:
    """Shows what calendars say, and previews it; ``number`` is an imported event's id."""

    calendar: CalendarDesk
    previews: SeminarPreviews
    changes: SeminarChanges
    edits: SeminarEdits

    async def list(self, words: Words) -> Screen:
        """Return what waits."""
        return waiting_list(words, self.previews.desk.presentation, await self.calendar.waiting())

    async def one(self, words: Words, number: int) -> Screen:
        """Return one that waits, else the list."""
        waiting = await self.calendar.get(number)
        return imported_screen(words, self.previews.desk.presentation, waiting) if waiting else await self.list(words)

    async def take(self, admin: int, words: Words, number: int, field: Field | None) -> bool:
        """Preview, below, what the event asks for; False when it waits for that no longer."""
        waiting = await self.calendar.get(number)
        if waiting is None or (field is not None and field not in waiting.parts):
            return False
        if waiting.seminar is None:
            await self._enter(admin, words, waiting)
        elif waiting.event.cancelled:
            await self.changes.cancellation_below(admin, words, waiting.seminar.id)
        elif field is not None:
            await self._change(admin, words, waiting, waiting.seminar, field)
        return True

    async def drop(self, number: int) -> None:
        """Let it wait no longer; twice is once."""
        if await self.calendar.get(number) is not None:
            await self.calendar.imports.settle(number)

    async def _enter(self, admin: int, words: Words, waiting: WaitingEvent) -> None:
        """Preview a new seminar; one that was entered already is what came of the event."""
        plan, announcing = waiting.event.plan, self.previews.announcing
        there = await announcing.there(plan)
        if there is not None:
            await self.calendar.imports.link(waiting.event.id, there.id)
        else:
            await announcing.keep(admin, SeminarDraft(plan), waiting.event.id)
        await self.previews.below(admin, words, plan)

    async def _change(self, admin: int, words: Words, waiting: WaitingEvent, seminar: Seminar, field: Field) -> None:
        if field is Field.WHEN:
            await self.changes.propose(admin, seminar.id, waiting.event.plan.when)
            await self.changes.move_below(admin, words, seminar.id)
            return
        await self.edits.edit.keep(admin, Edit(seminar.id, field, seminar.plan, waiting.event.plan))
        await self.edits.below(admin, words, seminar.id)
