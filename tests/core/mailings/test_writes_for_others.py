"""Who writes for others: an admin in an unfinished conversation, and nobody when the disk cannot say (M8, R7)."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from bot.core.mailings.conversations import Conversation, Flow, WritesForOthers
from tests.clock import ManualClock


@dataclass
class OneConversation:
    """A conversation of chat 1; ``broken`` when nothing can be read."""

    broken: bool = False

    async def get(self, chat: int, now: datetime) -> Conversation | None:
        """Return it."""
        if self.broken:
            raise OSError
        return Conversation(1, Flow.BROADCAST, "ru", 7) if chat == 1 else None

    async def put(self, draft: Conversation, expires: datetime) -> None:
        """Not asked for here."""

    async def drop(self, chat: int) -> bool:
        """Not asked for here."""
        return False


@pytest.mark.parametrize(
    ("chat", "broken", "writes"), [(1, False, True), (2, False, False), (3, False, False), (1, True, False)]
)
async def test_m08_only_an_admin_in_a_conversation_writes_for_others(chat: int, broken: bool, writes: bool) -> None:
    writes_for_others = WritesForOthers(frozenset({1, 2}), OneConversation(broken), ManualClock())
    assert await writes_for_others(chat) is writes
