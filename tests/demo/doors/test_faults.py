"""Every kind of fault over HTTP and in process: the same exception, the same effect, the same ledger entry."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiohttp import ClientOSError, ClientPayloadError, ServerDisconnectedError, web

from bot.demo.chats.person import Person
from bot.demo.doors.http import bot_api
from bot.demo.doors.in_process import InProcessSession
from bot.demo.faults.plan import Fault, FaultKind, Faults, When
from bot.demo.faults.strange import NEW_FIELD, NEW_VALUE, Twist
from bot.demo.ledger import Entry
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from tests.demo.conftest import START_SECONDS, until

ENTRANCES = ["in_process", "over_http"]
SHORT_SECONDS = 0.25
"""A caller's timeout: real seconds over HTTP, seconds of the stand-in's clock in process."""
TRUTHFUL = frozenset({FaultKind.SLOW, FaultKind.DRIP, FaultKind.STRANGE})


class Hurry:
    """A clock in seconds on which a sleep ends at once and moves the clock."""

    def __init__(self) -> None:
        self.at = START_SECONDS

    def __call__(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += seconds
        await asyncio.sleep(0)


@dataclass
class Stage:
    """A stand-in, a bot that reaches it by one entrance, and Anna who pressed START."""

    telegram: Telegram
    bot: Bot
    anna: Person
    clock: Hurry

    @property
    def texts(self) -> list[str]:
        """The bot's messages that are in Anna's chat."""
        return [message["text"] for message in self.anna.messages if message["from"]["is_bot"]]

    @property
    def entry(self) -> Entry:
        return self.telegram.ledger.entries[-1]


@asynccontextmanager
async def stage(
    entrance: str, *faults: Fault, timeout_seconds: float = 60, limits: Limits | None = None, cancels: bool = False
) -> AsyncIterator[Stage]:
    """Open a stage. `timeout_seconds`: the bot's; `cancels`: the server cancels a call whose caller disconnects."""
    clock = Hurry()
    telegram = Telegram(now=clock, sleep=clock.sleep, limits=limits or Limits(model="off"), faults=Faults(*faults))
    anna = telegram.person(7, "Анна")
    anna.started = True
    if entrance == "in_process":
        yield Stage(
            telegram, Bot(telegram.token, session=InProcessSession(telegram, timeout=timeout_seconds)), anna, clock
        )
        return
    runner = web.AppRunner(bot_api(telegram), access_log=None, handler_cancellation=cancels, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api = TelegramAPIServer.from_base(f"http://127.0.0.1:{runner.addresses[0][1]}")
    session = AiohttpSession(api=api, timeout=timeout_seconds)
    try:
        yield Stage(telegram, Bot(telegram.token, session=session), anna, clock)
    finally:
        client = await session.create_session()
        await client.close()
        await runner.cleanup()


async def attempt(bot: Bot, text: str = "привет", chat: int = 7) -> Exception | None:
    """Send a message and return the exception, or None."""
    try:
        await bot.send_message(chat, text)
    except (TelegramNetworkError, ClientDecodeError, UnicodeDecodeError, TelegramServerError) as error:
        return error
    return None


SEEN: list[tuple[FaultKind, type[Exception] | None, str, type[Exception] | None]] = [
    (FaultKind.ERROR, TelegramServerError, "Bad Gateway", None),
    (FaultKind.RESET, TelegramNetworkError, "ClientOSError: [Errno 104] Connection reset by peer", ClientOSError),
    (FaultKind.CLOSE, TelegramNetworkError, "ServerDisconnectedError: Server disconnected", ServerDisconnectedError),
    (FaultKind.UNREACHABLE, TelegramNetworkError, "Client", ClientOSError),
    (FaultKind.HANG, TelegramNetworkError, "Request timeout error", TimeoutError),
    (FaultKind.STALLED, TelegramNetworkError, "Request timeout error", TimeoutError),
    (FaultKind.CUT, TelegramNetworkError, "ClientPayloadError: Response payload is not completed", ClientPayloadError),
    (FaultKind.TORN, TelegramNetworkError, "ClientPayloadError: Response payload is not completed", ClientPayloadError),
    (FaultKind.HTML, ClientDecodeError, "Failed to decode object", None),
    (FaultKind.TRUNCATED, ClientDecodeError, "Failed to decode object", None),
    (FaultKind.GARBAGE, UnicodeDecodeError, "", None),
    (FaultKind.SLOW, None, "", None),
]


@pytest.mark.parametrize("entrance", ENTRANCES)
@pytest.mark.parametrize("when", list(When))
@pytest.mark.parametrize(("kind", "raised", "message", "cause"), SEEN)
async def test_each_kind(
    kind: FaultKind,
    raised: type[Exception] | None,
    message: str,
    cause: type[Exception] | None,
    when: When,
    entrance: str,
) -> None:
    silent = kind in (FaultKind.HANG, FaultKind.STALLED)
    async with stage(entrance, Fault(kind, when, seconds=1), timeout_seconds=SHORT_SECONDS if silent else 60) as on:
        error = await attempt(on.bot)
        assert type(error) is (raised or type(None))
        assert message in str(error)
        assert cause is None or isinstance(error.__cause__, cause)  # type: ignore[union-attr]  # it was raised
        done = when is When.AFTER or kind is FaultKind.SLOW
        assert on.texts == (["привет"] if done else [])
        await until(lambda: on.entry.left is not None)
        assert (on.entry.accepted, on.entry.answered) == (done, kind in TRUTHFUL)
        assert on.telegram.ledger.in_flight == 0
        assert on.telegram.faults.struck == {kind: 1}
        on.telegram.faults.clear()
        assert await attempt(on.bot, "again") is None
        assert on.texts[-1] == "again"


SAME = [
    (kind, when)
    for kind in FaultKind
    for when in When
    if kind is not FaultKind.UNREACHABLE and (kind, when) != (FaultKind.STRANGE, When.BEFORE)
]


@pytest.mark.parametrize(("kind", "when"), SAME)
async def test_both_entrances_say_the_same(kind: FaultKind, when: When) -> None:
    said = []
    for entrance in ENTRANCES:
        silent = kind in (FaultKind.HANG, FaultKind.STALLED)
        async with stage(entrance, Fault(kind, when), timeout_seconds=SHORT_SECONDS if silent else 1000) as on:
            error = await attempt(on.bot)
            await until(lambda on=on: on.entry.left is not None)  # type: ignore[misc]  # bound for the loop
            entry = on.entry
            assert entry.fault is not None
            raised = (type(error), str(error), type(error.__cause__) if error else None)
            recorded = (entry.accepted, entry.answered, entry.status, entry.description, entry.fault.kind)
            said.append((raised, recorded, on.texts))
    assert said[0] == said[1]


@pytest.mark.parametrize("entrance", ENTRANCES)
@pytest.mark.parametrize("when", list(When))
async def test_errors_with_parameters(entrance: str, when: When) -> None:
    wait = Fault(FaultKind.ERROR, when, status=429, description="Too Many Requests: retry after 30", retry_after=30)
    moved = Fault(FaultKind.ERROR, when, status=400, description="Bad Request: group", migrate_to_chat_id=-1009)
    plain = Fault(FaultKind.ERROR, when, status=400, description="Bad Request: chat not found")
    async with stage(entrance, wait) as on:
        with pytest.raises(TelegramRetryAfter) as caught:
            await on.bot.send_message(7, "a")
        assert caught.value.retry_after == 30
        on.telegram.faults = Faults(moved)
        with pytest.raises(TelegramMigrateToChat) as away:
            await on.bot.send_message(7, "b")
        assert away.value.migrate_to_chat_id == -1009
        on.telegram.faults = Faults(plain)
        with pytest.raises(TelegramBadRequest, match="chat not found"):
            await on.bot.send_message(7, "c")
        assert on.texts == (["a", "b", "c"] if when is When.AFTER else [])
        statuses = [entry.status for entry in on.telegram.ledger.entries]
        assert statuses == ([200] * 3 if when is When.AFTER else [429, 400, 400])


@pytest.mark.parametrize("entrance", ENTRANCES)
@pytest.mark.parametrize(("twist", "parsed"), [(Twist.FIELDS, True), (Twist.VALUES, True), (Twist.TYPES, False)])
async def test_strange_answers_are_ok_all_the_same(entrance: str, twist: Twist, parsed: bool) -> None:
    async with stage(entrance, Fault(FaultKind.STRANGE, When.AFTER, twist=twist)) as on:
        error = await attempt(on.bot)
        assert (error is None) is parsed
        if isinstance(error, ClientDecodeError):
            assert error.data["ok"] is True
        assert (on.texts, on.entry.accepted, on.entry.answered) == (["привет"], True, True)


async def test_what_is_strange_about_them() -> None:
    async with stage("in_process", Fault(FaultKind.STRANGE, When.AFTER, twist=Twist.FIELDS)) as on:
        message = await on.bot.send_message(7, "x")
        assert getattr(message, NEW_FIELD) and getattr(message.chat, NEW_FIELD)
        on.telegram.faults = Faults(Fault(FaultKind.STRANGE, When.AFTER, twist=Twist.VALUES))
        assert (await on.bot.send_message(7, "x")).chat.type == NEW_VALUE


async def test_a_refusal_is_not_made_ok_by_being_strange() -> None:
    async with stage("in_process", Fault(FaultKind.STRANGE, When.AFTER)) as on:
        with pytest.raises(TelegramBadRequest, match="chat not found"):
            await on.bot.send_message(8, "x")
        assert not on.entry.accepted


@pytest.mark.parametrize("entrance", ENTRANCES)
async def test_a_refused_call_may_lose_its_refusal(entrance: str) -> None:
    async with stage(entrance, Fault(FaultKind.RESET, When.AFTER)) as on:
        with pytest.raises(TelegramNetworkError):
            await on.bot.send_message(8, "x")
        assert (on.entry.accepted, on.entry.status, on.entry.answered) == (False, 400, False)
        assert on.telegram.ledger.unanswered() == []


@pytest.mark.parametrize("entrance", ENTRANCES)
async def test_another_token_has_no_faults(entrance: str) -> None:
    async with stage(entrance, Fault(FaultKind.RESET)) as on:
        with pytest.raises(Exception, match="Unauthorized"):
            await Bot("43:other", session=on.bot.session).get_me()
        assert on.telegram.faults.struck.total() == 0
