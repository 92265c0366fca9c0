"""Deliveries to a webhook: in order of a chat, few at once, again until 2xx, as Telegram's own server does them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.demo.calls import JsonObject
from bot.demo.doors.webhook import SECRET_HEADER, Deliverer, delivering
from bot.demo.telegram import Telegram
from tests.demo.conftest import Clock, until

URL = "https://bot.example:8443/a/hook"
DAY = 24 * 3600


class Hook:
    """A webhook of a test: keeps what came, answers as told."""

    def __init__(self) -> None:
        self.came: list[tuple[int, str]] = []
        self.secrets: set[str | None] = set()
        self.under_way = self.most = 0
        self.free = asyncio.Event()
        self.free.set()
        self.status: Callable[[str], int] = lambda _: 200
        self.retry_after = ""

    @property
    def texts(self) -> list[str]:
        """What the updates said, in the order they came."""
        return [text for _, text in self.came]

    async def answer(self, request: web.Request) -> web.Response:
        update: JsonObject = await request.json()
        self.secrets.add(request.headers.get(SECRET_HEADER))
        text = _text(update)
        self.came.append((update["update_id"], text))
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await self.free.wait()
        self.under_way -= 1
        headers = {"Retry-After": self.retry_after} if self.retry_after else {}
        return web.Response(status=self.status(text), headers=headers)


def _text(update: JsonObject) -> str:
    tap, message = update.get("callback_query"), update.get("message", {})
    return str(tap["data"] if tap else message.get("text"))


@asynccontextmanager
async def hooked(telegram: Telegram, hook: Hook) -> AsyncIterator[Deliverer]:
    """Deliver to the hook."""
    app = web.Application()
    app.router.add_post("/a/hook", hook.answer)
    async with TestServer(app) as server, delivering(telegram.world, str(server.make_url("")).rstrip("/")) as deliverer:
        yield deliverer


async def failed(deliverer: Deliverer, count: int) -> None:
    """Wait until so many deliveries have failed and the next one is planned."""
    await until(lambda: sum(deliverer.delivered.statuses.values()) >= count)
    await asyncio.sleep(0.01)


async def test_updates_come_with_the_secret_and_go_when_they_are_answered(in_process: Bot, telegram: Telegram) -> None:
    hook = Hook()
    async with hooked(telegram, hook):
        telegram.person(1, "a").sends("before it is set")
        await asyncio.sleep(0.02)
        assert hook.came == []
        await in_process.set_webhook(URL, secret_token="abc-_1")
        await until(lambda: not len(telegram.world.updates))
        telegram.person(1, "a").sends("after")
        await until(lambda: not len(telegram.world.updates))
    assert hook.texts == ["before it is set", "after"]
    assert hook.secrets == {"abc-_1"}
    info = await in_process.get_webhook_info()
    assert (info.pending_update_count, info.last_error_date) == (0, None)


async def test_one_chat_is_in_order_and_others_do_not_wait_for_it(in_process: Bot, telegram: Telegram) -> None:
    hook = Hook()
    await in_process.set_webhook(URL, max_connections=3)
    people = [telegram.person(number, "a") for number in range(1, 6)]
    async with hooked(telegram, hook):
        people[0].sends("first success")
        await until(lambda: not len(telegram.world.updates))
        hook.free.clear()
        for text in ("1", "2"):
            for person in people:
                person.sends(f"{person.id}: {text}")
        await until(lambda: hook.under_way == 3)
        await asyncio.sleep(0.02)
        assert hook.texts[1:] == ["1: 1", "2: 1", "3: 1"]
        hook.free.set()
        await until(lambda: not len(telegram.world.updates))
    assert hook.most == 3
    for person in people:
        assert [text for text in hook.texts if text.startswith(f"{person.id}:")] == [
            f"{person.id}: 1",
            f"{person.id}: 2",
        ]


async def test_until_a_first_success_there_is_one_connection(in_process: Bot, telegram: Telegram) -> None:
    hook = Hook()
    hook.free.clear()
    for number in range(1, 6):
        telegram.person(number, "a").sends("x")
    await in_process.set_webhook(URL)
    async with hooked(telegram, hook) as deliverer:
        await until(lambda: hook.under_way == 1)
        await asyncio.sleep(0.02)
        assert hook.most == 1
        hook.free.set()
        await until(lambda: not len(telegram.world.updates))
        assert deliverer.delivered.most_under_way > 1


async def test_a_flood_of_one_chat_hides_the_others_behind_it(in_process: Bot, telegram: Telegram) -> None:
    hook = Hook()
    await in_process.set_webhook(URL, max_connections=2)
    async with hooked(telegram, hook):
        telegram.person(1, "a").sends("first")
        await until(lambda: not len(telegram.world.updates))
        hook.free.clear()
        for number in range(4):
            telegram.person(1, "a").sends(f"flood {number}")
        telegram.person(2, "b").sends("hidden")
        await asyncio.sleep(0.02)
        assert hook.texts == ["first", "flood 0"]
        hook.free.set()
        await until(lambda: not len(telegram.world.updates))
    assert "hidden" in hook.texts


async def test_a_tap_does_not_wait_for_a_message_of_the_same_person(in_process: Bot, telegram: Telegram) -> None:
    hook, anna = Hook(), telegram.person(1, "a")
    await in_process.set_webhook(URL)
    async with hooked(telegram, hook):
        anna.sends("/start")
        await until(lambda: not len(telegram.world.updates))
        shown = await in_process.send_message(anna.id, "x")
        hook.free.clear()
        anna.sends("slow")
        anna.taps(shown.message_id, "quick")
        await until(lambda: hook.under_way == 2)
        hook.free.set()
        await until(lambda: not len(telegram.world.updates))
    assert hook.texts == ["/start", "slow", "quick"]


async def test_what_is_refused_comes_again_at_once_then_after_growing_pauses(
    in_process: Bot, telegram: Telegram, clock: Clock
) -> None:
    hook = Hook()
    hook.status = lambda _: 500
    await in_process.set_webhook(URL)
    telegram.person(1, "a").sends("x")
    async with hooked(telegram, hook) as deliverer:
        for count, pause in enumerate((2, 4, 8, 16, 32), 2):
            await failed(deliverer, count)
            clock.advance(pause - 0.5)
            await asyncio.sleep(0.02)
            assert len(hook.came) == count
            clock.advance(0.5)
        await failed(deliverer, 7)
        info = await in_process.get_webhook_info()
        assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
        assert info.last_error_date and info.pending_update_count == 1
        hook.status = lambda _: 204
        clock.advance(121)
        await until(lambda: not len(telegram.world.updates))


async def test_it_waits_as_long_as_it_is_told_to(in_process: Bot, telegram: Telegram, clock: Clock) -> None:
    hook = Hook()
    hook.status, hook.retry_after = lambda _: 503, "5"
    await in_process.set_webhook(URL)
    telegram.person(1, "a").sends("x")
    async with hooked(telegram, hook) as deliverer:
        for count in range(1, 5):
            await failed(deliverer, count)
            clock.advance(4.9)
            await asyncio.sleep(0.02)
            assert len(hook.came) == count
            clock.advance(0.1)


async def test_a_closed_port_is_an_error_and_a_day_old_update_is_dropped(
    in_process: Bot, telegram: Telegram, clock: Clock
) -> None:
    await in_process.set_webhook(URL)
    telegram.person(1, "a").sends("x")
    async with delivering(telegram.world, "http://127.0.0.1:9") as deliverer:
        await until(lambda: deliverer.delivered.statuses.get(0, 0) == 2)
        assert (await in_process.get_webhook_info()).last_error_message == "Connection refused"
        clock.advance(DAY + 1)
        assert (await in_process.get_webhook_info()).pending_update_count == 0


async def test_nothing_but_410_for_23_hours_removes_it_and_keeps_the_updates(
    in_process: Bot, telegram: Telegram, clock: Clock
) -> None:
    hook = Hook()
    hook.status, hook.retry_after = lambda _: 410, "3600"
    await in_process.set_webhook(URL)
    telegram.person(1, "a").sends("x")
    async with hooked(telegram, hook) as deliverer:
        for hour in range(1, 24):
            await failed(deliverer, hour)
            assert telegram.world.webhook
            clock.advance(3600)
        telegram.person(1, "a").sends("y")
        clock.advance(10)
        await until(lambda: telegram.world.webhook is None)
    assert len(await in_process.get_updates()) == 2


async def test_an_answer_that_is_lost_brings_the_update_again(in_process: Bot, telegram: Telegram) -> None:
    hook = Hook()
    await in_process.set_webhook(URL)
    async with hooked(telegram, hook) as deliverer:
        deliverer.loses_answer = lambda _: len(hook.came) == 1
        telegram.person(1, "a").sends("twice")
        await until(lambda: not len(telegram.world.updates))
    assert hook.texts == ["twice", "twice"]
    assert (await in_process.get_webhook_info()).last_error_message == "Connection reset by peer"


async def test_what_an_older_webhook_answers_counts_no_more(in_process: Bot, telegram: Telegram) -> None:
    hook = Hook()
    hook.free.clear()
    await in_process.set_webhook(URL)
    telegram.person(1, "a").sends("x")
    async with hooked(telegram, hook):
        await until(lambda: hook.under_way == 1)
        await in_process.delete_webhook()
        hook.free.set()
        await asyncio.sleep(0.02)
    assert [update.message.text for update in await in_process.get_updates() if update.message] == ["x"]


@pytest.mark.parametrize("update", [{}, {"message": None}, {"message": {"chat": 7}}, {"callback_query": []}])
async def test_an_update_of_nobody_is_delivered_too(in_process: Bot, telegram: Telegram, update: JsonObject) -> None:
    await in_process.set_webhook(URL)
    telegram.world.updates.put({"update_id": 5, **update})
    sent: list[int] = []
    app = web.Application()

    async def count(_request: web.Request) -> web.Response:
        sent.append(1)
        return web.Response()

    app.router.add_post("/a/hook", count)
    async with TestServer(app) as server, delivering(telegram.world, str(server.make_url("")).rstrip("/")):
        await until(lambda: not len(telegram.world.updates))
    assert sent == [1]
