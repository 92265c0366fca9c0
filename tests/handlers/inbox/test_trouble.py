"""What the inbox does when Telegram does not answer as it should (R6, R14; T08–T13)."""

import asyncio
import itertools

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetMe

from bot.core.health.pulse import Part
from bot.core.health.troubles import Trouble
from bot.demo.faults import plan
from bot.handlers.inbox import TokenRejected
from bot.handlers.inbox.backoff import Backoff
from tests.handlers.inbox.stage import Fault, Stage
from tests.handlers.inbox.virtual_clock import turns, until

HTML = (502, "<html><h1>502 Bad Gateway</h1></html>")
NETWORK = TelegramNetworkError(method=GetMe(), message="reset")


def refusal(code: int, text: str, more: str = "") -> Fault:
    return code, f'{{"ok": false, "error_code": {code}, "description": "{text}"{more}}}'


WAIT_SEVEN = refusal(429, "Too Many Requests: retry after 7", ', "parameters": {"retry_after": 7}')
WAIT_A_QUARTER = refusal(429, "Too Many Requests: retry after 900", ', "parameters": {"retry_after": 900}')
OTHER = refusal(409, "Conflict: terminated by other getUpdates request")
UNAUTHORIZED = refusal(401, "Unauthorized")


@pytest.mark.parametrize(
    "fault",
    [
        HTML,
        NETWORK,
        TimeoutError(),
        ConnectionResetError(),
        (200, "{broken"),
        (200, '{"ok": true}'),
        (200, '{"ok": true, "result": 7}'),
        refusal(500, "Internal Server Error"),
        refusal(404, "Not Found"),
    ],
)
async def test_an_hour_of_trouble_costs_few_questions_and_ends_soon(fault: Fault) -> None:
    stage = Stage()
    stage.wire.fault = lambda: fault
    async with stage.running():
        await stage.clock.advance(3600)
        assert 50 <= len(stage.wire.asked) <= 150
        assert max(stage.wire.gaps) <= 60
        assert stage.wire.gaps[0] <= 0.5
        stage.wire.fault = lambda: None
        stage.person().sends("at last")
        await stage.clock.advance(65)
        assert stage.book.done == ["at last"]


@pytest.mark.parametrize("fault", [NETWORK, WAIT_A_QUARTER, HTML], ids=["network", "429", "502"])
async def test_a_poller_that_waits_on_purpose_does_not_stand_still(fault: Fault) -> None:
    """Else the watchdog would restart the bot again and again while Telegram is away."""
    stage = Stage()
    stage.wire.fault = lambda: fault
    pulse = stage.vitals.pulse
    pulse.expect(Part.INBOX)
    async with stage.running():
        for _ in range(120):
            await stage.clock.advance(30)
            assert not [*pulse.stale()]


async def test_a_question_that_ends_as_cancelled_is_asked_again() -> None:
    stage = Stage()

    def cancelled_once() -> Fault:
        stage.wire.fault = lambda: None
        raise asyncio.CancelledError

    stage.wire.fault = cancelled_once
    async with stage.running():
        stage.person().sends("still there")
        await stage.clock.advance(1)
        assert stage.book.done == ["still there"]


async def test_a_success_starts_the_waits_anew() -> None:
    stage = Stage()
    faults = itertools.chain([HTML] * 8, [None], [HTML] * 3)
    stage.wire.fault = lambda: next(faults, None)
    async with stage.running():
        await stage.clock.advance(300)
    first, second = stage.wire.gaps[:8], stage.wire.gaps[9:12]
    assert first == sorted(first)
    assert second[0] <= 0.5 < second[1] <= 1 < second[2] <= 2


def test_waits_are_shaken_within_their_bounds() -> None:
    for chance in (0.0, 0.5, 1.0):
        patience = Backoff(lambda chance=chance: chance)  # type: ignore[misc]  # a lambda's default has no type
        waits = [patience.after(OSError()) for _ in range(10)]
        assert waits == [min(0.5 * 2**number, 60) * (1 - chance / 4) for number in range(10)]


async def test_told_to_wait_it_waits_that_long_and_a_bit() -> None:
    stage = Stage()
    faults = iter([WAIT_SEVEN])
    stage.wire.fault = lambda: next(faults, None)
    async with stage.running():
        await stage.clock.advance(7)
        assert len(stage.wire.asked) == 1
        await stage.clock.advance(2)
        assert len(stage.wire.asked) == 2


async def test_another_poller_is_waited_for() -> None:
    stage = Stage()
    stage.wire.fault = lambda: OTHER
    async with stage.running():
        await stage.clock.advance(300)
        assert stage.wire.gaps[:7] == [1, 2, 4, 8, 16, 30, 30]
        stage.wire.fault = lambda: None
        stage.person().sends("mine again")
        await stage.clock.advance(31)
        assert stage.book.done == ["mine again"]


