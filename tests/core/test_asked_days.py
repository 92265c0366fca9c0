"""Which chats were asked for a day."""

from bot.core.asked_days import AskedDay, AskedDays
from bot.core.deadlines import Count
from tests.clock import ManualClock


def test_who_was_asked_is_forgotten_in_time() -> None:
    clock = ManualClock()
    asked = AskedDays(clock, size=2)
    for chat in (1, 2, 3):
        asked.ask(chat, Count.ARRIVAL)
    assert (asked.of(1), asked.of(2), len(asked)) == (None, AskedDay(Count.ARRIVAL), 2)
    clock.forward(minutes=16)
    assert asked.of(2) is None
    asked.prune()
    assert len(asked) == 0


def test_a_chat_that_is_asked_again_is_remembered_longer() -> None:
    clock = ManualClock()
    asked = AskedDays(clock, size=2)
    asked.ask(1, None)
    clock.forward(minutes=10)
    asked.ask(1, Count.RECEIPT)
    asked.ask(2, None)
    clock.forward(minutes=10)
    asked.prune()
    assert asked.of(1) == AskedDay(Count.RECEIPT)
