"""Entities Telegram finds itself in plain text: commands, links, email addresses, mentions, hashtags."""

import re

from bot.demo.calls import JsonObject
from bot.demo.text.utf16 import Offsets

_TOP_LEVEL_DOMAINS = "com|org|net|gov|edu|info|io|me|tv|be|ru|ua|us|de|uk|eu|app|dev|uz|kz|by|am|ge|tg|рф|укр"
_HOST = rf"(?:[\w-]+\.)+(?:{_TOP_LEVEL_DOMAINS})(?![\w@-])(?!\.\w)"
_PATH = r"(?:[/?#][^\s<>\"«»]*)?"
_WITH_SCHEME = r"https?://[^\s<>\"«»/]*\.[^\s<>\"«»/]+"
_PATTERNS = {
    "email": re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?![\w-])"),
    "url": re.compile(rf"(?<![\w@.-])(?:{_WITH_SCHEME}|{_HOST}(?::\d+)?){_PATH}", re.IGNORECASE),
    "bot_command": re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])"),
    "mention": re.compile(r"(?<![\w@.])@[A-Za-z0-9_]{4,32}(?![\w@])"),
    "hashtag": re.compile(r"(?<![\w#@])#(?=\w*[^\W\d])\w{1,256}(?![\w#@])"),
}
_TRAILING_PUNCTUATION = ".,:;!?)]}'"
_NOT_NESTED = frozenset({
    *("code", "pre", "text_link", "text_mention", "url", "email", "mention", "hashtag", "cashtag"),
    *("bot_command", "custom_emoji", "date_time", "phone_number"),
})  # fmt: skip


def find_links(text: str) -> list[JsonObject]:
    """The entities in plain text, in their order; offsets and lengths in UTF-16 units."""
    if not any(sign in text for sign in "/@#."):
        return []
    offsets = Offsets(text)
    taken: list[JsonObject] = []
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            found = match.group().rstrip(_TRAILING_PUNCTUATION) if kind == "url" else match.group()
            entity = offsets.entity(kind, match.start(), match.start() + len(found))
            if not any(_touch(entity, other) for other in taken):
                taken.append(entity)
    return sorted(taken, key=in_order)


def merge_entities(given: list[JsonObject], found: list[JsonObject]) -> list[JsonObject]:
    """Given and found entities in order; a found one that Telegram cannot nest with a given one is left out."""
    kept = [entity for entity in found if all(_fits(entity, other) for other in given)]
    return sorted([*given, *kept], key=in_order)


def in_order(entity: JsonObject) -> tuple[int, int]:
    """Sorting key: by offset, the longer of two before the shorter."""
    return int(entity["offset"]), -int(entity["length"])


def _span(entity: JsonObject) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]


def _touch(one: JsonObject, other: JsonObject) -> bool:
    (start, end), (left, right) = _span(one), _span(other)
    return start < right and left < end


def _fits(found: JsonObject, given: JsonObject) -> bool:
    """Whether the two do not overlap, or one contains the other and they may be nested."""
    if not _touch(found, given):
        return True
    (start, end), (left, right) = _span(found), _span(given)
    nested = (left <= start and end <= right) or (start <= left and right <= end)
    return nested and given["type"] not in _NOT_NESTED
