"""The pulse of the parts."""

from bot.core.health.pulse import STALE_SECONDS, Part, Pulse
from tests.clock import ManualClock


def test_a_beat_makes_one_part_young() -> None:
    clock = ManualClock()
    pulse = Pulse(clock)
    clock.forward(seconds=30)
    pulse.beat(Part.SENDER)
    clock.forward(seconds=5)
    assert (pulse.age(Part.SENDER), pulse.age(Part.INBOX)) == (5, 35)


def test_only_what_is_expected_stands_still() -> None:
    clock = ManualClock()
    pulse = Pulse(clock)
    clock.forward(hours=1)
    assert (list(pulse.stale()), pulse.whole) == ([], False), "a start may take its time"
    pulse.expect(Part.INBOX)
    assert not pulse.whole
    pulse.expect(*Part)
    assert (list(pulse.stale()), pulse.whole) == ([], True)
    clock.forward(seconds=STALE_SECONDS[Part.SENDER] + 1)
    assert list(pulse.stale()) == [Part.SENDER]
    pulse.expect()
    assert list(pulse.stale()) == []


def test_a_part_is_as_old_as_the_oldest_of_those_who_do_its_work() -> None:
    clock = ManualClock()
    pulse = Pulse(clock)
    pulse.expect(*Part)
    pulse.beat(Part.SENDER, "0")
    pulse.beat(Part.SENDER, "1")
    clock.forward(seconds=20)
    pulse.beat(Part.SENDER, "1")
    assert pulse.age(Part.SENDER) == 20


def test_a_wait_on_purpose_is_no_standstill() -> None:
    clock = ManualClock()
    pulse = Pulse(clock)
    pulse.expect(Part.INBOX)
    pulse.beat(Part.INBOX, rests=300)
    clock.forward(seconds=310)
    assert pulse.age(Part.INBOX) == 10
    clock.forward(seconds=60)
    assert list(pulse.stale()) == [Part.INBOX]


def test_what_beats_and_fails_all_the_time_bears_no_fruit() -> None:
    clock = ManualClock()
    pulse = Pulse(clock)
    pulse.expect(*Part)
    for second in range(60):
        pulse.beat(Part.SCHEDULER, "fill", well=second % 20 == 0)
        pulse.beat(Part.SCHEDULER, "queue_due", well=False)
        pulse.beat(Part.INBOX)
        assert list(pulse.fruitless()) == ([Part.SCHEDULER] if second > 45 else [])
        clock.forward(seconds=1)
    assert Part.SCHEDULER not in pulse.stale()
    pulse.beat(Part.SCHEDULER, "queue_due")
    assert list(pulse.fruitless()) == []
    clock.forward(seconds=300)
    pulse.expect()
    assert list(pulse.fruitless()) == []
