"""The recording of a seminar that is over: a link, and a summary in both languages that is complete without it (A9)."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.clock import Clock
from bot.core.content import Contents, TextProblem, check_text, units
from bot.core.locales import Locale
from bot.core.mailings.approval import SecondApproval
from bot.core.mailings.broadcasts import NO_WINDOW, UNDO_ABOVE
from bot.core.mailings.conversations import DRAFT_LIFE, Conversation, Conversations, Flow
from bot.core.mailings.previews import reads_russian
from bot.core.mailings.recount import moved_much
from bot.core.seminars.drafts import NO_LINK, mark_of
from bot.core.seminars.form import FormError
from bot.core.seminars.mending import link_meant
from bot.core.seminars.one_line import one_line
from bot.core.seminars.seminars import Seminar, Seminars, SeminarState

SUMMARY_UNITS = 1_500
"""The most a summary has, as Telegram counts signs: it is read on an old phone."""


class RecordingPart(StrEnum):
    """A part of a recording that is asked for by itself, in this order."""

    LINK = "link"
    RUSSIAN = "ru"
    ENGLISH = "en"


class RecordingFault(StrEnum):
    """Why what was typed cannot be that part."""

    LINK = "link"
    EMPTY = "empty"
    LONG = "long"


@dataclass(frozen=True)
class Recording:
    """What is known of a seminar that is over; ``told`` once subscribers have got it."""

    link: str | None
    russian: str
    english: str
    told: bool = False

    def summary(self, locale: Locale) -> str:
        """Return the summary in a language."""
        return self.russian if locale is Locale.RU else self.english

    @property
    def cyrillic_english(self) -> bool:
        """Whether the English summary is written in Cyrillic."""
        return any(map(str.isalpha, self.english)) and reads_russian(self.english)


@dataclass(frozen=True)
class RecordingDraft:
    """A recording while it is entered, and the part that is awaited; without one it is previewed."""

    seminar: int
    recording: Recording
    awaited: RecordingPart | None = RecordingPart.LINK

    def conversation(self, author: int) -> Conversation:
        """Return the draft as the admin's conversation."""
        kept = [self.awaited, self.recording.link, self.recording.russian, self.recording.english, self.recording.told]
        step = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        return Conversation(author, Flow.RECORDING, step, self.seminar)

    def mark(self, author: int) -> str:
        """Return the mark of the buttons under the preview: other words make another mark (R11)."""
        each = self.recording
        return mark_of(author, "recording", self.seminar, each.link, each.russian, each.english)

    def next(self) -> "RecordingDraft":
        """Return the draft that waits for the first part that is missing, if any."""
        missing = {RecordingPart.RUSSIAN: self.recording.russian, RecordingPart.ENGLISH: self.recording.english}
        return replace(self, awaited=next((part for part, text in missing.items() if not text), None))


def draft_of(conversation: Conversation) -> RecordingDraft:
    """Return the draft that a conversation holds."""
    awaited, link, russian, english, told = json.loads(conversation.step)
    part = RecordingPart(awaited) if awaited else None
    return RecordingDraft(conversation.object, Recording(link, russian, english, bool(told)), part)


def typed(draft: RecordingDraft, text: str) -> RecordingDraft | RecordingFault:
    """Return the draft with the awaited part as typed, or what is wrong with it."""
    kept = draft.recording
    if draft.awaited is RecordingPart.LINK:
        line = one_line(text)
        try:
            kept = replace(kept, link=None if line == NO_LINK else link_meant(line))
        except FormError:
            return RecordingFault.LINK
    else:
        summary = text.strip()
        if check_text(summary) is TextProblem.EMPTY:
            return RecordingFault.EMPTY
        if units(summary) > SUMMARY_UNITS:
            return RecordingFault.LONG
        russian = draft.awaited is RecordingPart.RUSSIAN
        kept = replace(kept, russian=summary) if russian else replace(kept, english=summary)
    return replace(draft, recording=kept).next()


RecordingText = Callable[[Seminar, Recording, int], Contents]
"""Words the mailing of that number about a recording."""


