"""What can go wrong with an update on its way: fields missing, odd, huge, of the wrong kind, too deep."""

import copy
from collections.abc import Callable
from random import Random
from typing import Any

MANY = 500

Spot = tuple[Any, Any]
"""A dict or list and the key in it."""

ODD_NUMBERS = (0, -1, 2**31, -(2**31), 2**53, 2**63 - 1, 2**63, -(2**63) - 1, 2**70, -(2**100))
ODD_TEXTS = (
    *("", " ", "\x00", "\ud800", "\u202e\u2066", "e\u0301" * 300, "𝕏" * 5000, "я" * 9000),
    *("<b>", "</b><tg-time", "&#x0;", "{ $chat }", "{0.__class__}", "%s%n", "'; DROP TABLE subscriber; --"),
    *("../../etc/passwd", "\r\nX: y", "go:ru:1:", "go:ru:0:menu" + ":" * 40),
    *("١٢٣", "NaN", "-0", "1e999", "true", "null"),
)
ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, [], {}, [[]], 1.5),
    *(float("inf"), float("nan"), "x", 0, [None], {"": {}}),
)


def mutated(update: dict[str, Any], random: Random) -> dict[str, Any]:
    """Return a copy with one to three faults in it."""
    changed = copy.deepcopy(update)
    faults = random.choice((FAULTS, KIND_FAULTS, KIND_FAULTS))
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        spots = _spots(changed)
        if spots:
            random.choice(faults)(random.choice(spots), random)
    return changed


def _spots(value: Any) -> list[Spot]:
    found: list[Spot] = []
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        pairs = holder.items() if isinstance(holder, dict) else enumerate(holder)
        for key, inner in pairs:
            found.append((holder, key))
            if isinstance(inner, dict | list):
                waiting.append(inner)
    return found


def _drop(spot: Spot, _random: Random) -> None:
    holder, key = spot
    del holder[key]


def _number(spot: Spot, random: Random) -> None:
    holder, key = spot
    holder[key] = random.choice(ODD_NUMBERS)


def _text(spot: Spot, random: Random) -> None:
    holder, key = spot
    holder[key] = random.choice(ODD_TEXTS)


def _value(spot: Spot, random: Random) -> None:
    holder, key = spot
    holder[key] = copy.deepcopy(random.choice(ODD_VALUES))


def _bytes(spot: Spot, random: Random) -> None:
    holder, key = spot
    holder[key] = turned_over(holder[key] if isinstance(holder[key], str) else "0", random)


def turned_over(text: str, random: Random) -> str:
    """Return a text with signs of it turned over: data of a button, a command."""
    signs = list(text) or ["0"]
    for _ in range(random.randrange(1, 4)):
        signs.insert(random.randrange(len(signs) + 1), chr(random.choice((0, 58, 65, 127, 1040, 0x1F600, 0xFFFF))))
        del signs[random.randrange(len(signs))]
    return "".join(signs)


def _deep(spot: Spot, random: Random) -> None:
    holder, key = spot
    nested: Any = holder[key]
    for _ in range(random.choice((3, 60, 300))):
        nested = random.choice(({"reply_to_message": nested}, [nested], {"x": nested}))
    holder[key] = nested


def _crowd(spot: Spot, random: Random) -> None:
    holder, key = spot
    holder[key] = [holder[key]] * random.choice((2, MANY))


def _stranger(spot: Spot, _random: Random) -> None:
    holder, key = spot
    if isinstance(holder, dict):
        holder["field_of_tomorrow"] = holder.pop(key)


FAULTS: tuple[Callable[[Spot, Random], None], ...] = (
    *(_drop, _number, _number, _text, _text, _value, _value, _bytes, _bytes, _deep, _crowd, _stranger),
)


def _same_kind(spot: Spot, random: Random) -> None:
    """Odd, but a text stays a text and a number a number: such a fault gets as far as the handlers."""
    holder, key = spot
    if isinstance(holder[key], str):
        random.choice((_text, _bytes))(spot, random)
    elif type(holder[key]) is int:
        _number(spot, random)


KIND_FAULTS = (_same_kind,)
