"""Which requests come from this machine: both servers of the demo ask it.

A loopback address alone protects nothing: any web site can make a browser send requests to 127.0.0.1, and a host name
can be made to point there (DNS rebinding).
"""

from collections.abc import Container, Mapping
from urllib.parse import urlsplit

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def is_local(host: str, names: Container[str] = LOOPBACK_NAMES) -> bool:
    """Return whether a Host header is one of the names, with any port."""
    try:
        parts = urlsplit(f"//{host}")
        return parts.netloc == host and parts.hostname in names and "@" not in host
    except ValueError:
        return False


def from_a_site(headers: Mapping[str, str]) -> bool:
    """Return whether a browser sent the request for a web site: a bot sends none of these headers."""
    return "Origin" in headers or headers.get("Sec-Fetch-Site", "none") != "none"
