"""What a message carries beside its words, read from Telegram's form; what cannot be sent on is named (A2, A3)."""

from datetime import datetime

from aiogram.enums import ContentType
from aiogram.types import Message, PhotoSize

from bot.core.media import Media, MediaKind, Uncopied

NAMES = {
    ContentType.POLL: Uncopied.POLL,
    ContentType.DICE: Uncopied.DICE,
    ContentType.GAME: Uncopied.GAME,
    ContentType.CONTACT: Uncopied.CONTACT,
    ContentType.LOCATION: Uncopied.LOCATION,
    ContentType.VENUE: Uncopied.LOCATION,
    ContentType.STORY: Uncopied.STORY,
    ContentType.PAID_MEDIA: Uncopied.PAID,
    ContentType.CHECKLIST: Uncopied.CHECKLIST,
    ContentType.GIVEAWAY: Uncopied.GIVEAWAY,
    ContentType.GIVEAWAY_WINNERS: Uncopied.GIVEAWAY,
    ContentType.INVOICE: Uncopied.INVOICE,
}


def uncopied(message: Message) -> Uncopied:
    """Return the name of what the message is and cannot be sent as."""
    return NAMES.get(ContentType(message.content_type), Uncopied.OTHER)


def carried(message: Message) -> Media | None:
    """Return the message's file, None when it has none that can be sent on."""
    spoiler, above = bool(message.has_media_spoiler), bool(message.show_caption_above_media)
    if message.photo:
        return Media(MediaKind.PHOTO, message.photo[-1].file_id, spoiler=spoiler, above=above)
    if message.animation:  # such a message has a document too, for old apps
        return Media(MediaKind.ANIMATION, message.animation.file_id, spoiler=spoiler, above=above)
    if message.video:
        cover, start = _largest(message.video.cover), _seconds(message.video.start_timestamp)
        return Media(MediaKind.VIDEO, message.video.file_id, spoiler=spoiler, above=above, cover=cover, start=start)
    return _without_pictures(message)


def _without_pictures(message: Message) -> Media | None:
    for kind in (MediaKind.AUDIO, MediaKind.VOICE, MediaKind.VIDEO_NOTE, MediaKind.STICKER, MediaKind.DOCUMENT):
        file = getattr(message, kind.value)
        if file is not None:
            return Media(kind, file.file_id)
    return None


def _largest(sizes: list[PhotoSize] | None) -> str:
    return sizes[-1].file_id if sizes else ""


def _seconds(start: datetime | int | None) -> int:
    """Return the second a video begins at; aiogram reads it as a moment."""
    return int(start.timestamp()) if isinstance(start, datetime) else start or 0
