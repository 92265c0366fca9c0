"""Reads parameters as Telegram does: strings, JSON in strings, or JSON values become checked values."""

import json
import re
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from aiogram import methods
from aiogram.client.default import Default
from aiogram.types import InputFile
from pydantic import BaseModel, ValidationError

from bot.demo.calls import JsonObject, Upload, bad_request

Method = type[methods.TelegramMethod[Any]]
_INTEGER = re.compile(r"\s*-?\d{1,19}\s*\Z")
_TRUE_WORDS = frozenset({"true", "yes", "1"})
_ESCAPED_SURROGATE = "\\ud"
# Values of missing parameters: setWebhook without an address removes it, setMyCommands without a list sets none.
FILE_KINDS = ("video", "animation", "audio", "voice", "video_note", "sticker")
_DEFAULT_WHEN_MISSING: JsonObject = {"url": "", "commands": []}
_REFUSAL_BY_NAME = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "document": "there is no document in the request",
    "photo": "there is no photo in the request",
    **{kind: f"there is no {kind.replace('_', ' ')} in the request" for kind in FILE_KINDS},
    "media": "can't parse media JSON object",
    "file_id": "invalid file_id",
    "action": "wrong parameter action in request",
    "commands": "can't parse commands list JSON object",
    "reply_markup": "can't parse reply keyboard markup JSON object",
    "entities": "can't parse entities JSON object",
    "caption_entities": "can't parse caption entities JSON object",
    "allowed_updates": "can't parse allowed_updates JSON object",
    "link_preview_options": "can't parse link preview options JSON object",
    "reply_parameters": "can't parse reply parameters JSON object",
    "reaction": "can't parse reaction types JSON object",
    "name": "title must be non-empty",
    "scope": "can't parse BotCommandScope",
    "menu_button": "can't parse MenuButton",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
}


@lru_cache(maxsize=1)
def known_methods() -> dict[str, Method]:
    """Every method of the Bot API that aiogram knows, by its lower-case name (Telegram ignores the case)."""
    found: dict[str, Method] = {}
    for name in methods.__all__:
        method = getattr(methods, name)
        if isinstance(method, type) and issubclass(method, methods.TelegramMethod):
            api_name = getattr(method, "__api_method__", None)
            if isinstance(api_name, str):
                found[api_name.lower()] = method
    return found


@dataclass(frozen=True)
class Shape:
    """The types a parameter may have: text, whole number, boolean; when it is none of them, JSON."""

    text: bool
    number: bool
    choice: bool


@lru_cache
def _shapes(method: Method) -> dict[str, Shape]:
    shapes = {}
    for name, field in method.model_fields.items():
        kinds = set(_kinds(field.annotation))
        shapes[name] = Shape(text=str in kinds or InputFile in kinds, number=int in kinds, choice=bool in kinds)
    return shapes


def _kinds(annotation: object) -> list[object]:
    arguments = typing.get_args(annotation)
    origin = typing.get_origin(annotation)
    if not arguments or origin in (list, dict):
        return [origin or annotation]
    return [kind for argument in arguments for kind in _kinds(argument)]


def decode(method: Method, params: Mapping[str, Any], files: Mapping[str, Upload]) -> JsonObject:
    """The known parameters with checked types; nested objects are plain JSON. Raises Telegram's refusal (400)."""
    values: JsonObject = {}
    for name, shape in _shapes(method).items():
        if params.get(name) is not None:
            values[name] = _read(name, shape, params[name])
        elif name in files:
            values[name] = f"attach://{name}"
        elif name in _DEFAULT_WHEN_MISSING:
            values[name] = _DEFAULT_WHEN_MISSING[name]
    return _checked(method, values)


def _read(name: str, shape: Shape, value: Any) -> Any:
    if not isinstance(value, str):
        _check_unicode(json.dumps(value, ensure_ascii=False))
        return str(value) if shape.text and not shape.number else value
    if shape.text:
        _check_unicode(value)
        return int(value) if shape.number and _INTEGER.match(value) else value
    if shape.choice:
        return value.strip().lower() in _TRUE_WORDS
    if value == "":
        return None
    try:
        decoded = json.loads(value)
    except (ValueError, RecursionError) as error:
        raise _badly_typed(name) from error
    if _ESCAPED_SURROGATE in value.lower():
        _check_unicode(json.dumps(decoded, ensure_ascii=False))
    return decoded


def _check_unicode(text: str) -> None:
    """Raise Telegram's refusal for a lone surrogate: it cannot be encoded in UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error


def _checked(method: Method, values: JsonObject) -> JsonObject:
    values = {name: value for name, value in values.items() if value is not None}
    try:
        model = method.model_validate(values)
    except ValidationError as error:
        raise _badly_typed(str(error.errors()[0]["loc"][0])) from error
    return {name: plain(getattr(model, name)) for name in values}


def plain(value: Any) -> Any:
    """A value as plain JSON; a model has only the fields it was given."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, BaseModel):
        known = [name for name in value.model_fields_set if name in type(value).model_fields]
        fields = {name: getattr(value, name) for name in sorted(known)}
        return {name: plain(field) for name, field in fields.items() if not _absent(field)}
    return value


def _absent(value: Any) -> bool:
    return value is None or isinstance(value, Default)


def _badly_typed(name: str) -> Exception:
    return bad_request(_REFUSAL_BY_NAME.get(name, f"invalid parameter {name}"))
