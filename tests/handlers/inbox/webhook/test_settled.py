"""200 is said when an update is settled, and not before; until then it is 503 or nothing (R1, R14, T92, T93, T03)."""

import asyncio
import json
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import Update
from aiohttp import ClientSession

from bot.core.listening import Listen
from bot.core.updates import AlreadyApplied, current
from bot.handlers.inbox import InboxLimits, PortTaken, Webhook, WebhookInbox
from tests.chaos.figures import note
from tests.handlers.inbox.stage import with_limits
from tests.handlers.inbox.test_admission import message
from tests.handlers.inbox.virtual_clock import really_until, turns
from tests.handlers.inbox.webhook.stage import HEADER, SECRET, URL, HookStage, post


def update(number: int, text: str = "hello") -> bytes:
    """The body of a request."""
    return json.dumps(message(number, text)).encode()


async def test_messages_of_a_chat_are_handled_in_order_and_confirmed() -> None:
    stage = HookStage()
    async with stage.delivered() as deliverer:
        for number in range(20):
            stage.person().sends(str(number))
        await really_until(lambda: not stage.waiting)
        assert stage.inbox.memory.unconfirmed == 0
    assert stage.book.done == [str(number) for number in range(20)]
    assert deliverer.delivered.statuses == {200: 20}


async def test_200_comes_with_the_settling_and_not_with_the_end_of_the_handler() -> None:
    stage = HookStage()
    stage.book.hold("slow")
    stage.book.settles_first = True
    async with stage.running():
        assert await post(stage, update(1, "slow")) == 200
        assert stage.book.done == []
        stage.book.held["slow"].set()
        await stage.inbox.idle()
    assert stage.book.done == ["slow"]


async def test_an_update_that_is_not_settled_has_no_answer() -> None:
    stage = HookStage()
    stage.book.hold("slow")
    async with stage.running(), asyncio.TaskGroup() as group:
        asked = group.create_task(post(stage, update(1, "slow")))
        await really_until(lambda: stage.book.begun)
        await asyncio.sleep(0.05)
        assert not asked.done()
        stage.book.held["slow"].set()
        assert await asked == 200


async def test_t92_a_handler_that_fails_twice_is_settled(caplog: pytest.LogCaptureFixture) -> None:
    stage = HookStage()
    stage.book.fails = {"once": 1, "twice": 2}
    async with stage.delivered() as deliverer:
        for text in ("once", "twice", "after"):
            stage.person().sends(text)
        await really_until(lambda: not stage.waiting)
    assert stage.book.done == ["once", "after"]
    assert stage.inbox.counters.passed_over == 1
    assert deliverer.delivered.statuses == {200: 3}
    assert "canary" not in caplog.text
    note("T92", "handlers that fail once and twice: 200, 5xx 0")


async def test_t93_what_was_committed_before_a_kill_and_comes_again_has_one_effect() -> None:
    applied: set[int] = set()

    async def commits_and_dies(_bot: Bot, asked: Update) -> None:
        incoming = current.get()
        assert incoming is not None
        if asked.update_id in applied:
            raise AlreadyApplied
        applied.add(asked.update_id)
        await asyncio.Event().wait()

    stage = HookStage(commits_and_dies)
    async with asyncio.TaskGroup() as group:
        killed = group.create_task(stage.inbox.run(asyncio.Event()))
        await really_until(lambda: stage.telegram.world.webhook)
        asked = group.create_task(post(stage, update(7)))
        await really_until(lambda: applied)
        asked.cancel()
        killed.cancel()
    after = stage.again(seen=applied)
    async with after.running():
        assert await post(after, update(7)) == 200
    assert (after.book.begun, after.inbox.counters.duplicate) == ([], 1)


async def test_t03_an_update_that_comes_over_two_connections_has_one_effect() -> None:
    stage = HookStage()
    stage.book.hold("once")
    async with stage.running(), asyncio.TaskGroup() as group:
        asked = [group.create_task(post(stage, update(1, "once"))) for _ in range(2)]
        await really_until(lambda: stage.book.begun)
        await asyncio.sleep(0.05)
        stage.book.held["once"].set()
        assert [await each for each in asked] == [200, 200]
        assert await post(stage, update(1, "once")) == 200
    assert stage.book.begun == ["once"]
    note("T03", "on two webhook connections at once: one effect")


