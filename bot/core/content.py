"""What a message consists of, before Telegram is involved."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.core.locales import Locale
from bot.core.media import TOGETHER, Media, media_json

MESSAGE_UNITS = 4096
"""Telegram's limit for a text after parsing, in UTF-16 code units (Bot API, sendMessage)."""

CAPTION_UNITS = 1024
"""The same for the words under a file."""

ALBUM_FROM, ALBUM_TO = 2, 10
"""How many files an album has (Bot API, sendMediaGroup)."""

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
    """A text with its buttons, a file whose caption the text is, or an album, whose files have captions of their own.

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

    @property
    def parts(self) -> tuple[int, ...]:
        """Return how many messages each of its calls sends: an album's buttons are a message of their own."""
        if len(self.media) < ALBUM_FROM:
            return (1,)
        return (len(self.media), 1) if self.keyboard else (len(self.media),)

    @property
    def words(self) -> str:
        """Return everything that is read in it."""
        return " ".join((self.text, *(file.caption for file in self.media)))

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
    MIXED = "mixed"


def check_text(text: str) -> TextProblem | None:
    """Return what is wrong with a broadcast's text, or None."""
    if all(unicodedata.category(character)[0] in INVISIBLE for character in text):
        return TextProblem.EMPTY
    return TextProblem.LONG if units(text) > MESSAGE_UNITS else None


def check_content(content: Content) -> TextProblem | None:
    """Return what is wrong with a broadcast's content, or None; a file needs no words."""
    if not content.media:
        return check_text(content.text)
    if len(content.media) > 1 and not goes_together(content.media):
        return TextProblem.MIXED
    captions = (content.text, *(file.caption for file in content.media))
    return TextProblem.CAPTION if max(map(units, captions)) > CAPTION_UNITS else None


def goes_together(files: Sequence[Media]) -> bool:
    """Return whether Telegram takes files as one album: pictures and videos, or documents alone, or audio alone."""
    kinds = {file.kind for file in files}
    return len(files) <= ALBUM_TO and any(kinds <= together for together in TOGETHER)
