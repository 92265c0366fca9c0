"""How ``bot check --online`` reaches the world: without aiogram, and through TELEGRAM_PROXY where it is set."""

import http.client
import json
import socket
import ssl
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode, urlsplit

from python_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError
from python_socks.sync import Proxy

from bot.checks.telegram import Away, Reply, not_answering

TIMEOUT_SECONDS = 15
"""Seconds anybody has for an answer."""

THROUGH = "TELEGRAM_PROXY does not let the bot through: is it up, and are its name and password right?"


class ProxyAway(Exception):
    """The proxy is away, or refuses."""


class TelegramDoor:
    """Asks Telegram. The address holds the token, so nothing of an error is shown but its kind."""

    def __init__(self, address: str, token: str, proxy: str = "") -> None:
        """Name the API's address, the token, and the proxy on the way, if there is one."""
        self._base = f"{address}/bot{token}"
        self._opener = _opener(proxy)

    def __call__(self, method: str, **parameters: str | int) -> Reply:
        """Call a method; raises Away."""
        query = f"?{urlencode(parameters)}" if parameters else ""
        try:
            with self._opener.open(f"{self._base}/{method}{query}", timeout=TIMEOUT_SECONDS) as reply:
                return Reply(reply.status, json.load(reply), reply.headers.get("Date", ""))
        except urllib.error.HTTPError as error:
            with error:
                return Reply(error.code, None)
        except (OSError, ValueError, HTTPException) as error:
            raise Away(not_answering(type(error).__name__)) from None
        except ProxyAway:
            raise Away(THROUGH) from None


def _opener(proxy: str) -> urllib.request.OpenerDirector:
    return _through(proxy) if proxy else _direct()


def _direct() -> urllib.request.OpenerDirector:
    """Pass by the proxies of the environment, as the bot does."""
    return urllib.request.build_opener(urllib.request.ProxyHandler({}))


def _through(proxy: str) -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(urllib.request.ProxyHandler({}), _Plain(proxy), _Secure(proxy))


def _connected(proxy: str, host: str, port: int) -> socket.socket:
    try:
        return Proxy.from_url(proxy, rdns=True).connect(host, port, timeout=TIMEOUT_SECONDS)
    except (ProxyError, ProxyConnectionError, ProxyTimeoutError, OSError):
        raise ProxyAway from None


class _Plain(urllib.request.HTTPHandler):
    def __init__(self, proxy: str) -> None:
        super().__init__()
        self._proxy = proxy

    def http_open(self, req: urllib.request.Request) -> Any:
        def made(host: str, **how: Any) -> http.client.HTTPConnection:
            connection = http.client.HTTPConnection(host, **how)
            connection.sock = _connected(self._proxy, connection.host, connection.port)
            return connection

        return self.do_open(made, req)


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self, proxy: str) -> None:
        super().__init__()
        self._proxy, self._tls = proxy, ssl.create_default_context()

    def https_open(self, req: urllib.request.Request) -> Any:
        def made(host: str, **how: Any) -> http.client.HTTPConnection:
            connection = http.client.HTTPSConnection(host, **how)
            plain = _connected(self._proxy, connection.host, connection.port)
            connection.sock = self._tls.wrap_socket(plain, server_hostname=connection.host)
            return connection

        return self.do_open(made, req)


class Visitor:
    """Opens addresses: t.me is Telegram's too, so the proxy is taken where there is one."""

    def __init__(self, proxy: str = "") -> None:
        """Name the proxy on the way, if there is one."""
        self._opener = _opener(proxy)

    def __call__(self, address: str) -> str:
        """Open an address; return where it ended. Raises OSError."""
        try:
            if urlsplit(address).scheme not in ("http", "https"):
                raise OSError("neither http nor https")
            asked = urllib.request.Request(address, headers={"User-Agent": "Mozilla/5.0"})  # noqa: S310 -- looked at above
            with self._opener.open(asked, timeout=TIMEOUT_SECONDS) as reply:
                return str(reply.url)
        except (ValueError, HTTPException, ProxyAway) as error:
            raise OSError(type(error).__name__) from None


def resolve(name: str) -> list[str]:
    """Return the IPv4 addresses of a name."""
    try:
        return sorted({str(found[4][0]) for found in socket.getaddrinfo(name, None, socket.AF_INET)})
    except OSError:
        return []
