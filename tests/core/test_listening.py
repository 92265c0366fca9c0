"""Addresses to listen on."""

import pytest

from bot.core.listening import Listen, parse_listen


@pytest.mark.parametrize(
    ("text", "host", "port", "loopback"),
    [
        ("127.0.0.1:8080", "127.0.0.1", 8080, True),
        ("localhost:1", "localhost", 1, True),
        ("[::1]:8080", "::1", 8080, True),
        ("0.0.0.0:9105", "0.0.0.0", 9105, False),  # noqa: S104 -- read, not listened on
        ("bot.example:9105", "bot.example", 9105, False),
    ],
)
def test_an_address_is_read_and_written_back(text: str, host: str, port: int, *, loopback: bool) -> None:
    found = parse_listen(text)
    assert (found, str(found), found.loopback) == (Listen(host, port), text, loopback)


@pytest.mark.parametrize(
    "text", ["", "8080", "127.0.0.1", "127.0.0.1:", ":8080", "a@b:1", "127.0.0.1:1/x", "x:70000", "::1:80"]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_listen(text)
