"""The chat page's HTTP interface: which requests it refuses."""

from collections.abc import AsyncIterator

import pytest

from bot.demo.local_requests import is_local
from bot.demo.page.bodies import MAX_BODY_BYTES
from tests.page.requests import Visit, visiting


@pytest.fixture
async def visit() -> AsyncIterator[Visit]:
    async with visiting() as visit:
        yield visit


@pytest.mark.parametrize(
    ("action", "body"),
    [
        ("send", {}),
        ("send", {"text": "   "}),
        ("send", {"text": 7}),
        ("send", {"text": "\ud83d"}),
        ("send", {"text": "👍" * 2049}),
        ("send", {"text": "a", "entities": {}}),
        ("send", {"text": "a", "entities": ["bold"]}),
        ("send", {"text": "a", "entities": [{"type": "text_link", "offset": 0, "length": 1}]}),
        ("send", {"text": "a", "entities": [{"type": "bold", "offset": 0, "length": 2}]}),
        ("send", {"text": "a", "entities": [{"type": "bold", "offset": -1, "length": 1}]}),
        ("send", {"text": "a", "entities": [{"type": "bold", "offset": 0, "length": True}]}),
        ("send", {"text": "a", "entities": [{"type": "bold", "offset": 0, "length": 1}] * 101}),
        ("send", {"text": "a", "reply_to": "1"}),
        ("send", {"text": "a", "reply_to": 0}),
        ("send", ["text"]),
        ("attach", {}),
        ("attach", {"kind": "video"}),
        ("attach", {"kind": ["photo"]}),
        ("attach", {"kind": "photo", "reply_to": 0}),
        ("inline", {}),
        ("inline", {"query": 1}),
        ("inline", {"query": "я" * 257}),
        ("choose", {}),
        ("choose", {"inline_query_id": 1, "result_id": "a"}),
        ("choose", {"inline_query_id": "1", "result_id": "a"}),
        ("tap", {"message_id": 1}),
        ("tap", {"message_id": True, "data": "x"}),
        ("tap", {"data": "x"}),
        ("tap", {"message_id": 1, "data": ""}),
        ("tap", {"message_id": 1, "data": "ё" * 33}),
        ("start", {"payload": "a b"}),
        ("start", {"payload": "a" * 65}),
        ("start", {"payload": "x\n"}),
    ],
)
async def test_bad_bodies_are_refused_and_nothing_happens(visit: Visit, action: str, body: object) -> None:
    response = await visit.post(f"/api/chat/anna/{action}", body)
    assert response.status == 400
    assert (await response.json())["error"]
    assert visit.anna.messages == []
    assert await visit.bot("getUpdates") == []


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff\xfe{}", b"[" * 60_000])
async def test_bodies_that_are_not_json(visit: Visit, raw: bytes) -> None:
    headers = {"Origin": f"http://127.0.0.1:{visit.client.port}", "Content-Type": "application/json"}
    response = await visit.client.post("/api/chat/anna/send", data=raw, headers=headers)
    assert response.status == 400


async def test_a_body_over_the_limit_is_refused(visit: Visit) -> None:
    response = await visit.post("/api/chat/anna/send", {"text": "a", "filler": "b" * MAX_BODY_BYTES})
    assert response.status == 413
    assert visit.anna.messages == []


@pytest.mark.parametrize(
    "path",
    [f"chat/anna/{action}" for action in ("send", "attach", "inline", "choose", "tap", "start", "block", "unblock")]
    + [f"group/anna/{action}" for action in ("send", "attach", "inline", "choose", "tap", "add", "remove")],
)
@pytest.mark.parametrize("origin", [None, "null", "https://evil.example", "http://127.0.0.1:1"])
async def test_posts_from_elsewhere_are_refused(visit: Visit, path: str, origin: str | None) -> None:
    headers = {"Origin": origin} if origin else {}
    response = await visit.client.post(f"/api/{path}", json={"text": "x"}, headers=headers)
    assert response.status == 403
    assert visit.anna.messages == visit.group.messages == []
    assert visit.group.bot_is_member
    assert not visit.anna.blocked


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
async def test_posts_that_a_form_could_send_are_refused(visit: Visit, kind: str) -> None:
    headers = {"Origin": f"http://127.0.0.1:{visit.client.port}", "Content-Type": kind}
    response = await visit.client.post("/api/chat/anna/send", data=b'{"text":"x"}', headers=headers)
    assert response.status == 415
    assert visit.anna.messages == []


@pytest.mark.parametrize(
    "path", ["/", "/static/chat.js", "/api/personas", "/api/chat/anna/events", "/api/group/anna/events"]
)
async def test_foreign_names_are_refused(visit: Visit, path: str) -> None:
    response = await visit.client.get(path, headers={"Host": "rebound.example"})
    assert response.status == 403
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("localhost:8085", True),
        ("127.0.0.1:8085", True),
        ("[::1]:8085", True),
        ("LOCALHOST", True),
        ("", False),
        ("evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("localhost@evil.example", False),
        ("evil.example@localhost", False),
        ("127.0.0.1/evil", False),
        ("[::1", False),
        ("0.0.0.0:8085", False),
    ],
)
def test_local_names(host: str, local: bool) -> None:
    assert is_local(host) is local
