"""A recording and its mailing are written together, in place of the draft, or not at all."""

from datetime import timedelta

from bot.core.content import Content, Contents, Variant
from bot.core.locales import Locale
from bot.core.seminars.recordings import Recording, RecordingDraft, Telling
from bot.core.seminars.seminars import Seminar
from tests.storage.conftest import Store

ADMIN = 9001
RECORDING = Recording("https://youtu.be/video000001", "Главное", "In short", told=True)
DRAFT = RecordingDraft(1, RECORDING, None).conversation(ADMIN)


def text(_: Seminar, recording: Recording, __: int) -> Contents:
    """The summaries alone."""
    return {Variant(each): Content(recording.summary(each)) for each in Locale}


async def test_without_its_draft_nothing_is_published(store: Store) -> None:
    kept, recordings = await store.seminar(), store.rows.recordings
    assert not await recordings.publish(kept, RECORDING, DRAFT, store.now, Telling(text))
    assert await recordings.get(kept.id) is None
    assert await store.count("mailing") == 0


async def test_a_draft_publishes_once(store: Store) -> None:
    kept, recordings = await store.seminar(), store.rows.recordings
    await store.rows.conversations.put(DRAFT, store.now + timedelta(hours=1))
    assert await recordings.publish(kept, RECORDING, DRAFT, store.now, Telling(text))
    assert not await recordings.publish(kept, RECORDING, DRAFT, store.now, Telling(text))
    assert await recordings.get(kept.id) == RECORDING
    assert await recordings.published() == [kept]
    assert await store.count("mailing", "audience = 'recordings' AND video = 'video000001'") == 1
    assert await store.count("video", "state = 'pushed'") == 1
    journal = await store.database.rows("SELECT action FROM journal ORDER BY number")
    assert journal == [("broadcast-sent",), ("recording-published",)]
