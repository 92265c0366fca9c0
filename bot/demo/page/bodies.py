"""Checks the JSON bodies that the page posts, before a person of the stand-in acts on them.

Every refusal is a 400 with a sentence in English, for a person who calls this API by hand.
"""

import json
from typing import Any

from aiohttp import web

from bot.demo.chats.person import START_PAYLOAD
from bot.demo.page.attachments import KINDS

MAX_BODY_BYTES = 64 * 1024
MAX_TEXT_UNITS = 4096
MAX_ENTITIES = 100
MAX_QUERY_UNITS = 256
MAX_CALLBACK_BYTES = 64
# The formatting a person can choose here; links, commands and the like are found by the stand-in.
TYPED_ENTITIES = frozenset({"bold", "italic"})

Body = dict[str, Any]


async def json_body(request: web.Request) -> Body:
    """The JSON object of a request (413 above 64 KiB, 400 for anything that is not an object)."""
    try:
        body = json.loads(await request.read())
    except (ValueError, RecursionError) as error:
        raise refused("the body is not JSON") from error
    if not isinstance(body, dict):
        raise refused("the body is not an object")
    return body


def refused(why: str) -> web.HTTPBadRequest:
    """The 400 to raise, with the reason as JSON."""
    return web.HTTPBadRequest(text=json.dumps({"error": why}), content_type="application/json")


def text_in(body: Body) -> str:
    """A message's text of 1-4096 UTF-16 units, trimmed as Telegram's apps do."""
    text = _string(body, "text").strip()
    if not 1 <= _units(text) <= MAX_TEXT_UNITS:
        raise refused(f"text must have 1-{MAX_TEXT_UNITS} characters")
    return text


def entities_in(body: Body, text: str) -> list[Body]:
    """Bold and italic ranges inside the text; offsets and lengths in UTF-16 units."""
    entities = body.get("entities", [])
    if not isinstance(entities, list) or len(entities) > MAX_ENTITIES:
        raise refused("entities must be a short list")
    return [_entity(entity, _units(text)) for entity in entities]


def message_id_in(body: Body) -> int:
    """The id of the tapped message, a positive number."""
    return _positive(body.get("message_id"), "message_id")


def reply_to_in(body: Body) -> int | None:
    """The id of the message replied to, or None."""
    reply_to = body.get("reply_to")
    return None if reply_to is None else _positive(reply_to, "reply_to")


def attachment_in(body: Body) -> str:
    """What to attach, one of the kinds of `attachments`."""
    kind = _string(body, "kind")
    if kind not in KINDS:
        raise refused("kind must be one of " + ", ".join(sorted(KINDS)))
    return kind


def query_in(body: Body) -> str:
    """What stands behind the bot's name, at most 256 UTF-16 units; it may be empty."""
    query = _string(body, "query").strip()
    if _units(query) > MAX_QUERY_UNITS:
        raise refused(f"query must have at most {MAX_QUERY_UNITS} characters")
    return query


def result_in(body: Body) -> tuple[str, str]:
    """The ids of an inline query and of the result chosen from its answer."""
    return _string(body, "inline_query_id"), _string(body, "result_id")


def tap_data_in(body: Body) -> str:
    """A button's callback data, 1-64 bytes."""
    data = _string(body, "data")
    if not 1 <= len(data.encode()) <= MAX_CALLBACK_BYTES:
        raise refused(f"data must have 1-{MAX_CALLBACK_BYTES} bytes")
    return data


def payload_in(body: Body) -> str:
    """The payload of a start link, or "" for a plain START."""
    if body.get("payload") is None:
        return ""
    payload = _string(body, "payload")
    if not START_PAYLOAD.fullmatch(payload):
        raise refused("payload must be 1-64 of A-Z a-z 0-9 _ -")
    return payload


def _string(body: Body, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str):
        raise refused(f"{name} must be a string")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        # JSON can contain a lone surrogate, which cannot be encoded in UTF-8 and so neither be stored nor sent.
        raise refused(f"{name} is not Unicode text") from error
    return value


def _entity(entity: object, length: int) -> Body:
    if not isinstance(entity, dict) or entity.get("type") not in TYPED_ENTITIES:
        raise refused("an entity must be bold or italic")
    offset, size = entity.get("offset"), entity.get("length")
    if type(offset) is not int or type(size) is not int or offset < 0 or size < 1 or offset + size > length:
        raise refused("an entity must lie inside the text")
    return {"type": entity["type"], "offset": offset, "length": size}


def _positive(value: object, name: str) -> int:
    if type(value) is not int or value < 1:
        raise refused(f"{name} must be a positive integer")
    return value


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