async def test_a_left_over_webhook_is_removed_once_and_nothing_is_dropped() -> None:
    stage = Stage()
    await stage.bot.set_webhook("https://example.org/hook")
    stage.person().sends("waited for long")
    async with stage.running():
        await until(lambda: stage.book.done)
        await stage.bot.set_webhook("https://example.org/other")
        await stage.clock.advance(100)
        removed = [entry for entry in stage.telegram.ledger.entries if entry.method == "deleteWebhook"]
        assert len(removed) == 1
        assert stage.telegram.world.webhook
    assert stage.book.done == ["waited for long"]


async def test_a_webhook_that_cannot_be_removed_is_tried_again_with_patience() -> None:
    stage = Stage()
    await stage.bot.set_webhook("https://example.org/hook")
    stage.telegram.faults.add(plan.Fault(plan.FaultKind.RESET, methods=("deleteWebhook",), calls=(1, 2)))

    def calls() -> int:
        return sum(entry.method == "deleteWebhook" for entry in stage.telegram.ledger.entries)

    stage.person().sends("patience")
    async with stage.running():
        await stage.clock.advance(0.1)
        assert calls() == 1
        await stage.clock.advance(10)
        assert (calls(), stage.book.done) == (3, ["patience"])


async def test_it_says_that_another_polls_until_a_poll_succeeds() -> None:
    stage = Stage()
    stage.wire.fault = lambda: OTHER
    async with stage.running():
        await stage.clock.advance(10)
        assert [each.trouble for each in stage.vitals.troubles] == [Trouble.CONFLICT]
        stage.wire.fault = lambda: None
        await stage.clock.advance(60)
        assert Trouble.CONFLICT not in stage.vitals.troubles


@pytest.mark.parametrize("fault", [HTML, NETWORK, (200, "{broken")])
async def test_it_says_that_telegram_is_away_after_a_minute_until_an_answer_comes(fault: Fault) -> None:
    stage = Stage()
    stage.wire.fault = lambda: fault
    async with stage.running():
        await stage.clock.advance(59)
        assert Trouble.TELEGRAM not in stage.vitals.troubles
        await stage.clock.advance(120)
        assert [each.trouble for each in stage.vitals.troubles] == [Trouble.TELEGRAM]
        assert stage.vitals.pulse.age(Part.INBOX) <= 60
        stage.wire.fault = lambda: WAIT_SEVEN
        await stage.clock.advance(61)
        assert list(stage.vitals.troubles) == []


async def test_each_poll_that_comes_back_is_a_beat() -> None:
    stage = Stage()
    async with stage.running():
        for _ in range(10):
            await stage.clock.advance(31)
            assert stage.vitals.pulse.age(Part.INBOX) <= 30
        stage.wire.fault = lambda: (200, '{"ok": true, "result": []}')


async def test_a_rejected_token_ends_it_at_once() -> None:
    stage = Stage()
    stage.book.hold("in hand")
    stage.person().sends("in hand")
    faults = iter([None, None])
    stage.wire.fault = lambda: next(faults, UNAUTHORIZED)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(_rejected(stage))
        await until(lambda: stage.book.begun)
        await stage.clock.advance(5)
        assert task.done()
    assert len(stage.wire.asked) == 3
    assert stage.book.done == []
    assert len(stage.waiting) == 1


async def test_a_token_rejected_while_a_webhook_is_removed_ends_it_too() -> None:
    stage = Stage()
    stage.wire.fault = lambda: refusal(409, "Conflict: can't use getUpdates method while webhook is active; use x")
    stage.telegram.token = "42:other"
    await _rejected(stage)
    assert len(stage.wire.asked) == 1


@pytest.mark.parametrize("fault", [HTML, OTHER, WAIT_SEVEN])
async def test_a_stop_ends_every_wait_at_once(fault: Fault) -> None:
    stage = Stage()
    stage.wire.fault = lambda: fault
    async with stage.running() as stop:
        await stage.clock.advance(40)
        asked = len(stage.wire.asked)
        stop.set()
        await turns()
    assert len(stage.wire.asked) == asked


async def test_a_server_that_answers_nothing_at_once_is_not_asked_in_a_circle() -> None:
    stage = Stage()
    stage.wire.fault = lambda: (200, '{"ok": true, "result": []}')
    async with stage.running():
        await stage.clock.advance(60)
        assert 100 <= len(stage.wire.asked) <= 121


async def _rejected(stage: Stage) -> None:
    with pytest.raises(TokenRejected) as raised:
        await stage.inbox.run(asyncio.Event())
    assert raised.value.__cause__ is None
