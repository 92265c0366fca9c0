"""Which links lead to a video, which addresses are a channel's feed, and when the feed is asked."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.videos.feed import ASK_AT_LEAST_EVERY, ASK_EVERY, rest, wait_after
from bot.core.videos.videos import FeedState, clean_title, feed_address, video_id
from tests.clock import START
from tests.youtube.pretended import ADDRESS, CHANNEL

ID = "dQw4w9WgXcQ"


@pytest.mark.parametrize(
    "link",
    [
        f"https://youtu.be/{ID}",
        f" https://youtu.be/{ID}?si=x#t=1 ",
        f"HTTPS://WWW.YouTube.com/watch?v={ID}",
        f"https://m.youtube.com/watch?list=PL&v={ID}",
        f"youtube.com/live/{ID}?feature=share",
        f"https://www.youtube.com/shorts/{ID}/",
        f"https://www.youtube.com/embed/{ID}",
    ],
)
def test_a_link_to_a_video_is_known(link: str) -> None:
    assert video_id(link) == ID


@pytest.mark.parametrize(
    "link",
    [
        "",
        ID,
        "https://youtu.be/abc",
        f"https://youtu.be/{ID}/x",
        f"https://youtube.com.example.org/watch?v={ID}",
        f"https://example.org/?u=https://youtu.be/{ID}",
        f"https://youtube.com@example.org/watch?v={ID}",
        f"javascript://youtu.be/{ID}",
        f"ftp://youtu.be/{ID}",
        "https://www.youtube.com/@channel",
        "https://www.youtube.com/watch?list=PL",
        f"смотрите https://youtu.be/{ID}",
        "https://[youtu.be/",
    ],
)
def test_any_other_text_is_none(link: str) -> None:
    assert video_id(link) is None


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    video_id(text)
    assert "\n" not in clean_title(text)


@pytest.mark.parametrize("given_as", [ADDRESS, CHANNEL])
def test_a_feed_is_given_by_its_address_or_its_channel(given_as: str) -> None:
    assert feed_address(given_as) == ADDRESS


@pytest.mark.parametrize(
    "other",
    [
        "",
        CHANNEL[:-1],
        f"{ADDRESS}&x=1",
        ADDRESS.replace("https", "http"),
        ADDRESS.replace("www.youtube.com", "www.youtube.com.example.org"),
        "https://www.youtube.com/feeds/videos.xml?playlist_id=PL",
        "https://example.org/feed.xml",
    ],
)
def test_no_other_address_is_a_feed(other: str) -> None:
    assert feed_address(other) is None


def test_the_wait_doubles_up_to_two_hours() -> None:
    waits = [wait_after(failures) / timedelta(minutes=1) for failures in (0, 1, 2, 3, 4, 10**9)]
    assert waits == [15, 30, 60, 120, 120, 120]


@pytest.mark.parametrize(
    ("state", "minutes"),
    [
        (FeedState(), 0),
        (FeedState(asked=START - timedelta(minutes=5)), 10),
        (FeedState(asked=START - timedelta(days=5)), 0),
        (FeedState(asked=START - timedelta(minutes=5), failures=9), 115),
        (FeedState(asked=START + timedelta(days=900)), 15),
    ],
)
def test_a_start_waits_for_what_is_left(state: FeedState, minutes: int) -> None:
    assert rest(state, START) == timedelta(minutes=minutes)
    assert ASK_EVERY < ASK_AT_LEAST_EVERY
