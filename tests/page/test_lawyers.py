"""The lawyers' group on the page: a question, the answer to it, what the bot does beside it, and topics (A10)."""

from typing import TYPE_CHECKING

import pytest

from tests.page.stage import LAWYERS
from tests.page.visitor import Visitor, visiting

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]


async def asked(visitor: Visitor, text: str, **fields: int) -> int:
    """Let the bot write into the lawyers' group."""
    sent = await visitor.stage.script.call("sendMessage", None, chat_id=LAWYERS, text=text, **fields)
    return int(sent["message_id"])


async def test_a_lawyer_replies_to_a_question(phone: "BrowserContext") -> None:
    async with visiting(phone) as visitor:
        page, group = visitor.page, visitor.stage.lawyers
        await page.set_viewport_size({"width": 360, "height": 740})
        number = await asked(visitor, "Можно ли работать?")
        await page.locator("#tab-lawyer .badge").wait_for()
        await page.click("#tab-lawyer")
        await page.locator("#bot-name", has_text="Юристы").wait_for()
        assert page.url.endswith("#lawyer/group")
        assert "без имени" in await page.inner_text("#welcome")
        question = await visitor.sees("Можно ли работать?")
        assert await page.locator("#newest").is_hidden()
        assert "Семинары об убежище" in await question.locator(".sender").inner_text()
        await question.get_by_role("button", name="Ответить").click()
        assert await page.inner_text("#replying") != ""
        await visitor.writes("Да, с разрешением.")
        answer = page.locator(".message.out")
        assert await answer.locator(".quoted").inner_text() == "Можно ли работать?"
        (said,) = (each for each in group.messages if not each["from"]["is_bot"])
        assert (said["reply_to_message"]["message_id"], said["from"]["first_name"]) == (number, "Нина")
        for emoji in ("👀", "👍"):
            reaction = [{"type": "emoji", "emoji": emoji}]
            await visitor.stage.script.call(
                "setMessageReaction", chat_id=LAWYERS, message_id=said["message_id"], reaction=reaction
            )
        await answer.locator(".reaction", has_text="👍").wait_for()
        assert await answer.locator(".reactions").text_content() == "Реакции: 👍"
        for selector in ("html", "#scroll", "#chat", ".top", "#tabs", "#composer"):
            assert await page.locator(selector).evaluate("e => e.scrollWidth <= e.clientWidth"), selector


async def test_topics_and_the_bots_coming_and_going(phone: "BrowserContext") -> None:
    async with visiting(phone, "#lawyer/group") as visitor:
        page, group = visitor.page, visitor.stage.lawyers
        await page.click("#more")
        await page.get_by_role("button", name="Включить темы").click()
        await visitor.until("() => document.querySelector('#topics').textContent === 'Выключить темы'")
        topic = (await visitor.stage.script.call("createForumTopic", chat_id=LAWYERS, name="Клён-417"))[
            "message_thread_id"
        ]
        await page.locator(".service", has_text="Новая тема: Клён-417").wait_for()
        await asked(visitor, "Вопрос в теме", message_thread_id=topic)
        question = await visitor.sees("Вопрос в теме")
        assert await question.locator(".topic").text_content() == "Тема: Клён-417"
        assert await question.locator(".quoted").count() == 0
        await visitor.stage.script.call("editForumTopic", chat_id=LAWYERS, message_thread_id=topic, name="Клён ✓")
        await question.locator(".topic", has_text="Клён ✓").wait_for()
        await question.get_by_role("button", name="Ответить").click()
        await visitor.writes("Ответ в теме")
        await page.locator(".message.out", has_text="Ответ в теме").wait_for()
        (said,) = (each for each in group.messages if not each["from"]["is_bot"])
        assert said["message_thread_id"] == topic
        for word, member in (("Удалить бота из группы", False), ("Добавить бота в группу", True)):
            await page.click("#more")
            await page.get_by_role("button", name=word).click()
            await page.locator("#status", has_text="с ботом" if member else "без бота").wait_for()
        assert group.bot_status == "administrator"
        await visitor.stage.script.call("deleteForumTopic", chat_id=LAWYERS, message_thread_id=topic)
        await question.wait_for(state="detached")


async def test_the_card_tells_a_lawyer_what_to_try(desktop: "BrowserContext") -> None:
    async with visiting(desktop, "#lawyer/group") as visitor:
        await visitor.page.locator("#steps li", has_text="включите темы").wait_for()
        await visitor.page.click("#switch")
        await visitor.page.locator("#start", has_text="СТАРТ").wait_for()
        assert await visitor.page.locator("#topics").is_hidden()
