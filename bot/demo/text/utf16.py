"""Lengths and offsets in UTF-16 code units, in which Telegram counts; Python counts in code points."""

from bot.demo.calls import JsonObject

MAX_TEXT_UNITS = 4096
MAX_CAPTION_UNITS = 1024
MAX_ANSWER_UNITS = 200
MAX_CALLBACK_BYTES = 64
MAX_ENTITIES = 100


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class Offsets:
    """Converts positions in one text (Python's) to offsets in UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain = not text or max(text) <= "\uffff"

    def at(self, position: int) -> int:
        """The offset of a position."""
        return position if self._plain else units(self._text[:position])

    def entity(self, kind: str, start: int, end: int) -> JsonObject:
        """A MessageEntity object from position `start` to before `end`."""
        offset = self.at(start)
        return {"type": kind, "offset": offset, "length": self.at(end) - offset}
