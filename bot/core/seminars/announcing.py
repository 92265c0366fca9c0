"""A seminar is entered only when its preview is confirmed: once, fresh, and for about as many people as shown (A9)."""

from dataclasses import dataclass, replace

from bot.core.clock import Clock
from bot.core.mailings.conversations import DRAFT_LIFE, Conversation, Conversations, Flow
from bot.core.mailings.mailings import Audience, MailingKind
from bot.core.mailings.recount import moved_much
from bot.core.seminars.drafts import SeminarDraft, mark_of_plan, unpacked
from bot.core.seminars.reminders import ANNOUNCEMENT_STEP
from bot.core.seminars.seminars import Plan, Seminar, Seminars

NOT_YET = 0
"""The number of a seminar that is not stored; no row has it."""


def previewed(plan: Plan, clock: Clock) -> Seminar:
    """Return the seminar a plan would become."""
    return Seminar(NOT_YET, plan, changed=clock.now())


@dataclass(frozen=True)
class AskAgain:
    """Not confirmed: the audience has changed since the preview, or the time has passed."""

    draft: SeminarDraft


def _same(one: Plan, other: Plan) -> bool:
    return one.when.start == other.when.start and replace(one, when=other.when) == other


@dataclass(frozen=True)
class Already:
    """Not confirmed: another admin was quicker; nobody is told twice."""

    seminar: Seminar


@dataclass(frozen=True)
class Announcing:
    """Keeps the draft of a seminar and turns it into one, with its announcement or without it."""

    seminars: Seminars
    conversations: Conversations
    clock: Clock

    async def there(self, plan: Plan) -> Seminar | None:
        """Return the coming seminar that has this plan, whichever zone its moment was typed in, or None."""
        coming = await self.seminars.coming(self.clock.now())
        return next((seminar for seminar in coming if _same(seminar.plan, plan)), None)

    async def keep(self, author: int, draft: SeminarDraft, source: int | None = None) -> None:
        """Keep a draft for an hour, in place of any other.

        ``source`` is the imported event it is of, 0 for none; without it a correction keeps the draft's own.
        """
        if source is None:
            found = await self._found(author)
            source = found.object if found is not None else NOT_YET
        conversation = Conversation(author, Flow.SEMINAR, draft.packed(), source)
        await self.conversations.put(conversation, self.clock.now() + DRAFT_LIFE)

    async def draft(self, author: int) -> SeminarDraft | None:
        """Return the draft the admin has now, or None."""
        found = await self._found(author)
        return unpacked(found.step) if found is not None else None

    async def _found(self, author: int) -> Conversation | None:
        found = await self.conversations.get(author, self.clock.now())
        return found if found is not None and found.flow is Flow.SEMINAR else None

    async def count(self) -> int:
        """Return how many people an announcement would reach now."""
        return await self.seminars.reached(Audience.SEMINAR, MailingKind.ANNOUNCEMENT, NOT_YET)

    async def confirm(self, author: int, mark: str, shown: int | None) -> Seminar | Already | AskAgain | None:
        """Enter the seminar of the draft with this mark; None when there is no such draft (any more).

        ``shown`` is how many people the preview said the announcement goes to; None enters it without announcing it.
        """
        found = await self._found(author)
        draft = unpacked(found.step) if found is not None else None
        if found is None or draft is None or mark != mark_of_plan(author, draft.plan):
            return None
        there = await self.there(draft.plan)
        if there is not None:
            await self.conversations.drop(author)
            return Already(there)
        if draft.plan.when.start <= self.clock.now():
            return AskAgain(draft)
        if shown is not None and moved_much(shown, await self.count()):
            return AskAgain(draft)
        quietly = () if shown is not None else (ANNOUNCEMENT_STEP,)
        fresh = Seminar(NOT_YET, draft.plan, changed=self.clock.now(), steps_off=quietly)
        return await self.seminars.enter(fresh, found)
