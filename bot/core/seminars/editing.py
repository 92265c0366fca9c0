"""One part of an announced seminar is changed once its preview is confirmed, told or silently (A9, R11).

The change is written only over the seminar it was previewed on: what another admin has changed meanwhile is shown, and
the change is asked about again. Another time is a move, and has its own way (core/seminars/confirming.py).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.clock import Clock
from bot.core.mailings.conversations import DRAFT_LIFE, Conversation, Conversations, Flow
from bot.core.mailings.mailings import Audience, MailingKind, NewMailing
from bot.core.mailings.outbox import Wake
from bot.core.seminars.confirming import Confirmed, Told, can_change
from bot.core.seminars.drafts import Field, SeminarDraft, mark_of, unpacked
from bot.core.seminars.form import form_of
from bot.core.seminars.seminars import Plan, Renderer, Seminar, SeminarChanged, Seminars

ATTRIBUTES: Mapping[Field, str] = {
    Field.WHEN: "when",
    Field.TITLE_RU: "title_ru",
    Field.TITLE_EN: "title_en",
    Field.LINK: "link",
    Field.LENGTH: "minutes",
    Field.TALK: "talk",
    Field.SPEAKER: "speaker",
}
"""Where a plan keeps each of its parts."""

EDITABLE = tuple(field for field in Field if field is not Field.WHEN)


def with_part(plan: Plan, field: Field, other: Plan) -> Plan:
    """Return the plan with one part of another."""
    name = ATTRIBUTES[field]
    return replace(plan, **{name: getattr(other, name)})


def parts_changed(before: Plan, after: Plan) -> tuple[Field, ...]:
    """Return the parts in which two plans differ."""
    return tuple(field for field, name in ATTRIBUTES.items() if getattr(before, name) != getattr(after, name))


def edited(seminar: Seminar, plan: Plan) -> Seminar:
    """Return the seminar with another plan at the same time: a change that calendars see, and no new revision."""
    return replace(seminar, plan=plan, sequence=seminar.sequence + 1)


@dataclass(frozen=True)
class Edit:
    """What an admin's conversation holds: the awaited part, the plan it was begun on, the new plan once typed."""

    seminar: int
    field: Field
    seen: Plan
    wanted: Plan | None = None

    def packed(self) -> str:
        """Return it as the step of a conversation: a JSON array."""
        wanted = SeminarDraft(self.wanted).packed() if self.wanted else None
        return json.dumps([self.field.value, SeminarDraft(self.seen).packed(), wanted], ensure_ascii=False)


def edit_of(conversation: Conversation) -> Edit:
    """Return what a conversation about an edit holds."""
    field, seen, wanted = json.loads(conversation.step)
    plan = unpacked(wanted).plan if wanted else None
    return Edit(conversation.object, Field(field), unpacked(seen).plan, plan)


@dataclass(frozen=True)
class ProposedEdit:
    """A seminar as it stands now, and the part that is to be another."""

    seminar: Seminar
    edit: Edit
    wanted: Plan

    @property
    def plan(self) -> Plan:
        """The plan it would have: what others changed meanwhile stays."""
        return with_part(self.seminar.plan, self.edit.field, self.wanted)

    @property
    def meanwhile(self) -> tuple[Field, ...]:
        """What others have changed since this edit was begun."""
        return parts_changed(self.edit.seen, self.seminar.plan)

    def mark(self, author: int) -> str:
        """Return the mark of the buttons that confirm it: another change in between makes another mark."""
        seminar = self.seminar
        return mark_of(author, "edit", seminar.id, seminar.revision, seminar.sequence, form_of(self.plan))


@dataclass(frozen=True)
class EditSeminar:
    """Keeps an edit as the admin's conversation, and writes it once it is confirmed."""

    seminars: Seminars
    conversations: Conversations
    render: Renderer
    clock: Clock
    wake: Wake

    async def open(self, number: int) -> Seminar | None:
        """Return the seminar if it can still be edited."""
        seminar = await self.seminars.get(number)
        return seminar if can_change(seminar, self.clock.now()) else None

    async def keep(self, author: int, edit: Edit) -> None:
        """Keep it for an hour, in place of any other conversation."""
        conversation = Conversation(author, Flow.EDIT, edit.packed(), edit.seminar)
        await self.conversations.put(conversation, self.clock.now() + DRAFT_LIFE)

    async def kept(self, author: int) -> Edit | None:
        """Return the edit the admin is at, or None."""
        found = await self.conversations.get(author, self.clock.now())
        return edit_of(found) if found is not None and found.flow is Flow.EDIT else None

    async def proposed(self, author: int) -> ProposedEdit | None:
        """Return the edit the admin is about to confirm, over the seminar as it stands now; None without one."""
        edit = await self.kept(author)
        seminar = await self.open(edit.seminar) if edit is not None else None
        if edit is None or edit.wanted is None or seminar is None:
            return None
        return ProposedEdit(seminar, edit, edit.wanted)

    async def told(self, seminar: int) -> Told:
        """Return how many people the notice would reach now."""
        growing = await self.seminars.under_way(seminar)
        return Told(await self.seminars.reached(Audience.TOLD, MailingKind.EDITED, seminar), growing)

    async def confirm(self, author: int, mark: str, shown: int | None) -> Confirmed:
        """Write the admin's edit, when this is what was previewed; ``shown`` people are told, with None nobody is."""
        found = await self.proposed(author)
        if found is None:
            return Confirmed.OVER
        if mark != found.mark(author):
            return Confirmed.NOT_YET
        if shown is not None and (await self.told(found.seminar.id)).moved_from(shown):
            return Confirmed.NOT_YET
        try:
            await self._write(author, found, tell=shown is not None)
        except SeminarChanged:
            return Confirmed.NOT_YET
        return Confirmed.DONE

    async def _write(self, author: int, found: ProposedEdit, *, tell: bool) -> None:
        new = edited(found.seminar, found.plan)
        notice = _notice(new, self.clock.now()) if tell else None
        contents = self.render(MailingKind.EDITED, new) if tell else {}
        await self.seminars.replace(found.seminar, new, notice, contents, author)
        if tell:
            self.wake()


def _notice(seminar: Seminar, now: datetime) -> NewMailing:
    """The step is the sequence: a seminar may be edited several times in one revision."""
    return NewMailing(
        MailingKind.EDITED, now, seminar.end, Audience.TOLD, seminar.id, seminar.revision, step=seminar.sequence
    )
