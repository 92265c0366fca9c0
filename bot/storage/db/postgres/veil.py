"""Chats' ids as the server sees them: one AES block each, and only in ``person`` (O9).

The same id is always the same block, so that a unique index finds it. Without the key, which never reaches the server,
a block says nothing: ids are numbers of 64 bits, and the other half of the block is constant, which proves the key.
"""

import hashlib
import hmac
import struct

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import ECB

BLOCK = struct.Struct(">8sq")
MARK = b"chat id "
"""The constant half: a block that opens to anything else was closed with another key."""

NOBODY = 0
"""No chat has this id."""

PURPOSE = b"the veil over chat ids"
"""What the key is used for here; no other use of it gives the same bytes."""


class WrongVeil(ValueError):
    """The block was closed with another key."""


class Veil:
    """Closes and opens ids with one key."""

    def __init__(self, key: str) -> None:
        """Take the database's key: 64 hexadecimal digits."""
        derived = hmac.new(bytes.fromhex(key), PURPOSE, hashlib.sha256).digest()
        cipher = Cipher(AES256(derived), ECB())  # noqa: S305 -- one block, never two: a permutation is what is wanted
        self._closing, self._opening = cipher.encryptor(), cipher.decryptor()

    def close(self, chat: int) -> bytes:
        """Return the block of an id."""
        return self._closing.update(BLOCK.pack(MARK, chat))

    def sample(self) -> str:
        """Return a block of nobody's, by which a database knows its key."""
        return self.close(NOBODY).hex()

    def open(self, block: bytes) -> int:
        """Return the id of a block; raises WrongVeil."""
        mark, chat = BLOCK.unpack(self._opening.update(block)) if len(block) == BLOCK.size else (b"", 0)
        if mark != MARK:
            raise WrongVeil("the key does not fit the database's ids")
        return int(chat)
