"""A broadcast: composed in two languages, previewed, confirmed once, run, controlled."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain
from typing import Protocol

from bot.core.clock import Clock
from bot.core.content import Content, Contents, Variant
from bot.core.locales import Locale
from bot.core.mailings.approval import AskedSecond, SecondApproval
from bot.core.mailings.conversations import DRAFT_LIFE
from bot.core.mailings.costs import messages_needed
from bot.core.mailings.edits import edited_content
from bot.core.mailings.mailings import Audience, Mailing, Mailings, MailingState
from bot.core.mailings.missed import REPEATABLE, Missed, Repeat
from bot.core.mailings.outbox import Wake
from bot.core.mailings.previews import Preview, reads_russian
from bot.core.mailings.recount import moved_much
from bot.core.mailings.signed_up import SignedUp
from bot.core.mailings.stars import Fare, price


def mark_of(author: int, content_hash: str, audience: Audience, stars: int | None = None) -> str:
    """Return the short mark a confirm button carries: it fits this author, content, audience and price only."""
    shown = f"{author}|{content_hash}|{audience}" if stars is None else f"{author}|{content_hash}|{audience}|{stars}"
    return hashlib.sha256(shown.encode()).hexdigest()[:12]


def hash_contents(contents: Contents, *, quiet: bool = False, of_seminar: int | None = None) -> str:
    """Return a fingerprint of every text of a mailing, of its ringing, and of the seminar whose people it is for."""
    parts = [_told(*each) for each in sorted(contents.items(), key=lambda each: each[0])]
    parts += [("quiet",)] * quiet
    parts += [("of seminar", of_seminar)] if of_seminar is not None else []
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _told(key: Variant, content: Content) -> tuple[object, ...]:
    """Return everything of a text that its readers see; files stand behind, so that a text alone keeps its mark."""
    files = () if content.media_json() is None else (content.media_json(),)
    return (*key, content.text, content.entities, content.keyboard_json(), *files)


UNDO_ABOVE = 50
"""A broadcast to more people can be taken back before its first message leaves (A4)."""

NO_WINDOW = timedelta(0)


class Broadcasts(Protocol):
    """Where broadcasts are composed. Every changing method is one transaction."""

    async def begin(self, author: int, expires: datetime, first: Callable[[int], Contents] | None = None) -> int:
        """Drop the author's conversation of any flow, start a draft that waits for RUSSIAN, return its id.

        ``first`` gives the Russian texts for that id; then it waits for ENGLISH.
        """
        ...

    async def text(self, mailing: int, language: Locale) -> Content | None:
        """Return what was written so far in a language."""
        ...

    async def write(
        self,
        mailing: int,
        author: int,
        texts: Contents,
        audience: Audience,
        step: str,
        expires: datetime,
        of_seminar: int | None = None,
    ) -> bool:
        """Store texts beside those not given, the fingerprint of all, and the composer's next step.

        The audience of a seminar is that of ``of_seminar``, or of the one it was for before.
        Return False, and change nothing, when the mailing is not (any more) a draft of this author.
        """
        ...

    async def ring(self, mailing: int, author: int, expires: datetime, *, quiet: bool) -> bool:
        """Let a complete draft come without a sound, or with one; False when it is no draft of this author."""
        ...

    async def begin_repeat(
        self, author: int, repeat: Repeat, audience: Audience, texts: Callable[[int], Contents], expires: datetime
    ) -> int:
        """Drop the author's conversation, start a complete draft for those only whom a run missed, return its id."""
        ...

    async def begin_correction(self, author: int, source: int, expires: datetime) -> int:
        """Drop the author's conversation, start a draft that waits for RUSSIAN, for those only who got a run."""
        ...

    async def count(self, audience: Audience, repeat: Repeat | None = None, of_seminar: int | None = None) -> int:
        """Return how many people of the audience, or of those a run missed among them, would be reached now.

        With ``of_seminar`` the audience SEMINAR are its people, RUSSIAN those among them who read Russian.
        """
        ...

    async def seminars(self, since: datetime) -> list[SignedUp]:
        """Return the planned seminars that are not over since before a moment."""
        ...

    async def confirm(
        self,
        mailing: int,
        author: int,
        content_hash: str,
        audience: Audience,
        now: datetime,
        card: int,
        fare: Fare = Fare.FREE,
        undo: timedelta = NO_WINDOW,
    ) -> int | None:
        """Queue the draft for its audience if it is still exactly this; return the recipients, None if it is not.

        To more than UNDO_ABOVE it is queued ``undo`` later, by core/mailings/undo.py.
        None also while another repetition of the same run is under way. In the same transaction the author's
        conversation ends and ``card`` becomes the message that shows the progress.
        """
        ...


class ComposeStep(StrEnum):
    """What the composer waits for."""

    RUSSIAN = "ru"
    ENGLISH = "en"
    PREVIEW = "preview"
    FIX_RUSSIAN = "fix-ru"
    FIX_ENGLISH = "fix-en"
    SCHEDULE = "schedule"
    LINKS_RUSSIAN = "links-ru"
    LINKS_ENGLISH = "links-en"


