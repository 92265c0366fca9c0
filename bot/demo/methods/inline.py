"""Inline mode: the bot's answer to what a person types behind its name in any chat."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.demo.calls import Handler, JsonObject, Upload, bad_request
from bot.demo.chats.world import World
from bot.demo.methods.keyboards import echoed_markup
from bot.demo.methods.send import check_length, message_text

MAX_RESULTS = 50
MAX_RESULT_ID_BYTES = 64


@dataclass(frozen=True)
class Offering:
    """answerInlineQuery: refuses (400) too many results, bad or repeated ids, articles without a title, bad texts."""

    world: World

    def served(self) -> dict[str, Handler]:
        """The handlers by the method's name."""
        return {"answerInlineQuery": self.answer}

    def answer(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Pass the results to the person who asked.

        `contents` is added to the parameters: what each result with a text becomes in a chat, by the result's id.
        """
        results = values["results"]
        _check(results)
        contents = {result["id"]: _content(result) for result in results if _has_text(result)}
        self.world.queries.close(values["inline_query_id"])({**values, "contents": contents})
        return True


def _check(results: list[Any]) -> None:
    if len(results) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [str(result.get("id", "")) for result in results]
    if not all(0 < len(each.encode()) <= MAX_RESULT_ID_BYTES for each in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    for result in results:
        if result.get("type") == "article" and not str(result.get("title", "")).strip():
            raise bad_request("ARTICLE_TITLE_EMPTY")


def _has_text(result: JsonObject) -> bool:
    return "message_text" in (result.get("input_message_content") or {})


def _content(result: JsonObject) -> JsonObject:
    """The message's text, entities and keyboard. Raises the refusals of a sendMessage with them."""
    given = result["input_message_content"]
    content = message_text({**given, "text": given["message_text"]})
    check_length(content, "MESSAGE_TOO_LONG")
    markup = echoed_markup(result.get("reply_markup"))
    return {**content, "reply_markup": markup} if markup else content