async def test_before_the_ids_are_loaded_it_says_later() -> None:
    stage, loading = HookStage(), asyncio.Event()
    load = stage.seen.load

    async def slowly() -> set[int]:
        await loading.wait()
        return await load()

    stage.seen.load = slowly  # type: ignore[method-assign]  # a slow disk
    async with stage.running(set_up=False):
        status, retry_after = await told_to_wait(stage)
        assert status == 503 and 1 <= retry_after <= 5
        assert await post(stage, update(1), secret="wrong") == 403
        loading.set()
        await really_until(lambda: stage.telegram.world.webhook)
        assert await post(stage, update(1)) == 200
    assert stage.book.done == ["hello"]


async def test_a_stop_ends_what_runs_answers_it_and_leaves_the_rest_to_the_next_start() -> None:
    stage = HookStage()
    stage.book.hold("runs")
    async with stage.running() as stop, asyncio.TaskGroup() as group:
        runs = group.create_task(post(stage, update(1, "runs")))
        await really_until(lambda: stage.book.begun)
        waits = group.create_task(post(stage, update(2, "waits")))
        await asyncio.sleep(0.05)
        stop.set()
        await turns()
        status, retry_after = await told_to_wait(stage)
        assert status == 503 and 1 <= retry_after <= 5
        stage.book.held["runs"].set()
        assert (await runs, await waits) == (200, 503)
    assert stage.book.done == ["runs"]


async def test_a_handler_that_does_not_end_is_cut_and_its_update_comes_again() -> None:
    stage = HookStage(limits=with_limits(drain=0.05))
    stage.book.hold("endless")
    async with stage.running() as stop, asyncio.TaskGroup() as group:
        asked = group.create_task(post(stage, update(1, "endless")))
        await really_until(lambda: stage.book.begun)
        stop.set()
        assert await asked == 503
    assert stage.book.done == []


async def test_a_body_that_is_still_on_its_way_at_the_stop_is_sent_away() -> None:
    stage, body = HookStage(), update(1)
    stage.book.hold("runs")
    async with stage.running() as stop, asyncio.TaskGroup() as group:
        runs = group.create_task(post(stage, update(2, "runs")))
        reader, writer = await asyncio.open_connection("127.0.0.1", stage.inbox.port)
        head = f"POST /telegram HTTP/1.1\r\nHost: x\r\n{HEADER}: {SECRET}\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body[:5])
        await asyncio.sleep(0.05)
        stop.set()
        await asyncio.sleep(0.05)
        writer.write(body[5:])
        assert b" 503 " in await reader.readline()
        writer.close()
        stage.book.held["runs"].set()
        assert await runs == 200
    assert stage.book.begun == ["runs"]


async def test_a_port_that_is_taken_ends_the_start() -> None:
    stage = HookStage()
    async with stage.running():
        taken = Webhook(URL, SECRET, Listen("127.0.0.1", stage.inbox.port))
        other = WebhookInbox(taken, stage.bot, stage.book, stage.seen, stage.clock)
        with pytest.raises(PortTaken):
            await other.run(asyncio.Event())


async def test_after_a_week_of_silence_ids_may_begin_anywhere() -> None:
    stage = HookStage(limits=InboxLimits(burst=100))
    async with stage.running():
        assert await post(stage, update(5, "before")) == 200
        stage.clock.at += 7 * 24 * 3600
        assert await post(stage, update(5, "after")) == 200
        await stage.clock.advance(2)  # it is a week old too: its chat's newest is answered after a moment
    assert stage.book.done == ["before", "after"]


async def told_to_wait(stage: HookStage) -> tuple[int, int]:
    """Send an update; return the status and the seconds to wait."""
    headers: dict[str, Any] = {HEADER: SECRET}
    async with (
        ClientSession(stage.address, headers=headers) as session,
        session.post("/telegram", data=update(9)) as answer,
    ):
        assert await answer.read() == b""
        return answer.status, int(answer.headers["Retry-After"])
