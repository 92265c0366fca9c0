"""The ladder of reminders: which step is due, queueing it once, and choosing them for one seminar."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.clock import Clock
from bot.core.content import Contents
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind, NewMailing
from bot.core.mailings.outbox import Wake
from bot.core.seminars.merging import MergedRenderer, beside, joint_texts
from bot.core.seminars.seminars import Phase, Renderer, Seminar, Seminars, SeminarState
from bot.core.subscribers.subscribers import Subscribers

SILENT_FROM_SECONDS = 24 * 3600
"""Steps of this many seconds and more ring silently: 19:00 in New York is 03:00 in Moscow (S3)."""

ANNOUNCEMENT_STEP = -1
"""Stands for the announcement among the steps that are switched off: a seminar opened without telling anybody (A9)."""


RATING_STEP = -2
"""Stands there for the question after the seminar (ratings.py)."""


def useful_times(seminar: Seminar, offsets: Sequence[int]) -> list[tuple[int, datetime, datetime]]:
    """Return each step that is on, earliest first: its offset in seconds, when it is due, and until when it is useful.

    A step is useful until the next one is due, "live" (0) until the end.
    """
    steps = sorted(set(offsets) - set(seminar.steps_off), reverse=True)
    dues = [seminar.start - timedelta(seconds=step) for step in steps]
    ends = [*dues[1:], seminar.end if steps and steps[-1] == 0 else seminar.start]
    return list(zip(steps, dues, ends, strict=False))


def ladder(seminar: Seminar, offsets: Sequence[int], now: datetime) -> NewMailing | None:
    """Return the one message of the ladder that is useful now, or None.

    A step is useful from its moment until the next one's, "live" (0) until the end; those due before the seminar was
    entered or last moved never are. Before the first useful step the seminar is announced (to those who have not been
    told of it yet: the storage leaves out the others), unless it was opened without telling anybody.
    """
    steps = useful_times(seminar, offsets)
    dues = [due for _, due, _ in steps]
    for step, due, end in steps:
        if seminar.changed <= due <= now < end:
            return NewMailing(
                MailingKind.STEP,
                due,
                end,
                seminar=seminar.id,
                revision=seminar.revision,
                step=step,
                quiet=step >= SILENT_FROM_SECONDS,
            )
    ahead = [due for due in dues if due > now]
    if ANNOUNCEMENT_STEP in seminar.steps_off:
        return None
    if now < seminar.start and not any(seminar.changed <= due <= now for due in dues):
        until = ahead[0] if ahead else seminar.start
        return NewMailing(
            MailingKind.ANNOUNCEMENT,
            seminar.changed,
            until,
            seminar=seminar.id,
            revision=seminar.revision,
            quiet=True,
        )
    return None


class Ladder(Protocol):
    """Where the ladder's mailings are queued."""

    async def queued(self, seminar: int, revision: int) -> Collection[tuple[MailingKind, int]]:
        """Return the (kind, step) of every mailing that exists for this revision."""
        ...

    async def queue(self, mailing: NewMailing, contents: Contents, now: datetime) -> bool:
        """Store the mailing with its texts and recipients in one transaction; False if it was there."""
        ...


@dataclass(frozen=True)
class QueueDue:
    """S3, S4: turn what is due into rows. Run at every tick; running it twice changes nothing."""

    seminars: Seminars
    ladder: Ladder
    render: Renderer
    clock: Clock
    wake: Wake
    offsets: tuple[int, ...]
    render_joint: MergedRenderer

    async def __call__(self) -> int:
        """Return how many mailings were queued; raises ExceptionGroup after all others when some could not be."""
        now = self.clock.now()
        queued, failures = 0, []
        coming = await self.seminars.coming(now)
        for seminar in coming:
            try:
                queued += await self._queue(seminar, coming, now)
            except Exception as error:  # one seminar's fault must not cost the others their reminders
                failures.append(error)
        if queued:
            self.wake()
        if failures:
            raise ExceptionGroup("seminars", failures)
        return queued

    async def _queue(self, seminar: Seminar, coming: Sequence[Seminar], now: datetime) -> int:
        due = ladder(seminar, self.offsets, now)
        if due is None or overtaken(due, await self.ladder.queued(seminar.id, seminar.revision)):
            return 0
        others = beside(due, seminar, coming)
        contents = {
            **self.render(due.kind, seminar, due.step),
            **joint_texts(self.render_joint, seminar, others, due.step),
        }
        due = replace(due, beside=tuple((other.id, other.revision) for other in others))
        return int(await self.ladder.queue(due, contents, now))


def overtaken(due: NewMailing, queued: Collection[tuple[MailingKind, int]]) -> bool:
    """Return whether it was queued before, or a later step of the ladder was (one may have been switched off since)."""
    later = due.kind is MailingKind.STEP and any(k is due.kind and step <= due.step for k, step in queued)
    return later or (due.kind, due.step) in queued


class Chosen(StrEnum):
    """What became of a choice about one seminar."""

    STORED = "stored"
    ASK = "ask"
    CLOSED = "closed"


def _open_to_choice(seminar: Seminar, now: datetime, *, wanted: bool) -> bool:
    """Return whether a choice can still change something: 🔕 takes one out of what is being sent, 🔔 comes too late."""
    phase = seminar.phase(now)
    return seminar.state is SeminarState.PLANNED and phase is not Phase.OVER and not (wanted and phase is Phase.LIVE)


@dataclass(frozen=True)
class ChooseReminder:
    """P7: 🔔 and 🔕 of one seminar. Who is not subscribed is told what is stored first, and leaves nothing with 🔕."""

    seminars: Seminars
    subscribers: Subscribers
    clock: Clock

    async def __call__(self, seminar_id: int, chat: int, language: Locale, *, wanted: bool, agreed: bool) -> Chosen:
        """Store the choice, unless the person must agree first or there is nothing to be reminded of any more."""
        seminar = await self.seminars.get(seminar_id)
        if seminar is None or not _open_to_choice(seminar, self.clock.now(), wanted=wanted):
            return Chosen.CLOSED
        subscribed = await self.subscribers.get(chat) is not None
        known = subscribed or await self.seminars.choice(seminar_id, chat) is not None
        if wanted and not known and not agreed:
            return Chosen.ASK
        if wanted or subscribed:
            await self.seminars.choose(seminar_id, chat, language, wanted=wanted)
        elif known:
            await self.seminars.unchoose(seminar_id, chat)
        return Chosen.STORED
