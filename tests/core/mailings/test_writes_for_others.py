"""Who writes for others: an admin in an unfinished conversation, and nobody when the disk cannot say (M8, R7)."""

from datetime import datetime

import pytest

from bot.core.mailings.conversations import DRAFT_LIFE, Conversation, Flow, WritesForOthers
from tests.clock import START, ManualClock
from tests.core.mailings.broadcast_memory import MemoryConversations

ADMINS = frozenset({1, 2})


class OutOfReach(MemoryConversations):
    """A disk that says nothing."""

    async def get(self, chat: int, now: datetime) -> Conversation | None:
        """Fail."""
        raise OSError


@pytest.mark.parametrize(("chat", "writes"), [(1, True), (2, False), (3, False)])
async def test_m08_only_an_admin_in_a_conversation_writes_for_others(chat: int, writes: bool) -> None:
    conversations, clock = MemoryConversations(), ManualClock()
    for admin in (1, 3):
        await conversations.put(Conversation(admin, Flow.BROADCAST, "ru", 7), START + DRAFT_LIFE)
    assert await WritesForOthers(ADMINS, conversations, clock)(chat) is writes


async def test_m08_a_disk_out_of_reach_changes_no_language() -> None:
    assert await WritesForOthers(ADMINS, OutOfReach(), ManualClock())(1) is False
