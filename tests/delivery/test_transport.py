"""Both ways to Telegram say the same: over HTTP with a prepared body, and through aiogram's call."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web

from bot.core.content import Button, Content, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import Lane
from bot.core.mailings.outbox import Gone, Later, Migrated, NotFound, Parcel, Refused, Sent, Slower, Unknown, Verdict
from bot.delivery.courier import Courier
from bot.delivery.transport import BotTransport, HttpTransport, Prepared, transport_of
from bot.demo.doors.http import bot_api
from bot.demo.doors.in_process import InProcessSession
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.messages import calls

TOKEN = "42:TEST"
HTML = DefaultBotProperties(parse_mode="HTML")
CONTENTS = [
    Content("Просто & текст 🙂 100 %"),
    Content("<b>Семинар</b> и <a href='https://example.org/?a=1&amp;b=2'>ссылка</a>"),
    Content("<b> как написано", '[{"type": "bold", "offset": 0, "length": 3}]'),
    Content("x", None, ((Button("Открыть", data="a:b"), Button("Видео", url="https://example.org/")),)),
]


class Shelf:
    """One text for every mailing."""

    def __init__(self, content: Content) -> None:
        self._content = content

    async def content(self, mailing: int, variant: Variant) -> Content | None:
        return self._content


def parcel(chat: int, *, silent: bool = False) -> Parcel:
    """A message to a chat."""
    return Parcel(1, chat, Variant(Locale.RU), Lane.BROADCAST, silent=silent, attempts=1, maybe=False)


@asynccontextmanager
async def served(application: web.Application) -> AsyncIterator[Bot]:
    """A bot over HTTP."""
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api = TelegramAPIServer.from_base(f"http://127.0.0.1:{runner.addresses[0][1]}")
    bot = Bot(TOKEN, AiohttpSession(api=api), default=HTML)
    yield bot
    await bot.session.close()
    await runner.cleanup()


def telegram() -> Telegram:
    """A Telegram without limits, with a person who has come and one who has left."""
    subject = Telegram(token=TOKEN, now=lambda: 1_000_000.0, limits=Limits(model="off"))
    subject.person(5, "Анна").started = True
    subject.person(6, "Иван").blocks()
    return subject


@pytest.mark.parametrize("silent", [False, True])
@pytest.mark.parametrize("content", CONTENTS)
async def test_both_ways_deliver_the_same(content: Content, silent: bool) -> None:
    seen: list[Any] = []
    over_http, in_process = telegram(), telegram()
    async with served(bot_api(over_http)) as bot:
        assert isinstance(transport_of(bot), HttpTransport)
        assert await Courier(transport_of(bot), Shelf(content)).deliver(parcel(5, silent=silent)) == Sent((1,))
    other = Bot(TOKEN, InProcessSession(in_process), default=HTML)
    assert isinstance(transport_of(other), BotTransport)
    assert await Courier(transport_of(other), Shelf(content)).deliver(parcel(5, silent=silent)) == Sent((1,))
    for side in (over_http, in_process):
        params = side.ledger.entries[-1].params
        seen.append((side.person(5, "x").messages[-1], params.get("disable_notification")))
    assert seen[0] == seen[1]


async def test_both_ways_answer_the_message_that_is_corrected_or_send_without_it() -> None:
    over_http, in_process, shelf = telegram(), telegram(), Shelf(Content("Поправка"))
    async with served(bot_api(over_http)) as bot:
        for to in (None, 1, 99):
            sent = await Courier(transport_of(bot), shelf).deliver(replace(parcel(5), reply_to=to))
            assert isinstance(sent, Sent)
    other = Bot(TOKEN, InProcessSession(in_process), default=HTML)
    for to in (None, 1, 99):
        await Courier(transport_of(other), shelf).deliver(replace(parcel(5), reply_to=to))
    for side in (over_http, in_process):
        answered = [each.get("reply_to_message", {}).get("message_id") for each in side.person(5, "x").messages]
        assert answered == [None, 1, None]


async def test_refusals_are_the_same() -> None:
    subject = telegram()
    subject.group(-5, "x", basic=True).upgrades(subject.person(5, "x").user, -1_000_000_000_005)
    async with served(bot_api(subject)) as bot:
        courier = Courier(transport_of(bot), Shelf(Content("x")))
        assert [await courier.deliver(parcel(chat)) for chat in (5, 6, 7)] == [Sent((1,)), Gone(), NotFound()]
        assert await courier.deliver(parcel(-5)) == Migrated(-1_000_000_000_005)
        broken = Courier(transport_of(bot), Shelf(Content("<b>x")))
        assert await broken.deliver(parcel(5)) == Refused(content=True)


@pytest.mark.parametrize(
    ("status", "body", "verdict"),
    [
        (200, '{"ok": true, "result": {"message_id": 7}}', Sent((7,))),
        (200, '{"ok": true, "result": {"message_id": "seven"}}', Sent(())),
        (200, '{"ok": true, "result": true}', Sent(())),
        (200, '{"ok": tr', Unknown()),
        (502, "<html>Bad Gateway</html>", Later(3, maybe=True)),
        (500, '{"ok": false, "error_code": 500, "description": "Internal Server Error"}', Later(3.0, maybe=True)),
        (
            429,
            '{"ok": false, "error_code": 429, "description": "x", "parameters": {"retry_after": 9}}',
            Slower(9),
        ),
        (401, '{"ok": false, "error_code": 401, "description": "Unauthorized"}', Later(60.0, shared=True)),
    ],
)
async def test_strange_answers(status: int, body: str, verdict: Verdict) -> None:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status, text=body, content_type="application/json")

    application = web.Application()
    application.router.add_post("/{path:.*}", answer)
    async with served(application) as bot:
        assert await Courier(transport_of(bot), Shelf(Content("x"))).deliver(parcel(5)) == verdict


async def test_nobody_there_is_later_and_a_cut_line_may_have_let_it_through(monkeypatch: pytest.MonkeyPatch) -> None:
    async def cut(request: web.Request) -> web.Response:
        assert request.transport
        request.transport.close()
        return web.Response()

    application = web.Application()
    application.router.add_post("/{path:.*}", cut)
    async with served(application) as bot:
        courier = Courier(transport_of(bot), Shelf(Content("x")))
        assert await courier.deliver(parcel(5)) == Later(2.0, maybe=True)
    nowhere = Bot(TOKEN, AiohttpSession(api=TelegramAPIServer.from_base("http://127.0.0.1:9")))
    assert await Courier(transport_of(nowhere), Shelf(Content("x"))).deliver(parcel(5)) == Later(2.0)
    await nowhere.session.close()


async def test_the_body_is_encoded_once() -> None:
    async with served(bot_api(telegram())) as bot:
        transport, message = transport_of(bot), Prepared(*calls(Content("x")))
        await transport.send(message, 5, 5)
        first = message.body
        await transport.send(message, 5, 5)
        assert first is not None
        assert message.body is first
