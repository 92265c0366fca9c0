"""A plan of what goes wrong, so that a test can say which calls fail, how, and on which side of their effect.

Nothing here touches a socket or a clock: the plan only answers "does this call fail?", the same way for a seed.
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
    """How an answer fails. Where the effect comes first, the effect stands."""

    ERROR = "error"  # an answer of Telegram's shape with `status`, `description`, `retry_after`, `migrate_to_chat_id`
    RESET = "reset"  # TCP RST instead of an answer
    CLOSE = "close"  # closed without an answer
    UNREACHABLE = "unreachable"  # in process: nobody listens; over HTTP a reset (see faults_address for closed ports)
    HANG = "hang"  # never answered until released; then closed
    DRIP = "drip"  # the whole answer, one byte a second
    HTML = "html"  # a proxy's page with `status`
    TRUNCATED = "truncated"  # half of the JSON, and a Content-Length that fits the half
    CUT = "cut"  # half of the JSON under the Content-Length of the whole, then closed
    TORN = "torn"  # the same, then reset
    STALLED = "stalled"  # the same, then silence until released
    GARBAGE = "garbage"  # bytes that are no text
    STRANGE = "strange"  # `ok: true` with a result nobody expects, see Twist
    SLOW = "slow"  # everything as it should be, `seconds` later


class When(StrEnum):
    """On which side of the effect."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class Fault:
    """What fails: calls of these methods and chats (empty: all) between two moments of the stand-in's clock.

    Of those: every `every`-th with the chance `share`, or exactly the `calls` (numbers from 1).
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
        """The `parameters` of an ERROR."""
        named = {"retry_after": self.retry_after, "migrate_to_chat_id": self.migrate_to_chat_id}
        return {name: value for name, value in named.items() if value is not None}


@dataclass
class _Rule:
    """A fault in use: how many calls it was asked about, and its own dice."""

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
    """The plan in force, changeable at any time. Every fault counts its own calls; the first that strikes wins."""

    def __init__(self, *plan: Fault, seed: int = 0, unruly: Unruly | None = None) -> None:
        self.unruly = unruly
        self.struck: Counter[FaultKind] = Counter()
        self._seed = seed
        self._added = 0
        self._rules: list[_Rule] = []
        self.add(*plan)

    @property
    def plan(self) -> list[Fault]:
        """The faults in force, in the order in which they are asked."""
        return [rule.fault for rule in self._rules]

    def __bool__(self) -> bool:
        return bool(self._rules)

    def add(self, *faults: Fault) -> None:
        """Put faults behind those in force."""
        for fault in faults:
            # A test has to fail the same way twice, so these dice are seeded.
            dice = random.Random(f"{self._seed}/{self._added}")  # noqa: S311 (no secret depends on it)
            self._rules.append(_Rule(fault, dice))
            self._added += 1

    def remove(self, *faults: Fault) -> None:
        """Take faults out of force."""
        self._rules = [rule for rule in self._rules if rule.fault not in faults]

    def clear(self) -> None:
        """Let every call succeed from now on, and the updates come as they should."""
        self._rules.clear()
        self.unruly = None

    def strike(self, method: str, chat_id: int | None, now: float) -> Fault | None:
        """The fault of this call, if it has one. Asked once for each call."""
        asked = [rule.fault for rule in self._rules if rule.strikes(method.lower(), chat_id, now)]
        if not asked:
            return None
        self.struck[asked[0].kind] += 1
        return asked[0]
