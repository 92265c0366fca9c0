"""The troubles of this moment."""

from bot.core.health.troubles import Since, Trouble, Troubles
from tests.clock import ManualClock


def test_a_trouble_lasts_from_its_first_word_to_its_last() -> None:
    clock = ManualClock()
    troubles = Troubles(clock)
    troubles.note(Trouble.BACKUP, wrong=True)
    clock.forward(seconds=60)
    troubles.note(Trouble.BACKUP, wrong=True)
    troubles.note(Trouble.CLOCK, wrong=True)
    assert list(troubles) == [Since(Trouble.BACKUP, 60), Since(Trouble.CLOCK, 0)]
    troubles.note(Trouble.BACKUP, wrong=False)
    troubles.note(Trouble.DISK, wrong=False)
    assert [Trouble.BACKUP in troubles, Trouble.CLOCK in troubles] == [False, True]
