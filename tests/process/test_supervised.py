"""A real process under a systemd that is pretended: a datagram socket, and a port for its health (O5)."""

import asyncio
import json
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from bot.core.clock import SystemClock
from bot.storage.db.sqlite import open_database
from tests.engine import about_the_file
from tests.process.stage import stage
from tests.waiting import until

pytestmark = pytest.mark.process

KEY = "ab" * 32


class Systemd:
    """Hears what the process says."""

    def __init__(self, path: Path) -> None:
        """Listen there."""
        self.path = path
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(path))
        self._socket.setblocking(False)
        self.lines: list[str] = []

    def heard(self, line: str) -> bool:
        """Return whether it has said so by now."""
        try:
            while True:
                self.lines += self._socket.recv(4096).decode().splitlines()
        except BlockingIOError:
            return line in self.lines

    def close(self) -> None:
        """Listen no more."""
        self._socket.close()


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[Systemd]:
    """A service manager."""
    made = Systemd(tmp_path / "notify")
    yield made
    made.close()


def free_port() -> int:
    """Return a port nobody has."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def asked(port: int, path: str = "/health") -> tuple[int, list[str]]:
    """Return the status and the reasons; (0, []) while nobody listens."""
    try:
        with urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return answer.status, json.load(answer)["reasons"]
    except HTTPError as refusal:
        with refusal:
            return refusal.code, json.load(refusal)["reasons"]
    except OSError:
        return 0, []


async def reasons(port: int, words: list[str]) -> int:
    """Wait until these are the reasons; return the status."""
    found: tuple[int, list[str]] = (0, [])
    async with asyncio.timeout(60):
        while not found[0] or found[1] != words:
            found = await asyncio.to_thread(asked, port)
            await asyncio.sleep(0.02)
    return found[0]


@about_the_file
async def test_from_the_start_over_locked_mode_to_the_end(tmp_path: Path, systemd: Systemd) -> None:
    key, port = tmp_path / "bot.key", free_port()
    settings = {
        "DATABASE_UNENCRYPTED": "",
        "DATABASE_KEY_FILE": str(key),
        "METRICS_LISTEN": f"127.0.0.1:{port}",
        "NOTIFY_SOCKET": str(systemd.path),
        "WATCHDOG_USEC": "1000000",
    }
    async with stage(tmp_path, None, 0, **settings) as play:
        await (await open_database(play.path, KEY, SystemClock())).close()
        await play.start()
        await until(lambda: systemd.heard("READY=1"), within=60)
        assert systemd.lines[0] == "EXTEND_TIMEOUT_USEC=60000000"
        assert "STATUS=not ready: locked" in systemd.lines
        assert await reasons(port, ["locked"]) == 503
        assert (await asyncio.to_thread(asked, port, "/health/live"))[0] == 200
        fed = systemd.lines.count("WATCHDOG=1")
        await until(lambda: systemd.heard("") or systemd.lines.count("WATCHDOG=1") > fed, within=30)
        key.write_text(KEY, encoding="ascii")
        key.chmod(0o600)
        await until(lambda: systemd.heard("STATUS=ready"), within=60)
        assert systemd.lines.count("READY=1") == 1
        assert await reasons(port, []) == 200
        play.signal(signal.SIGTERM)
        assert await play.ended(25) == 0
        assert systemd.heard("STOPPING=1")


async def test_a_port_that_is_taken_ends_the_start_with_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        async with stage(tmp_path, METRICS_LISTEN=address) as play:
            with pytest.raises(TimeoutError):
                await play.start(within=0.01)
            assert await play.ended(60) == 78
            said = play.log.read_text().splitlines()
    assert said[-1] == "bot: METRICS_LISTEN: the port is taken, or the address is not one of this machine"
    assert len(said) == 1
