"""How long an answer takes, in human words (P10)."""

import pytest

from bot.core.tickets.waiting import Unit, Waiting


@pytest.mark.parametrize(
    ("minutes", "usual"),
    [
        ((), None),
        ((5, 5, 5, 5), None),
        ((5, 5, 5, 5, 9000), (Unit.HOUR, 1)),
        ((60,) * 5, (Unit.HOUR, 1)),
        ((61,) * 5, (Unit.HOURS, 2)),
        ((1440,) * 5, (Unit.HOURS, 24)),
        ((1441,) * 5, (Unit.DAYS, 2)),
        ((0,) * 5, (Unit.HOUR, 1)),
        ((9000,) * 15 + (10,) * 20, (Unit.HOUR, 1)),
    ],
)
def test_the_median_of_the_latest_twenty(minutes: tuple[int, ...], usual: tuple[Unit, int] | None) -> None:
    assert Waiting(minutes).usual == usual
