"""Who is talked to: people in private; everybody else is settled in silence (P16, T06)."""

from typing import Any

import pytest
from aiogram import Dispatcher

from tests.handlers.inbox.stage import Stage
from tests.handlers.inbox.virtual_clock import until

CANARY = "canary-7391"


def message(update_id: int, text: str | None = "hello", **changes: Any) -> dict[str, Any]:
    """A raw update that would pass."""
    body: dict[str, Any] = {
        "message_id": 1,
        "date": 1_700_000_000,
        "chat": {"id": 5, "type": "private", "first_name": CANARY},
        "from": {"id": 5, "is_bot": False, "first_name": CANARY},
        "text": text,
    }
    return {"update_id": update_id, "message": {**body, **changes}}


def tap(update_id: int, **changes: Any) -> dict[str, Any]:
    """A raw tap that would pass."""
    body = {
        "id": "77",
        "from": {"id": 5, "is_bot": False, "first_name": CANARY},
        "chat_instance": "1",
        "data": "go:ru:0:menu",
        "message": message(0)["message"],
    }
    return {"update_id": update_id, "callback_query": {**body, **changes}}


def membership(update_id: int, kind: str) -> dict[str, Any]:
    user = {"id": 42, "is_bot": True, "first_name": "bot"}
    chat = {"id": 5, "type": kind, "title": CANARY}
    body = {
        "chat": chat,
        "from": {"id": 5, "is_bot": False, "first_name": CANARY},
        "date": 1_700_000_000,
        "old_chat_member": {"user": user, "status": "member"},
        "new_chat_member": {"user": user, "status": "kicked", "until_date": 0},
    }
    return {"update_id": update_id, "my_chat_member": body}


GONE = {"chat": {"id": 5, "type": "private"}, "message_id": 1, "date": 0}
GROUP = {"id": -100, "type": "supergroup", "title": CANARY}
FROM_ROBOT: dict[str, Any] = {"from": {"id": 6, "is_bot": True, "first_name": CANARY}}
FROM_NOBODY: dict[str, Any] = {"from": None}


@pytest.mark.parametrize(
    "raw",
    [
        message(1),
        message(1, text=None, sticker_of_the_future={"a": 1}, unknown=CANARY),
        tap(1),
        tap(1, message=GONE),
        membership(1, "private"),
    ],
)
async def test_a_person_in_private_is_heard(raw: dict[str, Any]) -> None:
    stage = Stage()
    await stage.inbox.take(raw)
    assert stage.inbox.counters.handled == 1


@pytest.mark.parametrize(
    "raw",
    [
        message(1, chat=GROUP),
        message(1, chat={"id": -5, "type": "group", "title": CANARY}),
        message(1, chat={"id": -5, "type": "channel", "title": CANARY}),
        message(1, **FROM_ROBOT),
        message(1, **FROM_NOBODY),
        tap(1, message=None, inline_message_id="1"),
        tap(1, message={**message(0)["message"], "chat": GROUP}),
        tap(1, message={**GONE, "chat": GROUP}),
        tap(1, **FROM_ROBOT),
        membership(1, "supergroup"),
        {"update_id": 1, "edited_message": message(0)["message"]},
        {"update_id": 1, "edited_message": message(0, chat=GROUP)["message"]},
        {"update_id": 1, "channel_post": message(0, chat=GROUP)["message"]},
        {"update_id": 1, "kind_of_the_future": {"text": CANARY}},
        {"update_id": 1},
    ],
)
async def test_everybody_else_is_settled_in_silence(raw: dict[str, Any], recwarn: pytest.WarningsRecorder) -> None:
    stage = Stage(Dispatcher().feed_update)
    stage.telegram.world.updates.put(raw)
    async with stage.running():
        await until(lambda: not stage.waiting)
    assert (stage.inbox.counters.foreign, stage.inbox.counters.handled) == (1, 0)
    assert not recwarn.list
    assert [entry.method for entry in stage.telegram.ledger.entries if entry.method != "getUpdates"] == []
