"""Encrypting to people whose keys are not on this machine, and reading it again with theirs (age)."""

import base64
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyrage


class BadRecipient(ValueError):
    """No age recipient, or no identity; the message names the setting and not the value."""


class AgeEncryptor:
    """Makes what only the recipients can open."""

    def __init__(self, recipients: Iterable[str]) -> None:
        """Take age1… recipients; raises BadRecipient."""
        try:
            self._recipients = [pyrage.x25519.Recipient.from_str(one) for one in recipients]
        except pyrage.RecipientError as error:
            raise BadRecipient("BACKUP_RECIPIENTS has one that is not an age recipient") from error

    def whole(self, content: bytes) -> bytes:
        """Return a file of age's."""
        return bytes(pyrage.encrypt(content, self._recipients))

    def line(self, words: str) -> str:
        """Return one line; its length says little, since the words are padded."""
        padded = words.ljust(-(-len(words) // 64) * 64)
        return base64.b64encode(self.whole(padded.encode())).decode()


class AgeDecryptor:
    """Opens what was sealed to one of its identities."""

    def __init__(self, identity_file: Path) -> None:
        """Read an age identity file; raises BadRecipient, OSError."""
        lines = [line.strip() for line in identity_file.read_text(encoding="ascii", errors="replace").splitlines()]
        try:
            self._identities: Sequence[Any] = [
                pyrage.x25519.Identity.from_str(line) for line in lines if line and not line.startswith("#")
            ]
        except pyrage.IdentityError as error:
            raise BadRecipient("the identity file holds no age identity (AGE-SECRET-KEY-1…)") from error
        if not self._identities:
            raise BadRecipient("the identity file is empty")

    def whole(self, content: bytes) -> bytes:
        """Return what a file holds; raises BadRecipient."""
        try:
            return bytes(pyrage.decrypt(content, self._identities))
        except pyrage.DecryptError as error:
            raise BadRecipient("this identity does not open it, or it is damaged") from error

    def line(self, line: str) -> str:
        """Return the words of a line; raises BadRecipient."""
        try:
            return self.whole(base64.b64decode(line, validate=True)).decode().rstrip()
        except ValueError as error:
            raise BadRecipient(
                "a record of an erasure is damaged, or sealed to others: put every identity there was into one file"
            ) from error
