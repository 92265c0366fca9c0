"""Uploaded files, kept in memory and found again by file_id."""

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
    """One upload with the ids Telegram gives it. `kind`: "photo", "document", …; `number`: its place in the path."""

    file_id: str
    unique_id: str
    kind: str
    number: int
    upload: Upload

    @property
    def mime(self) -> str:
        """The MIME type: as the sender named it, else by the file's name, else application/octet-stream."""
        guessed, _ = mimetypes.guess_type(self.upload.name)
        return self.upload.mime or guessed or "application/octet-stream"

    @property
    def path(self) -> str:
        """The path that getFile returns and the file address contains."""
        suffix = "".join(sign for sign in PurePath(self.upload.name).suffix if sign.isalnum() or sign == ".")
        return f"{self.kind}s/file_{self.number}{suffix}"


class Files:
    """All files, by file_id."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}

    def store(self, kind: str, upload: Upload) -> StoredFile:
        """Keep an upload. Raises a refusal: 413 above `MAX_FILE_BYTES`, 400 for an empty file."""
        if len(upload.content) > MAX_FILE_BYTES:
            raise Refusal(413, "Request Entity Too Large")
        if not upload.content:
            raise bad_request("file must be non-empty")
        unique_id = hashlib.sha256(upload.content).hexdigest()[:16]
        stored = StoredFile("BQAC" + secrets.token_urlsafe(24), unique_id, kind, len(self._files), upload)
        self._files[stored.file_id] = stored
        return stored

    def get(self, file_id: str) -> StoredFile:
        """The file with this id. Raises a refusal (400) when there is none."""
        stored = self._files.get(file_id)
        if stored is None:
            raise bad_request(UNKNOWN_FILE_ID)
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        """The file with this id, or None."""
        return self._files.get(file_id)

    def forget(self) -> None:
        """Know no file any more."""
        self._files.clear()

    def at(self, path: str) -> StoredFile | None:
        """The file with the path that getFile returned, or None."""
        return next((stored for stored in self._files.values() if stored.path == path), None)
