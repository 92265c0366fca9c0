"""Who may bring updates, and in what form (T91): everybody else is refused and costs nothing."""

import asyncio
import json
import logging
import re
from collections import Counter
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.handlers.inbox.webhook_requests import MAX_BODY_BYTES, MAX_DEPTH
from tests.chaos.figures import note
from tests.fuzz.mutations import mutated
from tests.fuzz.shapes import Shapes
from tests.handlers.inbox.stage import with_limits
from tests.handlers.inbox.test_admission import message
from tests.handlers.inbox.virtual_clock import really_until
from tests.handlers.inbox.webhook.stage import HEADER, SECRET, HookStage, post
from tests.sizes import dice, trials

BODIES, CUT = trials(20_000, 200), 0.1
"""Updates with faults in them, and the share that is cut off."""

UPDATE = json.dumps(message(1, "hello")).encode()


async def raw(stage: HookStage, request: bytes) -> bytes:
    """Send bytes as they are; return the first line of the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", stage.inbox.port)
    writer.write(request)
    line = await reader.readline()
    writer.close()
    return line


def head(*lines: bytes, length: int = len(UPDATE)) -> bytes:
    """A request's head with these lines."""
    first = (b"POST /telegram HTTP/1.1", b"Host: x", b"Content-Length: %d" % length)
    return b"\r\n".join([*first, *lines, b"", b""])


def deep(levels: int) -> bytes:
    """Lists in lists."""
    return b"[" * levels + b"]" * levels


async def test_t91_a_request_without_the_secret_is_refused_and_named_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    stage, right = HookStage(), SECRET.encode()
    hostile = [
        head(),
        head(b"X-Telegram-Bot-Api-Secret-Token: wrong"),
        head(b"X-Telegram-Bot-Api-Secret-Token:"),
        head(b"X-Telegram-Bot-Api-Secret-Token: \xff\xfe\xd1\x81"),
        head(b"X-Telegram-Bot-Api-Secret-Token: " + right + b"x"),
        head(*[b"X-Telegram-Bot-Api-Secret-Token: " + right] * 2),
        head(b"X-Forwarded-For: 149.154.167.220", b"X-Real-IP: 149.154.167.220"),
    ]
    async with stage.running():
        caplog.clear()
        answers = [await raw(stage, each + UPDATE) for each in hostile]
        assert {line.split()[1] for line in answers} == {b"403"}
        assert stage.inbox.counters.refused == len(hostile)
        forwarded = b"X-Forwarded-For: 10.0.0.66, unknown, \xff"
        asked = head(b"x-telegram-bot-api-secret-token: " + right, forwarded) + UPDATE
        assert b" 200 " in await raw(stage, asked)
    assert stage.book.done == ["hello"]
    assert "wrong" not in caplog.text and SECRET not in caplog.text
    note("T91", f"{len(hostile)} requests with a wrong, non-ASCII, doubled or missing secret or a spoofed address: 403")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/telegram", 405), ("POST", "/", 404), ("POST", "/telegram?x=1", 404), ("POST", "/telegram/", 404)],
)
async def test_t91_another_path_or_method_is_refused(method: str, path: str, status: int) -> None:
    stage = HookStage()
    async with (
        stage.running(),
        ClientSession(stage.address, headers={HEADER: SECRET}) as session,
        session.request(method, path, data=UPDATE) as answer,
    ):
        assert (answer.status, await answer.read()) == (status, b"")
    assert stage.book.done == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b" " * MAX_BODY_BYTES + b"{}", 413),
        (b'{"update_id": ' + b"1" * 5_000_000 + b"}", 413),
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (deep(100_000), 400),
        (deep(MAX_DEPTH + 1), 400),
        (b'{"a":' * 1_000 + b"1" + b"}" * 1_000, 400),
        (b"1" * 5_000, 400),
    ],
)
async def test_t91_a_body_that_is_no_update_is_refused(body: bytes, status: int) -> None:
    stage = HookStage()
    async with stage.running():
        assert await post(stage, body) == status
        assert stage.inbox.counters.refused == 1
        assert await post(stage, UPDATE) == 200
    assert stage.book.done == ["hello"]


@pytest.mark.parametrize(
    "body",
    [
        b"null",
        b"17",
        deep(MAX_DEPTH),
        b"{}",
        b'{"update_id": null}',
        b'{"update_id": 1}',
        b'{"update_id": 1, "message": 7}',
        b'{"update_id": 1, "kind_of_tomorrow": {}}',
        b'{"update_id": 1, "message": {"text": "\\ud800"}}',
    ],
)
async def test_what_telegram_sends_and_nobody_understands_is_counted_and_does_not_come_again(body: bytes) -> None:
    stage = HookStage()
    async with stage.running():
        assert await post(stage, body) == 200
        counters = stage.inbox.counters
        assert counters.invalid + counters.foreign == 1
    assert stage.book.begun == []


