"""The HTTP session through the operator's proxy: each connection to Telegram takes it, and no name is looked up here.

What goes wrong on the way is no error of aiohttp's, and a sender must know that nothing has left: so it is made one.
"""

import errno
import ssl
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import (
    ClientConnectorCertificateError,
    ClientConnectorError,
    ClientConnectorSSLError,
    ClientError,
    ConnectionTimeoutError,
)
from aiohttp_socks import ProxyConnector, ProxyTimeoutError

from bot.delivery.dated_session import DatedSession


class ProxyUnreachable(ClientConnectorError):
    """No connection came about by way of the proxy; it is down, refuses, or cannot reach Telegram."""


class ProxyAway(TelegramNetworkError):
    """What the log names when it is the proxy that stands between; it carries no address."""


class ProxiedConnector(ProxyConnector):
    """Raises aiohttp's errors in the place of the proxy's own."""

    async def _wrap_create_connection(self, *args: Any, **named: Any) -> Any:
        try:
            return await super()._wrap_create_connection(*args, **named)
        except ClientError:
            raise
        except (ProxyTimeoutError, TimeoutError):
            raise ConnectionTimeoutError("the proxy does not answer") from None
        except ssl.SSLError as error:  # the proxy has done its part: whoever stands behind it is not who was asked for
            raise _not_telegram(named["req"].connection_key, error) from None
        except Exception as error:  # a proxy may say anything, and every word of it comes before the request
            trouble = OSError(errno.ECONNREFUSED, type(error).__name__)
            raise ProxyUnreachable(named["req"].connection_key, trouble) from None


def _not_telegram(key: Any, error: ssl.SSLError) -> ClientConnectorError:
    """Return what aiohttp raises where there is no proxy; neither handshake got as far as a request."""
    if isinstance(error, ssl.CertificateError):
        return ClientConnectorCertificateError(key, error)
    return ClientConnectorSSLError(key, error)


class ProxiedSession(DatedSession):
    """Connects by way of a proxy: SOCKS5, SOCKS4 or HTTP."""

    def __init__(self, proxy: str, **more: Any) -> None:
        """``proxy``: its address, with name and password if it wants them."""
        super().__init__(**more)
        direct = self._connector_init
        self._setup_proxy_connector(proxy)  # Telegram's name is looked up where the proxy stands
        self._connector_init = direct | self._connector_init  # aiogram would drop the limit and the certificates
        self._connector_type = ProxiedConnector

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 (the name is aiogram's)
    ) -> TelegramType:
        """Make the call; raises ProxyAway when it did not get as far as Telegram."""
        try:
            return await super().make_request(bot, method, timeout)
        except TelegramNetworkError as error:
            if isinstance(error.__cause__, ProxyUnreachable):
                raise ProxyAway(method, "the proxy is away") from error.__cause__
            raise
