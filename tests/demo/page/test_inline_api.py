"""Inline mode on the page: what is typed reaches the bot, its offer the page, and a chosen result the chat (P12)."""

from collections.abc import AsyncIterator

import pytest

from tests.page.requests import GROUP, Json, Visit, visiting

ARTICLE = {
    "type": "article",
    "id": "a",
    "title": "Работа",
    "input_message_content": {"message_text": "<b>Работа</b> t.me/x", "parse_mode": "HTML"},
    "reply_markup": {"inline_keyboard": [[{"text": "Ещё", "url": "https://example.org/"}]]},
}


@pytest.fixture
async def visit() -> AsyncIterator[Visit]:
    async with visiting() as visit:
        yield visit


async def offered(visit: Visit, place: str = "chat") -> str:
    """Ask as Anna; the bot offers one article. Returns the query's id."""
    query: Json = await (await visit.post(f"/api/{place}/anna/inline", {"query": " работа "})).json()
    (update,) = await visit.bot("getUpdates", offset=-1)
    assert update["inline_query"]["query"] == "работа"
    assert update["inline_query"]["id"] == query["inline_query_id"]
    await visit.bot("answerInlineQuery", inline_query_id=query["inline_query_id"], results=[ARTICLE])
    return str(query["inline_query_id"])


@pytest.mark.parametrize("place", ["chat", "group"])
async def test_the_offer_comes_to_who_asked_in_whichever_chat(visit: Visit, place: str) -> None:
    async with visit.events("anna", place) as anna, visit.events("john", place) as john:
        query = await offered(visit, place)
        offer = await anna.next("offer")
        assert (offer["inline_query_id"], offer["results"][0]["title"]) == (query, "Работа")
        await john.next("state")
        visit.john.sends("слышно", group=visit.group if place == "group" else None)
        assert (await john.block()).startswith("event: message")


@pytest.mark.parametrize(("place", "chat"), [("chat", 1001), ("group", GROUP)])
async def test_a_chosen_result_is_sent_via_the_bot(visit: Visit, place: str, chat: int) -> None:
    body = {"inline_query_id": await offered(visit, place), "result_id": "a"}
    answer = await visit.post(f"/api/{place}/anna/choose", body)
    (update,) = await visit.bot("getUpdates", offset=-1)
    message = update["message"]
    assert (await answer.json())["message_id"] == message["message_id"]
    assert (message["chat"]["id"], message["from"]["id"]) == (chat, 1001)
    assert message["via_bot"]["username"] == "seminar_demo_bot"
    assert (message["text"], message["entities"][0]["type"]) == ("Работа t.me/x", "bold")
    assert message["reply_markup"] == ARTICLE["reply_markup"]


async def test_only_what_was_offered_to_a_person_is_sent_by_them(visit: Visit) -> None:
    query = await offered(visit)
    for person, result in (("john", "a"), ("anna", "b")):
        response = await visit.post(f"/api/chat/{person}/choose", {"inline_query_id": query, "result_id": result})
        assert response.status == 400
    assert visit.anna.messages == visit.john.messages == []


async def test_inline_mode_works_where_the_bot_is_no_member(visit: Visit) -> None:
    await visit.post("/api/group/anna/remove")
    body = {"inline_query_id": await offered(visit, "group"), "result_id": "a"}
    await visit.post("/api/group/anna/choose", body)
    assert visit.group.messages[-1]["text"] == "Работа t.me/x"
    (update,) = await visit.bot("getUpdates", offset=-1)
    assert "message" not in update


async def test_a_result_whose_text_telegram_would_refuse(visit: Visit) -> None:
    query: Json = await (await visit.post("/api/chat/anna/inline", {"query": ""})).json()
    for text, words in {
        "<b>": "can't parse entities",
        "": "message text is empty",
        "я" * 4097: "MESSAGE_TOO_LONG",
    }.items():
        bad = {**ARTICLE, "input_message_content": {"message_text": text, "parse_mode": "HTML"}}
        params = {"inline_query_id": query["inline_query_id"], "results": [bad]}
        reply = await visit.telegram.call("answerInlineQuery", params, {})
        assert (reply.status, words in reply.body["description"]) == (400, True)
    assert visit.anna.offers == []
