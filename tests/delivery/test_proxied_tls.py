"""TLS by way of the proxy: who stands behind it must have the certificate of the name that was asked for."""

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import certifi
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from aiohttp import web

from bot import lifespan
from bot.checks.telegram import Away
from bot.cli.doors import TelegramDoor
from bot.core.clock import SystemClock
from bot.core.mailings.outbox import Later
from bot.delivery.courier import verdict_of
from bot.delivery.proxied_session import ProxyAway
from bot.demo.doors.http import bot_api
from bot.demo.telegram import Telegram
from tests.chaos.test_inbox_world import living, pretended, settings
from tests.chat import TOKEN
from tests.delivery.proxy import Proxy

NAME, OTHER = "telegram.test", "other.test"

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("openssl") is None, reason="certificates are made by openssl"),
]


class Authority:
    """A certificate authority of the test's own."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self.file = folder / f"{name}.pem"
        self._openssl("req", "-x509", *self._new_key(name), "-out", self.file, "-days", "2", "-subj", f"/CN={name}")

    def certifies(self, host: str) -> ssl.SSLContext:
        """Return what a server of that name speaks with."""
        made = self._folder / f"{self._name}-{host}"
        extra = made.with_suffix(".ext")
        extra.write_text(f"subjectAltName=DNS:{host}\n")
        self._openssl("req", *self._new_key(made.name), "-out", made.with_suffix(".csr"), "-subj", f"/CN={host}")
        signing = ("-CA", self.file, "-CAkey", self._folder / f"{self._name}.key", "-CAcreateserial", "-days", "2")
        asked = ("-req", "-in", made.with_suffix(".csr"), "-out", made.with_suffix(".crt"), "-extfile", extra)
        self._openssl("x509", *asked, *signing)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(made.with_suffix(".crt"), self._folder / f"{made.name}.key")
        return context

    def _new_key(self, name: str) -> tuple[Any, ...]:
        kind = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
        return (*kind, "-keyout", self._folder / f"{name}.key")

    def _openssl(self, *words: Any) -> None:
        subprocess.run(("openssl", *map(str, words)), check=True, capture_output=True, timeout=60)


@asynccontextmanager
async def served(telegram: Telegram, speaks: ssl.SSLContext | None) -> AsyncIterator[Proxy]:
    """The pretended Telegram over https, behind a proxy that alone knows where it is."""
    runner = web.AppRunner(bot_api(telegram, (NAME,)), shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=speaks).start()
    proxy = Proxy({NAME: runner.addresses[0][1]})
    await proxy.up()
    try:
        yield proxy
    finally:
        await proxy.down()
        await runner.cleanup()


def behind(proxy: Proxy, kind: str) -> dict[str, Any]:
    """Settings of a bot that goes that way."""
    return {"telegram_proxy": f"{kind}://127.0.0.1:{proxy.port}", "telegram_api_url": f"https://{NAME}"}


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """The one that is believed, by the bot and by ``check``."""
    found = Authority(tmp_path, "believed")
    monkeypatch.setattr(certifi, "where", lambda: str(found.file))
    monkeypatch.setenv("SSL_CERT_FILE", str(found.file))
    return found


@pytest.mark.parametrize("kind", ["socks5", "http"])
async def test_the_whole_bot_works_over_tls_by_way_of_the_proxy(
    kind: str, authority: Authority, tmp_path: Path
) -> None:
    telegram = pretended(SystemClock())
    async with served(telegram, authority.certifies(NAME)) as proxy:
        way = behind(proxy, kind)
        session = lifespan.session_of(settings(tmp_path / "bot.db", **way))
        async with living(tmp_path / "bot.db", telegram=telegram, session=session, **way) as world:
            await world.subscribes(world.person())
        door = TelegramDoor(f"https://{NAME}", TOKEN, way["telegram_proxy"])
        assert (await asyncio.to_thread(door, "getMe")).result is not None
    assert set(proxy.asked) == {NAME}


async def test_a_certificate_of_another_name_or_authority_gets_no_token(authority: Authority, tmp_path: Path) -> None:
    """Whoever runs the proxy can lead the bot anywhere, and learns nothing by it."""
    telegram = pretended(SystemClock())
    for speaks in (authority.certifies(OTHER), Authority(tmp_path, "stranger").certifies(NAME), None):
        async with served(telegram, speaks) as proxy:
            way = behind(proxy, "socks5")
            bot = Bot(TOKEN, lifespan.session_of(settings(tmp_path / "bot.db", **way)))
            with pytest.raises(TelegramNetworkError) as refused:
                await bot.get_me()
            fate = verdict_of(refused.value)
            assert isinstance(fate, Later)
            assert not fate.maybe, "nothing has left"
            await bot.session.close()
            assert not isinstance(refused.value, ProxyAway), "the proxy is there; it is another's certificate"
            door = TelegramDoor(f"https://{NAME}", TOKEN, way["telegram_proxy"])
            with pytest.raises(Away, match="does not answer") as away:
                await asyncio.to_thread(door, "getMe")
            assert TOKEN not in f"{refused.value}{away.value}"
    assert telegram.ledger.entries == []
