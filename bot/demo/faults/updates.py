"""Updates as they come on a bad day: twice, in any order, not at all, and in shapes nobody has seen."""

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
# With an id, so they have to be confirmed like any other.
UNREADABLE_BODIES: Sequence[JsonObject] = (
    {},
    {"message": None},
    {"message": "text"},
    {"message": {"message_id": "seven"}},
    {"callback_query": []},
    {"my_chat_member": {"chat": 7}},
)
# Without an id that could be confirmed.
NOT_UPDATES: Sequence[Any] = (None, 17, "update", [], {}, {"update_id": None}, {"update_id": "x"}, {"update_id": 1.5})


@dataclass
class Unruly:
    """Shares between 0 and 1; all may be changed while updates come."""

    duplicate: float = 0.0  # handed out twice in one answer
    echo: float = 0.0  # handed out once more by the next answer, confirmed or not
    reorder: float = 0.0  # of answers whose updates are shuffled
    drop: float = 0.0  # never handed out: their ids are missing
    restart: float = 0.0  # ids go on anywhere, also lower (only when nothing waits, as in Telegram)
    unknown_kinds: float = 0.0  # followed by an update of a kind nobody knows
    unknown_fields: float = 0.0  # with fields nobody knows
    unknown_values: float = 0.0  # with words that are on no list
    unparsable: float = 0.0  # followed by an update of a wrong shape; of answers that hold something else than updates
    seed: int = 0
    dropped: list[int] = field(default_factory=list)
    strangers: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        # A test has to fail the same way twice, so these dice are seeded.
        self._dice = random.Random(self.seed)  # noqa: S311 (no secret depends on it)
        self._echoes: deque[Any] = deque(maxlen=MAX_ECHOES)

    def next_id(self, ordinary: int, waiting: int) -> int:
        """The id of the update that comes now."""
        if waiting == 0 and self._happens(self.restart):
            return self._dice.randint(1, MAX_UPDATE_ID)
        return ordinary

    def dressed(self, payload: JsonObject) -> JsonObject:
        """An update's content, maybe with what is not known yet."""
        for share, twist in ((self.unknown_fields, Twist.FIELDS), (self.unknown_values, Twist.VALUES)):
            if self._happens(share):
                payload = twisted(payload, twist)
        return payload

    def loses(self, update_id: int) -> bool:
        """Whether the bot never hears of this one."""
        lost = self._happens(self.drop)
        if lost:
            self.dropped.append(update_id)
        return lost

    def company(self, next_id: int) -> list[JsonObject]:
        """Strange updates that come along, with ids of their own."""
        bodies: list[JsonObject] = []
        if self._happens(self.unknown_kinds):
            bodies.append({NEW_KIND: {"id": "1", "from": {"id": 7, "is_bot": False, "first_name": "?"}}})
        if self._happens(self.unparsable):
            bodies.append(self._dice.choice(UNREADABLE_BODIES))
        strange = [{"update_id": next_id + number, **body} for number, body in enumerate(bodies)]
        self.strangers += [int(update["update_id"]) for update in strange]
        return strange

    def handed_out(self, batch: Sequence[Any]) -> list[Any]:
        """An answer's updates as they arrive."""
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
