"""Tells systemd that the bot is ready, that it ends, and that it lives: the protocol of sd_notify(3), by datagrams.

The watchdog is fed only while inbox, sender and ticks make progress. What takes minutes (a backup, a migration, waiting
for Telegram at the start) stands still in a thread or in a part of its own, and the parts that are fed for go on.
"""

import socket
from collections.abc import Mapping

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.health.readiness import State, state_of
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals

LOOK_SECONDS = 1.0
"""Seconds between two looks: so long after the first poll systemd knows that the bot is ready."""

START_EXTENDED_EVERY_SECONDS, START_EXTENDED_SECONDS = 10.0, 60.0
"""While it starts, systemd is asked every ten seconds to wait for a minute more."""

MICROSECONDS = 1_000_000


class NotifySocket:
    """Sends lines to where NOTIFY_SOCKET says; ``@`` stands for an abstract socket."""

    def __init__(self, address: str) -> None:
        """Take the address."""
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        self._failed = False

    def __call__(self, *lines: str) -> None:
        """Send them in one datagram; what cannot be sent is logged once."""
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as sending:
                sending.setblocking(False)
                sending.sendto("\n".join(lines).encode(), self._address)
        except OSError as error:
            if not self._failed:
                event(Event.SUPERVISOR_NOT_TOLD, kind=error)
            self._failed = True


def fed_every(environment: Mapping[str, str]) -> float | None:
    """Return the seconds after which the watchdog wants to be fed: half of what it allows; None without one."""
    allowed = environment.get("WATCHDOG_USEC", "")
    return int(allowed) / MICROSECONDS / 2 if allowed.isdecimal() and int(allowed) else None


class Supervisor:
    """Run beside the bot."""

    def __init__(self, tell: NotifySocket, vitals: Vitals, clock: Clock, feed_seconds: float | None = None) -> None:
        """``feed_seconds``: between two feedings of the watchdog; None without one."""
        self._tell = tell
        self._vitals = vitals
        self._clock = clock
        self._feed_seconds = feed_seconds
        self._ready = self._ending = self._hungry = False
        self._status = ""
        self._fed_at = self._extended_at = float("-inf")

    async def run(self) -> None:
        """Look every second, until cancelled."""
        while True:
            self.look()
            await self._clock.sleep(LOOK_SECONDS)

    def look(self) -> None:
        """Say what is new since the last look."""
        state, now = state_of(self._vitals), self._clock.monotonic()
        starting = Trouble.STARTING in state.reasons and Trouble.STANDBY not in state.reasons
        if not (self._ready or starting or self._ending):
            self._ready = True
            self._tell("READY=1", self._new_status(state))
        elif starting and not self._ready and now - self._extended_at >= START_EXTENDED_EVERY_SECONDS:
            self._extended_at = now
            self._tell(f"EXTEND_TIMEOUT_USEC={int(START_EXTENDED_SECONDS * MICROSECONDS)}")
        if Trouble.ENDING in state.reasons and not self._ending:
            self._ending = True
            self._tell("STOPPING=1")
        if (status := self._new_status(state)) != self._status:
            self._status = status
            self._tell(status)
        self._feed(state, now)

    def _feed(self, state: State, now: float) -> None:
        if self._feed_seconds is None:
            return
        if state.live and now - self._fed_at >= self._feed_seconds:
            self._fed_at = now
            self._tell("WATCHDOG=1")
        if not (state.live or self._hungry):
            event(Event.WATCHDOG_NOT_FED, reason=state.reasons[0])
        self._hungry = not state.live

    def _new_status(self, state: State) -> str:
        words = ", ".join(reason.value for reason in state.reasons)
        return f"STATUS={'ready' if state.ready else 'not ready'}{': ' if words else ''}{words}"
