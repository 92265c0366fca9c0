"""The feed's parser: YouTube's own form is read, everything else gives nothing and costs little."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.videos.feed import Trouble
from bot.core.videos.videos import FeedEntry
from bot.youtube.atom import MAX_ENTRIES, read_atom

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">\n'
    "<id>yt:channel:UC0</id><title>Канал</title><published>2015-03-06T21:40:57+00:00</published>\n"
)
PUBLISHED = "2026-11-24T12:00:00+00:00"


def entry(video: str = "video000001", title: str = "Право", published: str = PUBLISHED, path: str = "watch?v=") -> str:
    """An entry as YouTube writes it."""
    return f"""<entry><id>yt:video:{video}</id><yt:videoId>{video}</yt:videoId><yt:channelId>UC0</yt:channelId>
    <title>{title}</title><link rel="alternate" href="https://www.youtube.com/{path}{video}"/>
    <author><name>Канал</name></author><published>{published}</published><updated>{published}</updated>
    <media:group><media:title>другой</media:title><media:description>текст</media:description></media:group></entry>"""


def feed(*entries: str) -> bytes:
    """A whole document."""
    return f"{HEAD}{''.join(entries)}</feed>".encode()


def test_a_feed_of_youtube_is_read() -> None:
    at = datetime(2026, 11, 24, 12, tzinfo=UTC)
    assert read_atom(feed(entry(), entry("video00000-", "A &amp; B", path="shorts/"))) == (
        FeedEntry("video000001", "Право", at),
        FeedEntry("video00000-", "A & B", at, short=True),
    )


@pytest.mark.parametrize(
    "spoilt",
    [
        entry(video="video0000001"),
        entry(video="../../../etc"),
        entry(published=""),
        entry(published="yesterday"),
        entry(published="2026-11-24T12:00:00"),
        entry(published="0001-01-01T00:00:00+00:00"),
        "<entry/>",
    ],
)
def test_an_entry_that_lacks_something_is_passed_over(spoilt: str) -> None:
    read = read_atom(feed(spoilt, entry("video000002")))
    assert not isinstance(read, Trouble)
    assert [each.id for each in read] == ["video000002"]
    assert read_atom(feed(spoilt)) is Trouble.EMPTY


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        (b"", Trouble.EMPTY),
        (b" \n ", Trouble.EMPTY),
        (feed(), Trouble.EMPTY),
        (b"<!doctype html><html><body>Sorry</body></html>", Trouble.MARKUP),
        (b"<html><entry/></html>", Trouble.MARKUP),
        (b'{"error": 404}', Trouble.MARKUP),
        (b"\x00\xff\xfe\x00", Trouble.MARKUP),
        (feed(entry())[:-7], Trouble.MARKUP),
        (feed(entry()) + b"<more/>", Trouble.MARKUP),
        (feed(entry()).replace(b"?>", f"?><!DOCTYPE feed [{BOMB}]>".encode(), 1), Trouble.MARKUP),
        (feed(entry(title="&x;")).replace(b"?>", b'?><!DOCTYPE f [<!ENTITY x "y">]>', 1), Trouble.MARKUP),
        (b'<!DOCTYPE f SYSTEM "http://127.0.0.1:9/x.dtd">' + feed(entry())[39:], Trouble.MARKUP),
        (feed(entry()).replace(b"UTF-8", b"no-such"), Trouble.MARKUP),
        (feed("<a>" * 400 + "</a>" * 400, entry()), Trouble.MARKUP),
        (feed(*[entry()] * (MAX_ENTRIES + 2)), Trouble.MARKUP),
    ],
)
def test_what_is_no_whole_feed_gives_nothing(body: bytes, trouble: Trouble) -> None:
    assert read_atom(body) is trouble


def test_a_hostile_title_is_one_plain_line() -> None:
    read = read_atom(feed(entry(title="Право\u202e\n\u2066 на &lt;b&gt;\x85 " + "я" * 500)))
    assert not isinstance(read, Trouble)
    assert read[0].title.startswith("Право на <b> яя")
    assert len(read[0].title) == 150


def test_a_megabyte_of_elements_is_read_in_a_moment() -> None:
    begun = time.monotonic()
    assert read_atom(feed("<a/>" * 250_000)) is Trouble.EMPTY
    assert time.monotonic() - begun < 10


@given(st.binary(max_size=300), st.integers(0, 400))
def test_whatever_is_in_the_middle_nothing_is_raised(noise: bytes, at: int) -> None:
    whole = feed(entry())
    read_atom(whole[:at] + noise + whole[at:])
