"""Faults of updates: repeated, reordered, lost, with unknown content, or not readable at all."""

import random
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.demo.calls import JsonObject
from bot.demo.faults.strange import Twist, twisted

NEW_KIND = "kind_of_tomorrow"
MAX_UPDATE_ID = 2**31 - 1
MAX_ECHOES = 1000
# They get an id, so the bot has to confirm them like any other update.
UNREADABLE_BODIES: Sequence[JsonObject] = (
    {},
    {"message": None},
    {"message": "text"},
    {"message": {"message_id": "seven"}},
    {"callback_query": []},
    {"my_chat_member": {"chat": 7}},
)
# They have no id that the bot could confirm.
NOT_UPDATES: Sequence[Any] = (None, 17, "update", [], {}, {"update_id": None}, {"update_id": "x"}, {"update_id": 1.5})


@dataclass
class Unruly:
    """How often each fault happens: probabilities from 0 to 1, which may be changed at any time.

    `dropped`: ids of lost updates. `strangers`: ids of added updates. The same seed gives the same faults.
    """

    duplicate: float = 0.0  # an update stands twice in one answer
    echo: float = 0.0  # an update comes again in the next answer, confirmed or not
    reorder: float = 0.0  # the updates of an answer are shuffled
    drop: float = 0.0  # an update never comes: its id is missing
    restart: float = 0.0  # ids continue at a random, maybe lower number (only when no update waits, as in Telegram)
    unknown_kinds: float = 0.0  # an update of an unknown kind follows
    unknown_fields: float = 0.0  # an update has unknown fields
    unknown_values: float = 0.0  # an update has unknown values where the Bot API has a closed list
    unparsable: float = 0.0  # an unreadable update follows; an answer contains something that is no update
    seed: int = 0
    dropped: list[int] = field(default_factory=list)
    strangers: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        # Seeded, so that a failing test fails the same way again.
        self._dice = random.Random(self.seed)  # noqa: S311 (no secret depends on it)
        self._echoes: deque[Any] = deque(maxlen=MAX_ECHOES)

    def next_id(self, ordinary: int, waiting: int) -> int:
        """The id of the next update: `ordinary`, or a random one when ids restart. `waiting`: unconfirmed updates."""
        if waiting == 0 and self._happens(self.restart):
            return self._dice.randint(1, MAX_UPDATE_ID)
        return ordinary

    def dressed(self, payload: JsonObject) -> JsonObject:
        """An update's content, maybe with unknown fields or values."""
        for share, twist in ((self.unknown_fields, Twist.FIELDS), (self.unknown_values, Twist.VALUES)):
            if self._happens(share):
                payload = twisted(payload, twist)
        return payload

    def loses(self, update_id: int) -> bool:
        """Whether this update is lost; its id is then noted in `dropped`."""
        lost = self._happens(self.drop)
        if lost:
            self.dropped.append(update_id)
        return lost

    def company(self, next_id: int) -> list[JsonObject]:
        """Unknown or unreadable updates that follow, with ids from `next_id` on, noted in `strangers`."""
        bodies: list[JsonObject] = []
        if self._happens(self.unknown_kinds):
            bodies.append({NEW_KIND: {"id": "1", "from": {"id": 7, "is_bot": False, "first_name": "?"}}})
        if self._happens(self.unparsable):
            bodies.append(self._dice.choice(UNREADABLE_BODIES))
        strange = [{"update_id": next_id + number, **body} for number, body in enumerate(bodies)]
        self.strangers += [int(update["update_id"]) for update in strange]
        return strange

    def handed_out(self, batch: Sequence[Any]) -> list[Any]:
        """The content of a getUpdates answer: the updates with repetitions, reordering and foreign values."""
        answer = [*self._echoes]
        self._echoes.clear()
        for update in batch:
            answer += [update] * (2 if self._happens(self.duplicate) else 1)
            if self._happens(self.echo):
                self._echoes.append(update)
        if self._happens(self.reorder):
            self._dice.shuffle(answer)
        if self._happens(self.unparsable):
            answer.insert(self._dice.randint(0, len(answer)), self._dice.choice(NOT_UPDATES))
        return answer

    def _happens(self, share: float) -> bool:
        return share > 0 and self._dice.random() < share