async def test_t91_a_slow_body_ends_and_holds_nobody_else() -> None:
    stage = HookStage(limits=with_limits(body=0.2))
    secret = f"{HEADER}: {SECRET}".encode()
    async with stage.running():
        reader, writer = await asyncio.open_connection("127.0.0.1", stage.inbox.port)
        writer.write(head(secret, length=1000) + b"{")
        assert await post(stage, UPDATE) == 200
        assert b" 408 " in await reader.readline()
        writer.close()
        reader, writer = await asyncio.open_connection("127.0.0.1", stage.inbox.port)
        writer.write(head(secret, length=1000) + b"{")
        writer.close()
        await really_until(lambda: stage.inbox.counters.refused == 2)
    note("T91", "5 MB: 413; deep JSON: 400; a slow body: 408; beside them an update is answered; 5xx 0")


@pytest.mark.parametrize(
    ("lines", "body", "status"),
    [
        ([b"Content-Encoding: gzip", b"Content-Length: 4"], b"\x1f\x8b!!", b" 400 "),
        ([b"Transfer-Encoding: chunked"], b"zz\r\n{}\r\n", b" 400 "),
        ([b"Content-Length: x"], b"", b" 400 "),
    ],
)
async def test_t91_a_body_that_is_broken_on_its_way_is_refused_and_nothing_of_it_logged(
    caplog: pytest.LogCaptureFixture, lines: list[bytes], body: bytes, status: bytes
) -> None:
    stage, secret = HookStage(), f"{HEADER}: {SECRET}".encode()
    async with stage.running():
        caplog.clear()
        first = [b"POST /telegram HTTP/1.1", b"Host: x", secret, *lines, b"", body]
        assert status in await raw(stage, b"\r\n".join(first))
        assert b" 400 " in await raw(stage, b"\x16\x03\x01\x02 canary\r\n\r\n")
        assert await post(stage, UPDATE) == 200
    assert "canary" not in caplog.text


async def test_what_is_no_http_is_counted_once_a_minute_and_no_answer_names_versions(
    caplog: pytest.LogCaptureFixture,
) -> None:
    stage, garbage = HookStage(), b"\x16\x03\x01\x02 canary\r\n\r\n"
    spoilt = head(f"{HEADER}: {SECRET}".encode(), b"Content-Length: x") + UPDATE
    caplog.set_level(logging.INFO, "bot.health")
    async with stage.running():
        caplog.clear()
        answers = [await whole(stage, each) for each in (garbage, spoilt, garbage, head() + UPDATE)]
        assert [answer.split()[1] for answer in answers] == [b"400", b"400", b"400", b"403"]
        assert [answer.partition(b"\r\n\r\n")[2] for answer in answers] == [b""] * 4
        assert not re.findall(rb"(?i)python|aiohttp|canary", b"".join(answers))
        assert caplog.messages == ["requests_malformed count=1"]
        await stage.clock.advance(60)
        await whole(stage, garbage)
        assert caplog.messages == ["requests_malformed count=1", "requests_malformed count=3"]
        async with ClientSession(stage.address) as session, session.post("/telegram") as answer:
            assert answer.headers["Server"] == "http"


async def whole(stage: HookStage, request: bytes) -> bytes:
    """Send bytes as they are; return the whole answer, which ends with the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", stage.inbox.port)
    writer.write(request)
    answer = await reader.read()
    writer.close()
    return answer


async def test_t91_whatever_an_update_looks_like_no_answer_is_an_error_of_ours() -> None:
    chance, stage = dice("T91"), HookStage()
    shapes, statuses = Shapes(chance, 10, 1_795_521_600), Counter[int]()
    async with stage.running(), ClientSession(stage.address, headers={HEADER: SECRET}) as session:
        for number in range(BODIES):
            body = json.dumps(mutated(shapes.update(number), chance)).encode()
            if chance.random() < CUT:
                body = body[: chance.randrange(len(body))] + chance.randbytes(3)
            async with session.post("/telegram", data=BytesIO(body)) as answer:
                assert await answer.read() == b""
                statuses[answer.status] += 1
    assert set(statuses) <= {200, 400, 413}
    assert statuses[200] > BODIES / 2
    note("T91", f"{BODIES:,} mutated updates: 200, 400 or 413")


async def test_only_so_many_connections_stay_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.handlers.inbox.webhook_port.MAX_CONNECTIONS", 3)
    stage = HookStage()
    async with stage.running():
        held: list[Any] = [await asyncio.open_connection("127.0.0.1", stage.inbox.port) for _ in range(3)]
        reader, writer = await asyncio.open_connection("127.0.0.1", stage.inbox.port)
        with pytest.raises(ConnectionError):
            await _byte_of(reader)
        writer.close()
        held[0][1].close()
        await asyncio.sleep(0.01)
        assert await post(stage, UPDATE) == 200
        for _, each in held[1:]:
            each.close()


async def _byte_of(reader: asyncio.StreamReader) -> None:
    if not await reader.read(1):
        raise ConnectionResetError
