"""Short codes of topics: several of them fit into one button, which has 64 bytes."""

import zlib
from collections.abc import Iterable

CODE_SIGNS = 4


def code(topic: str) -> str:
    """Return a topic's code; it depends on the id alone, so a button of an older version still leads there."""
    return f"{zlib.crc32(topic.encode()) & 0xFFFF:0{CODE_SIGNS}x}"


def codes(topics: Iterable[str]) -> str:
    """Return the codes of topics, one behind the other."""
    return "".join(map(code, topics))


def topics_of(written: str, known: Iterable[str]) -> list[str]:
    """Return the topics whose codes are written; what is not known is left out."""
    by_code = {code(topic): topic for topic in known}
    parts = (written[at : at + CODE_SIGNS] for at in range(0, len(written), CODE_SIGNS))
    return [by_code[part] for part in parts if part in by_code]
