"""Addresses of links and buttons."""

import pytest

from bot.demo.calls import Refusal
from bot.demo.text.links import button_url, checked_link, checked_url


@pytest.mark.parametrize(
    ("url", "echoed"),
    [
        ("https://t.me/seminar_demo_bot?start=x", "https://t.me/seminar_demo_bot?start=x"),
        ("t.me/x", "http://t.me/x"),
        ("HTTPS://Uscis.GOV/Path", "https://uscis.gov/Path"),
        ("https://uscis.gov", "https://uscis.gov/"),
        ("https://uscis.gov:8443/a#b", "https://uscis.gov:8443/a#b"),
        ("https://просим.рф/", "https://просим.рф/"),
        ("http://127.0.0.1:8085/", "http://127.0.0.1:8085/"),
        ("tg://resolve?domain=x", "tg://resolve?domain=x"),
        (" https://x.org ", "https://x.org/"),
    ],
)
def test_taken(url: str, echoed: str) -> None:
    assert checked_url(url) == echoed


@pytest.mark.parametrize(
    "url", ["", "x", "javascript:alert(1)", "ftp://x.org/", "https://", "https:// x.org", "mailto:a@x.org"]
)
def test_not_taken(url: str) -> None:
    assert checked_url(url) is None
    with pytest.raises(Refusal) as caught:
        button_url(url)
    assert caught.value.description.startswith(f"Bad Request: inline keyboard button URL '{url}' is invalid: ")


def test_entities_keep_their_place() -> None:
    link = {"type": "text_link", "offset": 3, "length": 2, "url": "x.org"}
    assert checked_link(link) == {**link, "url": "http://x.org/"}
    assert checked_link({**link, "url": "nothing"}) is None
    mention = checked_link({**link, "url": "tg://user?id=12"})
    assert mention is not None
    assert (mention["type"], mention["offset"], mention["user"]["id"]) == ("text_mention", 3, 12)
