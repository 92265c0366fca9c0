"""What failed in company is tried once more alone, nothing that fails then is hidden, and the last line counts."""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests import side_by_side
from tests.side_by_side import Part, code_of, once_more, parts, run_all
from tests.tree import ROOT

ONLY_ALONE = """
from pathlib import Path
def test_needs_quiet():
    met = Path(__file__).with_name("met")
    was_there = met.exists()
    met.touch()
    assert was_there
def test_is_fine():
    pass
"""
NEVER = "def test_never():\n    assert False, 'a reason'\n"
MANY = "import pytest\n@pytest.mark.parametrize('n', range(6))\ndef test_many(n):\n    assert False\n"
NO_TEST = "def helps():\n    pass\n"
LONG = "import pytest\n@pytest.mark.long\ndef test_long():\n    pass\ndef test_short():\n    pass\n"


def tried(folder: Path, source: str, monkeypatch: pytest.MonkeyPatch) -> Part:
    """Run such tests, and once more what failed."""
    monkeypatch.setattr(side_by_side, "BUILD", folder / "build")
    (folder / "test_it.py").write_text(source, encoding="utf-8")
    part = Part("it", [str(folder / "test_it.py")])
    run_all([part])
    once_more([part] if part.code else [])
    return part


def test_what_passes_only_alone_passes_and_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = tried(tmp_path, ONLY_ALONE, monkeypatch)
    assert code_of([part]) == 0
    (failure,) = part.failures
    assert failure.startswith("passed only alone: FAILED")
    assert "test_needs_quiet" in failure
    assert part.counted == Counter(passed=2)
    assert part.processor > 0


def test_what_fails_again_fails_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = tried(tmp_path, NEVER, monkeypatch)
    assert code_of([part]) == 1
    (failure,) = part.failures
    assert "a reason" in failure
    assert part.counted == Counter(failed=1)


def test_many_failures_are_not_the_companys_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    part = tried(tmp_path, MANY, monkeypatch)
    assert (code_of([part]), len(part.failures)) == (1, 6)
    assert "once more" not in capsys.readouterr().out


def test_tests_that_cannot_be_read_are_not_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = tried(tmp_path, "def broken(:\n", monkeypatch)
    assert code_of([part]) not in {0, 1}
    assert len(part.failures) == 1


def test_a_part_without_tests_is_no_failure_but_a_run_without_any_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = tried(tmp_path, NO_TEST, monkeypatch)
    assert code_of([nothing, Part("passed", ["x"])]) == 0
    assert code_of([nothing]) != 0


def test_the_last_line_says_what_pytest_says(tmp_path: Path) -> None:
    (tmp_path / "test_one.py").write_text(LONG, encoding="utf-8")
    words = (sys.executable, "-m", "tests.side_by_side", str(tmp_path))
    unmeasured = {**os.environ, "MEASURE": ""}  # the run this test belongs to may be measured
    done = subprocess.run(words, cwd=ROOT, env=unmeasured, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout
    assert re.search(r"^1 passed, 1 deselected in [\d.]+s \(SIZE=\w+ SEED=\d+\)$", done.stdout.splitlines()[-1])


def test_every_file_of_tests_is_in_one_part_but_those_of_the_page() -> None:
    made = [*parts([]), *parts(side_by_side.ASIDE)]
    files = [file for part in made for file in part.files]
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("test_*.py")}
    assert (len(files), set(files)) == (len(there), there)
    assert len({part.name for part in made}) == len(made)
    assert all(len({each.startswith(side_by_side.WAITING) for each in part.files}) == 1 for part in made)


def test_what_is_asked_for_is_what_runs() -> None:
    (part,) = parts(["tests/test_sizes.py", "-k", "seed"])
    assert (part.files, part.options) == (["tests/test_sizes.py"], ["-k", "seed"])
    (part,) = parts(["tests/scheduler"])
    assert part.options == ["-m", "not long"]
    assert {part.name.split(".")[0] for part in parts(["tests/core", "tests/demo"])} == {"core", "demo"}


def test_a_folder_is_shared_by_the_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_by_side, "WORKING_AT_ONCE", 2)
    assert len(parts(["tests/handlers/broadcasts"])) >= 2


def test_files_are_in_memory_where_there_is_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {})
    side_by_side.keep_files_in_memory(tmp_path / "none")
    assert "TMPDIR" not in os.environ
    monkeypatch.setattr(side_by_side, "MEMORY_NEEDED_BYTES", 2**70)
    side_by_side.keep_files_in_memory(tmp_path)
    assert "TMPDIR" not in os.environ
    monkeypatch.setattr(side_by_side, "MEMORY_NEEDED_BYTES", 1)
    side_by_side.keep_files_in_memory(tmp_path)
    assert os.environ["TMPDIR"] == str(tmp_path)
    side_by_side.keep_files_in_memory(tmp_path / "elsewhere")
    assert os.environ["TMPDIR"] == str(tmp_path)
