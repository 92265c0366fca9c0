"""A video of the channel: known by its id for good, so that nobody hears of it twice (S7)."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from urllib.parse import parse_qs

from bot.core.content import Contents

VIDEO_ID = re.compile(r"[A-Za-z0-9_-]{11}")
"""What YouTube's ids look like."""

CHANNEL = re.compile(r"UC[A-Za-z0-9_-]{22}")
FEED = "https://www.youtube.com/feeds/videos.xml?channel_id="

SHORT_HOST = "youtu.be"
HOSTS = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com"})
PATHS = frozenset({"live", "shorts", "embed", "v"})
"""Folders of youtube.com whose next part is a video's id; ``/watch`` has it in its query."""

TITLE_CHARACTERS = 150
"""The most that is kept of a title; YouTube allows 100."""

DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of a text: a title must not turn that of the message around it."""


class VideoState(StrEnum):
    """What has become of a video."""

    KNOWN = "known"
    OFFERED = "offered"
    PUSHED = "pushed"


@dataclass(frozen=True)
class Video:
    """A video; the title is the one it had when it was first seen, empty when nobody has told it."""

    id: str
    title: str = ""
    state: VideoState = VideoState.KNOWN

    @property
    def link(self) -> str:
        """Where to watch it."""
        return f"https://{SHORT_HOST}/{self.id}"


@dataclass(frozen=True)
class FeedEntry:
    """What the feed says of a video."""

    id: str
    title: str
    published: datetime
    short: bool = False


@dataclass(frozen=True)
class FeedState:
    """How it stands with a channel's feed.

    ``mark``: videos published before it are none of ours, set by the first list that was read. ``asked``: when the feed
    was last asked. ``failures`` in a row; ``failing``: since when; ``told``: when the admins last heard of that.
    """

    mark: datetime | None = None
    asked: datetime | None = None
    failures: int = 0
    failing: datetime | None = None
    told: datetime | None = None


VideoText = Callable[[Video, int], Contents]
"""Words the mailing of that number about a video."""


@dataclass(frozen=True)
class Push:
    """Videos go out by themselves, in the name of an admin who gets the card; None where there is no admin."""

    text: VideoText
    admin: int | None


class Videos(Protocol):
    """Where videos and the state of the feed are kept. Every changing method is one transaction."""

    async def feed(self, address: str) -> FeedState:
        """Return how it stands with the channel's feed."""
        ...

    async def asked(self, address: str, now: datetime) -> None:
        """Write down that the feed is being asked."""
        ...

    async def failed(self, address: str, now: datetime) -> int:
        """Write down that it could not be read; return how often in a row."""
        ...

    async def told(self, address: str, now: datetime | None) -> None:
        """Write down when the admins heard that it fails, None that it is back."""
        ...

    async def take(
        self, address: str, mark: datetime, entries: Sequence[tuple[FeedEntry, VideoState]], push: Push
    ) -> int:
        """Keep the videos not known yet, end the failures, set the mark if there is none; return how many are new.

        Those to be ``PUSHED`` become a mailing in the same transaction.
        """
        ...

    async def get(self, video: str) -> Video | None:
        """Return one that is known, or None."""
        ...

    async def untold(self) -> Sequence[Video]:
        """Return the videos the admins have not heard of, oldest first."""
        ...

    async def tell(self, video: str) -> None:
        """Write down that the admins have heard of it."""
        ...

    async def draft(self, author: int, video: Video, text: VideoText, expires: datetime) -> int:
        """Begin a complete draft about a video in place of the author's conversation; return its number."""
        ...

    async def listeners(self) -> int:
        """Return how many people want to hear of videos now."""
        ...

    async def seminar_links(self) -> Collection[str]:
        """Return the links of all seminars and recordings, also of those that are over or were cancelled."""
        ...


_LINK = re.compile(
    r"(?:https?://)?(?P<host>[^/?#@:\s]+)(?::\d+)?(?P<path>/[^?#\s]*)?(?:\?(?P<query>[^#\s]*))?(?:#\S*)?", re.I
)
"""A link, read without ``urlsplit``: that keeps what it was given, and every message is asked about."""


def feed_address(text: str) -> str | None:
    """Return the address of a channel's feed, given so or as the channel's id; None for any other address."""
    channel = text.removeprefix(FEED)
    return FEED + channel if CHANNEL.fullmatch(channel) else None


def video_id(link: str) -> str | None:
    """Return the video a link leads to; None when it is no link to a video of YouTube."""
    parts = _LINK.fullmatch(link.strip())
    if parts is None:
        return None
    found = _named(parts["host"].lower(), (parts["path"] or "").strip("/").split("/"), parts["query"] or "")
    return found if VIDEO_ID.fullmatch(found) else None


def _named(host: str, path: Sequence[str], query: str) -> str:
    if host == SHORT_HOST and len(path) == 1:
        return path[0]
    if host in HOSTS and path == ["watch"]:
        return parse_qs(query).get("v", [""])[0]
    if host in HOSTS and len(path) == 2 and path[0] in PATHS:  # noqa: PLR2004 -- a folder and an id
        return path[1]
    return ""


def video_ids(links: Iterable[str]) -> frozenset[str]:
    """Return the videos that links lead to."""
    return frozenset(found for link in links if (found := video_id(link)))


def clean_title(title: str) -> str:
    """Return a title as it can be shown: one line, nothing invisible that changes the text around it."""
    shown = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in title if sign not in DIRECTIONS)
    return " ".join(shown.split())[:TITLE_CHARACTERS].rstrip()
