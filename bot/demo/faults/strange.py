"""Answers and updates that the bot's version does not know: of a newer Telegram, or of a wrong type."""

from enum import StrEnum
from typing import Any

NEW_FIELD = "field_of_tomorrow"
NEW_VALUE = "value_of_tomorrow"
# Fields of the Bot API whose values come from a closed list.
_ENUM_FIELDS = frozenset({"type", "status", "currency", "source", "language_code"})


class Twist(StrEnum):
    """What is unexpected in an answer or update."""

    FIELDS = "fields"  # every object has one more, unknown field
    VALUES = "values"  # values from closed lists are unknown ones
    TYPES = "types"  # the result, or each of its fields, has another type than documented


def twisted(value: Any, twist: Twist) -> Any:
    """A changed copy of a JSON value; the original stays as it is."""
    match twist:
        case Twist.FIELDS:
            return _with_fields(value)
        case Twist.VALUES:
            return _with_values(value)
        case Twist.TYPES:
            return _with_types(value)


def _with_fields(value: Any) -> Any:
    if isinstance(value, dict):
        known = {name: _with_fields(inner) for name, inner in value.items()}
        return {**known, NEW_FIELD: {"version": 99, "parts": [None, -1, ""]}}
    return [_with_fields(item) for item in value] if isinstance(value, list) else value


def _with_values(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: NEW_VALUE if name in _ENUM_FIELDS and isinstance(inner, str) else _with_values(inner)
            for name, inner in value.items()
        }
    return [_with_values(item) for item in value] if isinstance(value, list) else value


def _with_types(value: Any) -> Any:
    """Wrap each field of an object, or a plain value, in a list; turn a list into an object."""
    if isinstance(value, dict):
        return {name: [inner] for name, inner in value.items()}
    return {"items": value} if isinstance(value, list) else [value]
