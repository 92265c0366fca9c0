"""Files in memory: what people and the bot uploaded, found again by file_id."""

import hashlib
import mimetypes
import secrets
from dataclasses import dataclass
from pathlib import PurePath

from bot.demo.calls import Refusal, Upload, bad_request

MAX_FILE_BYTES = 20 * 1024 * 1024
UNKNOWN_FILE_ID = "wrong file identifier/HTTP URL specified"


@dataclass(frozen=True)
class StoredFile:
    """One upload and the names Telegram gave it."""

    file_id: str
    unique_id: str
    kind: str
    number: int
    upload: Upload

    @property
    def mime(self) -> str:
        guessed, _ = mimetypes.guess_type(self.upload.name)
        return self.upload.mime or guessed or "application/octet-stream"

    @property
    def path(self) -> str:
        suffix = "".join(sign for sign in PurePath(self.upload.name).suffix if sign.isalnum() or sign == ".")
        return f"{self.kind}s/file_{self.number}{suffix}"


class Files:
    """All files, by file_id."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}

    def store(self, kind: str, upload: Upload) -> StoredFile:
        if len(upload.content) > MAX_FILE_BYTES:
            raise Refusal(413, "Request Entity Too Large")
        if not upload.content:
            raise bad_request("file must be non-empty")
        unique_id = hashlib.sha256(upload.content).hexdigest()[:16]
        stored = StoredFile("BQAC" + secrets.token_urlsafe(24), unique_id, kind, len(self._files), upload)
        self._files[stored.file_id] = stored
        return stored

    def get(self, file_id: str) -> StoredFile:
        stored = self._files.get(file_id)
        if stored is None:
            raise bad_request(UNKNOWN_FILE_ID)
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        return self._files.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """The file behind the path that getFile told."""
        return next((stored for stored in self._files.values() if stored.path == path), None)
