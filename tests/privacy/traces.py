"""Whether a chat's number stands in any file, in whatever form SQLite or a text would hold it."""

from collections.abc import Iterable
from pathlib import Path

FIRST = 8_123_456_789_000
"""Ids in the tests are this large: six bytes that stand in a file by chance once in some million years."""


def varint(number: int) -> bytes:
    """Seven bits a byte, the highest first: a key of SQLite's tables."""
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(number & 0x7F | 0x80)
    return bytes(reversed(groups))


def forms(number: int) -> tuple[bytes, ...]:
    """Every form: a column's value, a key, a C program's memory, a text in two encodings."""
    return (
        number.to_bytes(6, "big"),
        varint(number),
        number.to_bytes(8, "little")[:6],
        str(number).encode(),
        str(number).encode("utf-16-le"),
    )


def everything(folder: Path) -> bytes:
    """All files of a folder, one after another: the database, its log, its lock, what a process wrote."""
    return b"\0".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def found(numbers: Iterable[int], folder: Path) -> set[int]:
    """Return the numbers that stand in a file of the folder."""
    data = everything(folder)
    return {number for number in numbers if any(form in data for form in forms(number))}
