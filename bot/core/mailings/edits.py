"""What Telegram lets a bot change of a message that was delivered, and what it does not (A7)."""

from dataclasses import replace
from enum import StrEnum

from bot.core.content import ALBUM_FROM, Content
from bot.core.media import Media, MediaKind


class EditFault(StrEnum):
    """What cannot be edited; the value ends the key of its name in the catalogue."""

    KIND = "kind"
    ALBUM = "album"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    STICKER = "sticker"


FIXED = {
    MediaKind.VOICE: EditFault.VOICE,
    MediaKind.VIDEO_NOTE: EditFault.VIDEO_NOTE,
    MediaKind.STICKER: EditFault.STICKER,
}
"""Files that stay what they are (Bot API, editMessageMedia)."""

WORDLESS = frozenset({MediaKind.VIDEO_NOTE, MediaKind.STICKER})
"""Files without a caption: nothing of them can be edited."""


def edited_content(old: Content, new: Content) -> Content:
    """Return what a message becomes: a text under a file is its new caption, buttons stay unless new ones came.

    In an album it is the caption of the first file that has one.
    """
    kept = replace(new, keyboard=new.keyboard or old.keyboard)
    if new.media or not old.media:
        return kept
    if len(old.media) < ALBUM_FROM:
        return replace(kept, media=old.media)
    place = next((number for number, file in enumerate(old.media) if file.caption), 0)
    worded = replace(old.media[place], caption=new.text, entities=new.entities)
    return replace(old, media=(*old.media[:place], worded, *old.media[place + 1 :]))


def edit_fault(old: Content, new: Content) -> EditFault | None:
    """Return why a message cannot become another one, or None."""
    if len(old.media) != len(new.media):
        return EditFault.ALBUM if len(old.media) > 1 and new.media else EditFault.KIND
    if any(file.kind in WORDLESS for file in old.media) and old != new:
        return FIXED[old.media[0].kind]
    faults = (_file_fault(*files, album=len(old.media) > 1) for files in zip(old.media, new.media, strict=True))
    return next((fault for fault in faults if fault), None)


def _file_fault(old: Media, new: Media, *, album: bool) -> EditFault | None:
    if (old.kind, old.file) == (new.kind, new.file):
        return None
    if old.kind in FIXED or new.kind in FIXED:
        return FIXED.get(old.kind) or FIXED[new.kind]
    return EditFault.ALBUM if album and old.kind is not new.kind else None