ONLY = {Audience.RUSSIAN: (Locale.RU,), Audience.ENGLISH: (Locale.EN,)}
"""Audiences that read one language."""

FIXES = {Locale.RU: ComposeStep.FIX_RUSSIAN, Locale.EN: ComposeStep.FIX_ENGLISH}
"""The step that waits for a corrected text of a language."""


class Discreetly(Protocol):
    """Words the neutral first message of a discreet subscriber (S5)."""

    def __call__(self, locale: Locale, mailing: int) -> Content:
        """Return the neutral text with the button that opens the mailing."""
        ...


@dataclass(frozen=True)
class Composer:
    """A2: Russian first, then English, one for all, or Russian readers only."""

    broadcasts: Broadcasts
    discreetly: Discreetly
    clock: Clock

    async def begin(self, author: int, content: Content | None = None) -> int:
        """Start a new draft in place of an older one, with the Russian text when there is one already."""
        if content is None:
            return await self.broadcasts.begin(author, self._expires())
        first = content
        return await self.broadcasts.begin(
            author, self._expires(), lambda mailing: self._variants(first, Locale.RU, mailing=mailing)
        )

    async def russian(self, author: int, mailing: int, content: Content) -> bool:
        """Store the Russian text and wait for the English one; False when the draft is gone."""
        texts = self._variants(content, Locale.RU, mailing=mailing)
        return await self.broadcasts.write(mailing, author, texts, Audience.ALL, ComposeStep.ENGLISH, self._expires())

    async def english(self, author: int, mailing: int, content: Content) -> bool:
        """Store the English text: the draft is complete; False when it is gone."""
        return await self._complete(author, mailing, self._variants(content, Locale.EN, mailing=mailing), Audience.ALL)

    async def one_for_all(self, author: int, mailing: int) -> bool:
        """Give everybody the Russian text; False when there is none."""
        content = await self.broadcasts.text(mailing, Locale.RU)
        if content is None:
            return False
        return await self._complete(author, mailing, self._variants(content, Locale.EN, mailing=mailing), Audience.ALL)

    async def russian_only(self, author: int, mailing: int) -> bool:
        """Address Russian readers only; False when there is no text."""
        if await self.broadcasts.text(mailing, Locale.RU) is None:
            return False
        return await self._complete(author, mailing, {}, Audience.RUSSIAN)

    async def fix(self, author: int, mailing: Mailing, language: Locale) -> bool:
        """Wait for a corrected text of the language; what is written stays until it comes."""
        return await self.broadcasts.write(mailing.id, author, {}, mailing.audience, FIXES[language], self._expires())

    async def wait_for_time(self, author: int, mailing: Mailing, *, wait: bool) -> bool:
        """Wait for the moment to send a complete draft at, or for its confirmation again."""
        return await self.wait_for(author, mailing, ComposeStep.SCHEDULE if wait else ComposeStep.PREVIEW)

    async def wait_for(self, author: int, mailing: Mailing, step: str) -> bool:
        """Wait for something else of a complete draft; False when it is gone."""
        return await self.place(author, mailing, {}, step)

    async def place(self, author: int, mailing: Mailing, texts: Contents, step: str) -> bool:
        """Store texts as they are and wait for something; False when the draft is gone."""
        return await self.broadcasts.write(mailing.id, author, texts, mailing.audience, step, self._expires())

    async def ring(self, author: int, mailing: Mailing, *, quiet: bool) -> bool:
        """Let the draft come without a sound, or with one; False when it is gone."""
        return await self.broadcasts.ring(mailing.id, author, self._expires(), quiet=quiet)

    async def correct(self, author: int, mailing: Mailing, step: str, content: Content) -> bool:
        """Put a corrected text in its place; under a finished preview its letters say which place that is."""
        russian = await self.broadcasts.text(mailing.id, Locale.RU)
        english = await self.broadcasts.text(mailing.id, Locale.EN)
        if mailing.audience is Audience.ALL and english is None:
            return await self.russian(author, mailing.id, content)
        places = tuple(Locale) if russian == english else (self._place(step, content),)
        places = ONLY.get(mailing.audience, places)
        before = (russian if places[0] is Locale.RU else english) or content
        content = replace(content, keyboard=before.keyboard)
        if mailing.edits:
            content = edited_content(before, content)
        texts = self._variants(content, *places, mailing=mailing.id)
        return await self._complete(author, mailing.id, texts, mailing.audience)

    async def preview(self, author: int, mailing: Mailing) -> Preview:
        """Return the complete draft with the count of people it would reach and its mark."""
        languages = ONLY.get(mailing.audience, tuple(Locale))
        found = [(language, await self.broadcasts.text(mailing.id, language)) for language in languages]
        texts = tuple((language, content) for language, content in found if content)
        recipients = await self.broadcasts.count(mailing.audience, mailing.repeat, mailing.of_seminar)
        mark = mark_of(author, mailing.content_hash, mailing.audience)
        several = len(languages) > 1
        alone = recipients if Locale.RU in languages else 0
        of_them = (
            await self.broadcasts.count(Audience.RUSSIAN, mailing.repeat, mailing.of_seminar) if several else alone
        )
        stars = price(messages_needed(dict(texts), recipients, of_them))
        paid = mark_of(author, mailing.content_hash, mailing.audience, stars)
        before = await self._before(mailing.repeat, languages)
        if before is not None:
            mark = mark_of(author, mailing.content_hash + hash_contents(before), mailing.audience)
        shown = Preview(mailing.id, mailing.audience, recipients, texts, mark, paid, mailing.repeat, of_them, before)
        return replace(shown, quiet=mailing.quiet, signed_up=mailing.signed_up)

    async def _before(self, repeat: Repeat | None, languages: Sequence[Locale]) -> Contents | None:
        """Return the texts that the draft of an edit is to replace; None of any other draft."""
        if repeat is None or repeat.missed is not Missed.EDIT:
            return None
        found = {Variant(language): await self.broadcasts.text(repeat.source, language) for language in languages}
        return {variant: content for variant, content in found.items() if content is not None}

    async def correction(self, author: int, source: Mailing) -> int | None:
        """Start a draft for exactly those who got a run that is over; None when nobody of them would be told (A7)."""
        if not source.over or not await self.broadcasts.count(Audience.ALL, Repeat(source.id, Missed.GOT)):
            return None
        return await self.broadcasts.begin_correction(author, source.id, self._expires())

    async def repeat(self, author: int, source: Mailing, missed: Missed) -> int | None:
        """Draft the same texts for exactly those who stand so in a finished run; None when there is nobody (A7, A8)."""
        repeat = Repeat(source.id, missed)
        if source.retracted and missed in REPEATABLE:  # an older report still has the button
            return None
        if not source.over or not await self.broadcasts.count(source.audience, repeat, source.of_seminar):
            return None
        found = [(language, await self.broadcasts.text(source.id, language)) for language in Locale]

        def texts(mailing: int) -> Contents:
            written = (self._variants(content, language, mailing=mailing) for language, content in found if content)
            return dict(chain.from_iterable(part.items() for part in written))

        return await self.broadcasts.begin_repeat(author, repeat, source.audience, texts, self._expires())

    async def _complete(self, author: int, mailing: int, texts: Contents, audience: Audience) -> bool:
        return await self.broadcasts.write(mailing, author, texts, audience, ComposeStep.PREVIEW, self._expires())

    def _place(self, step: str, content: Content) -> Locale:
        asked = next((language for language, fix in FIXES.items() if fix == step), None)
        return asked or (Locale.RU if reads_russian(content.words) else Locale.EN)

    def _variants(self, content: Content, *languages: Locale, mailing: int) -> Contents:
        openly = {Variant(language): content for language in languages}
        return openly | {Variant(language, discreet=True): self.discreetly(language, mailing) for language in languages}

    def _expires(self) -> datetime:
        return self.clock.now() + DRAFT_LIFE


