"""Inline mode: what a person types after the bot's name in any chat, and the results the bot offers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.demo.calls import Handler, JsonObject, Upload, bad_request
from bot.demo.chats.world import World

MAX_RESULTS = 50
MAX_RESULT_ID_BYTES = 64


@dataclass(frozen=True)
class Offering:
    """answerInlineQuery."""

    world: World

    def served(self) -> dict[str, Handler]:
        return {"answerInlineQuery": self.answer}

    def answer(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        results = values["results"]
        _check(results)
        self.world.queries.close(values["inline_query_id"])(values)
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
