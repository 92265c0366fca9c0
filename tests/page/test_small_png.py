"""A smaller picture shows the same: every filter of the PNG standard is undone."""

import struct
import zlib

import pytest

from tests.page.small_png import SIGNATURE, small

ROWS = (bytes([10, 200, 30, 40, 50, 60, 255, 0, 5]), bytes([20, 190, 25, 45, 55, 65, 250, 5, 0]))
"""Two lines of three pixels; every value is a shade that is kept."""


def picture(filtered: bytes, colours: int = 2) -> bytes:
    """Return a PNG of 3 × 2 pixels."""
    header = struct.pack(">IIBBBBB", 3, 2, 8, colours, 0, 0, 0)
    data = zlib.compress(filtered)
    parts = [(b"IHDR", header), (b"IDAT", data[:5]), (b"IDAT", data[5:]), (b"IEND", b"")]
    return SIGNATURE + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )


def filtered(kind: int) -> bytes:
    """Filter both lines as an encoder does."""
    lines, above = [], bytes(9)
    for row in ROWS:
        line = []
        for at, value in enumerate(row):
            left, corner = (row[at - 3], above[at - 3]) if at >= 3 else (0, 0)
            up = above[at]
            paeth = min((left, up, corner), key=lambda near: abs(left + up - corner - near))
            line.append((value - (0, left, up, (left + up) // 2, paeth)[kind]) & 255)
        lines.append(bytes([kind, *line]))
        above = row
    return b"".join(lines)


@pytest.mark.parametrize("kind", range(5))
def test_every_filter_is_undone(kind: int) -> None:
    assert small(picture(filtered(kind))) == small(picture(filtered(0)))
    unfiltered = zlib.compress(b"".join(b"\0" + row for row in ROWS), 9)
    assert unfiltered in small(picture(filtered(kind)))


def test_shades_that_differ_little_become_one() -> None:
    near = bytes([11, 199, 31, 39, 51, 61, 254, 1, 4])
    assert small(picture(b"\0" + near + b"\0" + ROWS[1])) == small(picture(filtered(0)))


def test_a_picture_with_transparency_is_refused() -> None:
    with pytest.raises(AssertionError):
        small(picture(filtered(0), colours=6))
