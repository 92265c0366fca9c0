"""Limits and orders all outgoing messages of one bot token, and holds them when Telegram says so.

At most ``rate`` messages leave in any second (and a guard of 3 %) and at most ``rate`` may arrive in one, by their
answers (``arrivals.py``). Replies go before mailings, about one message a second to one chat with small bursts. Pacing
exactly at the limit brings refusals and loses a quarter of it (docs/performance.md); mailings go evenly spaced, so that
a reply never waits longer than one gap.
"""

import math
from collections import deque
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager
from dataclasses import dataclass, field
from itertools import takewhile

from bot.core.clock import Clock
from bot.core.mailings.mailings import Lane
from bot.delivery.arrivals import Arrivals, Call
from bot.delivery.bucket import Bucket, less
from bot.delivery.chat_paces import ChatPaces
from bot.delivery.learned_rate import Allowance

WINDOW_GUARD_SHARE = 0.03
"""How much longer than a second the window is taken to be."""

HOLD_MARGIN_SECONDS = 0.5
"""Seconds added to what Telegram asks us to wait."""

REFUSAL_WINDOW_SECONDS = 10.0
NEARBY_MESSAGES, MIN_BURST_REFUSALS, MIN_WINDOW_REFUSALS = 10, 3, 5
"""Refusals of different chats are the bot's own speed when two come within so many messages, a few within a second, or
several within ten: one that comes now and then, for whatever reason, must not slow everybody for minutes."""

MIN_WAIT_SECONDS = 0.0005
"""Seconds; less than that is lost in the rounding of a clock."""

MAX_YIELD_SECONDS = 8.0
"""Seconds at most for which paid messages make room after a refusal: no reply is tried again later than that."""

MAILING_BURST_SHARE = 0.02
"""Share of a second's messages that mailings may send at once, to catch up with coarse timers."""

MIN_MAILING_BURST_MESSAGES = 1.5
"""And at low rates: half a message saved up, so that a timer that rings late costs nothing."""


CLAIM_AHEAD_SECONDS = 0.02
"""Seconds a mailing's row is claimed before its turn: a claim takes milliseconds, in which its turn would go unused."""

BROADCAST_SHARE = 0.2
"""Share of the rate that mailings keep while people ask more than can be answered (R16)."""

SPARE_SHARE = 1 / 3
"""Share of a second's messages that calls may take which can wait for ever: replies that come at once find the rest."""

MAX_REMINDER_SHARE = 0.8
"""Share at most, when a due reminder would be stale otherwise: readers keep the rest."""


class TurnMissed(Exception):
    """No turn came in the time that was given; nothing was counted."""


@dataclass(frozen=True)
class Refusal:
    """A 429 at monotonic ``at``, after ``sent`` messages in all, of which ``accepted`` in the second before it."""

    at: float
    sent: int
    accepted: int


