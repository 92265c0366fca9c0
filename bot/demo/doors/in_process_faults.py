"""Faults in process: raises the errors that aiohttp would raise for the same fault over HTTP."""

import errno
from typing import NoReturn

from aiohttp import ClientConnectorError, ClientOSError, ClientPayloadError, ServerDisconnectedError
from aiohttp.client_reqrep import ConnectionKey

from bot.demo.calls import Caller
from bot.demo.faults.plan import FaultKind, When
from bot.demo.replies import Reply
from bot.demo.spoilt_bodies import Body, spoilt_body
from bot.demo.telegram import Telegram

_INCOMPLETE_TEXT = (
    "Response payload is not completed: <ContentLengthError: 400, message='Not enough data to satisfy content length"
    " header (received {half} of {whole} bytes).'>"
)
_RESET_TEXT = "Connection reset by peer"


async def spoilt_answer(telegram: Telegram, reply: Reply, caller: Caller) -> Body:
    """The body that arrives. Raises aiohttp's errors, and TimeoutError when the caller's timeout ends first."""
    body, answered = spoilt_body(reply), False
    try:
        with telegram.waiting(reply):
            answered = await _arrives(telegram, reply, caller, body)
    finally:
        telegram.over(reply, answered=answered)
    return body


async def _arrives(telegram: Telegram, reply: Reply, caller: Caller, body: Body) -> bool:
    """Wait, or raise, as the fault says. Returns whether the body is the true answer."""
    fault = reply.fault
    if fault is None:
        return True
    if fault.kind is FaultKind.DRIP:
        # One byte a second, the first one at once.
        await caller.wait(len(body.content) - 1, telegram.world.sleep)
        return fault.when is When.AFTER
    if fault.kind in (FaultKind.HANG, FaultKind.STALLED):
        await telegram.hung.wait(caller, telegram.world.sleep)
        if caller.gone:
            raise TimeoutError
    _break(fault.kind, body)
    return fault.kind is FaultKind.STRANGE


def _break(kind: FaultKind, body: Body) -> None:
    incomplete = _INCOMPLETE_TEXT.format(half=len(body.half), whole=len(body.content))
    match kind:
        case FaultKind.RESET:
            raise ClientOSError(errno.ECONNRESET, _RESET_TEXT)
        case FaultKind.CLOSE | FaultKind.HANG:
            raise ServerDisconnectedError
        case FaultKind.CUT | FaultKind.STALLED:
            raise ClientPayloadError(incomplete)
        case FaultKind.TORN:
            raise ClientPayloadError(f"{incomplete}. {ConnectionResetError(errno.ECONNRESET, _RESET_TEXT)!r}")
        case FaultKind.UNREACHABLE:
            _refuse()


def _refuse() -> NoReturn:
    key = ConnectionKey("127.0.0.1", 443, False, True, None, None, None)
    raise ClientConnectorError(key, OSError(errno.ECONNREFUSED, "Connect call failed ('127.0.0.1', 443)"))
