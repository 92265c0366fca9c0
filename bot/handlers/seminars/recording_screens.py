"""A recording in words: for readers and in the mailing, and what an admin sees while entering one (P7, A9)."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from aiogram.types import InlineKeyboardButton
from pydantic import Field as Limited

from bot.core.content import Button, Content, Variant
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import Discreetly
from bot.core.seminars.drafts import MARK_SIGNS, NO_LINK
from bot.core.seminars.recordings import (
    SUMMARY_UNITS,
    Recording,
    RecordingDraft,
    RecordingFault,
    RecordingPart,
)
from bot.core.seminars.seminars import Seminar
from bot.handlers.seminars.screens import open_button, watch_button
from bot.handlers.ui.callbacks import Deed, Go, Place, ShowSeminar, Spoken
from bot.handlers.ui.pager import clamp, pager
from bot.handlers.ui.screens import Row, Screen, Words
from bot.texts import Texts
from bot.wording.moments import moment
from bot.wording.seminar_lines import shown_link

PAST_SHOWN = 8
"""How many past seminars a page of the list shows."""

Mark = Annotated[str, Limited(max_length=MARK_SIGNS)]
Count = Annotated[int, Limited(ge=0, lt=2**40)]


class ShowPast(Spoken, prefix="pst"):
    """Show a page of the past seminars with recordings."""

    page: int = 0


class ConfirmRecording(Deed, prefix="rcp"):
    """Publish what was previewed; ``count`` people were said to be told."""

    mark: Mark
    count: Count


class PublishQuietly(Deed, prefix="rcq"):
    """Publish what was previewed, and tell nobody."""

    mark: Mark


class FixRecording(Deed, prefix="rcf"):
    """Ask for one part of the recording anew."""

    mark: Mark
    part: RecordingPart


class KeepPart(Deed, prefix="rck"):
    """Leave the awaited part as it is."""

    mark: Mark


class DropRecording(Deed, prefix="rcx"):
    """Forget what was entered; what is published stays."""

    mark: Mark


class ShowRecording(Spoken, prefix="rcs"):
    """Show what the draft waits for."""

    mark: Mark


def recording_text(words: Words, seminar: Seminar, recording: Recording, zones: Iterable[str]) -> str:
    """Return all there is to know of a seminar that is over; it is complete without the link."""
    heading = words("seminars-heading", title=seminar.title(words.locale))
    at = words("seminars-time-over", moment=moment(words, seminar.start, zones))
    blocks = [
        words("recordings-title" if recording.link else "recordings-title-summary"),
        f"{heading}\n{at}",
        words("recordings-summary", text=recording.summary(words.locale)),
    ]
    if recording.link:
        blocks.append(words("recordings-link", url=recording.link, shown=shown_link(recording.link)))
    return "\n\n".join(blocks)


class RecordingWords:
    """Words the mailing of a recording, openly and discreetly (core's ``RecordingText``)."""

    def __init__(self, texts: Texts, discreetly: Discreetly, zones: Sequence[str]) -> None:
        """Keep the texts, what words the neutral first message (S5), and the zones of DISPLAY_ZONES."""
        self._texts = texts
        self._discreetly = discreetly
        self._zones = zones

    def __call__(self, seminar: Seminar, recording: Recording, mailing: int) -> dict[Variant, Content]:
        """Return all texts."""
        openly = {Variant(each): self._open(each, seminar, recording) for each in Locale}
        return openly | {Variant(each, discreet=True): self._discreetly(each, mailing) for each in Locale}

    def _open(self, language: Locale, seminar: Seminar, recording: Recording) -> Content:
        words, link = Words(self._texts, language), recording.link
        watch = watch_button(words, link) if link else None
        rows = ((Button(watch.text, url=watch.url),),) if watch else ()
        return Content(recording_text(words, seminar, recording, self._zones), keyboard=rows)


def recorded_card(words: Words, seminar: Seminar, recording: Recording, zones: Iterable[str]) -> Screen:
    """Return a reader's card of a seminar that is over and has a recording."""
    rows: list[Row] = [(watch_button(words, recording.link),)] if recording.link else []
    opened = words.cover is not None  # such a message has one way back: «Скрыть»
    here = ShowSeminar(lang=words.locale, seminar=seminar.id)
    footer = words.footer(here, None if opened else ShowPast(lang=words.locale))
    return Screen(recording_text(words, seminar, recording, zones), (*rows, footer))


def past_screen(words: Words, seminars: Sequence[Seminar], zones: Iterable[str], page: int) -> Screen:
    """Return a page of the past seminars with recordings, the last one first."""
    pages = max(1, -(-len(seminars) // PAST_SHOWN))
    at = clamp(page, pages)
    shown, here = seminars[at * PAST_SHOWN : (at + 1) * PAST_SHOWN], ShowPast(lang=words.locale, page=at)
    buttons = [(open_button(words, each, zones, ShowSeminar(lang=words.locale, seminar=each.id)),) for each in shown]
    turn = pager(words, at, pages, lambda number: here.model_copy(update={"page": number}))
    footer = words.footer(here, Go(lang=words.locale, to=Place.SEMINARS))
    text = words("recordings-past" if seminars else "recordings-past-none")
    return Screen(text, (*buttons, *turn, footer))


def ask_part(words: Words, author: int, draft: RecordingDraft, fault: RecordingFault | None = None) -> Screen:
    """Ask for the awaited part, first saying what was wrong with the last answer."""
    part, mark = draft.awaited or RecordingPart.LINK, draft.mark(author)
    wrong = [words(f"recordings-fault-{fault}", limit=SUMMARY_UNITS)] if fault else []
    question = words(f"recordings-ask-{part}", limit=SUMMARY_UNITS, none=NO_LINK)
    kept = _kept(words, draft, part)
    rows = [(words.button("recordings-keep", KeepPart(lang=words.locale, mark=mark)),)] if kept else []
    return Screen("\n\n".join((*wrong, question, *kept)), (*rows, _last_row(words, mark)))


def _kept(words: Words, draft: RecordingDraft, part: RecordingPart) -> list[str]:
    """Return the line with what stands there now, if anything does."""
    kept = draft.recording
    now = {RecordingPart.LINK: kept.link, RecordingPart.RUSSIAN: kept.russian, RecordingPart.ENGLISH: kept.english}
    return [words("recordings-now", text=found)] if (found := now[part]) else []


def recording_card(
    words: Words, author: int, draft: RecordingDraft, listeners: int, before: int | None = None
) -> Screen:
    """Return the card under the preview: who would hear of it, and the buttons that publish it."""
    mark, told = draft.mark(author), draft.recording.told
    blocks = [words("recordings-card-told") if told else words("recordings-card", count=listeners)]
    if before is not None and before != listeners:
        blocks.insert(0, words("seminars-preview-recounted", before=before, count=listeners))
    if draft.recording.cyrillic_english:
        blocks.append(words("recordings-cyrillic-english"))
    confirm = ConfirmRecording(lang=words.locale, mark=mark, count=listeners)
    tell = [] if told or not listeners else [(words.button("recordings-tell", confirm, count=listeners),)]
    quietly = (words.button("recordings-quietly", PublishQuietly(lang=words.locale, mark=mark)),)
    fixes = [(_fix(words, mark, part),) for part in RecordingPart]
    return Screen("\n\n".join(blocks), (*tell, quietly, *fixes, _last_row(words, mark)))


def refused_recording(words: Words, author: int, draft: RecordingDraft, language: Locale, reason: str) -> Screen:
    """Say that Telegram does not take the message, and let its parts be corrected."""
    text = words(f"seminars-preview-refused-{language.value}", original=reason)
    mark = draft.mark(author)
    fixes = [(_fix(words, mark, part),) for part in RecordingPart]
    return Screen(f"{text}\n\n{words('seminars-preview-refused-kept')}", (*fixes, _last_row(words, mark)))


def _fix(words: Words, mark: str, part: RecordingPart) -> InlineKeyboardButton:
    return words.button(f"recordings-fix-{part}", FixRecording(lang=words.locale, mark=mark, part=part))


def _last_row(words: Words, mark: str) -> Row:
    drop = words.button("cancel", DropRecording(lang=words.locale, mark=mark))
    return (drop, words.switch(ShowRecording(lang=words.locale, mark=mark)))
