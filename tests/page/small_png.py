"""Makes a browser's picture small enough for the repository, with the standard library alone.

Chromium filters each line of a PNG, which helps photographs and hurts text: without filters and with fewer shades
of each colour the same picture takes less than half.
"""

import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
SHADE = 5
"""Distance between two shades of red, green or blue; 255 is a multiple of it, so white stays white."""

CHANNELS = 3
"""Bytes of a pixel: a screenshot of a browser has no transparency."""


def small(png: bytes) -> bytes:
    """Return the picture with fewer shades, without filters. Expects eight bits a channel, no interlacing."""
    parts = dict(_parts(png))
    width, height, depth, colours = struct.unpack(">IIBB", parts[b"IHDR"][:10])
    assert (depth, colours) == (8, 2), "not a picture as Chromium writes it"
    lines = _lines(zlib.decompress(parts[b"IDAT"]), width * CHANNELS)
    plain = b"".join(b"\0" + line.translate(SHADES) for line in lines)
    assert len(plain) == height * (width * CHANNELS + 1)
    written = (_part(name, data) for name, data in [(b"IHDR", parts[b"IHDR"]), (b"IDAT", zlib.compress(plain, 9))])
    return SIGNATURE + b"".join(written) + _part(b"IEND", b"")


SHADES = bytes(min(255, round(value / SHADE) * SHADE) for value in range(256))


def _parts(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield each chunk's name and data; what several chunks hold together comes as one at the end."""
    at, data = len(SIGNATURE), b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        name, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if name == b"IDAT":
            data += body
        else:
            yield name, body
        at += length + 12
    yield b"IDAT", data


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _lines(filtered: bytes, length: int) -> Iterator[bytes]:
    """Undo the filters of the PNG standard (chapter 9), line by line."""
    above = bytearray(length)
    for start in range(0, len(filtered), length + 1):
        kind, line = filtered[start], bytearray(filtered[start + 1 : start + 1 + length])
        if kind:
            for at in range(length):
                left, corner = (line[at - CHANNELS], above[at - CHANNELS]) if at >= CHANNELS else (0, 0)
                guess = (left, above[at], (left + above[at]) // 2, _paeth(left, above[at], corner))[kind - 1]
                line[at] = (line[at] + guess) & 255
        yield bytes(line)
        above = line


def _paeth(left: int, up: int, corner: int) -> int:
    """Return the neighbour that is nearest to left + up - corner."""
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))
