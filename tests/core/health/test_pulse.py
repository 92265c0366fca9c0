"""The pulse of the parts."""

from bot.core.health.pulse import Part, Pulse
from tests.clock import ManualClock


def test_a_beat_makes_one_part_young() -> None:
    clock = ManualClock()
    pulse = Pulse(clock)
    clock.forward(seconds=30)
    pulse.beat(Part.SENDER)
    clock.forward(seconds=5)
    assert (pulse.age(Part.SENDER), pulse.age(Part.INBOX)) == (5, 35)
