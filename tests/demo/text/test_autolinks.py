"""Entities that Telegram finds itself in plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.text.autolinks import find_links
from bot.demo.text.utf16 import units


def found(text: str) -> list[tuple[str, str]]:
    encoded = text.encode("utf-16-le")
    return [
        (link["type"], encoded[link["offset"] * 2 : (link["offset"] + link["length"]) * 2].decode("utf-16-le"))
        for link in find_links(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start", [("bot_command", "/start")]),
        ("/start faq_visa", [("bot_command", "/start")]),
        ("/faq@seminar_demo_bot", [("bot_command", "/faq@seminar_demo_bot")]),
        ("или /help!", [("bot_command", "/help")]),
        ("https://youtu.be/abc?x=1", [("url", "https://youtu.be/abc?x=1")]),
        ("смотри uscis.gov/i-589.", [("url", "uscis.gov/i-589")]),
        ("(https://x.org/a)", [("url", "https://x.org/a")]),
        ("https://x.org, и", [("url", "https://x.org")]),
        ("http://127.0.0.1:80/", [("url", "http://127.0.0.1:80/")]),
        ("a.b@x.org", [("email", "a.b@x.org")]),
        ("@seminar_demo_bot", [("mention", "@seminar_demo_bot")]),
        ("#кейс и #i589", [("hashtag", "#кейс"), ("hashtag", "#i589")]),
        ("😀 /a 😀 x.org", [("bot_command", "/a"), ("url", "x.org")]),
    ],
)
def test_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "да/нет", "1/2", "т.е. так", "#12", "@abc", "<b/a>", "http://localhost/", "v1.2.3", "a/b.c"],
)
def test_not_found(text: str) -> None:
    assert found(text) == []


@given(st.text(st.sampled_from("a1я😀 ./@#:хh-_\nt").map(str), max_size=40))
def test_links_lie_inside_and_apart(text: str) -> None:
    end = 0
    for link in find_links(text):
        assert link["offset"] >= end
        end = link["offset"] + link["length"]
    assert end <= units(text)
