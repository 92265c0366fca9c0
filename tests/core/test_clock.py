"""The machine's own clock."""

import pytest

from bot.core.clock import SystemClock


def test_the_time_since_the_machine_was_switched_on_counts_its_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SystemClock()
    before = clock.boottime()
    assert before >= clock.monotonic() - 1
    assert clock.boottime() >= before
    monkeypatch.delattr("time.CLOCK_BOOTTIME")  # where there is none
    assert clock.boottime() == pytest.approx(clock.monotonic(), abs=1)
