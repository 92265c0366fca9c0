"""The channel's Atom feed, read by expat: a document type, and with it every entity of one's own, is refused.

A list counts only when the document is whole: what was cut off in the middle gives nothing.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from xml.parsers import expat

from bot.core.videos.feed import Trouble
from bot.core.videos.videos import VIDEO_ID, FeedEntry, clean_title

ATOM, YT = "http://www.w3.org/2005/Atom", "http://www.youtube.com/xml/schemas/2015"
FEED, ENTRY, LINK = f"{ATOM} feed", f"{ATOM} entry", f"{ATOM} link"
TITLE, PUBLISHED, VIDEO = f"{ATOM} title", f"{ATOM} published", f"{YT} videoId"
WANTED = frozenset({TITLE, PUBLISHED, VIDEO})
"""The children of an entry whose text is kept."""

MAX_DEPTH, MAX_ENTRIES = 20, 100
"""A feed of YouTube is five elements deep and names 15 videos."""

SHORTS_PATH = "/shorts/"

YEARS = range(2005, 9_000)
"""Years in which a video of YouTube can have been published."""


class Refused(Exception):
    """The document is no feed, or has what a feed needs not have."""


def read_atom(body: bytes) -> tuple[FeedEntry, ...] | Trouble:
    """Return the videos of a feed, or why there are none to be had."""
    if not body.strip():
        return Trouble.EMPTY
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, Refused, ValueError, LookupError):  # the last two: an encoding that does not exist
        return Trouble.MARKUP
    return tuple(reader.videos()) or Trouble.EMPTY


def _refuse(*_: Any) -> None:
    raise Refused


@dataclass
class _Reader:
    """Keeps what an entry's own children say; deeper ones are passed over."""

    path: list[str] = field(default_factory=list)
    found: list[dict[str, str]] = field(default_factory=list)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.path.append(name)
        if self.path[0] != FEED or len(self.path) > MAX_DEPTH or len(self.found) > MAX_ENTRIES:
            raise Refused
        if self.path == [FEED, ENTRY]:
            self.found.append({})
        elif self.path == [FEED, ENTRY, LINK] and attributes.get("rel", "alternate") == "alternate":
            self.found[-1][LINK] = attributes.get("href", "")

    def end(self, _: str) -> None:
        self.path.pop()

    def text(self, text: str) -> None:
        if self.path[:-1] == [FEED, ENTRY] and self.path[-1] in WANTED:
            entry = self.found[-1]
            entry[self.path[-1]] = entry.get(self.path[-1], "") + text

    def videos(self) -> Iterator[FeedEntry]:
        """Yield the entries that have what is needed."""
        for entry in self.found:
            number = entry.get(VIDEO, "").strip()
            published = _moment(entry.get(PUBLISHED, ""))
            if VIDEO_ID.fullmatch(number) and published is not None:
                title = clean_title(entry.get(TITLE, ""))
                yield FeedEntry(number, title, published, SHORTS_PATH in entry.get(LINK, ""))


def _moment(text: str) -> datetime | None:
    with suppress(ValueError):
        moment = datetime.fromisoformat(text.strip())
        return moment if moment.tzinfo is not None and moment.year in YEARS else None
    return None
