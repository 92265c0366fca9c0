"""A recording is published once, by whoever previewed exactly this (R11); its parts are what they must be."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest

from bot.core.content import Contents
from bot.core.locales import Locale
from bot.core.mailings.approval import SecondApproval
from bot.core.seminars.recordings import (
    Published,
    PublishRecording,
    Recording,
    RecordingDraft,
    RecordingFault,
    RecordingPart,
    draft_of,
    typed,
)
from bot.core.seminars.seminars import Seminar
from tests.clock import ManualClock
from tests.core.mailings.broadcast_memory import MemoryConversations
from tests.core.seminars.recording_memory import MemoryRecordings
from tests.core.seminars.seminar_memory import NOW, MemorySeminars, seminar

ADMIN = 9001
WHOLE = RecordingDraft(1, Recording("https://youtu.be/abc", "Главное", "In short"), None)


def text(_: Seminar, __: Recording, ___: int) -> Contents:
    """Words nothing."""
    return {}


def publishing(hearing: int = 0) -> PublishRecording:
    """The use case over a seminar that is over, with two admins; more than ten hearers want both of them."""
    seminars, clock = MemorySeminars({1: seminar(NOW - timedelta(days=2))}), ManualClock(NOW)
    second = SecondApproval(cast(Any, None), frozenset({ADMIN, ADMIN + 1}), 10, clock)
    return PublishRecording(seminars, MemoryRecordings(hearing=hearing), MemoryConversations(), text, clock, second)


@pytest.mark.parametrize(("hearing", "waits"), [(10, False), (11, True)])
async def test_above_the_threshold_another_admin_is_waited_for(hearing: int, waits: bool) -> None:
    publish = publishing(hearing)
    await publish.keep(ADMIN, WHOLE)
    done = await publish.confirm(ADMIN, WHOLE.mark(ADMIN), hearing)
    assert done is (Published.ASKED if waits else Published.DONE)
    recordings = cast(MemoryRecordings, publish.recordings)
    assert (recordings.waits_until is not None) is waits


async def test_a_draft_that_goes_at_that_moment_publishes_nothing() -> None:
    publish = publishing()
    cast(MemoryRecordings, publish.recordings).gone = True
    await publish.keep(ADMIN, WHOLE)
    assert await publish.confirm(ADMIN, WHOLE.mark(ADMIN), None) is Published.OVER


async def test_only_the_draft_as_it_was_previewed_is_published() -> None:
    publish = publishing()
    assert await publish.confirm(ADMIN, WHOLE.mark(ADMIN), None) is Published.OVER
    await publish.keep(ADMIN, WHOLE)
    other = replace(WHOLE, recording=replace(WHOLE.recording, english="Other"))
    assert await publish.confirm(ADMIN, other.mark(ADMIN), None) is Published.OVER
    assert await publish.confirm(ADMIN, WHOLE.mark(ADMIN + 1), None) is Published.OVER
    assert await publish.confirm(ADMIN, WHOLE.mark(ADMIN), None) is Published.DONE
    assert await publish.recordings.get(1) == WHOLE.recording


async def test_what_still_waits_for_a_part_is_not_published() -> None:
    publish = publishing()
    waiting = replace(WHOLE, awaited=RecordingPart.ENGLISH)
    await publish.keep(ADMIN, waiting)
    assert await publish.confirm(ADMIN, waiting.mark(ADMIN), None) is Published.OVER


async def test_it_is_told_once() -> None:
    publish = publishing()
    await publish.keep(ADMIN, WHOLE)
    assert await publish.confirm(ADMIN, WHOLE.mark(ADMIN), 0) is Published.DONE
    await publish.keep(ADMIN, WHOLE)
    assert await publish.confirm(ADMIN, WHOLE.mark(ADMIN), 0) is Published.ASK_AGAIN
    assert (await publish.begin_again(ADMIN, WHOLE)).recording.told


async def test_a_seminar_to_come_and_one_that_is_not_there_have_none() -> None:
    publish = publishing()
    assert await publish.begin(ADMIN, 2) is None
    coming = replace(publish, seminars=MemorySeminars({1: seminar()}))
    assert await coming.begin(ADMIN, 1) is None
    begun = await publish.begin(ADMIN, 1)
    assert begun is not None
    assert begun.recording.link == seminar().plan.link


def test_a_draft_survives_its_conversation() -> None:
    assert draft_of(WHOLE.conversation(ADMIN)) == WHOLE


@pytest.mark.parametrize(
    ("part", "written", "fault"),
    [
        (RecordingPart.LINK, "ftp://example.org", RecordingFault.LINK),
        (RecordingPart.LINK, "", RecordingFault.LINK),
        (RecordingPart.RUSSIAN, " \n", RecordingFault.EMPTY),
        (RecordingPart.RUSSIAN, "я" * 1501, RecordingFault.LONG),
        (RecordingPart.ENGLISH, "😀" * 751, RecordingFault.LONG),
    ],
)
def test_what_a_part_cannot_be(part: RecordingPart, written: str, fault: RecordingFault) -> None:
    assert typed(replace(WHOLE, awaited=part), written) is fault


@pytest.mark.parametrize("written", ["я" * 1500, "😀" * 750])
def test_a_summary_of_1500_signs_fits(written: str) -> None:
    taken = typed(replace(WHOLE, awaited=RecordingPart.RUSSIAN), written)
    assert isinstance(taken, RecordingDraft)
    assert (taken.recording.summary(Locale.RU), taken.awaited) == (written, None)


def test_the_parts_are_asked_for_in_their_order() -> None:
    draft = RecordingDraft(1, Recording(None, "", ""))
    asked = []
    for written in ("youtu.be/abc", "Главное", "In short"):
        asked.append(draft.awaited)
        taken = typed(draft, written)
        assert isinstance(taken, RecordingDraft)
        draft = taken
    assert asked == list(RecordingPart)
    assert draft == replace(WHOLE, recording=replace(WHOLE.recording, link="https://youtu.be/abc"))