@dataclass
class Pace:
    """Every message is a ``call``. ``limit`` is Telegram's limit in messages a second.

    ``below`` is the pace of messages that matter less and have a limit of their own. When something is refused here
    while they are being sent, they give way and nothing is learned: Telegram may count them together after all.
    """

    limit: float
    clock: Clock
    below: "Pace | None" = None
    _log: deque[float] = field(default_factory=deque)
    _began: float = 0.0
    _chats: ChatPaces = field(default_factory=ChatPaces)
    _waiting: dict[Lane, int] = field(default_factory=lambda: dict.fromkeys(Lane, 0))
    _held_until: float = 0.0
    _refused_chats: dict[int | None, Refusal] = field(default_factory=dict)
    _sent: int = 0
    _allowance: Allowance = field(init=False)
    _arrivals: Arrivals = field(init=False)
    _mailings: Bucket = field(default_factory=lambda: Bucket(1.0, 0.0))
    _reserve: Bucket = field(default_factory=lambda: Bucket(0.0, 0.0))
    _replies: Bucket = field(default_factory=lambda: Bucket(0.0, 0.0))
    _share: float = BROADCAST_SHARE
    _needed_on_time: float = 0.0
    _albums: int = 0

    def __post_init__(self) -> None:
        """Believe the settings until Telegram says otherwise."""
        self._allowance = Allowance(self.limit, self.limit)
        self._arrivals = Arrivals(self.clock)

    @property
    def rate(self) -> float:
        """Messages a second that are allowed, as learned so far."""
        return self._allowance.rate

    def reserve(self, needed: float, on_time: float = 0.0) -> None:
        """Keep as much of the rate for mailings as due reminders need, in messages a second (R16).

        ``needed``: to be out before they are stale. ``on_time``: not to be late either.
        """
        self._share = min(MAX_REMINDER_SHARE, max(BROADCAST_SHARE, needed / self.rate))
        self._needed_on_time = on_time

    def broadcast_share(self) -> float:
        """Return the share of mailings that are broadcasts while reminders are due too: what these can spare."""
        capacity = self._share if self._replies_waiting() else 1.0
        return max(0.0, min(BROADCAST_SHARE, 1 - self._needed_on_time / (capacity * self.rate)))

    @asynccontextmanager
    async def call(
        self, lane: Lane, chat: int | None, messages: int = 1, within: float = math.inf
    ) -> AsyncIterator[Call]:
        """Wait for a turn; the message, or the album of so many, is under way until the end of the block.

        Raises TurnMissed, and counts nothing, when it does not come within so many seconds.
        """
        await self.turn(lane, chat, messages, within)
        with self._arrivals.call(messages) as call:
            yield call

    async def turn(self, lane: Lane, chat: int | None, messages: int = 1, within: float = math.inf) -> None:
        """Wait until so many messages may go out in this lane, and count them.

        Who waits for one chat's own pace stands in nobody's way.
        """
        until = self.clock.monotonic() + within
        while True:
            while (own := self._chats.delay(chat, messages, self.clock.monotonic())) > 0:
                await self._sleep(own, until)
            if await self._common_turn(lane, chat, messages, until):
                return

    async def _sleep(self, seconds: float, until: float) -> None:
        await self.clock.sleep(max(seconds, MIN_WAIT_SECONDS))
        if self.clock.monotonic() > until:
            raise TurnMissed

    def take_spare(self) -> AbstractContextManager[Call] | None:
        """Count one call that can wait for ever, if nobody waits for a turn and most of the second is unused."""
        unused = self._free(self.clock.monotonic()) > (1 - SPARE_SHARE) * self.rate
        if not unused or any(self._waiting.values()) or self._delay(Lane.BROADCAST) > 0:
            return None
        self._count(Lane.BROADCAST, None)
        return self._arrivals.call()

    async def _common_turn(self, lane: Lane, chat: int | None, messages: int, until: float) -> bool:
        """Wait in the lane; False when the chat's own pace has used up its turn meanwhile."""
        self._waiting[lane] += 1
        self._albums += lane >= Lane.REMINDER and messages > 1
        try:
            while (delay := self._delay(lane, messages)) > 0:
                await self._sleep(delay, until)
                if self._chats.delay(chat, messages, self.clock.monotonic()) > 0:
                    return False
            self._count(lane, chat, messages)
            return True
        finally:
            self._waiting[lane] -= 1
            self._albums -= lane >= Lane.REMINDER and messages > 1

    def refused(self, chat: int | None, seconds: float) -> None:
        """Take a 429 in. It is the chat's own, unless other chats are refused within REFUSAL_WINDOW_SECONDS."""
        if self.below is not None and self.below.gives_way(seconds):
            self._allowance.taken_back()
            return self._slow(chat, seconds)
        now = self.clock.monotonic()
        recent = {
            c: each for c, each in self._refused_chats.items() if now - each.at <= REFUSAL_WINDOW_SECONDS and c != chat
        }
        refused = 1 + sum(each.at > now - 1 for each in recent.values())
        refusal = Refusal(now, self._sent, sum(at > now - 1 for at in self._log) - refused)
        self._refused_chats = {**recent, chat: refusal}
        self._allowance.taken_back()
        if self._of_one_cause(now):
            if now >= self._held_until:
                self._allowance.refused(now, self._accepted(now), now - self._began)
            else:
                self._allowance.refused_too()
            return self.hold(seconds)
        return self._slow(chat, seconds)

    def _of_one_cause(self, now: float) -> bool:
        refusals = self._refused_chats.values()
        near = sum(self._sent - each.sent <= NEARBY_MESSAGES for each in refusals)
        just_now = sum(now - each.at <= 1 for each in refusals)
        return (
            near > 1
            or just_now >= MIN_BURST_REFUSALS
            or len(refusals) >= (2 if self._allowance.trying(now) else MIN_WINDOW_REFUSALS)
        )

    def _accepted(self, now: float) -> int:
        """Return how many were accepted in the second before it began: where all is refused since, that slips away."""
        near = sorted((each for each in self._refused_chats.values() if now - each.at <= 1), key=lambda each: each.at)
        return max(each.accepted - later for later, each in enumerate(reversed(near)))

    def gives_way(self, seconds: float) -> bool:
        """Back off after a 429 on the higher-priority pace; return False if this pace sent nothing recently."""
        busy = bool(self._log) and self._log[-1] > self.clock.monotonic() - 2 * self.window
        if busy:
            self.hold(min(seconds, MAX_YIELD_SECONDS) + HOLD_MARGIN_SECONDS)
        return busy

    def _slow(self, chat: int | None, seconds: float) -> None:
        if chat is not None:
            self._chats.hold(chat, seconds + HOLD_MARGIN_SECONDS, self.clock.monotonic())

    def hold(self, seconds: float) -> None:
        """Send nothing for so many seconds and a margin, because Telegram said so."""
        self._held_until = max(self._held_until, self.clock.monotonic() + seconds + HOLD_MARGIN_SECONDS)
        if self.below is not None:
            self.below.hold(seconds)

    def free_slots(self) -> int:
        """Return how many messages of a mailing to claim now: those whose turn comes within CLAIM_AHEAD_SECONDS."""
        now = self.clock.monotonic()
        self._allowance.grow(now)
        if now < self._held_until:
            return 0
        kept = max(0, int(self._reserved(now)) - self._mailings_waiting())
        if self._replies_waiting():
            return kept
        level = self._mailing_level(now) + CLAIM_AHEAD_SECONDS * self.rate / self.window
        return max(kept, min(self._soon_free(now), int(level)) - self._mailings_waiting())

    def wait_for_slot(self) -> float:
        """Return in how many seconds to ask for room again."""
        held = self.clock.monotonic() < self._held_until
        ahead = 0.0 if held or self._mailings_waiting() else CLAIM_AHEAD_SECONDS
        return max(self._delay(Lane.BROADCAST) - ahead, MIN_WAIT_SECONDS)

    @property
    def window(self) -> float:
        """The stretched second, in seconds."""
        return 1 + WINDOW_GUARD_SHARE

    def _delay(self, lane: Lane, messages: int = 1) -> float:
        now = self.clock.monotonic()
        if now < self._held_until:
            return self._held_until - now
        if (behind := self._behind(lane, now)) > 0:
            return behind
        waits = [0.0]
        room = min(messages, int(self.rate))  # an album may be more than a second's worth
        if self._free(now) < room:
            waits.append(self._until_free(now, room))
        if lane >= Lane.REMINDER:
            waits.append(min(self._until_level(now), self._until_reserve(now)))
        elif self._mailings_waiting() and self._reserved(now) >= 1:
            waits.append((1 - self._reply_level(now)) * self.window / self._replies_rate)
            if self._albums and self._reserved(now) >= int(self._share * self.rate):
                waits.append(self.window / self.rate)  # one after the other they would never leave an album its room
        return max(waits)

    def _behind(self, lane: Lane, now: float) -> float:
        """Return how long to wait for those who go first: higher lanes, but replies only within their share (R16)."""
        ahead = sum(count for other, count in self._waiting.items() if other < lane)
        replies = self._replies_waiting()
        if not ahead:
            return 0.0
        if self._free(now) > ahead and self._reply_level(now) >= 1:
            return MIN_WAIT_SECONDS  # there is room for all
        if lane < Lane.REMINDER or ahead > replies:
            return self.window / self.rate
        return min(self._until_reserve(now), self.window / self.rate)  # by then the reply may be gone

    def _until_level(self, now: float) -> float:
        return (1 - self._mailing_level(now)) * self.window / self.rate

    def _until_reserve(self, now: float) -> float:
        return (1 - self._reserved(now)) * self.window / (self._share * self.rate)

    def _free(self, now: float) -> int:
        while self._log and self._log[0] <= now - self.window:
            self._log.popleft()
        return int(self.rate) - max(len(self._log), self._arrivals.count(now))

    def _until_free(self, now: float, messages: int = 1) -> float:
        """Return in how many seconds there may be room for so many; asked again then."""
        above = len(self._log) - int(self.rate) + messages
        left = self._log[above - 1] + self.window - now if above > 0 else 0.0
        arrived = self._arrivals.count(now) > int(self.rate) - messages
        return max(left, self._arrivals.until_fewer(now) if arrived else 0.0)

    def _soon_free(self, now: float) -> int:
        free, horizon = self._free(now), now + CLAIM_AHEAD_SECONDS - self.window
        return free + sum(1 for _ in takewhile(lambda at: at <= horizon, self._log))

    def _mailing_level(self, now: float) -> float:
        return self._mailings.fill(
            now, self.rate / self.window, max(MIN_MAILING_BURST_MESSAGES, self.rate * MAILING_BURST_SHARE)
        )

    @property
    def _replies_rate(self) -> float:
        """Messages a second that replies have while mailings are behind with their share."""
        return (1 - self._share) * self.rate

    def _reply_level(self, now: float) -> float:
        burst = max(MIN_MAILING_BURST_MESSAGES, self._replies_rate / 4)
        return self._replies.fill(now, self._replies_rate / self.window, burst)

    def _replies_waiting(self) -> int:
        return self._waiting[Lane.REPLY] + self._waiting[Lane.LAWYER]

    def _mailings_waiting(self) -> int:
        return self._waiting[Lane.REMINDER] + self._waiting[Lane.BROADCAST]

    def _reserved(self, now: float) -> float:
        """Return how many mailings may go now although replies wait: what they did not get of their share lately."""
        share = self._share * self.rate  # a second's worth may gather: replies that came at once leave at once
        return self._reserve.fill(now, share / self.window, max(MIN_MAILING_BURST_MESSAGES, share))

    def _count(self, lane: Lane, chat: int | None, messages: int = 1) -> None:
        now = self.clock.monotonic()
        if not self._log:
            self._began = now  # a silence of a second and more has ended
        self._log.extend([now] * messages)
        self._sent += messages
        for _ in range(messages):
            self._allowance.sent()
        # A reply takes the next mailing's turn: what is sent stays evenly spaced, and nobody waits for a full window.
        self._mailings.level = less(self._mailing_level(now), messages)
        if lane >= Lane.REMINDER:
            self._reserve.level = less(self._reserved(now), messages)
        else:
            self._replies.level = less(self._reply_level(now), messages)
        if chat is not None:
            self._chats.count(chat, messages, now)
