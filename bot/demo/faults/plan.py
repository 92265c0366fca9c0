"""A plan of faults: a test says which calls fail, how, and whether before or after their effect.

The plan only answers whether a call fails. It uses no socket and no clock, and gives the same answers for a seed.
"""

import math
import random
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from bot.demo.faults.strange import Twist
from bot.demo.faults.updates import Unruly

_CERTAIN_SHARE = 1.0


class FaultKind(StrEnum):
    """How an answer fails. A fault after the effect does not undo it."""

    ERROR = "error"  # an answer in Telegram's form with `status`, `description`, `retry_after`, `migrate_to_chat_id`
    RESET = "reset"  # TCP RST instead of an answer
    CLOSE = "close"  # closed without an answer
    UNREACHABLE = "unreachable"  # in process: connection refused; over HTTP: a reset (closed ports: moving_address)
    HANG = "hang"  # never answered until released; then closed
    DRIP = "drip"  # the whole answer, one byte a second
    HTML = "html"  # a proxy's HTML page with `status`
    TRUNCATED = "truncated"  # half of the JSON, and a Content-Length that fits the half
    CUT = "cut"  # half of the JSON under the Content-Length of the whole, then closed
    TORN = "torn"  # the same, then reset
    STALLED = "stalled"  # the same, then silence until released
    GARBAGE = "garbage"  # bytes that are not UTF-8
    STRANGE = "strange"  # `ok: true` with an unexpected result, see Twist
    SLOW = "slow"  # the true answer, `seconds` later


class When(StrEnum):
    """Whether a call fails before or after its effect."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class Fault:
    """Which calls fail, and how.

    Calls of these `methods` and `chats` (empty: all) from `since` until `until` (seconds on the stand-in's clock).
    Of those every `every`-th fails with probability `share` (0 to 1), or exactly the `calls` (counted from 1).
    `status` to `migrate_to_chat_id` belong to ERROR and HTML, `seconds` to SLOW, `twist` to STRANGE.
    Raises ValueError for STRANGE before the effect, because a true "ok" needs an effect.
    """

    kind: FaultKind
    when: When = When.BEFORE
    methods: Collection[str] = ()
    chats: Collection[int] = ()
    share: float = 1.0
    every: int = 1
    calls: Collection[int] = ()
    since: float = -math.inf
    until: float = math.inf
    status: int = 502
    description: str = "Bad Gateway"
    retry_after: int | None = None
    migrate_to_chat_id: int | None = None
    seconds: float = 1.0
    twist: Twist = Twist.TYPES

    def __post_init__(self) -> None:
        if self.kind is FaultKind.STRANGE and self.when is When.BEFORE:
            raise ValueError("an answer that says ok needs its effect")

    @property
    def parameters(self) -> dict[str, int]:
        """The field `parameters` of an ERROR answer; unset ones are left out."""
        named = {"retry_after": self.retry_after, "migrate_to_chat_id": self.migrate_to_chat_id}
        return {name: value for name, value in named.items() if value is not None}


@dataclass
class _Rule:
    """A fault in force, with the number of calls it was asked about and a random source of its own."""

    fault: Fault
    dice: random.Random
    seen: int = 0
    methods: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.methods = frozenset(name.lower() for name in self.fault.methods)

    def strikes(self, method: str, chat_id: int | None, now: float) -> bool:
        fault = self.fault
        if not fault.since <= now < fault.until or (self.methods and method not in self.methods):
            return False
        if fault.chats and chat_id not in fault.chats:
            return False
        self.seen += 1
        if fault.calls:
            return self.seen in fault.calls
        return self.seen % fault.every == 0 and (fault.share >= _CERTAIN_SHARE or self.dice.random() < fault.share)


class Faults:
    """The faults in force, changeable at any time. Every fault counts its own calls; the first that applies wins.

    `unruly`: the faults of updates. `struck`: how often each kind was applied. `seed`: the same seed and the same calls
    give the same faults.
    """

    def __init__(self, *plan: Fault, seed: int = 0, unruly: Unruly | None = None) -> None:
        self.unruly = unruly
        self.struck: Counter[FaultKind] = Counter()
        self._seed = seed
        self._added = 0
        self._rules: list[_Rule] = []
        self.add(*plan)

    @property
    def plan(self) -> list[Fault]:
        """The faults in force, in the order in which they are tried."""
        return [rule.fault for rule in self._rules]

    def __bool__(self) -> bool:
        return bool(self._rules)

    def add(self, *faults: Fault) -> None:
        """Add faults behind those in force."""
        for fault in faults:
            # Seeded, so that a failing test fails the same way again.
            dice = random.Random(f"{self._seed}/{self._added}")  # noqa: S311 (no secret depends on it)
            self._rules.append(_Rule(fault, dice))
            self._added += 1

    def remove(self, *faults: Fault) -> None:
        """Remove faults; unknown ones are ignored."""
        self._rules = [rule for rule in self._rules if rule.fault not in faults]

    def clear(self) -> None:
        """Remove all faults, those of updates included."""
        self._rules.clear()
        self.unruly = None

    def strike(self, method: str, chat_id: int | None, now: float) -> Fault | None:
        """The fault of this call, or None. Ask once for each call, because faults count calls. `now` in seconds."""
        asked = [rule.fault for rule in self._rules if rule.strikes(method.lower(), chat_id, now)]
        if not asked:
            return None
        self.struck[asked[0].kind] += 1
        return asked[0]
