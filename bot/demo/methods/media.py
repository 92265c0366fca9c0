"""Files in messages: turns uploads and file ids into Document and PhotoSize objects."""

import struct
from collections.abc import Mapping

from bot.demo.calls import JsonObject, Upload, bad_request
from bot.demo.chats.files import Files, StoredFile

MEDIA_KINDS = frozenset({"photo", "document", "voice", "video", "audio", "animation", "sticker", "contact", "location"})
_IMAGE_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")
_PNG_HEADER_BYTES = 24
_ASSUMED_SIZE_PIXELS = (800, 600)


def file_fields(stored: StoredFile) -> JsonObject:
    """The fields that every file object of the Bot API has; `file_size` in bytes."""
    size = len(stored.upload.content)
    return {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": size}


def document_content(store: Files, value: str, files: Mapping[str, Upload]) -> JsonObject:
    """The Document object for a parameter: `attach://` with an upload, or a file_id. Raises Telegram's refusal."""
    stored = _stored(store, "document", value, files)
    return {"file_name": stored.upload.name, "mime_type": stored.mime, **file_fields(stored)}


def photo_content(store: Files, value: str, files: Mapping[str, Upload]) -> list[JsonObject]:
    """The list of PhotoSize objects (one size) for a parameter. Raises Telegram's refusal."""
    stored = _stored(store, "photo", value, files)
    if not stored.upload.content.startswith(_IMAGE_SIGNATURES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    return [photo_size(stored)]


def photo_size(stored: StoredFile) -> JsonObject:
    """The PhotoSize object of a file; width and height in pixels."""
    width, height = _measured(stored.upload.content)
    return {"width": width, "height": height, **file_fields(stored)}


def _measured(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels; other formats are not read and get a fixed size."""
    if content.startswith(_IMAGE_SIGNATURES[0]) and len(content) >= _PNG_HEADER_BYTES:
        width, height = struct.unpack(">II", content[16:_PNG_HEADER_BYTES])
        return int(width), int(height)
    return _ASSUMED_SIZE_PIXELS


def _stored(store: Files, kind: str, value: str, files: Mapping[str, Upload]) -> StoredFile:
    if value.startswith("attach://"):
        upload = files.get(value.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"there is no {kind} in the request")
        return store.store(kind, upload)
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = store.get(value)
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
    return stored
