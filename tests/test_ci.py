"""``.ci/run`` and the table of its budgets say the same, and a budget that is not kept fails."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.tree import ROOT

RUN = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "docs" / "CONTRIBUTING.md").read_text(encoding="utf-8")
STEPS = re.findall(r'^step "(.+)"$', RUN, re.MULTILINE)
BUDGETS = {name: int(seconds) for name, seconds in re.findall(r"^\| ([^|]+) \| (\d+) \|", CONTRIBUTING, re.MULTILINE)}
FIFTEEN_MINUTES = 900


def test_every_step_has_its_budget_and_all_fit_into_a_quarter_of_an_hour() -> None:
    assert list(BUDGETS) == STEPS
    assert sum(BUDGETS.values()) <= FIFTEEN_MINUTES


def test_it_takes_its_budgets_from_the_table() -> None:
    assert "BUDGETS=docs/CONTRIBUTING.md" in RUN
    assert not re.search(r'^step ".+" \d', RUN, re.MULTILINE)


def script(folder: Path, body: str, budget: int) -> subprocess.CompletedProcess[str]:
    """Run the script's own functions over other steps."""
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "CONTRIBUTING.md").write_text(f"| one | {budget} | x |\n| two | 9 | x |\n", encoding="utf-8")
    (folder / ".ci").mkdir(exist_ok=True)
    functions = RUN[: RUN.index('echo "SIZE=')]
    tail = RUN[RUN.rindex("\nended\n") :]
    (folder / ".ci" / "run").write_text(functions + body + tail, encoding="utf-8")
    words = ("bash", ".ci/run")
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, timeout=30)


def test_a_step_in_time_passes_and_is_told_beside_its_budget(tmp_path: Path) -> None:
    done = script(tmp_path, 'step "one"\nwithin true\nstep "two"\nwithin true\n', 5)
    assert done.returncode == 0, done.stderr
    assert re.search(r"0 s of +5  one\n +\d s of +9  two\n +\d s in all \(SIZE=ci SEED=\d+\)", done.stdout)


@pytest.mark.parametrize("act", ["sleep 3", "within sleep 30"])
def test_a_step_over_twice_its_budget_fails(tmp_path: Path, act: str) -> None:
    done = script(tmp_path, f'step "one"\n{act}\nstep "two"\nwithin true\n', 1)
    assert done.returncode == 1
    assert "more than twice its budget of 1 s" in done.stderr
    assert "two" not in done.stdout


def test_what_fails_in_a_step_fails_the_whole_and_tells_the_seed(tmp_path: Path) -> None:
    done = script(tmp_path, 'step "one"\nwithin false\nstep "two"\n', 5)
    assert done.returncode == 1
    assert re.search(r"FAILED: one: false ended with 1 \(SIZE=ci SEED=\d+\)", done.stderr)
    assert script(tmp_path, 'step "three"\n', 5).returncode == 1, "no budget, no step"
