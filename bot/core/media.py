"""What a message shows beside its words: files by the ids Telegram gave them (A2).

A file's id stays good when the message it came in is edited or deleted, so nothing changes after a confirmation.
"""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum


class MediaKind(StrEnum):
    """What kind of file it is; the value is the Bot API's name of the field."""

    PHOTO = "photo"
    VIDEO = "video"
    ANIMATION = "animation"
    AUDIO = "audio"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    STICKER = "sticker"


TOGETHER = (
    frozenset({MediaKind.PHOTO, MediaKind.VIDEO}),
    frozenset({MediaKind.DOCUMENT}),
    frozenset({MediaKind.AUDIO}),
)
"""Kinds that may stand in one album (Bot API, sendMediaGroup)."""


@dataclass(frozen=True)
class Media:
    """One file. ``caption`` and ``entities`` are set in an album only; a file alone has the content's text.

    ``spoiler``: covered until tapped. ``above``: the caption stands above it. ``cover`` is the id of a video's own
    picture, ``start`` the second it begins at.
    """

    kind: MediaKind
    file: str
    caption: str = ""
    entities: str | None = None
    spoiler: bool = False
    above: bool = False
    cover: str = ""
    start: int = 0


class Uncopied(StrEnum):
    """What no bot can send as it stands; the value ends the key of its name in the catalogue."""

    POLL = "poll"
    DICE = "dice"
    GAME = "game"
    CONTACT = "contact"
    LOCATION = "location"
    STORY = "story"
    PAID = "paid"
    CHECKLIST = "checklist"
    GIVEAWAY = "giveaway"
    INVOICE = "invoice"
    ALBUM = "album"
    OTHER = "other"


EMPTY = {name: value for name, value in asdict(Media(MediaKind.PHOTO, "")).items() if name not in ("kind", "file")}
"""What is not stored, because nothing was said of it."""


def media_json(media: tuple[Media, ...]) -> str | None:
    """Return files as they are stored, a JSON array; None without any."""
    if not media:
        return None
    stored = [{name: value for name, value in asdict(each).items() if value != EMPTY.get(name)} for each in media]
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":"))


def read_media(stored: str | None) -> tuple[Media, ...]:
    """Return files from their stored form."""
    if stored is None:
        return ()
    return tuple(Media(**{**each, "kind": MediaKind(each["kind"])}) for each in json.loads(stored))
