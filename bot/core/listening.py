"""An address to listen on: host and port, as an operator writes them."""

from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit


class Listen(NamedTuple):
    """Where a server of ours listens."""

    host: str
    port: int

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    def __str__(self) -> str:
        """Return it as it is written in the settings."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def parse_listen(text: str) -> Listen:
    """Return the address; raises ValueError when it is not HOST:PORT, with an IPv6 host in brackets."""
    parts = urlsplit(f"//{text}")
    try:
        port = parts.port
    except ValueError:
        raise ValueError from None  # without the library's words
    if parts.hostname is None or port is None or parts.netloc != text or parts.username is not None:
        raise ValueError
    return Listen(parts.hostname, port)
