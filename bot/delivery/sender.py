"""Claims rows at the pace, hands each to the courier, and records every verdict before anything else."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.mailings.mailings import Lane
from bot.core.mailings.outbox import Later, Outcome, Parcel, Partly, Sent, Slower, Unknown, Verdict
from bot.delivery.pace import Pace, TurnMissed
from bot.delivery.pace_middleware import already_paced

OUTBOX_POLL_SECONDS = 1.0
"""Seconds between looks into the outbox when nobody calls."""

CLAIM_VALID_SECONDS = 1.0
"""Seconds a claimed row may wait for its turn; consent, time and the mailing's state may have changed (R3, R4).

Also over a sleep of the machine, or while the process is frozen: another instance may have sent it since (O9).
"""

QUIET_TIMEOUT_SECONDS = 9.0
"""Seconds a person who leaves waits for a message under way: a little more than a call may take."""

MAX_REST_SECONDS = 10.0
"""Seconds after which a sender looks again, however long it was told to hold: it says by this that it works (O5)."""

STORAGE_PAUSE_SECONDS = 1.0
"""Seconds to wait before asking a storage again that could not answer."""

MAX_PROBE_SECONDS = 30.0
"""Seconds between tries while nothing gets through; then one message is tried at a time (R6)."""

WORKERS_PER_RATE = 0.25
MIN_WORKERS, MAX_WORKERS = 16, 256
"""One slow call holds one worker; there are enough for round trips of a quarter of a second (R6)."""


class Rows(Protocol):
    """The rows to be worked on, as the sender sees them."""

    async def claim(self, now: datetime, limit: int, kept: int = 0) -> Sequence[Parcel]:
        """Lease up to ``limit`` rows; ``kept`` of them of broadcasts, where one waits behind a reminder (R16)."""
        ...

    async def record(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        """Write down what became of parcels."""
        ...


class Delivers(Protocol):
    """The courier, as the sender sees it."""

    async def deliver(self, parcel: Parcel) -> Verdict:
        """Send a parcel and return what became of it."""
        ...


@dataclass(eq=False)
class UnderWay:
    """A parcel between claim and verdict.

    ``handed`` once it is with Telegram; ``revoked`` when its person left before that, ``recalled`` when
    everything was told to stand still (A13): its row goes back.
    """

    parcel: Parcel
    done: asyncio.Event
    handed: bool = False
    revoked: bool = False
    recalled: bool = False
    task: asyncio.Task[None] | None = None
    messages: tuple[int, ...] = ()


class Sender:
    """Runs beside the inbox for as long as the bot does."""

    def __init__(
        self, outbox: Rows, courier: Delivers, pace: Pace, clock: Clock, most_workers: int = MAX_WORKERS
    ) -> None:
        """Take the rows, the courier and the pace; fewer workers repeat fewer messages after a kill."""
        self._outbox = outbox
        self._courier = courier
        self.pace = pace
        self._clock = clock
        self.workers = min(most_workers, max(MIN_WORKERS, int(pace.rate * WORKERS_PER_RATE)))
        self._under_way: set[UnderWay] = set()
        self._verdicts: asyncio.Queue[Outcome | None] = asyncio.Queue()
        self._called = asyncio.Event()
        self._failed = 0
        self._probe_at = 0.0
        self._owed = 0.0
        self.at_work: Callable[[], object] = _nobody_looks
        self.delivered: Callable[[Verdict], object] = _nobody_counts

    def wake(self) -> None:
        """Say that there is something to send."""
        self._called.set()

    def recall(self) -> None:
        """Let nothing leave that has not left yet: its row goes back when its turn comes (A13)."""
        for item in self._under_way:
            item.recalled = True

    async def quiet(self, chat: int) -> Sequence[int]:
        """Return when nothing is on its way to the chat; what has not left yet does not leave (R4).

        What is returned are the numbers of the messages that arrived meanwhile.

        A call that hangs is waited for a little longer than it may take, and no longer (R6).
        """
        theirs = [item for item in self._under_way if chat in item.parcel.chats]
        for item in theirs:
            item.revoked = True
        with suppress(TimeoutError):
            async with asyncio.timeout(QUIET_TIMEOUT_SECONDS):
                for item in theirs:
                    if item.handed:
                        await item.done.wait()
        return [message for item in theirs if item.parcel.chat == chat for message in item.messages]

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; return when every verdict is written down."""
        async with asyncio.TaskGroup() as tasks:
            recording = tasks.create_task(self._record_all())
            async with asyncio.TaskGroup() as deliveries:
                while not stop.is_set():
                    await self._round(deliveries)
                self._hand_back()
            await self._verdicts.put(None)
            await recording

    async def drain(self) -> int:
        """Send everything that is due now and record it; return how many parcels were claimed."""
        claimed = 0
        while parcels := await self._claim(self.workers):
            claimed += len(parcels)
            async with asyncio.TaskGroup() as deliveries:
                self._start(parcels, deliveries)
            await self._record(self._arrived())
        return claimed

    async def _round(self, deliveries: asyncio.TaskGroup) -> None:
        self.at_work()
        free = self.workers - len(self._under_way)
        if free <= 0:
            await self._rest(OUTBOX_POLL_SECONDS)  # a worker that ends says so
            return
        if self._away and (self._under_way or self._clock.monotonic() < self._probe_at):
            await self._rest(OUTBOX_POLL_SECONDS)
            return
        room = min(self.pace.free_slots(), 1 if self._away else free)
        if room <= 0:
            await self._rest(min(MAX_REST_SECONDS, self.pace.wait_for_slot()))
            return
        parcels = await self._claim(room)
        if parcels:
            self._start(parcels, deliveries)
            await asyncio.sleep(0)
        else:
            await self._rest(OUTBOX_POLL_SECONDS)

    @property
    def _away(self) -> bool:
        """Whether as many calls as there are workers have failed in a row: Telegram is away, or the way to it is."""
        return self._failed >= self.workers

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._called.wait(), seconds)
        self._called.clear()

    async def _claim(self, limit: int) -> list[Parcel]:
        try:
            parcels = list(await self._outbox.claim(self._clock.now(), limit, min(limit, int(self._owed))))
            self._keep_account(parcels)
            return parcels
        except Exception as error:
            event(Event.CLAIM_FAILED, kind=error)
            await asyncio.sleep(STORAGE_PAUSE_SECONDS)
            return []

    def _keep_account(self, parcels: Sequence[Parcel]) -> None:
        """Count what broadcasts are owed while reminders go before them (R16): at most their part of a second."""
        messages = sum(parcel.cost for parcel in parcels)
        broadcasts = sum(parcel.cost for parcel in parcels if parcel.lane is Lane.BROADCAST)
        share = self.pace.broadcast_share()
        owed = self._owed + share * messages - broadcasts
        self._owed = min(1 + share * self.pace.rate, max(0.0, owed))

    def _start(self, parcels: Iterable[Parcel], deliveries: asyncio.TaskGroup) -> None:
        for parcel in parcels:
            item = UnderWay(parcel, asyncio.Event())
            self._under_way.add(item)
            item.task = deliveries.create_task(self._deliver(item))

    def _hand_back(self) -> None:
        """Let go of what still waits for its turn: the next start claims it anew (R14)."""
        for item in self._under_way:
            if not item.handed and item.task is not None:
                item.task.cancel()

    async def _deliver(self, item: UnderWay) -> None:
        already_paced.set(True)
        verdict: Verdict = Later(0)
        claimed = self._clock.boottime()
        try:
            async with self.pace.call(
                item.parcel.lane, item.parcel.chat, item.parcel.cost, CLAIM_VALID_SECONDS
            ) as call:
                if self._still_due(item, claimed):
                    item.handed = True
                    verdict = Unknown()
                    verdict = await self._courier.deliver(item.parcel)
                    call.answered = isinstance(verdict, Sent | Partly)
            if item.handed:
                self.delivered(verdict)
                item.messages = verdict.messages if isinstance(verdict, Sent | Partly) else ()
                self._heed(item.parcel, verdict)
        except TurnMissed:
            pass  # its row is looked at again
        finally:
            if not item.revoked or item.handed:
                self._verdicts.put_nowait(Outcome(item.parcel, verdict))
            if len(self._under_way) >= self.workers:
                self._called.set()
            self._under_way.discard(item)
            item.done.set()

    def _still_due(self, item: UnderWay, claimed: float) -> bool:
        """Return False when the row must be looked at again: its turn took too long to come, or it was revoked."""
        return self._clock.boottime() - claimed <= CLAIM_VALID_SECONDS and not (item.revoked or item.recalled)

    def _heed(self, parcel: Parcel, verdict: Verdict) -> None:
        """Let the pace know what Telegram said of our speed, and notice when nothing gets through."""
        if isinstance(verdict, Slower):
            self.pace.refused(parcel.chat, verdict.seconds)
        elif isinstance(verdict, Later) and verdict.shared:
            self.pace.hold(verdict.seconds)
        self._failed = self._failed + 1 if isinstance(verdict, Later | Unknown) else 0
        if self._away:
            wait = min(MAX_PROBE_SECONDS, 2.0 ** min(self._failed - self.workers, 5))
            self._probe_at = self._clock.monotonic() + wait

    async def _record_all(self) -> None:
        while True:
            first = await self._verdicts.get()
            outcomes = [first, *self._arrived()]
            await self._record(outcomes)
            if None in outcomes:
                return

    def _arrived(self) -> list[Outcome | None]:
        arrived = []
        while not self._verdicts.empty():
            arrived.append(self._verdicts.get_nowait())
        return arrived

    async def _record(self, outcomes: Iterable[Outcome | None]) -> None:
        """Write verdicts down; a storage that fails is asked until it does, since what left cannot be called back."""
        real = [outcome for outcome in outcomes if outcome is not None]
        while real:
            try:
                await self._outbox.record(real, self._clock.now())
                return
            except Exception as error:
                event(Event.RECORD_FAILED, kind=error, count=len(real))
                await asyncio.sleep(STORAGE_PAUSE_SECONDS)


def _nobody_looks() -> None:
    """Nobody looks whether it works."""


def _nobody_counts(_verdict: Verdict) -> None:
    """Nobody counts."""