@dataclass(frozen=True)
class Telling:
    """How those who want recordings are told (A4).

    ``until``: another admin is asked first, until then. ``undo``: nobody is told before, and it can be taken back.
    """

    text: RecordingText
    until: datetime | None = None
    undo: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether nobody is told at once."""
        return (self.until or self.undo) is not None


class Recordings(Protocol):
    """Where recordings are kept. Every changing method is one transaction."""

    async def get(self, seminar: int) -> Recording | None:
        """Return what is published of a seminar, or None."""
        ...

    async def ended(self, now: datetime, limit: int) -> Sequence[Seminar]:
        """Return the planned seminars that are over, the last one first."""
        ...

    async def published(self) -> Sequence[Seminar]:
        """Return the seminars with a recording, the last one first."""
        ...

    async def publish(
        self, seminar: Seminar, recording: Recording, draft: Conversation, now: datetime, telling: Telling | None
    ) -> bool:
        """Store a recording in place of the draft it was; False, and nothing stored, when that draft is gone.

        With ``telling`` there is a mailing to those who want recordings, of the same transaction.
        """
        ...

    async def listeners(self) -> int:
        """Return how many people want to hear of recordings now."""
        ...


class Published(StrEnum):
    """What came of a confirmation."""

    DONE = "done"
    ASKED = "asked"
    ASK_AGAIN = "again"
    OVER = "over"


def can_record(seminar: Seminar, now: datetime) -> bool:
    """Return whether a seminar took place, by its plan."""
    return seminar.state is SeminarState.PLANNED and now >= seminar.end


@dataclass(frozen=True)
class PublishRecording:
    """Keeps the draft of a recording, and publishes it once, for about as many people as shown (A3)."""

    seminars: Seminars
    recordings: Recordings
    conversations: Conversations
    text: RecordingText
    clock: Clock
    second: SecondApproval
    undo: timedelta = NO_WINDOW

    async def begin(self, author: int, number: int) -> RecordingDraft | None:
        """Begin with what is published already, or the seminar's own link; None when the seminar is not over."""
        seminar = await self.seminars.get(number)
        if seminar is None or not can_record(seminar, self.clock.now()):
            return None
        draft = RecordingDraft(seminar.id, await self.recordings.get(number) or Recording(seminar.plan.link, "", ""))
        await self.keep(author, draft)
        return draft

    async def keep(self, author: int, draft: RecordingDraft) -> None:
        """Keep a draft for an hour, in place of any other conversation."""
        await self.conversations.put(draft.conversation(author), self.clock.now() + DRAFT_LIFE)

    async def draft(self, author: int) -> RecordingDraft | None:
        """Return the draft the admin has now, or None."""
        found = await self.conversations.get(author, self.clock.now())
        return draft_of(found) if found is not None and found.flow is Flow.RECORDING else None

    async def confirm(self, author: int, mark: str, shown: int | None) -> Published:
        """Publish the draft with this mark; ``shown`` people were said to be told, None tells nobody."""
        draft = await self.draft(author)
        seminar = await self.seminars.get(draft.seminar) if draft is not None else None
        if draft is None or seminar is None or draft.awaited is not None or mark != draft.mark(author):
            return Published.OVER
        told = await self._told(draft)
        if shown is not None and (told or moved_much(shown, await self.recordings.listeners())):
            return Published.ASK_AGAIN
        telling = await self._telling() if shown is not None else None
        kept = replace(draft.recording, told=told or shown is not None)
        held = draft.conversation(author)
        if not await self.recordings.publish(seminar, kept, held, self.clock.now(), telling):
            return Published.OVER
        return Published.ASKED if telling and telling.until else Published.DONE

    async def _telling(self) -> Telling:
        listeners = await self.recordings.listeners()
        if self.second.needed(listeners):
            return Telling(self.text, until=self.second.until())
        waits = bool(self.undo) and listeners > UNDO_ABOVE
        return Telling(self.text, undo=self.clock.now() + self.undo if waits else None)

    async def begin_again(self, author: int, draft: RecordingDraft) -> RecordingDraft:
        """Return the draft with what is known now of whether subscribers were told, and keep it."""
        again = replace(draft, recording=replace(draft.recording, told=await self._told(draft)))
        await self.keep(author, again)
        return again

    async def _told(self, draft: RecordingDraft) -> bool:
        known = await self.recordings.get(draft.seminar)
        return known is not None and known.told
