"""The entrance over HTTP: paths, tokens, the forms in which parameters may come."""

import asyncio
import json
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import pytest
from aiohttp import FormData, MultipartWriter
from aiohttp.test_utils import TestClient, TestServer

from bot.demo.chats.person import Person
from bot.demo.doors.http import bot_api
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from tests.demo.conftest import Clock, until

METHOD = "/bot42:demo/"


@pytest.fixture
async def client(telegram: Telegram) -> AsyncIterator[TestClient[Any, Any]]:
    async with TestClient(TestServer(bot_api(telegram))) as client:
        yield client


async def test_parameters_may_be_written_in_four_ways(client: TestClient[Any, Any], anna: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "y", "callback_data": "z"}]]}
    fields = {"chat_id": "7", "text": "x", "reply_markup": json.dumps(markup)}
    multipart = FormData(fields)
    multipart.add_field("ignored", b"x", filename="x.txt")
    responses = [
        await client.get(METHOD + "sendMessage", params=fields),
        await client.post(METHOD + "sendMessage", data=fields),
        await client.post(METHOD + "sendMessage", data=multipart),
        await client.post(METHOD + "sendMessage", json={"chat_id": 7, "text": "x", "reply_markup": markup}),
        await client.post(METHOD + "sendmessage?chat_id=7", data={"text": "x", "reply_markup": json.dumps(markup)}),
    ]
    for number, response in enumerate(responses):
        body = await response.json()
        assert (response.status, body["ok"]) == (200, True)
        assert body["result"]["message_id"] == number + 2
        assert body["result"]["reply_markup"] == markup
    assert [message["text"] for message in anna.messages[1:]] == ["x"] * 5


async def test_wrong_token(client: TestClient[Any, Any]) -> None:
    for path in ("/bot42:wrong/getMe", "/bot/getMe", "/file/bot42:wrong/a"):
        response = await client.get(path)
        assert response.status == 401
        assert await response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


@pytest.mark.parametrize(
    "path", ["/", "/x", METHOD, METHOD[:-1], METHOD + "getMe/x", METHOD + "noSuch", "/file/bot42:demo/x"]
)
async def test_nothing_there(client: TestClient[Any, Any], path: str) -> None:
    response = await client.get(path)
    assert response.status == 404
    assert await response.json() == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_other_verbs(client: TestClient[Any, Any]) -> None:
    assert (await client.put(METHOD + "getMe")).status == 404


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", "{"),
        ("application/json", "[1]"),
        ("application/json", "[" * 100_000),
        ("application/json", "\xff"),
        ("multipart/form-data", "x"),
        ("multipart/form-data; boundary=x", "y"),
    ],
)
async def test_broken_bodies(client: TestClient[Any, Any], content_type: str, body: str) -> None:
    data = body.encode("latin-1")
    response = await client.post(METHOD + "getMe", data=data, headers={"Content-Type": content_type})
    assert response.status == 400
    assert (await response.json())["description"].startswith("Bad Request: ")


async def test_an_unknown_body_is_no_parameters(client: TestClient[Any, Any]) -> None:
    response = await client.post(METHOD + "sendMessage", data=b"x", headers={"Content-Type": "text/plain"})
    assert (await response.json())["description"] == "Bad Request: chat_id is empty"
    assert (await client.post(METHOD + "getMe", data=b"", headers={"Content-Type": "application/json"})).status == 200


async def test_a_file_under_its_own_name(client: TestClient[Any, Any], anna: Person) -> None:
    form = FormData({"chat_id": "7"})
    form.add_field("document", b"hello", filename="a.txt", content_type="text/x-own")
    body = await (await client.post(METHOD + "sendDocument", data=form)).json()
    assert body["result"]["document"]["mime_type"] == "text/x-own"
    found = await (
        await client.get(METHOD + "getFile", params={"file_id": body["result"]["document"]["file_id"]})
    ).json()
    response = await client.get("/file/bot42:demo/" + found["result"]["file_path"])
    assert await response.read() == b"hello"


async def test_parts_that_say_nothing(client: TestClient[Any, Any]) -> None:
    with MultipartWriter("form-data") as writer:
        writer.append(b"nameless")
        inner = MultipartWriter("mixed")
        inner.append(b"nested")
        writer.append(inner)
    assert (await client.post(METHOD + "getMe", data=writer)).status == 200


async def test_too_much_in_a_form(client: TestClient[Any, Any]) -> None:
    form = FormData({"chat_id": "7"})
    form.add_field("document", BytesIO(bytes(22 * 1024 * 1024)), filename="x")
    response = await client.post(METHOD + "sendDocument", data=form)
    assert response.status == 413
    assert (await response.json())["description"] == "Request Entity Too Large"


async def test_too_much_in_a_body(client: TestClient[Any, Any]) -> None:
    body, kind = BytesIO(bytes(22 * 1024 * 1024)), {"Content-Type": "application/json"}
    assert (await client.post(METHOD + "sendMessage", data=body, headers=kind)).status == 413


async def test_waiting_is_told_in_the_header_too(clock: Clock) -> None:
    limited = Telegram(now=clock, limits=Limits(per_second=1))
    limited.person(7, "A").sends("/start")
    async with TestClient(TestServer(bot_api(limited))) as client:
        await client.get(METHOD + "sendMessage?chat_id=7&text=x")
        response = await client.get(METHOD + "sendMessage?chat_id=7&text=x")
        assert (response.status, response.headers["Retry-After"]) == (429, "1")
        assert (await response.json())["parameters"] == {"retry_after": 1}


async def test_closing_does_not_wait_for_a_poll(telegram: Telegram) -> None:
    app = bot_api(telegram)
    client: TestClient[Any, Any] = TestClient(TestServer(app))
    async with client, asyncio.TaskGroup() as group:
        poll = group.create_task(client.get(METHOD + "getUpdates?timeout=50"))
        await until(lambda: telegram.world.updates.waiting)
        await app.shutdown()
        assert await (await poll).json() == {"ok": True, "result": []}


async def test_the_effect_outlives_a_lost_connection(clock: Clock) -> None:
    slow = Telegram(now=clock, sleep=clock.sleep, limits=Limits(after=(1, 1)))
    anna = slow.person(7, "A")
    anna.sends("/start")
    async with TestClient(TestServer(bot_api(slow))) as client:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await client.get(METHOD + "sendMessage?chat_id=7&text=x")
        assert anna.messages[-1]["text"] == "x"
        assert len(slow.ledger.accepted("sendMessage")) == 1
        clock.advance(1)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:8085"},
        {"Host": "127.0.0.1@evil.example"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": ""},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8085"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
@pytest.mark.parametrize("path", [METHOD + "sendMessage", "/file/bot42:demo/photos/file_1.jpg", "/"])
async def test_h15_a_web_site_cannot_call_it(
    client: TestClient[Any, Any], anna: Person, headers: dict[str, str], path: str
) -> None:
    """A browser names the site that asks, or the host it was told; a bot does neither."""
    before = len(anna.messages)
    for request in (client.get, client.post):
        response = await request(path, params={"chat_id": "7", "text": "phish"}, headers=headers)
        assert response.status == 403
        assert (await response.json())["ok"] is False
    assert len(anna.messages) == before


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:1234", "[::1]:80"])
async def test_a_bot_on_this_machine_may(client: TestClient[Any, Any], host: str) -> None:
    response = await client.get(METHOD + "getMe", headers={"Host": host})
    assert response.status == 200