@dataclass(frozen=True)
class Recounted:
    """Not confirmed: the audience of this draft is no longer about what the preview said (or its seminar is off)."""

    mailing: Mailing


@dataclass(frozen=True)
class Confirm:
    """R11: single-use, and bound to the admin, the content and the audience previewed."""

    mailings: Mailings
    broadcasts: Broadcasts
    clock: Clock
    wake: Wake
    undo: timedelta = NO_WINDOW
    second: SecondApproval | None = None

    async def __call__(
        self, author: int, mailing_id: int, mark: str, card: int, shown: int, stars: int | None = None
    ) -> int | Recounted | AskedSecond | None:
        """Return how many people the broadcast goes to, or None when this is not what was previewed.

        ``card`` is the author's message that will show the progress; ``shown`` is how many people the preview named;
        for ``stars`` at most it is sent paid.
        """
        mailing = await self.mailings.get(mailing_id)
        if mailing is None or mailing.state is not MailingState.DRAFT or mailing.author != author or mailing.edits:
            return None
        if mark != mark_of(author, mailing.content_hash, mailing.audience, stars):
            return None
        counted = await self.broadcasts.count(mailing.audience, mailing.repeat, mailing.of_seminar)
        now, fare = self.clock.now(), Fare.FREE if stars is None else Fare.PAID
        if mailing.void(now) or moved_much(shown, counted):
            return Recounted(mailing)
        if self.second is not None and self.second.needed(counted):
            return AskedSecond(counted) if await self.second.ask(mailing, counted, card=card, fare=fare) else None
        recipients = await self.broadcasts.confirm(
            mailing_id, author, mailing.content_hash, mailing.audience, now, card, fare, self.undo
        )
        self.wake()
        return recipients
