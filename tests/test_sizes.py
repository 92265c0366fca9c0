"""Three sizes from one source: CI does a twentieth of the full size at least, and a seed makes a run again."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import sizes
from tests.sizes import EXAMPLES, Size, dice, examples, sample, trials
from tests.tree import ROOT

TESTED = """
import pytest
from hypothesis import given, settings, strategies as st
from tests.sizes import dice
drawn = []
@given(st.integers())
def test_drawn(number):
    drawn.append(number)
def test_told():
    print("DRAWN", len(drawn), drawn, dice("it").random())
@pytest.mark.long
def test_long():
    print("LONG")
"""


@pytest.mark.parametrize(("full", "desk"), [(100, 8), (40, 6), (300, 1), (7, 1), (10_000, 300)])
def test_ci_does_a_twentieth_at_least_and_no_less_than_the_desk(full: int, desk: int) -> None:
    assert trials(full, desk, Size.FULL) == full
    assert trials(full, desk, Size.DESK) == desk
    assert trials(full, desk, Size.CI) >= max(desk, full / 20)


def test_a_property_has_fifteen_examples_at_the_desk_and_more_in_ci() -> None:
    assert (EXAMPLES[Size.DESK], EXAMPLES[Size.CI]) == (15, 25)
    assert [examples(60, size) for size in Size] == [15, 25, 60]


def test_ci_tries_some_of_what_takes_long_by_its_seed_and_other_sizes_all(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"tests/test_{number}.py::test" for number in range(500)]
    monkeypatch.setattr(sizes, "SIZE", Size.DESK)
    assert all(map(sizes.drawn, names))
    monkeypatch.setattr(sizes, "SIZE", Size.CI)
    monkeypatch.setattr(sizes, "SEED", 1)  # a seed of its own: by chance alone 1 in 40 of them is a fifth away
    one = [name for name in names if sizes.drawn(name)]
    assert 0.8 < len(one) / (sizes.SAMPLED * len(names)) < 1.2
    monkeypatch.setattr(sizes, "SEED", 2)
    assert one != [name for name in names if sizes.drawn(name)]


def test_a_sample_is_drawn_by_the_seed_and_whole_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    things = range(200)
    monkeypatch.setattr(sizes, "SEED", 1)
    one = sample(things, 3, "x")
    assert one == sample(things, 3, "x") != sample(things, 3, "y")
    assert one == sorted(one)
    monkeypatch.setattr(sizes, "SEED", 2)
    assert one != sample(things, 3, "x")
    assert sample(things, 500, "x") == list(things)


def test_the_dice_of_a_test_do_not_depend_on_what_ran_before() -> None:
    first = dice("it").random()
    dice("other").random()
    assert dice("it").random() == first


def told(asked: Path, **environment: str) -> str:
    """Return what such tests say, in a process of their own under the settings of all tests."""
    words = (sys.executable, "-m", "pytest", "-s", "-p", "tests.conftest", "-p", "no:cacheprovider", str(asked))
    done = subprocess.run(
        words, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def tested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of such tests, alone in its folder."""
    file = tmp_path_factory.mktemp("tested") / "test_it.py"
    file.write_text(TESTED, encoding="utf-8")
    return file


def test_a_seed_makes_a_run_again_and_is_told(tested: Path) -> None:
    said = [told(tested.parent, SEED="7", SIZE="desk") for _ in range(2)]
    one, other = (re.findall("DRAWN.*", each) for each in said)
    assert one == other
    assert one[0].startswith(f"DRAWN {EXAMPLES[Size.DESK]} ")
    assert all("SIZE=desk SEED=7" in each and "LONG" not in each for each in said)


def test_what_takes_long_runs_in_full_or_when_its_file_is_named(tested: Path) -> None:
    assert "LONG" in told(tested, SIZE="desk")
    assert "LONG" in told(tested.parent, SIZE="full")
