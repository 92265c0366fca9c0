"""Telegram is told of the webhook only when it knows another one; a webhook that went dark is noticed (O3)."""

import asyncio
import json

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError
from aiogram.methods import GetMe

from bot.core.health.pulse import Part
from bot.core.health.troubles import Trouble
from bot.core.telegram_time import NEVER, TelegramTime
from bot.demo.chats.webhook import Webhook
from bot.demo.doors.webhook import delivering
from bot.demo.faults.plan import Fault, FaultKind
from bot.handlers.inbox import TokenRejected
from bot.handlers.inbox.calls import ALLOWED_UPDATES, refused_by_telegram
from tests.handlers.inbox.test_admission import message
from tests.handlers.inbox.virtual_clock import VirtualClock, really_until
from tests.handlers.inbox.webhook.stage import SECRET, URL, HookStage, post

UPDATE = json.dumps(message(1, "hello")).encode()
NOWHERE = "http://127.0.0.1:9"


async def test_it_is_set_once_and_drops_nothing() -> None:
    stage = HookStage()
    stage.person().sends("waits")
    async with stage.running():
        info = await stage.bot.get_webhook_info()
        assert (info.url, info.max_connections, info.pending_update_count) == (URL, 100, 1)
        assert set(info.allowed_updates or ()) == set(ALLOWED_UPDATES)
        webhook = stage.telegram.world.webhook
        assert webhook is not None and webhook.secret == SECRET
        await passes(stage, 300)
    assert stage.calls("setWebhook") == 1
    assert stage.ear.asked == 1
    assert 9 <= stage.calls("getWebhookInfo") <= 13
    after = stage.again()
    async with after.running():
        await passes(after, 100)
    assert stage.calls("setWebhook") == 1


@pytest.mark.parametrize(
    "other",
    [
        {"url": "https://other.example.org/telegram", "max_connections": 100, "allowed_updates": [*ALLOWED_UPDATES]},
        {"url": URL, "max_connections": 40, "allowed_updates": [*ALLOWED_UPDATES]},
        {"url": URL, "max_connections": 100, "allowed_updates": ["message"]},
    ],
)
async def test_another_one_is_replaced(other: dict[str, object]) -> None:
    stage = HookStage()
    await stage.bot.set_webhook(**other)  # type: ignore[arg-type]  # of several types
    old = stage.telegram.world.webhook
    async with stage.running():
        await really_until(lambda: stage.telegram.world.webhook is not old)
    assert Trouble.CONFLICT not in stage.vitals.troubles


async def test_what_telegram_makes_of_it_is_not_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    stage = HookStage()
    usual = Webhook.described

    def spelled(webhook: Webhook) -> dict[str, object]:
        address = webhook.url.replace("https://bot.example.org", "https://BOT.example.org:443")
        return {**usual(webhook), "url": address, "max_connections": 40}

    monkeypatch.setattr(Webhook, "described", spelled)
    async with stage.running():
        await passes(stage, 200)
        assert Trouble.CONFLICT not in stage.vitals.troubles
    assert stage.calls("setWebhook") == 1


async def test_a_poller_is_interrupted() -> None:
    stage = HookStage()
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(stage.telegram.call("getUpdates", {"timeout": 30}))
        await really_until(lambda: stage.telegram.world.updates.waiting)
        async with stage.running():
            assert (await poll).status == 409


async def test_a_telegram_that_is_away_is_asked_again_and_updates_are_served_meanwhile() -> None:
    stage = HookStage()
    fault = Fault(FaultKind.UNREACHABLE, methods=("getWebhookInfo", "setWebhook"))
    stage.telegram.faults.add(fault)
    async with stage.running(set_up=False):
        assert await post(stage, UPDATE) == 200
        await passes(stage, 600)
        assert 15 <= stage.calls("getWebhookInfo") <= 40
        assert Trouble.TELEGRAM in stage.vitals.troubles
        assert stage.vitals.pulse.age(Part.INBOX) <= 61
        stage.telegram.faults.clear()
        await passes(stage, 65)
        assert stage.telegram.world.webhook
        assert list(stage.vitals.troubles) == []
    assert stage.book.done == ["hello"]


async def test_a_refused_webhook_is_said_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    stage = HookStage()
    fault = Fault(FaultKind.RESET, methods=("setWebhook",), calls=range(1, 8))
    stage.telegram.faults.add(fault)
    async with stage.running(set_up=False):
        await really_until(lambda: stage.calls("setWebhook"))
        await really_until(lambda: Trouble.WEBHOOK in stage.vitals.troubles)
        await passes(stage, 120)
        assert Trouble.WEBHOOK not in stage.vitals.troubles
        assert stage.telegram.world.webhook
    assert "webhook_not_set kind=" in caplog.text
    assert "webhook_delivers" in caplog.text


