"""A confirmed change is the one that was previewed, for about as many people."""

from dataclasses import replace

import pytest

from bot.core.seminars.confirming import ProposedMove, Told, mark_of_cancellation
from tests.core.seminars.seminar_memory import NOW, seminar, when

ADMIN = 9001


@pytest.mark.parametrize(("growing", "asked"), [(False, True), (True, False)])
def test_m04_a_number_that_grows_by_itself_is_not_asked_about(growing: bool, asked: bool) -> None:
    assert Told(100, growing).moved_from(20) is asked
    assert not Told(100, growing).moved_from(100)


def test_m04_a_mark_fits_one_admin_one_state_and_one_time() -> None:
    stands, changed = seminar(), replace(seminar(), sequence=1)
    marks = {
        *(mark_of_cancellation(author, each) for author in (ADMIN, ADMIN + 1) for each in (stands, changed)),
        *(ProposedMove(each, when(NOW)).mark(ADMIN) for each in (stands, changed)),
        ProposedMove(stands, when()).mark(ADMIN),
    }
    assert len(marks) == 7
