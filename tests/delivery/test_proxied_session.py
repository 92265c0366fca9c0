"""TELEGRAM_PROXY: everything goes through it, nothing around it, and while it is away the bot waits and says so."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.methods import SendMessage
from aiohttp import web

from bot import lifespan
from bot.core.clock import SystemClock
from bot.core.mailings.outbox import Later
from bot.delivery.courier import verdict_of
from bot.delivery.proxied_session import ProxiedSession, ProxyAway
from bot.delivery.transport import Prepared, transport_of
from bot.demo.doors.http import bot_api
from bot.demo.telegram import Telegram
from tests.chaos.test_inbox_world import World, living, pretended, printed, settings
from tests.chat import ADMIN, TOKEN
from tests.delivery.proxy import Proxy
from tests.waiting import until

NAME = "telegram.test"
SECRET = "swordfish"
PREFIX = "/own"
"""A Bot API server of one's own may stand under a path of a larger one."""


@asynccontextmanager
async def served(telegram: Telegram, password: str = "") -> AsyncIterator[Proxy]:
    """The pretended Telegram under a name that only the proxy knows; the proxy is down."""
    outer = web.Application()
    outer.add_subapp(PREFIX, bot_api(telegram, (NAME,)))
    runner = web.AppRunner(outer, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    proxy = Proxy({NAME: runner.addresses[0][1]}, password)
    await proxy.up()
    await proxy.down()
    try:
        yield proxy
    finally:
        await proxy.down()
        await runner.cleanup()


def through(proxy: Proxy, path: Path, kind: str = "socks5", password: str = "", **values: Any) -> Any:
    """Settings with the proxy."""
    address = f"{kind}://{password}{'@' if password else ''}127.0.0.1:{proxy.port}"
    return settings(path, telegram_proxy=address, telegram_api_url=f"http://{NAME}:8081{PREFIX}", **values)


def bot_through(proxy: Proxy, kind: str, password: str = "") -> Bot:
    """A bot whose every call takes the proxy."""
    return Bot(TOKEN, lifespan.session_of(through(proxy, Path("bot.db"), kind, password)))


@pytest.mark.parametrize("kind", ["socks5", "socks4", "http"])
async def test_every_kind_of_proxy_carries_calls_and_prepared_messages(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is looked up where the proxy stands; the connector keeps our limit, time and certificates."""
    looked_up: list[Any] = []
    plain = socket.getaddrinfo

    def noted(host: Any, *more: Any, **named: Any) -> Any:
        looked_up.append(host)
        return plain(host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", noted)
    telegram = pretended(SystemClock())
    telegram.person(5, "Анна").started = True
    async with served(telegram) as proxy:
        await proxy.up()
        bot = bot_through(proxy, kind)
        assert isinstance(bot.session, ProxiedSession)
        assert (await bot.me()).id == 42
        (number,) = await transport_of(bot).send(Prepared(SendMessage(chat_id=0, text="x")), 5, 8)
        assert number == telegram.person(5, "Анна").messages[-1]["message_id"]
        client = await bot.session.create_session()
        assert client.connector is not None
        assert client.connector.limit == 100
        made = bot.session._connector_init  # noqa: SLF001 -- aiogram shows it nowhere
        assert made["ttl_dns_cache"] == lifespan.DNS_CACHE_SECONDS
        assert made["ssl"].verify_mode.name == "CERT_REQUIRED"
        await bot.session.close()
    assert set(proxy.asked) == {NAME}
    assert NAME not in looked_up


@pytest.mark.parametrize("kind", ["socks5", "http"])
async def test_a_password_is_asked_for_and_a_wrong_one_is_no_way_around(kind: str) -> None:
    telegram = pretended(SystemClock())
    async with served(telegram, f"name:{SECRET}") as proxy:
        await proxy.up()
        for password in ("", "name:wrong"):
            bot = bot_through(proxy, kind, password)
            with pytest.raises(ProxyAway) as refused:
                await bot.get_me()
            assert SECRET not in str(refused.value)
            assert TOKEN not in str(refused.value)
            await bot.session.close()
        assert telegram.ledger.entries == []
        bot = bot_through(proxy, kind, f"name:{SECRET}")
        assert (await bot.get_me()).id == 42
        await bot.session.close()
    assert proxy.refused == 2


async def test_what_did_not_get_through_the_proxy_has_not_left() -> None:
    """R2: a delivery waits and is tried again; it is not unknown after two attempts, as what timed out is."""
    telegram = pretended(SystemClock())
    telegram.person(5, "Анна").started = True
    async with served(telegram) as proxy:
        bot = bot_through(proxy, "socks5")
        message = Prepared(SendMessage(chat_id=0, text="x"))

        async def fate(seconds: int = 8) -> object:
            try:
                return await transport_of(bot).send(message, 5, seconds)
            except Exception as error:
                return verdict_of(error)

        assert isinstance(down := await fate(), Later)
        assert not down.maybe
        proxy.hosts = {}
        await proxy.up()
        assert await fate() == down, "it is up and does not find Telegram"
        proxy.deaf = True
        assert await fate(1) == down, "it is up and says nothing"
        assert telegram.ledger.entries == []
        await bot.session.close()


async def test_down_at_the_start_and_in_mid_run_it_waits_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R2, R6, R10: nobody is lost, and no line has the token or the password of the proxy."""
    monkeypatch.setattr(lifespan, "FIRST_RETRY_SECONDS", 0.02)
    monkeypatch.setattr("bot.delivery.courier.NETWORK_PAUSE_SECONDS", 0.2)
    telegram = pretended(SystemClock())
    with printed() as output:
        async with served(telegram, f"name:{SECRET}") as proxy:
            session = lifespan.session_of(through(proxy, tmp_path / "bot.db", password=f"name:{SECRET}"))

            async def come_up() -> None:
                await until(lambda: output.getvalue().count("telegram_away kind=ProxyAway") >= 2)
                await proxy.up()

            coming = asyncio.ensure_future(come_up())
            async with living(tmp_path / "bot.db", telegram=telegram, session=session, send_rate=20) as world:
                await coming
                chats = await world.subscribers(20)
                await _broadcast(world)
                await until(lambda: len(_got(world, chats)) >= 5)
                await proxy.down()
                before = len(telegram.ledger.entries)
                await until(lambda: "telegram_unreachable kind=ProxyAway" in output.getvalue())
                await asyncio.sleep(0.3)
                assert len(telegram.ledger.entries) - before <= 1, "nothing goes around it"
                await proxy.up()
                await until(lambda: len(_got(world, chats)) == len(chats), 20)
                await world.asks(world.person(), "/start", "Вопросы и ответы")
    assert set(proxy.asked) == {NAME}
    for secret in (SECRET, TOKEN, TOKEN.partition(":")[2]):
        assert secret not in output.getvalue()


def _got(world: World, chats: list[int]) -> set[int | None]:
    sent = (entry for entry in world.telegram.ledger.entries if entry.accepted and "Новость" in entry.text)
    return {entry.chat_id for entry in sent} & set(chats)


async def _broadcast(world: World) -> None:
    admin = world.telegram.person(ADMIN, "Админ")
    await world.asks(admin, "/start", "Вопросы и ответы")
    await world.asks(admin, "/broadcast", "Отмена")
    await world.asks(admin, "Новость", "Одно для всех")
    await world.taps(admin, "Одно для всех", "Отправить 20")
    admin.press("Отправить 20")
