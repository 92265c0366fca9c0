"""Who was asked to rephrase: once, for a quarter of an hour, and only so many (P6, R13)."""

from bot.core.faq.rephrasing import REMEMBERED_SECONDS, Rephrasing
from tests.clock import ManualClock


def test_the_second_try_is_known_once_and_not_for_ever() -> None:
    clock = ManualClock()
    rephrasing = Rephrasing(clock)
    assert not rephrasing.again(1)
    rephrasing.ask(1)
    assert rephrasing.again(1)
    assert not rephrasing.again(1)
    rephrasing.ask(1)
    clock.forward(seconds=REMEMBERED_SECONDS + 1)
    assert not rephrasing.again(1)


def test_it_is_bounded_and_pruned() -> None:
    clock = ManualClock()
    rephrasing = Rephrasing(clock, size=2)
    for chat in (1, 2, 1, 3):
        rephrasing.ask(chat)
    assert len(rephrasing) == 2
    assert not rephrasing.again(2)
    assert rephrasing.again(1)
    clock.forward(seconds=REMEMBERED_SECONDS)
    rephrasing.ask(4)
    assert len(rephrasing) == 2
    clock.forward(seconds=1)
    rephrasing.prune()
    assert len(rephrasing) == 1
    assert rephrasing.again(4)
    assert len(rephrasing) == 0
    rephrasing.ask(5)
    clock.forward(seconds=REMEMBERED_SECONDS + 1)
    rephrasing.prune()
    assert len(rephrasing) == 0