async def test_a_rejected_token_ends_it() -> None:
    stage = HookStage()
    stage.telegram.token = "42:other"
    with pytest.raises(TokenRejected):
        await stage.inbox.run(asyncio.Event())


async def test_a_webhook_that_another_program_takes_is_set_again(caplog: pytest.LogCaptureFixture) -> None:
    stage = HookStage()
    async with stage.running():
        await passes(stage, 31)
        await stage.bot.delete_webhook()
        await passes(stage, 31)
        assert stage.telegram.world.webhook
        assert Trouble.CONFLICT in stage.vitals.troubles
        await passes(stage, 31)
        assert Trouble.CONFLICT not in stage.vitals.troubles
    assert "webhook_taken" in caplog.text


async def test_a_secret_that_telegram_does_not_know_yet_is_told_when_a_request_was_refused_for_it() -> None:
    before = HookStage(secret="an_older_secret_of_this_bot")
    async with before.running():
        pass
    stage = before.again()
    async with stage.delivered():
        assert stage.calls("setWebhook") == 1
        stage.person().sends("with the older secret")
        await really_until(lambda: stage.inbox.counters.refused)
        await passes(stage, 15)
        await really_until(lambda: stage.book.done)
        assert stage.calls("setWebhook") == 2
        for _ in range(5):
            assert await post(stage, UPDATE, secret="of a stranger") == 403
            await passes(stage, 11)
        assert stage.calls("setWebhook") == 2
    assert stage.book.done == ["with the older secret"]


async def test_a_dark_webhook_is_noticed_within_minutes_and_told_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    stage = HookStage()
    async with stage.running():
        async with delivering(stage.telegram.world, stage.address):
            stage.person().sends("fine")
            await really_until(lambda: stage.book.done)
        heard = stage.ear.heard
        await passes(stage, 31)
        assert stage.ear.heard > heard
        async with delivering(stage.telegram.world, NOWHERE):
            stage.person().sends("in vain")
            await passes(stage, 125)
            assert Trouble.WEBHOOK in stage.vitals.troubles
            heard = stage.ear.heard
            await passes(stage, 600)
            assert stage.ear.heard == heard
        assert caplog.text.count("webhook_dark") == 1
        async with delivering(stage.telegram.world, stage.address):
            await passes(stage, 1)
            await really_until(lambda: len(stage.book.done) == 2)
            assert Trouble.WEBHOOK not in stage.vitals.troubles
    assert caplog.text.count("webhook_delivers") == 1


async def test_an_error_of_long_ago_and_a_queue_that_moves_are_no_darkness() -> None:
    stage = HookStage()
    async with stage.running():
        async with delivering(stage.telegram.world, NOWHERE):
            stage.person().sends("late")
            await really_until(lambda: stage.telegram.world.webhook and stage.telegram.world.webhook.last_error)
        async with delivering(stage.telegram.world, stage.address):
            await passes(stage, 5)
            await really_until(lambda: stage.book.done)
        for _ in range(10):
            await passes(stage, 31)
            assert Trouble.WEBHOOK not in stage.vitals.troubles


@pytest.mark.parametrize(("seconds", "silence"), [(45, False), (150, True)])
async def test_what_waited_longer_than_a_minute_comes_after_a_silence(seconds: int, silence: bool) -> None:
    """A tap has no date: it is an order only if it cannot have waited (R15)."""
    clock = VirtualClock()
    heard = TelegramTime(clock)
    stage = HookStage(clock=clock, listens=heard)
    async with stage.running():
        await passes(stage, 400)
        assert heard.listening_since == NEVER
        async with delivering(stage.telegram.world, NOWHERE):
            stage.person().sends("waits")
            await passes(stage, seconds)
        assert heard.listening_since == NEVER
        async with delivering(stage.telegram.world, stage.address):
            await passes(stage, 1)
            await really_until(lambda: stage.book.done)
            assert (heard.listening_since > NEVER) is silence


def test_telegrams_own_refusals_are_answers() -> None:
    assert refused_by_telegram(TelegramBadRequest(GetMe(), "x"))
    assert not refused_by_telegram(TelegramNetworkError(GetMe(), "x"))
    assert not refused_by_telegram(TimeoutError())


async def passes(stage: HookStage, seconds: float) -> None:
    """Let time pass, second by second, with a moment for the sockets after each."""
    for _ in range(int(seconds)):
        await stage.clock.advance(1)
        await asyncio.sleep(0.001)
