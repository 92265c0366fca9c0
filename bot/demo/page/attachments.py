"""What a visitor can attach: made-up things, so that nothing is read from the visitor's device."""

import struct
import zlib
from functools import cache
from secrets import token_hex

from bot.demo.calls import JsonObject
from bot.demo.chats.group import Group
from bot.demo.chats.person import Person

KINDS = frozenset({"photo", "voice", "sticker", "contact", "album"})
ALBUM_PHOTOS = 3
_WIDTH, _HEIGHT = 160, 120
# Sky, hill, sun: red, green, blue.
_PALETTE = bytes.fromhex("b9d7e8 4f8a6b f2c14e")
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def attach(person: Person, kind: str, reply_to: int | None = None, group: Group | None = None) -> JsonObject:
    """Send a made-up thing of one of the `KINDS`, to the bot or into a group. Returns the (last) message."""
    match kind:
        case "album":
            return _album(person, reply_to, group)
        case "photo":
            return person.sends_photo(picture(), reply_to=reply_to, group=group)
        case "voice":
            return person.sends_voice(reply_to=reply_to, group=group)
        case "sticker":
            return person.sends_sticker(reply_to=reply_to, group=group)
        case _:
            return person.sends_contact(reply_to=reply_to, group=group)


def _album(person: Person, reply_to: int | None, group: Group | None) -> JsonObject:
    album = token_hex(8)
    sent = [
        person.sends_photo(
            picture(), caption=f"{number} / {ALBUM_PHOTOS}", media_group_id=album, reply_to=reply_to, group=group
        )
        for number in range(1, ALBUM_PHOTOS + 1)
    ]
    return sent[-1]


@cache
def picture() -> bytes:
    """A small PNG: a hill below the sun."""
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 3, 0, 0, 0)
    # Each row begins with the number of its filter; 0 is none.
    rows = b"".join(b"\0" + bytes(_colour(x, y) for x in range(_WIDTH)) for y in range(_HEIGHT))
    chunks = ((b"IHDR", header), (b"PLTE", _PALETTE), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return _PNG_SIGNATURE + b"".join(_chunk(name, content) for name, content in chunks)


def _colour(x: int, y: int) -> int:
    if (x - 120) ** 2 + (y - 32) ** 2 < 15**2:
        return 2
    return int(y > 62 + (x - 60) ** 2 // 160)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
