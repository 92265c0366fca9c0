"""Parses Telegram's HTML subset into plain text and entities, with Telegram's error messages."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn

from bot.demo.calls import JsonObject, bad_request
from bot.demo.text.html_escapes import character, unescape
from bot.demo.text.utf16 import units

# A date after this stays plain text without an entity.
LAST_UNIX_TIME = 2**31 - 1
_SPACE = " \t\r\n\v\0"
_TAG_NAME = re.compile(rf"[^{_SPACE}>]*")
_SPACES = re.compile(rf"[{_SPACE}]*")
_ATTRIBUTE_NAME = re.compile(rf"[^{_SPACE}=>/\"']*")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_PLAIN = re.compile(r"[^<&]+")
_TIME_FORMAT = re.compile(r"(?:r|w?[dD]?[tT]?)\Z")
_KINDS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}


@dataclass
class _Open:
    """A start tag without its end tag so far. `offset` is in UTF-16 units, `piece` counts pieces of text."""

    tag: str
    attributes: dict[str, str]
    offset: int
    piece: int


@lru_cache(maxsize=4096)
def _parsed(markup: str) -> tuple[str, tuple[JsonObject, ...]]:
    reader = _Reader(markup)
    reader.read()
    return "".join(reader.pieces), tuple(reader.entities)


def parse_html(markup: str) -> tuple[str, list[JsonObject]]:
    """The text and its entities, in the order in which they open; offsets and lengths in UTF-16 units.

    Raises Telegram's refusal (400, "can't parse entities: …") for bad markup; its offsets are in UTF-8 bytes.
    """
    text, entities = _parsed(markup)
    ordered = sorted(reversed(entities), key=lambda entity: (int(entity["offset"]), -int(entity["length"])))
    return text, [dict(entity) for entity in ordered]


class _Reader:
    """Reads the markup once, from start to end."""

    def __init__(self, markup: str) -> None:
        self.pieces: list[str] = []
        self.entities: list[JsonObject] = []
        self._markup = markup
        self._at = 0
        self._units = 0
        self._stack: list[_Open] = []

    def read(self) -> None:
        """Fill `pieces` and `entities`; entities are in the order in which they close."""
        while self._at < len(self._markup):
            sign = self._markup[self._at]
            if sign == "<":
                self._tag()
            elif sign == "&":
                text, self._at = character(self._markup, self._at)
                self._emit(text)
            else:
                self._emit(self._take(_PLAIN))
        if self._stack:
            self._complain(f'Can\'t find end tag corresponding to start tag "{self._stack[-1].tag}"')

    def _emit(self, text: str) -> None:
        self.pieces.append(text)
        self._units += units(text)

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._markup, self._at)
        taken = match.group() if match else ""
        self._at += len(taken)
        return taken

    def _sign(self) -> str:
        """The next character, empty at the end."""
        return self._markup[self._at : self._at + 1]

    def _byte(self, position: int) -> int:
        return len(self._markup[:position].encode("utf-8", "surrogatepass"))

    def _complain(self, text: str) -> NoReturn:
        raise bad_request(f"can't parse entities: {text}")

    def _tag(self) -> None:
        begin = self._at
        self._at += 1
        if self._sign() == "/":
            self._at += 1
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        tag = self._take(_TAG_NAME).lower()
        if not self._sign():
            self._complain(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if tag not in _KINDS:
            self._complain(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        attributes = self._attributes(tag, begin)
        self._at += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            where = self._byte(begin)
            self._complain(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self._stack.append(_Open(tag, attributes, self._units, len(self.pieces)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self._take(_SPACES)
            if self._sign() == ">":
                return found
            name = self._take(_ATTRIBUTE_NAME)
            if not self._sign():
                self._complain(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
            if not name:
                where = self._byte(begin)
                self._complain(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
            found[name] = self._attribute_value(tag, begin)

    def _attribute_value(self, tag: str, begin: int) -> str:
        """The value behind the equal sign; without one, ""."""
        self._take(_SPACES)
        if self._sign() == "=":
            self._at += 1
            self._take(_SPACES)
            if self._sign():
                quote = self._sign()
                return self._quoted(quote, begin) if quote in "'\"" else self._token()
        if not self._sign():
            self._complain(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
        return ""

    def _quoted(self, quote: str, begin: int) -> str:
        end = self._markup.find(quote, self._at + 1)
        if end < 0 or end + 1 >= len(self._markup):
            self._complain(f"Unclosed start tag at byte offset {self._byte(begin)}")
        value = unescape(self._markup[self._at + 1 : end])
        self._at = end + 1
        return value

    def _token(self) -> str:
        begin = self._at
        value = self._take(_TOKEN)
        if self._sign() not in _SPACE + ">":
            self._complain(f"Unexpected end of name token at byte offset {self._byte(begin)}")
        return value.lower()

    def _end_tag(self, begin: int) -> None:
        if not self._stack:
            self._complain(f"Unexpected end tag at byte offset {self._byte(begin)}")
        tag = self._take(_TAG_NAME).lower()
        self._take(_SPACES)
        if self._sign() != ">":
            self._complain(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self._at += 1
        opened = self._stack.pop()
        if tag and tag != opened.tag:
            where = self._byte(begin)
            self._complain(f'Unmatched end tag at byte offset {where}, expected "</{opened.tag}>", found "</{tag}>"')
        if self._units > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self._units - opened.offset
        entity: JsonObject = {"type": _KINDS[opened.tag], "offset": opened.offset, "length": length}
        if opened.tag == "a":
            entity["url"] = opened.attributes.get("href") or "".join(self.pieces[opened.piece :])
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = self._emoji(opened.attributes.get("emoji-id", ""))
        elif opened.tag == "tg-time":
            entity |= self._moment(opened.attributes)
            if entity["unix_time"] > LAST_UNIX_TIME:
                return
        elif opened.tag == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        elif opened.tag in ("pre", "code"):
            self._close_code(entity, opened)
            return
        self.entities.append(entity)

    def _close_code(self, entity: JsonObject, opened: _Open) -> None:
        """`<pre><code class="language-x">` is one entity; the language of a lone `<code>` is dropped."""
        language = opened.attributes.get("class", "")
        if opened.tag == "code" and language.startswith("language-"):
            entity["language"] = language.removeprefix("language-")
        last = self.entities[-1] if self.entities else {}
        place = (entity["offset"], entity["length"])
        if opened.tag == "pre" and last.get("type") == "code" and (last["offset"], last["length"]) == place:
            self.entities[-1] = {**last, "type": "pre"}
            return
        inside_pre = any(outer.tag == "pre" for outer in self._stack)
        if not inside_pre:
            entity.pop("language", None)
        self.entities.append(entity)

    def _emoji(self, identifier: str) -> str:
        if not identifier.isdecimal() or int(identifier) == 0:
            self._complain("Invalid custom emoji identifier specified")
        return identifier

    def _moment(self, attributes: dict[str, str]) -> JsonObject:
        unix, pattern = attributes.get("unix", ""), attributes.get("format", "")
        if not unix.isdecimal() or int(unix) == 0:
            self._complain("Invalid date-time specified")
        if not _TIME_FORMAT.match(pattern):
            self._complain("Invalid date-time format specified")
        return {"unix_time": int(unix), **({"date_time_format": pattern} if pattern else {})}
