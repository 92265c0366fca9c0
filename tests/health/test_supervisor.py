"""sd_notify over a real datagram socket, on a clock of the test's: ready, status, stopping, and the watchdog."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core.health.pulse import Part
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals, vitals_by
from bot.health.supervisor import NotifySocket, Supervisor, fed_every
from tests.clock import ManualClock

WATCHDOG_SECONDS = 30
RESTARTED_WITHIN_SECONDS = 90


class Systemd:
    """Hears what a service says, and counts how long its watchdog was not fed."""

    def __init__(self, address: str) -> None:
        """Listen there."""
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(address)
        self._socket.setblocking(False)
        self.clock = ManualClock()
        self.vitals: Vitals = vitals_by(self.clock)
        environment = {"WATCHDOG_USEC": str(WATCHDOG_SECONDS * 1_000_000)}
        told = f"@{address[1:]}" if address.startswith("\0") else address
        self.service = Supervisor(NotifySocket(told), self.vitals, self.clock, fed_every(environment))
        self.fed_at = self.clock.monotonic()
        self.hungry = 0.0

    def heard(self) -> list[str]:
        """Return the lines since the last time."""
        lines = []
        while True:
            try:
                lines += self._socket.recv(4096).decode().splitlines()
            except BlockingIOError:
                return lines

    def passes(self, seconds: int, *parts: Part) -> list[str]:
        """Let time pass while these parts make progress; return what was said but the feeding."""
        said = []
        for _ in range(seconds):
            for part in parts:
                self.vitals.pulse.beat(part)
            self.service.look()
            lines = self.heard()
            if "WATCHDOG=1" in lines:
                self.fed_at = self.clock.monotonic()
            said += [line for line in lines if line != "WATCHDOG=1"]
            self.hungry = max(self.hungry, self.clock.monotonic() - self.fed_at)
            self.clock.forward(seconds=1)
        return said

    def close(self) -> None:
        """Listen no more."""
        self._socket.close()


@pytest.fixture(params=["path", "abstract"])
def systemd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Systemd]:
    """Hear on both kinds of socket."""
    made = Systemd(str(tmp_path / "notify") if request.param == "path" else f"\0seminar-bot-test-{tmp_path.name}")
    yield made
    made.close()


def test_from_the_start_to_the_end(systemd: Systemd) -> None:
    systemd.vitals.troubles.note(Trouble.STARTING, wrong=True)
    extended = "EXTEND_TIMEOUT_USEC=60000000"
    assert systemd.passes(25) == [extended, "STATUS=not ready: starting", extended, extended]
    systemd.vitals.troubles.note(Trouble.STARTING, wrong=False)
    systemd.vitals.pulse.expect(*Part)
    assert systemd.passes(60, *Part) == ["READY=1", "STATUS=ready", "STATUS=ready"]
    systemd.vitals.troubles.note(Trouble.BACKUP, wrong=True)
    systemd.vitals.troubles.note(Trouble.CLOCK, wrong=True)
    assert systemd.passes(60, *Part) == ["STATUS=ready: clock, backup"]
    systemd.vitals.troubles.note(Trouble.ENDING, wrong=True)
    systemd.vitals.pulse.expect()
    assert systemd.passes(20) == ["STOPPING=1", "STATUS=not ready: ending, clock, backup"]
    assert systemd.hungry <= WATCHDOG_SECONDS / 2, "fed all the time, an hour of waiting for Telegram included"


def test_a_standby_is_up_for_systemd_and_waits_for_days(systemd: Systemd) -> None:
    """Else it would be starting for ever, and whatever is ordered behind it would wait."""
    systemd.vitals.troubles.note(Trouble.STARTING, wrong=True)
    systemd.vitals.troubles.note(Trouble.STANDBY, wrong=True)
    assert systemd.passes(200)[:2] == ["READY=1", "STATUS=not ready: starting, standby"]
    assert systemd.hungry <= WATCHDOG_SECONDS


def test_locked_it_is_ready_for_systemd_and_says_so(systemd: Systemd) -> None:
    systemd.vitals.troubles.note(Trouble.LOCKED, wrong=True)
    systemd.vitals.pulse.expect(Part.INBOX)
    assert systemd.passes(100, Part.INBOX)[:2] == ["READY=1", "STATUS=not ready: locked"]
    assert systemd.hungry <= WATCHDOG_SECONDS / 2


@pytest.mark.parametrize("part", Part)
def test_a_part_that_stopped_is_restarted_in_time(
    systemd: Systemd, part: Part, caplog: pytest.LogCaptureFixture
) -> None:
    systemd.vitals.pulse.expect(*Part)
    systemd.passes(100, *Part)
    stopped_at = systemd.clock.monotonic()
    systemd.passes(300, *(set(Part) - {part}))
    assert systemd.fed_at + WATCHDOG_SECONDS - stopped_at <= RESTARTED_WITHIN_SECONDS
    assert caplog.text.count("watchdog_not_fed reason=") == 1
    fed_at = systemd.fed_at
    systemd.passes(20, *Part)
    assert systemd.fed_at > fed_at, "it goes on by itself"


def test_without_a_watchdog_nothing_is_fed_and_a_socket_that_is_gone_is_logged_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert [fed_every(each) for each in ({}, {"WATCHDOG_USEC": "0"}, {"WATCHDOG_USEC": "x"})] == [None] * 3
    clock = ManualClock()
    vitals = vitals_by(clock)
    service = Supervisor(NotifySocket(str(tmp_path / "gone")), vitals, clock)
    for trouble in Trouble:
        vitals.troubles.note(trouble, wrong=True)
        service.look()
    assert caplog.text.count("supervisor_not_told kind=FileNotFoundError") == 1
