"""The chat page's HTTP interface: what it answers."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest

from bot.demo.page import stream as page_stream
from bot.demo.telegram import Upload
from tests.page.requests import Json, Visit, visiting

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture
async def visit() -> AsyncIterator[Visit]:
    async with visiting() as visit:
        yield visit


async def test_index_and_modules_come_with_strict_headers(visit: Visit) -> None:
    for path, kind in {"/": "text/html", "/static/chat.js": "javascript", "/static/chat.css": "text/css"}.items():
        response = await visit.client.get(path)
        assert response.status == 200
        assert kind in response.headers["Content-Type"]
        assert response.headers["Content-Security-Policy"].startswith("default-src 'self';")
        assert "unsafe" not in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cache-Control"] == "no-cache"


async def test_index_has_no_inline_script_style_or_foreign_address(visit: Visit) -> None:
    text = await (await visit.client.get("/")).text()
    assert "This is not Telegram." in text
    assert "style=" not in text and "<style" not in text
    assert "onclick" not in text and "http://" not in text and "https://" not in text
    assert text.count("<script") == text.count('<script type="module" src="/static/')


async def test_personas_are_listed(visit: Visit) -> None:
    people = await (await visit.client.get("/api/personas")).json()
    assert people == [
        {"id": "anna", "name": "Анна", "note": "Читает по-русски", "role": "reader", "language": "ru", "home": "chat"},
        {"id": "john", "name": "John", "note": "Admin", "role": "admin", "language": "en", "home": "chat"},
        {"id": "nina", "name": "Нина", "note": "Юрист", "role": "lawyer", "language": "ru", "home": "group"},
    ]


async def test_state_comes_first_and_shows_the_chat(visit: Visit) -> None:
    await visit.bot("setMyDescription", description="Ответы", language_code="ru")
    await visit.bot("setMyCommands", commands=[{"command": "faq", "description": "Вопросы"}])
    visit.anna.sends("/start")
    async with visit.events() as events:
        assert await events.block() == "retry: 1500"
        state = json.loads((await events.block()).removeprefix("event: state\ndata: "))
    assert [message["text"] for message in state["messages"]] == ["/start"]
    assert state["commands"] == [{"command": "faq", "description": "Вопросы"}]
    assert state["bot"]["username"] == "seminar_demo_bot"
    assert state["bot"]["description"] == "Ответы"
    assert (state["started"], state["blocked"], state["marked"]) == (True, False, [])
    assert state["now"] == visit.clock.seconds


async def test_events_follow_in_order(visit: Visit) -> None:
    async with visit.events() as events:
        assert (await events.next("state"))["started"] is False
        visit.anna.sends("привет")
        assert (await events.next("message"))["message"]["text"] == "привет"
        sent = await visit.bot("sendMessage", chat_id=1001, text="здравствуйте")
        assert (await events.next("message"))["message"]["text"] == "здравствуйте"
        await visit.bot("sendChatAction", chat_id=1001, action="typing")
        assert (await events.next("action"))["action"] == "typing"
        await visit.bot("deleteMessage", chat_id=1001, message_id=sent["message_id"])
        assert (await events.next("delete"))["message_ids"] == [sent["message_id"]]


async def test_commands_event_carries_the_new_menu(visit: Visit) -> None:
    async with visit.events() as events:
        await events.next("state")
        await visit.bot("setMyCommands", commands=[{"command": "help", "description": "Помощь"}])
        assert (await events.next("commands"))["commands"] == [{"command": "help", "description": "Помощь"}]


async def test_a_stream_hears_nothing_of_another_chat_but_its_count(visit: Visit) -> None:
    visit.john.sends("/start")
    await visit.bot("sendMessage", chat_id=1002, text="before")
    async with visit.events("anna") as events:
        assert (await events.next("state"))["received"] == {"anna": 0, "john": 1, "nina": 0}
        await visit.bot("sendMessage", chat_id=1002, text="secret")
        block = await events.block()
        assert "secret" not in block
        assert json.loads(block.partition("data: ")[2])["received"] == {"anna": 0, "john": 2, "nina": 0}


async def test_an_edit_after_a_tap_is_not_marked_and_a_later_one_is(visit: Visit) -> None:
    visit.anna.sends("/start")
    number = (await visit.bot("sendMessage", chat_id=1001, text="one"))["message_id"]
    async with visit.events() as events:
        await visit.post("/api/chat/anna/tap", {"message_id": number, "data": "x"})
        await visit.bot("editMessageText", chat_id=1001, message_id=number, text="two")
        assert (await events.next("edit"))["marked"] is False
        visit.clock.seconds += page_stream.TAP_ANSWER_SECONDS
        await visit.bot("editMessageText", chat_id=1001, message_id=number, text="three")
        assert (await events.next("edit"))["marked"] is True
    async with visit.events() as events:
        assert (await events.next("state"))["marked"] == [number]
    await visit.bot("deleteMessage", chat_id=1001, message_id=number)
    async with visit.events() as events:
        assert (await events.next("state"))["marked"] == []


async def test_tap_queues_a_callback_and_its_answer_is_a_toast(visit: Visit) -> None:
    visit.anna.sends("/start")
    number = (await visit.bot("sendMessage", chat_id=1001, text="one"))["message_id"]
    async with visit.events() as events:
        answer = await visit.post("/api/chat/anna/tap", {"message_id": number, "data": "faq:1"})
        query = (await answer.json())["callback_query_id"]
        updates = await visit.bot("getUpdates")
        assert updates[-1]["callback_query"]["data"] == "faq:1"
        await visit.bot("answerCallbackQuery", callback_query_id=query, text="готово", show_alert=True)
        toast = await events.next("toast")
    assert (toast["text"], toast["alert"], toast["callback_query_id"]) == ("готово", True, query)


async def test_send_with_formatting_and_reply(visit: Visit) -> None:
    first = visit.anna.sends("раз")["message_id"]
    bold = {"type": "bold", "offset": 3, "length": 2}
    body = {"text": "👍 да", "entities": [bold], "reply_to": first}
    answer = await visit.post("/api/chat/anna/send", body)
    assert answer.status == 200
    message = visit.anna.messages[-1]
    assert (message["text"], message["entities"]) == ("👍 да", [bold])
    assert message["reply_to_message"]["message_id"] == first
    assert (await answer.json())["message_id"] == message["message_id"]


@pytest.mark.parametrize(("body", "text"), [({}, "/start"), ({"payload": "faq_first-steps"}, "/start faq_first-steps")])
async def test_start(visit: Visit, body: Json, text: str) -> None:
    assert (await visit.post("/api/chat/anna/start", body)).status == 200
    assert visit.anna.messages[-1]["text"] == text


async def test_block_and_unblock(visit: Visit) -> None:
    visit.anna.sends("/start")
    async with visit.events() as events:
        await visit.post("/api/chat/anna/block")
        assert (await events.next("membership"))["blocked"] is True
        refused = await visit.telegram.call("sendMessage", {"chat_id": 1001, "text": "x"})
        assert refused.status == 403
        await visit.post("/api/chat/anna/unblock")
        assert (await events.next("membership"))["blocked"] is False
    assert not visit.anna.blocked


async def test_unknown_people_and_files_are_not_found(visit: Visit) -> None:
    assert (await visit.client.get("/api/chat/nobody/events")).status == 404
    assert (await visit.post("/api/chat/nobody/send", {"text": "x"})).status == 404
    assert (await visit.client.get("/api/file/none")).status == 404
    assert (await visit.client.get("/static/../page.py")).status == 404
    assert (await visit.client.get("/static/%2e%2e/page.py")).status in {403, 404}


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("памятка.html", b"<script>alert(1)</script>", "application/octet-stream"),
        ("a.svg", b"<svg onload=alert(1)>", "application/octet-stream"),
        ("photo.png", PNG, "image/png"),
    ],
)
async def test_files_are_taken_away_not_shown(visit: Visit, name: str, content: bytes, kind: str) -> None:
    visit.anna.sends("/start")
    sent = await visit.bot("sendDocument", {"document": Upload(name, content)}, chat_id=1001)
    response = await visit.client.get(f"/api/file/{sent['document']['file_id']}")
    assert await response.read() == content
    assert response.content_type == kind
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    assert response.content_disposition is not None
    assert response.content_disposition.filename == name


async def test_a_quiet_stream_is_kept_alive() -> None:
    async with visiting(keep_alive=0.05) as visit, visit.events() as events:
        await events.next("state")
        assert await events.block() == ": still here"


async def test_a_page_that_falls_behind_is_sent_away_to_read_anew(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_stream, "MAX_QUEUED_EVENTS", 3)
    async with visit.events() as events:
        await events.next("state")
        for number in range(10):
            visit.anna.sends(f"{number}")
        assert await asyncio.wait_for(events.response.content.read(), 5) == b""
    async with visit.events() as events:
        assert len((await events.next("state"))["messages"]) == 10


async def test_streams_end_with_the_server_and_nobody_listens_any_more() -> None:
    async with visiting() as visit, visit.events() as events:
        await events.next("state")
        async with asyncio.timeout(5):
            closing = asyncio.ensure_future(visit.client.server.close())
            assert await events.response.content.read() == b""
            await closing
        visit.anna.sends("after the end")
        assert visit.anna.messages[-1]["text"] == "after the end"


async def test_a_page_that_left_is_forgotten(visit: Visit) -> None:
    async with visit.events() as events:
        await events.next("state")
    visit.anna.sends("one")
    visit.anna.sends("two")
    async with visit.events() as events:
        assert len((await events.next("state"))["messages"]) == 2
