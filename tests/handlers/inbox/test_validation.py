"""Numbers and signs no Telegram could have sent are no update: they would break on the disk or in a button."""

from typing import Any

import pytest

from tests.handlers.inbox.stage import Stage
from tests.handlers.inbox.test_admission import membership, message, tap

HUGE = 2**52


def person(number: int) -> dict[str, Any]:
    """A user with this id."""
    return {"id": number, "is_bot": False, "first_name": "x"}


def sender(number: int) -> dict[str, Any]:
    """The sender's field, whose name is a word of Python."""
    return {"from": person(number)}


def joined(number: int, by: int) -> dict[str, Any]:
    """The private chat's membership with these ids."""
    raw = membership(1, "private")
    raw["my_chat_member"]["chat"]["id"] = number
    raw["my_chat_member"]["from"] = person(by)
    return raw


@pytest.mark.parametrize(
    "raw",
    [
        message(1, chat={"id": HUGE, "type": "private"}),
        message(1, chat={"id": -5, "type": "private"}),
        message(1, chat={"id": 0, "type": "private"}),
        message(1, chat={"id": -HUGE, "type": "supergroup"}),
        message(1, message_id=-1),
        message(1, message_id=HUGE),
        message(1, text="\ud800"),
        message(1, text=None, caption="x\udfff"),
        message(1, entities=[{"type": "text_link", "offset": 0, "length": 1, "url": "\ud800"}]),
        message(1, **sender(HUGE)),
        tap(1, **sender(0)),
        tap(1, id="٣"),
        tap(1, data="\ud800"),
        tap(1, message={"chat": {"id": HUGE, "type": "private"}, "message_id": 1, "date": 0}),
        joined(HUGE, 5),
        joined(5, HUGE),
    ],
)
async def test_it_is_counted_settled_and_never_handled(raw: dict[str, Any]) -> None:
    stage = Stage()
    await stage.inbox.take(raw)
    assert (stage.inbox.counters.invalid, stage.inbox.counters.handled) == (1, 0)


@pytest.mark.parametrize("number", [-1, 2**63, 2**100])
async def test_an_update_needs_a_number_that_can_be_confirmed(number: int) -> None:
    stage = Stage()
    await stage.inbox.take(message(number))
    assert (stage.inbox.counters.invalid, stage.inbox.counters.handled) == (1, 0)


@pytest.mark.parametrize("raw", [message(2**63 - 1), message(1, message_id=0), tap(1, message=None), joined(5, 5)])
async def test_whatever_is_possible_is_not_refused(raw: dict[str, Any]) -> None:
    stage = Stage()
    await stage.inbox.take(raw)
    assert stage.inbox.counters.invalid == 0
