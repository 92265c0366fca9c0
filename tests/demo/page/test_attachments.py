"""What can be attached on the page is made up by the server (P11)."""

from collections.abc import AsyncIterator

import pytest

from tests.page.requests import Visit, visiting


@pytest.fixture
async def visit() -> AsyncIterator[Visit]:
    async with visiting() as visit:
        yield visit


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker", "contact"])
async def test_the_bot_gets_what_was_attached(visit: Visit, kind: str) -> None:
    answer = await visit.post("/api/chat/anna/attach", {"kind": kind})
    assert (await answer.json())["message_id"] == visit.anna.messages[-1]["message_id"]
    (update,) = await visit.bot("getUpdates")
    assert kind in update["message"]
    assert update["message"]["from"]["id"] == 1001


async def test_an_attachment_may_answer_a_message(visit: Visit) -> None:
    first = visit.anna.sends("раз")["message_id"]
    await visit.post("/api/chat/anna/attach", {"kind": "sticker", "reply_to": first})
    assert visit.anna.messages[-1]["reply_to_message"]["message_id"] == first


async def test_the_photo_is_a_picture(visit: Visit) -> None:
    await visit.post("/api/chat/anna/attach", {"kind": "photo"})
    response = await visit.client.get(f"/api/file/{visit.anna.messages[-1]['photo'][0]['file_id']}")
    assert response.content_type == "image/png"
    assert len(await response.read()) < 4096
