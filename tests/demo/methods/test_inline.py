"""Inline mode: queries reach the bot, and its results are checked as Telegram checks them."""

import pytest
from aiogram import Bot
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent

from bot.demo.chats.person import Person
from tests.demo.methods.test_send import refusal


def article(name: str, title: str = "Title") -> InlineQueryResultArticle:
    """Return an article as an inline result."""
    return InlineQueryResultArticle(
        id=name, title=title, input_message_content=InputTextMessageContent(message_text="x")
    )


async def test_an_offer_reaches_who_asked_once(bot: Bot, anna: Person) -> None:
    await bot.get_updates(allowed_updates=["inline_query"])
    query = anna.asks_inline("work")
    (update,) = await bot.get_updates(offset=-1)
    assert update.inline_query is not None
    assert (update.inline_query.id, update.inline_query.query) == (query, "work")
    assert await bot.answer_inline_query(query, [article("a")], cache_time=5, is_personal=True)
    assert [result["id"] for result in anna.offers[-1]["results"]] == ["a"]
    assert "query is too old" in await refusal(bot.answer_inline_query(query, [article("a")]))


@pytest.mark.parametrize(
    ("results", "words"),
    [
        ([article(str(number)) for number in range(51)], "RESULTS_TOO_MUCH"),
        ([article("я" * 33)], "RESULT_ID_INVALID"),
        ([article("a"), article("a")], "RESULT_ID_DUPLICATE"),
        ([article("a", " ")], "ARTICLE_TITLE_EMPTY"),
    ],
)
async def test_a_wrong_offer_is_refused(
    bot: Bot, anna: Person, results: list[InlineQueryResultArticle], words: str
) -> None:
    query = anna.asks_inline("work")
    assert words in await refusal(bot.answer_inline_query(query, list(results)))
    assert anna.offers == []
