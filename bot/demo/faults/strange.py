"""Answers and updates of a Telegram newer than the bot: what it will say tomorrow, and what it should never say."""

from enum import StrEnum
from typing import Any

NEW_FIELD = "field_of_tomorrow"
NEW_VALUE = "value_of_tomorrow"
# Where the Bot API keeps words from a closed list.
_ENUM_FIELDS = frozenset({"type", "status", "currency", "source", "language_code"})


class Twist(StrEnum):
    """What is unexpected."""

    FIELDS = "fields"  # every object has a field nobody knows
    VALUES = "values"  # words from closed lists are new ones
    TYPES = "types"  # the result, or each of its fields, has another type than documented


def twisted(value: Any, twist: Twist) -> Any:
    """A changed copy; the original stays as it is."""
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
    """Numbers, words and answers come in lists; lists come as objects."""
    if isinstance(value, dict):
        return {name: [inner] for name, inner in value.items()}
    return {"items": value} if isinstance(value, list) else [value]
