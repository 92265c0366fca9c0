"""Live, ready, and the reasons: which trouble says what (the table of docs/health.md)."""

import re

import pytest

from bot.core.health.alerts import LASTS_SECONDS
from bot.core.health.pulse import Part
from bot.core.health.readiness import NAMED_ONLY, STANDS_STILL, State, in_order, state_of, works
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import vitals_by
from tests.clock import ManualClock
from tests.tree import ROOT

PAGE = (ROOT / "docs" / "health.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| [^|]+ \| (yes|no) \| (yes|no) \| (yes|no) \|", PAGE, re.MULTILINE)


def test_nothing_wrong_is_live_and_ready() -> None:
    assert state_of(vitals_by(ManualClock())) == State(live=True, ready=True, reasons=())


@pytest.mark.parametrize("trouble", Trouble)
def test_every_word_is_named_and_most_make_it_not_ready(trouble: Trouble) -> None:
    vitals = vitals_by(ManualClock())
    vitals.troubles.note(trouble, wrong=True)
    assert state_of(vitals) == State(live=True, ready=trouble in NAMED_ONLY, reasons=(trouble,))


def test_a_part_that_stands_still_is_not_live() -> None:
    clock = ManualClock()
    vitals = vitals_by(clock)
    vitals.pulse.expect(*Part)
    assert works(vitals)
    clock.forward(seconds=61)
    still = (Trouble.POLLER, Trouble.SENDER, Trouble.SCHEDULER)
    assert state_of(vitals) == State(live=False, ready=False, reasons=still)
    assert set(STANDS_STILL.values()) == set(still)
    assert not works(vitals)
    for part in Part:
        vitals.pulse.beat(part)
    assert works(vitals)


def test_reasons_stand_in_the_order_of_the_list() -> None:
    assert in_order(reversed(Trouble)) == tuple(Trouble)


def test_the_page_says_the_same() -> None:
    still = set(STANDS_STILL.values())
    expected = [
        (
            each.value,
            *("yes" if said else "no" for said in (each not in still, each in NAMED_ONLY, each in LASTS_SECONDS)),
        )
        for each in Trouble
    ]
    assert expected == ROWS
