"""The queue that getUpdates reads: at-least-once delivery, offsets, long polling, one poll at a time."""

import asyncio
import secrets
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from bot.demo.calls import JsonObject, Refusal
from bot.demo.faults.updates import MAX_UPDATE_ID, Unruly

UPDATE_KEPT_SECONDS = 24 * 3600
SAME_OFFSET_SECONDS = 0.5
MAX_UPDATES_PER_ANSWER = 100
# An offset further ahead of the next id than this confirms nothing.
MAX_IDS_AHEAD = 10
MAX_POLL_SECONDS = 50
KINDS_NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


class _Poll:
    """One waiting getUpdates call. `ended_by`: Telegram's wording of the 409 that ended it, or ""."""

    def __init__(self) -> None:
        self.wake = asyncio.Event()
        self.ended_by = ""


class Updates:
    """Updates the bot has not confirmed yet, oldest first. Times are seconds on the stand-in's clock.

    `unruly` is asked at every update and every poll for the faults in force; None means no fault.
    """

    def __init__(self, now: Callable[[], float], sleep: Callable[[float], Awaitable[None]]) -> None:
        self._now = now
        self._sleep = sleep
        self._next_id = 100_000_000 + secrets.randbelow(800_000_000)
        self._queue: deque[tuple[float, JsonObject]] = deque()
        self._allowed: frozenset[str] | None = None
        self._poll: _Poll | None = None
        self._last_offset: int | None = None
        self._last_at = float("-inf")
        self.unruly: Callable[[], Unruly | None] = _never
        self._tell: Callable[[], None] = _nobody

    def __len__(self) -> int:
        self._forget_old()
        return len(self._queue)

    @property
    def pending(self) -> list[JsonObject]:
        """Every update that is not confirmed, oldest first."""
        return [update for _, update in self._queue]

    def add(self, kind: str, payload: JsonObject) -> int | None:
        """Queue an update of a kind ("message", …). Returns its id, or None when the bot does not want this kind."""
        allowed = kind not in KINDS_NOT_BY_DEFAULT if self._allowed is None else kind in self._allowed
        if not allowed:
            return None
        unruly = self.unruly()
        if unruly:
            return self._add_unruly(unruly, kind, payload)
        update_id = self._next_id
        self.put({"update_id": update_id, kind: payload})
        return update_id

    def restart(self, first: int | None = None) -> None:
        """Continue with other ids, as Telegram may after a week without updates.

        `first`: the next id (a random one by default). Raises ValueError while an update waits.
        """
        if len(self):
            raise ValueError("ids change only when nothing waits")
        self._next_id = 1 + secrets.randbelow(MAX_UPDATE_ID) if first is None else first

    def allow(self, kinds: Collection[str] | None) -> None:
        """Set the kinds the bot wants (`allowed_updates`): None keeps the setting, an empty list means the default."""
        if kinds is not None:
            self._allowed = frozenset(kinds) or None

    @property
    def allowed(self) -> list[str] | None:
        """The kinds the bot wants, sorted; None for the default."""
        return sorted(self._allowed) if self._allowed else None

    @property
    def waiting(self) -> bool:
        """Whether a poll is waiting for an update now."""
        return self._poll is not None

    @contextmanager
    def told(self, tell: Callable[[], None]) -> Iterator[None]:
        """Call `tell` for every new update until the end of the block."""
        self._tell = tell
        try:
            yield
        finally:
            self._tell = _nobody

    def wake(self) -> None:
        """Tell whoever delivers that there is something to do."""
        self._tell()

    def first(self, most: int) -> list[JsonObject]:
        """The oldest updates that are not confirmed, at most so many."""
        self._forget_old()
        return [update for _, update in islice(self._queue, most)]

    def delivered(self, update: JsonObject) -> None:
        """Confirm one update, whatever waits before it."""
        for at, (_, waiting) in enumerate(self._queue):
            if waiting is update:
                del self._queue[at]
                return

    def clear(self) -> None:
        """Drop all updates."""
        self._queue.clear()

    async def get(self, offset: int, limit: int, seconds: float) -> list[Any]:
        """Confirm the updates before `offset` and return at most `limit` of the others.

        When there is none, wait up to `seconds` for one. An offset asked again within `SAME_OFFSET_SECONDS` gets one
        update only, as Telegram does. Raises a refusal (409) when another poll or setWebhook ends this one.
        """
        self.interrupt(OTHER_POLLER)
        self._confirm(offset)
        limit = 1 if self._asked_again(offset) else min(max(limit, 1), MAX_UPDATES_PER_ANSWER)
        self._last_offset, self._last_at = offset, self._now()
        if not self._queue and seconds > 0:
            await self._wait(min(seconds, MAX_POLL_SECONDS))
        batch = [update for _, update in list(self._queue)[:limit]]
        unruly = self.unruly()
        return unruly.handed_out(batch) if unruly else batch

    def interrupt(self, reason: str) -> None:
        """End the waiting poll with a 409; `reason` is its wording."""
        if self._poll:
            self._poll.ended_by = reason
            self._poll.wake.set()
            self._poll = None

    def release(self) -> None:
        """Answer the waiting poll now with an empty list."""
        if self._poll:
            self._poll.wake.set()

    def _add_unruly(self, unruly: Unruly, kind: str, payload: JsonObject) -> int:
        update_id = self._next_id = unruly.next_id(self._next_id, len(self))
        if unruly.loses(update_id):
            self._next_id += 1
        else:
            self.put({"update_id": update_id, kind: unruly.dressed(payload)})
        for stranger in unruly.company(self._next_id):
            self.put(stranger)
        return update_id

    def put(self, update: JsonObject) -> None:
        """Queue an update as it is; the next one gets the id after it."""
        self._next_id = update["update_id"] + 1
        self._queue.append((self._now(), update))
        self._tell()
        if self._poll:
            self._poll.wake.set()

    def _asked_again(self, offset: int) -> bool:
        return offset == self._last_offset and self._now() - self._last_at < SAME_OFFSET_SECONDS

    def _confirm(self, offset: int) -> None:
        self._forget_old()
        if offset > self._next_id + MAX_IDS_AHEAD:
            return
        if offset < 0:
            while len(self._queue) > -offset:
                self._queue.popleft()
        while self._queue and self._queue[0][1]["update_id"] < offset:
            self._queue.popleft()

    def _forget_old(self) -> None:
        while self._queue and self._queue[0][0] < self._now() - UPDATE_KEPT_SECONDS:
            self._queue.popleft()

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = _Poll()
        try:
            async with asyncio.TaskGroup() as group:
                alarm = group.create_task(self._alarm(poll, seconds))
                await poll.wake.wait()
                alarm.cancel()
        finally:
            if self._poll is poll:
                self._poll = None
        if poll.ended_by:
            raise Refusal(409, poll.ended_by)

    async def _alarm(self, poll: _Poll, seconds: float) -> None:
        await self._sleep(seconds)
        poll.wake.set()


def _never() -> None:
    """No fault changes the updates."""


def _nobody() -> None:
    """Nobody delivers."""
