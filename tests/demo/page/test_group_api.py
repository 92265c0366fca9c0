"""The group on the page: one chat that every persona sees, and what the bot hears of it (P16)."""

from collections.abc import AsyncIterator

import pytest

from tests.page.requests import GROUP, Visit, visiting


@pytest.fixture
async def visit() -> AsyncIterator[Visit]:
    async with visiting() as visit:
        yield visit


async def heard(visit: Visit) -> list[str]:
    """The texts of the messages that the bot got."""
    return [update["message"]["text"] for update in await visit.bot("getUpdates") if "message" in update]


async def test_everybody_sees_what_one_writes(visit: Visit) -> None:
    async with visit.events("john", "group") as john:
        state = await john.next("state")
        assert (state["you"], state["group"], state["started"]) == (
            1002,
            {"title": "Соседи", "member": True, "topics": None},
            True,
        )
        await visit.post("/api/group/anna/send", {"text": "привет"})
        message = (await john.next("message"))["message"]
    assert (message["text"], message["from"]["first_name"], message["chat"]["id"]) == ("привет", "Анна", GROUP)
    assert visit.anna.messages == []
    assert not visit.anna.started


async def test_the_bot_hears_only_what_names_it(visit: Visit) -> None:
    for text in ("привет", "/faq@other_bot", "/faq@seminar_demo_bot"):
        await visit.post("/api/group/anna/send", {"text": text})
    await visit.post("/api/group/anna/attach", {"kind": "photo"})
    assert await heard(visit) == ["/faq@seminar_demo_bot"]
    assert [message.get("text") for message in visit.group.messages] == [
        "привет",
        "/faq@other_bot",
        "/faq@seminar_demo_bot",
        None,
    ]


async def test_the_bot_is_removed_and_added(visit: Visit) -> None:
    async with visit.events("anna", "group") as anna:
        await anna.next("state")
        await visit.post("/api/group/john/remove")
        assert (await anna.next("membership"))["member"] is False
        await visit.post("/api/group/john/send", {"text": "/faq@seminar_demo_bot"})
        await visit.post("/api/group/john/remove")
        await visit.post("/api/group/john/add")
        assert (await anna.next("membership"))["member"] is True
    changes = [update["my_chat_member"]["new_chat_member"]["status"] for update in await visit.bot("getUpdates")]
    assert changes == ["kicked", "member"]


async def test_a_button_in_the_group_is_answered_to_the_one_who_tapped(visit: Visit) -> None:
    number = (await visit.bot("sendMessage", chat_id=GROUP, text="one"))["message_id"]
    async with visit.events("anna", "group") as anna, visit.events("john", "group") as john:
        await anna.next("state")
        await john.next("state")
        answer = await visit.post("/api/group/anna/tap", {"message_id": number, "data": "x"})
        query = (await answer.json())["callback_query_id"]
        assert (await visit.bot("getUpdates"))[-1]["callback_query"]["message"]["chat"]["id"] == GROUP
        await visit.bot("answerCallbackQuery", callback_query_id=query, text="готово")
        assert (await anna.next("toast"))["text"] == "готово"
        await visit.bot("editMessageText", chat_id=GROUP, message_id=number, text="two")
        assert "готово" not in (block := await john.block())
        assert block.startswith("event: edit")


async def test_what_the_bot_says_in_the_group_counts_for_nobody(visit: Visit) -> None:
    await visit.bot("sendMessage", chat_id=GROUP, text="all")
    async with visit.events("anna", "group") as anna:
        assert (await anna.next("state"))["received"] == {"anna": 0, "john": 0, "nina": 0}


async def test_the_menu_of_a_group_is_that_of_groups(visit: Visit) -> None:
    async with visit.events("anna", "group") as anna:
        assert (await anna.next("state"))["commands"] == []
        for scope in ("all_private_chats", "all_group_chats"):
            menu = [{"command": "faq", "description": scope}]
            await visit.bot("setMyCommands", commands=menu, scope={"type": scope})
        await anna.next("commands")
        assert (await anna.next("commands"))["commands"] == [{"command": "faq", "description": "all_group_chats"}]


@pytest.mark.parametrize(
    "path", ["group/nobody/send", "group/anna/start", "group/anna/block", "chat/anna/add", "x/anna/send"]
)
async def test_what_is_not_there(visit: Visit, path: str) -> None:
    assert (await visit.post(f"/api/{path}", {"text": "x"})).status == 404
    assert visit.group.messages == []


async def test_a_lawyer_sits_in_a_group_apart(visit: Visit) -> None:
    lawyers = visit.lawyers
    (persona,) = [each for each in await (await visit.client.get("/api/personas")).json() if each["id"] == "nina"]
    assert (persona["role"], persona["home"]) == ("lawyer", "group")
    asked = (await visit.bot("sendMessage", chat_id=lawyers.id, text="вопрос"))["message_id"]
    async with visit.events("nina", "group") as nina:
        state = await nina.next("state")
        assert (state["group"]["title"], state["reactions"], state["received"]["nina"]) == ("Юристы", {}, 1)
        await visit.post("/api/group/nina/send", {"text": "ответ", "reply_to": asked})
        answer = (await nina.next("message"))["message"]
        assert answer["reply_to_message"]["text"] == "вопрос"
        thumb = [{"type": "emoji", "emoji": "👍"}]
        await visit.bot("setMessageReaction", chat_id=lawyers.id, message_id=answer["message_id"], reaction=thumb)
        assert (await nina.next("reaction"))["reactions"] == ["👍"]
        await visit.post("/api/group/nina/topics")
        assert (await nina.next("topics"))["topics"] == {}
        topic = (await visit.bot("createForumTopic", chat_id=lawyers.id, name="Клён-417"))["message_thread_id"]
        await nina.next("message")
    async with visit.events("nina", "group") as nina:
        state = await nina.next("state")
        assert state["group"]["topics"] == {str(topic): {"name": "Клён-417", "closed": False}}
        assert state["reactions"] == {str(answer["message_id"]): ["👍"]}
    await visit.post("/api/group/nina/remove")
    await visit.post("/api/group/nina/add")
    await visit.post("/api/group/nina/topics")
    assert (lawyers.bot_status, lawyers.is_forum, visit.group.bot_status) == ("administrator", False, "member")
    assert (await visit.post("/api/group/anna/topics")).status == 400
