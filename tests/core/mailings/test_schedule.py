"""A broadcast for later: what is gone, or whose moment is over, is not scheduled."""

from datetime import timedelta
from typing import Any, cast

from bot.core.mailings.broadcasts import ComposeStep
from bot.core.mailings.conversations import Conversation, Flow
from bot.core.mailings.schedule import Schedule, day_chosen, step_with
from tests.clock import ManualClock
from tests.core.mailings.broadcast_memory import MemoryConversations


class Nothing:
    """Mailings of which none is there any more."""

    async def get(self, number: int) -> None:
        """Return none."""


async def test_what_is_gone_and_what_is_over_is_not_scheduled() -> None:
    clock, nothing = ManualClock(), cast(Any, Nothing())
    schedule = Schedule(nothing, nothing, nothing, frozenset({1}), clock, nothing)
    assert await schedule(1, 2, clock.now() + timedelta(days=1)) is None
    assert await schedule(1, 2, clock.now()) is None


async def test_a_day_is_kept_with_the_conversation_and_not_for_a_draft_that_is_gone() -> None:
    clock, nothing, kept = ManualClock(), cast(Any, Nothing()), MemoryConversations()
    schedule = Schedule(nothing, nothing, nothing, frozenset({1}), clock, nothing)
    day = clock.now().date()
    await schedule.keep_day(kept, Conversation(1, Flow.BROADCAST, ComposeStep.SCHEDULE, 2), day)
    assert await kept.get(1, clock.now()) is None
    await schedule.keep_day(kept, Conversation(1, Flow.RESCHEDULE, ComposeStep.SCHEDULE, 2), day)
    found = await kept.get(1, clock.now())
    assert found == Conversation(1, Flow.RESCHEDULE, step_with(day), 2)
    assert (found.awaits, day_chosen(found)) == (ComposeStep.SCHEDULE, day)
    assert day_chosen(Conversation(1, Flow.RESCHEDULE, ComposeStep.SCHEDULE, 2)) is None
