"""The ledger records which calls were accepted, which were refused and which are in flight."""

import asyncio

from bot.demo.chats.person import Person
from bot.demo.ledger import Ledger
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from tests.demo.conftest import START_SECONDS, Clock


async def test_accepted_and_refused(telegram: Telegram, anna: Person, clock: Clock) -> None:
    clock.advance(5)
    await telegram.call("sendMessage", {"chat_id": "7", "text": "<b>a</b>", "parse_mode": "HTML"})
    await telegram.call("sendMessage", {"chat_id": 8, "text": "b"})
    await telegram.call("sendChatAction", {"chat_id": 7, "action": "typing"})
    accepted, refused, action = telegram.ledger.entries
    assert (accepted.at, accepted.method, accepted.chat_id, accepted.status) == (
        START_SECONDS + 5,
        "sendMessage",
        7,
        200,
    )
    assert (accepted.message_id, accepted.description) == (2, None)
    assert (refused.status, refused.description, refused.message_id) == (400, "Bad Request: chat not found", None)
    assert telegram.ledger.accepted() == [accepted, action]
    assert telegram.ledger.accepted("sendMessage") == [accepted]
    assert telegram.ledger.accepted(chat=8) == []
    assert telegram.ledger.refused() == [refused]
    assert telegram.ledger.texts(7) == ["<b>a</b>"]
    assert telegram.ledger.texts(8) == []


async def test_unserved_and_unknown_methods_are_recorded(telegram: Telegram) -> None:
    for method in ("sendPoll", "sendNonsense"):
        reply = await telegram.call(method, {"chat_id": 7})
        assert reply.body == {"ok": False, "error_code": 404, "description": "Not Found"}
        assert reply.status == 404
    assert [entry.method for entry in telegram.ledger.refused()] == ["sendPoll", "sendNonsense"]


async def test_names_are_written_as_in_the_documentation(telegram: Telegram, anna: Person) -> None:
    await telegram.call("SENDMESSAGE", {"chat_id": 7, "text": "x"})
    assert telegram.ledger.texts(7) == ["x"]


async def test_a_chat_that_is_no_number(telegram: Telegram) -> None:
    await telegram.call("sendMessage", {"chat_id": "@channel", "text": "x"})
    assert telegram.ledger.entries[0].chat_id is None
    assert telegram.ledger.entries[0].description == "Bad Request: chat not found"


async def test_the_effect_lies_between_two_waits(clock: Clock) -> None:
    slow = Telegram(now=clock, sleep=clock.sleep, limits=Limits(latency=(1, 1), after=(2, 2)))
    anna = slow.person(7, "A")
    anna.sends("/start")
    async with asyncio.TaskGroup() as group:
        call = group.create_task(slow.call("sendMessage", {"chat_id": 7, "text": "x"}))
        await asyncio.sleep(0)
        assert (slow.ledger.in_flight, len(slow.ledger.entries)) == (1, 0)
        clock.advance(1)
        await asyncio.sleep(0.001)
        assert (slow.ledger.in_flight, len(slow.ledger.entries)) == (1, 1)
        assert anna.messages[-1]["text"] == "x"
        assert not call.done()
        clock.advance(2)
    assert call.result().status == 200
    assert slow.ledger.in_flight == 0


async def test_waits_lie_in_their_range(clock: Clock) -> None:
    waits = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    slow = Telegram(now=clock, sleep=sleep, limits=Limits(latency=(0.01, 0.02)))
    for _ in range(20):
        await slow.call("getMe", {})
    assert len(waits) == 20
    assert all(0.01 <= seconds <= 0.02 for seconds in waits)


def test_a_broken_flight_is_over() -> None:
    ledger = Ledger()
    try:
        with ledger.flight():
            raise KeyError
    except KeyError:
        assert ledger.in_flight == 0


async def test_what_a_group_was_told(telegram: Telegram, anna: Person) -> None:
    group = telegram.group(-1001, "Юристы")
    source = anna.sends("тайна")["message_id"]
    anna.sends("ответ юриста", group=group)
    assert telegram.told_groups() == "[[], [[]]]"
    await telegram.call("sendMessage", {"chat_id": 7, "text": "личное"})
    await telegram.call("copyMessage", {"chat_id": -1001, "from_chat_id": 7, "message_id": source})
    await telegram.call("deleteMessage", {"chat_id": -1001, "message_id": 2})
    await telegram.call("sendMessage", {"chat_id": -1002, "text": "мимо"})
    query = anna.taps(1, "x", group=group)
    await telegram.call("answerCallbackQuery", {"callback_query_id": query, "text": "взято"})
    assert [entry.method for entry in telegram.ledger.to_groups()] == ["copyMessage", "deleteMessage", "sendMessage"]
    told = telegram.told_groups()
    assert all(words in told for words in ("тайна", "мимо", "взято"))
    assert not any(words in told for words in ("личное", "ответ юриста"))
