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

    async def keep(self, author: int, draft: SeminarDraft) -> None:
        """Keep a draft for an hour, in place of any other."""
        conversation = Conversation(author, Flow.SEMINAR, draft.packed(), NOT_YET)
        await self.conversations.put(conversation, self.clock.now() + DRAFT_LIFE)

    async def draft(self, author: int) -> SeminarDraft | None:
        """Return the draft the admin has now, or None."""
        found = await self.conversations.get(author, self.clock.now())
        return unpacked(found.step) if found is not None and found.flow is Flow.SEMINAR else None

    async def count(self) -> int:
        """Return how many people an announcement would reach now."""
        return await self.seminars.reached(Audience.SEMINAR, MailingKind.ANNOUNCEMENT, NOT_YET)

    async def confirm(self, author: int, mark: str, shown: int | None) -> Seminar | Already | AskAgain | None:
        """Enter the seminar of the draft with this mark; None when there is no such draft (any more).

        ``shown`` is how many people the preview said the announcement goes to; None enters it without announcing it.
        """
        draft = await self.draft(author)
        if draft is None or mark != mark_of_plan(author, draft.plan):
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
        return await self._enter(author, draft, quietly)

    async def _enter(self, author: int, draft: SeminarDraft, steps_off: tuple[int, ...]) -> Seminar | None:
        fresh = Seminar(NOT_YET, draft.plan, changed=self.clock.now(), steps_off=steps_off)
        return await self.seminars.enter(fresh, Conversation(author, Flow.SEMINAR, draft.packed(), NOT_YET))
