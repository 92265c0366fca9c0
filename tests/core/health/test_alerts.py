"""When the admins are told: at the beginning, once a day, at the end, and no more (O5)."""

from collections.abc import Iterable

import pytest

from bot.core.health.alerts import AGAIN_SECONDS, AWAY_SECONDS, LASTS_SECONDS, Alert, Alerts, Saying
from bot.core.health.troubles import Trouble, Troubles
from tests.clock import ManualClock

WRONG, OVER, PASSED = Saying.WRONG, Saying.OVER, Saying.PASSED


class Watch:
    """Looks every ten seconds; writes down what is said, unless nobody can be told."""

    def __init__(self) -> None:
        """Begin without any trouble."""
        self.clock = ManualClock()
        self.troubles = Troubles(self.clock)
        self.alerts = Alerts(self.clock)
        self.said: list[tuple[Alert, ...]] = []
        self.heard = True

    def passes(self, seconds: float, wrong: Iterable[Trouble] = ()) -> None:
        """Let time pass with these troubles."""
        there = set(wrong)
        for trouble in Trouble:
            self.troubles.note(trouble, wrong=trouble in there)
        for _ in range(round(seconds / 10)):
            self.look()
            self.clock.forward(seconds=10)

    def look(self) -> None:
        """Look once."""
        self.alerts.look(self.troubles)
        due = self.alerts.due()
        if due and self.heard:
            self.said.append(due)
            self.alerts.said(due)

    @property
    def sayings(self) -> list[Saying]:
        """What was said, in order."""
        return [alert.saying for due in self.said for alert in due]


@pytest.mark.parametrize("trouble", LASTS_SECONDS)
def test_each_is_told_at_its_beginning_once_a_day_and_at_its_end(trouble: Trouble) -> None:
    watch = Watch()
    watch.passes(LASTS_SECONDS[trouble], [trouble])
    assert watch.sayings == []
    watch.passes(20, [trouble])
    assert watch.said == [(Alert(trouble, WRONG),)]
    watch.passes(AGAIN_SECONDS * 2.5, [trouble])
    assert watch.sayings == [WRONG] * 3
    watch.passes(AWAY_SECONDS - 20)
    assert watch.sayings == [WRONG] * 3
    watch.passes(AGAIN_SECONDS * 2)
    assert watch.sayings == [WRONG, WRONG, WRONG, OVER]


@pytest.mark.parametrize("trouble", set(Trouble) - LASTS_SECONDS.keys())
def test_what_cannot_be_told_or_is_the_operators_own_doing_is_not(trouble: Trouble) -> None:
    watch = Watch()
    watch.passes(7200, [trouble])
    watch.passes(7200)
    assert watch.sayings == []


@pytest.mark.parametrize("trouble", set(LASTS_SECONDS) - {Trouble.BACKUP})
def test_what_comes_and_goes_twenty_times_in_ten_minutes_is_two_lines(trouble: Trouble) -> None:
    watch = Watch()
    for _ in range(20):
        watch.passes(20, [trouble])
        watch.passes(10)
    watch.passes(3600)
    assert watch.sayings == [WRONG, OVER]


def test_a_moment_is_nobodys_concern() -> None:
    watch = Watch()
    watch.passes(50, [Trouble.DISK])
    watch.passes(3600)
    watch.passes(50, [Trouble.DISK])
    watch.passes(3600)
    assert watch.sayings == []


def test_after_a_silence_everything_is_said_at_once() -> None:
    watch = Watch()
    watch.passes(200, [Trouble.KEY])
    watch.heard = False
    watch.passes(7200, [Trouble.DISK, Trouble.CLOCK])
    watch.passes(7200, [Trouble.CLOCK])
    watch.heard = True
    watch.passes(3600, [Trouble.CLOCK])
    assert watch.said == [
        (Alert(Trouble.KEY, WRONG),),
        (Alert(Trouble.KEY, OVER), Alert(Trouble.CLOCK, WRONG), Alert(Trouble.DISK, PASSED)),
    ]


def test_a_backlog_while_telegram_is_away_is_not_counted_and_not_over() -> None:
    watch = Watch()
    watch.passes(7200, [Trouble.BACKLOG, Trouble.TELEGRAM])
    watch.passes(60, [Trouble.BACKLOG])
    watch.passes(3600)
    assert watch.sayings == [], "it was gone a minute after Telegram was back"
    watch.passes(200, [Trouble.BACKLOG])
    watch.passes(3600, [Trouble.BACKLOG, Trouble.TELEGRAM])
    watch.passes(200, [Trouble.BACKLOG])
    assert watch.sayings == [WRONG]


def test_a_restart_repeats_nothing_and_still_tells_the_end() -> None:
    first = Watch()
    first.passes(600, [Trouble.DISK, Trouble.KEY])
    assert first.alerts.told() == {Trouble.KEY: 540, Trouble.DISK: 540}
    for _ in range(20):  # a crash loop
        again = Watch()
        again.alerts.remember({Trouble.KEY: 550, Trouble.DISK: 550})
        again.passes(100, [Trouble.DISK, Trouble.KEY])
        assert again.sayings == []
    again.passes(3600, [Trouble.DISK])
    assert again.said == [(Alert(Trouble.KEY, OVER),)]
    again.passes(AGAIN_SECONDS, [Trouble.DISK])
    assert again.said[1:] == [(Alert(Trouble.DISK, WRONG),)]


def test_what_begins_anew_before_its_end_was_told_goes_on() -> None:
    watch = Watch()
    watch.passes(200, [Trouble.DISK])
    watch.heard = False
    watch.passes(3600)
    watch.passes(100, [Trouble.DISK])
    watch.heard = True
    watch.passes(100, [Trouble.DISK])
    assert watch.sayings == [WRONG]
