"""How ``check --online`` reaches the world: through the proxy where there is one, with no secret in any line."""

import asyncio
import socket

import pytest
from aiohttp import web

from bot.checks.telegram import Away
from bot.cli.doors import TelegramDoor, Visitor, resolve
from bot.core.clock import SystemClock
from bot.demo.doors.http import bot_api
from bot.demo.telegram import Telegram
from tests.delivery.proxy import Proxy

NAME = "api.telegram.org"
TOKEN = "42:canary"


@pytest.mark.parametrize("kind", ["socks5", "socks4", "http"])
async def test_every_question_goes_through_the_proxy(kind: str) -> None:
    clock = SystemClock()
    telegram = Telegram(token=TOKEN, now=lambda: clock.now().timestamp())
    runner = web.AppRunner(bot_api(telegram, {NAME}), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    proxy = Proxy({NAME: runner.addresses[0][1]}, password="anna:canary" if kind != "socks4" else "")
    await proxy.up()
    who = "anna:canary@" if kind != "socks4" else ""
    door = TelegramDoor(f"http://{NAME}", TOKEN, f"{kind}://{who}127.0.0.1:{proxy.port}")
    try:
        reply = await asyncio.to_thread(door, "getMe")
        assert reply.result is not None
        assert proxy.asked
        await proxy.down()
        with pytest.raises(Away, match="TELEGRAM_PROXY does not let the bot through") as away:
            await asyncio.to_thread(door, "getWebhookInfo")
        assert "canary" not in str(away.value)
        assert away.value.__cause__ is None
    finally:
        await proxy.down()
        await runner.cleanup()


async def test_over_tls_the_proxy_is_asked_too() -> None:
    proxy = Proxy({})
    await proxy.up()
    door = TelegramDoor(f"https://{NAME}", TOKEN, f"socks5://127.0.0.1:{proxy.port}")
    with pytest.raises(Away, match="TELEGRAM_PROXY"):
        await asyncio.to_thread(door, "getMe")
    assert proxy.refused == 1
    with pytest.raises(OSError, match="ProxyAway"):
        await asyncio.to_thread(Visitor(f"socks5://127.0.0.1:{proxy.port}"), "https://t.me/second_bot")
    assert proxy.refused == 2, "t.me is Telegram's too"
    await proxy.down()


async def test_what_a_link_leads_to() -> None:
    async def moved(_: web.Request) -> web.Response:
        raise web.HTTPFound("/end")

    async def end(_: web.Request) -> web.Response:
        return web.Response(text="here")

    app = web.Application()
    app.add_routes([web.get("/moved", moved), web.get("/end", end)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        assert await asyncio.to_thread(Visitor(), f"{base}/moved") == f"{base}/end"
        with pytest.raises(OSError, match="404"):
            await asyncio.to_thread(Visitor(), f"{base}/nothing")
    finally:
        await runner.cleanup()
    for address in ("file:///etc/hostname", "http://[::1"):
        with pytest.raises(OSError, match=r"http|ValueError"):
            Visitor()(address)


def test_names_and_their_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    assert resolve("127.0.0.1") == ["127.0.0.1"]

    def unknown(*_: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert resolve("bot.example.org") == []
