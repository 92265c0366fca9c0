"""Turns the text parameters of a call into the text and entities of a message."""

import re
from functools import lru_cache

from bot.demo.calls import JsonObject, bad_request
from bot.demo.text.autolinks import find_links, merge_entities
from bot.demo.text.html import parse_html
from bot.demo.text.links import checked_link
from bot.demo.text.utf16 import MAX_ENTITIES, units

Formatted = tuple[str, list[JsonObject]]
_LEADING_SPACE = re.compile(r"\s*")
_CODE = frozenset({"code", "pre"})
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})
_SPLITTABLE = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})


def formatted(text: str, parse_mode: str | None, entities: list[JsonObject] | None) -> Formatted:
    """The text, trimmed, and its entities, links included; offsets and lengths in UTF-16 units.

    The text may be empty: whether that is allowed depends on the method. Raises Telegram's refusal (400) for an unknown
    parse mode, bad markup and entities outside the text.
    """
    mode = (parse_mode or "").lower()
    if mode not in ("", "html", "none"):
        raise bad_request("unsupported parse_mode")
    if mode == "html":
        return _from_html(text)
    return _finish(text, checked_entities(text, entities or []))


def checked_entities(text: str, entities: list[JsonObject]) -> list[JsonObject]:
    """The first 100 entities a bot gave, sorted, empty ones left out.

    Raises Telegram's refusal (400) when one is outside the text or begins or ends inside a surrogate pair.
    """
    total = units(text)
    inner = _inside_characters(text)
    kept = []
    for entity in entities[:MAX_ENTITIES]:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if start < 0 or end < start:
            raise bad_request("ENTITY_BOUNDS_INVALID")
        if end > total:
            raise bad_request(
                f"entity beginning at UTF-16 offset {start} ends after the end of the text at UTF-16 offset {end}"
            )
        if start in inner:
            raise bad_request(f"entity begins in a middle of a UTF-16 symbol at UTF-16 offset {start}")
        if end in inner:
            raise bad_request(
                f"entity beginning at UTF-16 offset {start} ends in a middle of a UTF-16 symbol at UTF-16 offset {end}"
            )
        if end > start:
            kept.append(entity)
    return sorted(kept, key=lambda entity: (int(entity["offset"]), -int(entity["length"])))


@lru_cache(maxsize=4096)
def _cached(markup: str) -> tuple[str, tuple[JsonObject, ...]]:
    text, entities = _finish(*parse_html(markup.replace("\r", "")))
    return text, tuple(entities)


def _from_html(markup: str) -> Formatted:
    text, entities = _cached(markup)
    return text, list(entities)


def _inside_characters(text: str) -> set[int]:
    """The UTF-16 offsets between the two surrogates of one character."""
    inner, offset = set(), 0
    for sign in text if not text.isascii() else "":
        if sign > "\uffff":
            inner.add(offset + 1)
            offset += 1
        offset += 1
    return inner


def _finish(text: str, entities: list[JsonObject]) -> Formatted:
    text, entities = _trimmed(text, entities)
    own = _nested(_linked(entities))
    return text, merge_entities(own, find_links(text))[:MAX_ENTITIES]


def _trimmed(text: str, entities: list[JsonObject]) -> Formatted:
    stripped = text.strip()
    match = _LEADING_SPACE.match(text)
    cut = units(match.group()) if match else 0
    total = units(stripped)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - cut)
        end = min(total, entity["offset"] + entity["length"] - cut)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return stripped, kept


def _linked(entities: list[JsonObject]) -> list[JsonObject]:
    """Links get their full address, invalid ones are dropped, links to users become mentions."""
    return [
        linked for entity in entities if (linked := checked_link(entity) if "url" in entity else entity) is not None
    ]


def _nested(entities: list[JsonObject]) -> list[JsonObject]:
    """Drop entities Telegram does not nest: anything in code, code in links, quotes in quotes, bold in bold."""
    kept: list[JsonObject] = []
    for entity in entities:
        around = [outer for outer in kept if _contains(outer, entity)]
        if not any(_forbids(outer["type"], entity["type"]) for outer in around):
            kept.append(entity)
    codes = [entity for entity in kept if entity["type"] in _CODE]
    return [piece for entity in kept for piece in _cut_by(codes, entity)]


def _contains(outer: JsonObject, inner: JsonObject) -> bool:
    ends = outer["offset"] + outer["length"], inner["offset"] + inner["length"]
    return bool(outer["offset"] <= inner["offset"] and inner["offset"] < ends[0])


def _forbids(outer: str, inner: str) -> bool:
    if outer in _CODE or outer == inner:
        return True
    if outer in _QUOTES:
        return inner in _QUOTES
    return outer not in _SPLITTABLE and inner not in _SPLITTABLE


def _cut_by(codes: list[JsonObject], entity: JsonObject) -> list[JsonObject]:
    """Split bold, italic and the like where code stands inside them."""
    if entity["type"] not in _SPLITTABLE:
        return [entity]
    pieces, start, end = [], entity["offset"], entity["offset"] + entity["length"]
    for code in codes:
        code_end = code["offset"] + code["length"]
        if start < code_end and code["offset"] < end:
            pieces.append((start, code["offset"]))
            start = code_end
    pieces.append((start, end))
    return [{**entity, "offset": left, "length": right - left} for left, right in pieces if right > left]
