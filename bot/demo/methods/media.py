"""Files in messages: turns uploads and file ids into the Bot API's objects of files."""

from collections.abc import Mapping

from bot.demo.calls import JsonObject, Upload, bad_request
from bot.demo.chats.file_objects import IMAGE_SIGNATURES, file_content, file_fields, photo_size
from bot.demo.chats.files import Files, StoredFile

MEDIA_KINDS = frozenset(
    {"photo", "document", "voice", "video", "video_note", "audio", "animation", "sticker", "contact", "location"}
)

RECORDED = frozenset({"voice", "video_note"})
"""What a person can forbid others to send. Source: core.telegram.org/api/privacy, voice and video messages."""


def document_content(store: Files, value: str, files: Mapping[str, Upload]) -> JsonObject:
    """The Document object for a parameter: `attach://` with an upload, or a file_id. Raises Telegram's refusal."""
    stored = _stored(store, "document", value, files)
    return {"file_name": stored.upload.name, "mime_type": stored.mime, **file_fields(stored)}


def photo_content(store: Files, value: str, files: Mapping[str, Upload]) -> list[JsonObject]:
    """The list of PhotoSize objects (one size) for a parameter. Raises Telegram's refusal."""
    stored = _stored(store, "photo", value, files)
    if not stored.upload.content.startswith(IMAGE_SIGNATURES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    return [photo_size(stored)]


def content_of(store: Files, kind: str, value: str, files: Mapping[str, Upload]) -> JsonObject:
    """The fields of a message with a file of any kind. Raises Telegram's refusal."""
    if kind == "photo":
        return {"photo": photo_content(store, value, files)}
    if kind == "document":
        return {"document": document_content(store, value, files)}
    return timed_content(store, kind, value, files)


def timed_content(store: Files, kind: str, value: str, files: Mapping[str, Upload]) -> JsonObject:
    """The fields of a message with a file of one of the FILE_FIELDS' kinds. Raises Telegram's refusal."""
    return file_content(kind, _stored(store, kind, value, files))


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
        raise bad_request(f"can't use file of type {_type(stored.kind)} as {_type(kind)}")
    return stored


def _type(kind: str) -> str:
    """The name of a kind of file in Telegram's refusals."""
    return "".join(part.title() for part in kind.split("_"))
