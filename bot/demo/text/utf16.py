"""Telegram counts in UTF-16 code units; Python counts in characters. The one place that translates."""

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
    """Character positions of one text as UTF-16 offsets."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain = not text or max(text) <= "\uffff"

    def at(self, position: int) -> int:
        return position if self._plain else units(self._text[:position])

    def entity(self, kind: str, start: int, end: int) -> JsonObject:
        offset = self.at(start)
        return {"type": kind, "offset": offset, "length": self.at(end) - offset}
