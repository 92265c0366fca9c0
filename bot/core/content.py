"""What a message consists of, before Telegram is involved."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.core.locales import Locale
from bot.core.media import Media, media_json

MESSAGE_UNITS = 4096
"""Telegram's limit for a text after parsing, in UTF-16 code units (Bot API, sendMessage)."""

CAPTION_UNITS = 1024
"""The same for the words under a file."""

LAST_BMP = "\uffff"


class Variant(NamedTuple):
    """Which of a mailing's texts a person gets: a language, openly or discreetly (S5).

    ``joint`` has a bit for each other seminar the text names too (S4).
    """

    language: Locale
    discreet: bool = False
    joint: int = 0


@dataclass(frozen=True)
class Button:
    """An inline button: ``data`` comes back to the bot, ``url`` opens; exactly one is set."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Content:
    """A text with its buttons, or a file whose caption the text is.

    ``entities`` is Telegram's JSON array as the author typed it; None means that ``text`` is HTML made by the bot.
    """

    text: str
    entities: str | None = None
    keyboard: tuple[tuple[Button, ...], ...] = ()
    media: tuple[Media, ...] = ()

    def keyboard_json(self) -> str | None:
        """Return the buttons as stored, or None without any."""
        if not self.keyboard:
            return None
        rows = [[asdict(button) for button in row] for row in self.keyboard]
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))

    def media_json(self) -> str | None:
        """Return the files as stored, or None without any."""
        return media_json(self.media)


def read_keyboard(stored: str | None) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons from their stored form."""
    if stored is None:
        return ()
    return tuple(tuple(Button(**button) for button in row) for row in json.loads(stored))


Contents = Mapping[Variant, Content]
"""All texts of one mailing."""


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it: UTF-16 code units."""
    return len(text) + sum(1 for character in text if character > LAST_BMP)


INVISIBLE = ("C", "Z")
"""Unicode's control, format and separator characters: a text of nothing else is an empty bubble."""


class TextProblem(StrEnum):
    """Why a content cannot be a broadcast."""

    EMPTY = "empty"
    LONG = "long"
    CAPTION = "caption"


def check_text(text: str) -> TextProblem | None:
    """Return what is wrong with a broadcast's text, or None."""
    if all(unicodedata.category(character)[0] in INVISIBLE for character in text):
        return TextProblem.EMPTY
    return TextProblem.LONG if units(text) > MESSAGE_UNITS else None


def check_content(content: Content) -> TextProblem | None:
    """Return what is wrong with a broadcast's content, or None; a file needs no words."""
    if not content.media:
        return check_text(content.text)
    return TextProblem.CAPTION if units(content.text) > CAPTION_UNITS else None
