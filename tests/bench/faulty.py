"""The whole stand-in, which fails as planned: some people have blocked the bot, some calls go wrong (F5)."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.core.clock import SystemClock
from bot.demo.doors.http import bot_api
from bot.demo.faults.plan import Fault, FaultKind, Faults, When
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from tests.bench.crowd import Crowd
from tests.bench.plan import AFTER, LATENCY, TOKEN, recipients

SEND = ("sendMessage",)
TOO_FAST = "Too Many Requests: retry after 1"
MIXED: tuple[Fault, ...] = (
    Fault(FaultKind.ERROR, methods=SEND, share=0.01, status=500, description="Internal Server Error"),
    Fault(FaultKind.RESET, methods=SEND, share=0.0025),
    Fault(FaultKind.RESET, When.AFTER, SEND, share=0.0025),
    Fault(FaultKind.ERROR, methods=SEND, share=0.002, status=429, description=TOO_FAST, retry_after=1),
)
HANGING = 5
"""Calls that never end, early in the run."""

GONE_EVERY = 20


class FaultyTelegram:
    """``people`` of whom one in twenty has blocked the bot when it ``fails``; or a few calls that ``hang``."""

    def __init__(self, people: int, rate: float, *, fails: bool = False, hang: bool = False) -> None:
        """Plan what fails."""
        plan = MIXED if fails else ()
        if hang:
            plan = (Fault(FaultKind.HANG, methods=SEND, calls=range(30, 30 + HANGING)),)
        limits = Limits(per_second=rate, latency=LATENCY, after=AFTER)
        clock = SystemClock()
        self.telegram = Telegram(
            token=TOKEN, now=lambda: clock.now().timestamp(), limits=limits, faults=Faults(*plan) if plan else None
        )
        self.crowd = Crowd(lambda: None, [], 1)
        self.gone = set(recipients(people)[::GONE_EVERY]) if fails else set[int]()
        self._people = people
        for chat in recipients(people):
            person = self.telegram.person(chat, "x")
            person.started, person.blocked = True, chat in self.gone

    def tally(self) -> dict[str, Any]:
        """Return, from the ledger alone, who got it, who got it again, and who should have."""
        calls = [entry for entry in self.telegram.ledger.entries if entry.method == "sendMessage"]
        accepted = [entry for entry in calls if entry.accepted]
        told = Counter(entry.chat_id for entry in accepted)
        began = min((entry.at for entry in calls), default=0.0)
        return {
            "at": [entry.at - began for entry in accepted],
            "took": max((entry.at for entry in calls), default=0.0) - began,
            "lost": len(set(recipients(self._people)) - self.gone - set(told)),
            "blocked": len(self.gone),
            "doubled": sum(told.values()) - len(told),
            "cut": sum(not entry.answered for entry in accepted),
            "refused": {"429": sum(entry.status == 429 for entry in calls)},
        }


async def open_faulty(served: Callable[[], None], options: dict[str, Any]) -> tuple[int, FaultyTelegram]:
    """Serve on a loopback port of its own; return the port too."""
    faulty = FaultyTelegram(**options)
    runner = web.AppRunner(bot_api(faulty.telegram), access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return int(runner.addresses[0][1]), faulty
