"""When a count under a confirm button has moved so far that it is asked about again."""

import pytest

from bot.core.mailings.recount import moved_much


@pytest.mark.parametrize(
    ("shown", "counted", "asked"),
    [
        (0, 10, False),
        (0, 11, True),
        (11, 0, True),
        (100, 110, False),
        (100, 111, True),
        (1_000, 1_050, False),
        (1_000, 1_051, True),
        (1_000, 949, True),
        (7, 7, False),
    ],
)
def test_m04_a_count_is_asked_about_again_past_ten_people_and_a_twentieth(
    shown: int, counted: int, asked: bool
) -> None:
    assert moved_much(shown, counted) is asked
