"""A stored file as the Bot API's object of its kind."""

import struct
from collections.abc import Mapping

from bot.demo.calls import JsonObject
from bot.demo.chats.files import StoredFile

FILE_FIELDS: Mapping[str, JsonObject] = {
    "video": {"width": 640, "height": 480, "duration": 2, "mime_type": "video/mp4"},
    "animation": {"width": 320, "height": 240, "duration": 2, "mime_type": "video/mp4"},
    "audio": {"duration": 2, "mime_type": "audio/mpeg"},
    "voice": {"duration": 2, "mime_type": "audio/ogg"},
    "video_note": {"length": 240, "duration": 2},
    "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
}
"""What a file's object has beside its ids; nothing of it is read from the file."""
IMAGE_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")
_PNG_HEADER_BYTES = 24
_ASSUMED_SIZE_PIXELS = (800, 600)


def file_fields(stored: StoredFile) -> JsonObject:
    """The fields that every file object of the Bot API has; `file_size` in bytes."""
    size = len(stored.upload.content)
    return {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": size}


def file_content(kind: str, stored: StoredFile) -> JsonObject:
    """The same for a file that is stored already. An animation has a document too, for old apps."""
    named = {"file_name": stored.upload.name} if kind in ("video", "animation", "audio") else {}
    content = {**FILE_FIELDS[kind], **named, **file_fields(stored)}
    if kind != "animation":
        return {kind: content}
    document = {"file_name": stored.upload.name, "mime_type": "video/mp4", **file_fields(stored)}
    return {kind: content, "document": document}


def photo_size(stored: StoredFile) -> JsonObject:
    """The PhotoSize object of a file; width and height in pixels."""
    width, height = _measured(stored.upload.content)
    return {"width": width, "height": height, **file_fields(stored)}


def _measured(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels; other formats are not read and get a fixed size."""
    if content.startswith(IMAGE_SIGNATURES[0]) and len(content) >= _PNG_HEADER_BYTES:
        width, height = struct.unpack(">II", content[16:_PNG_HEADER_BYTES])
        return int(width), int(height)
    return _ASSUMED_SIZE_PIXELS
