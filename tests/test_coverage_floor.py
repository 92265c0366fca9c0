"""The floor must be able to give way: a room below it ends the run."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.coverage_floor import main


def report(folder: Path, **files: tuple[int, int, int, int]) -> list[str]:
    """Write a report of files (room_name: covered and all lines, covered and all branches); return the arguments."""
    names = ("covered_lines", "num_statements", "covered_branches", "num_branches")
    content: dict[str, Any] = {
        f"bot/{name.replace('_', '/')}.py": {
            "summary": dict(zip(names, numbers, strict=True)),
            "missing_lines": [7],
            "missing_branches": [],
        }
        for name, numbers in files.items()
    }
    (folder / "coverage.json").write_text(json.dumps({"files": content}), encoding="utf-8")
    return [str(folder / "coverage.json")]


def test_every_room_high_enough_is_good(tmp_path: Path) -> None:
    assert main(report(tmp_path, core_a=(10, 10, 2, 2), demo_a=(85, 100, 0, 0), storage_a=(95, 100, 0, 0))) == 0


@pytest.mark.parametrize("room", ["core", "demo", "storage"])
def test_a_room_below_its_floor_is_named(tmp_path: Path, room: str, capsys: pytest.CaptureFixture[str]) -> None:
    percent = {"core": 99, "demo": 84, "storage": 94}[room]
    assert main(report(tmp_path, **{f"{room}_a": (percent, 100, 0, 0)})) == 1
    told = capsys.readouterr().out
    assert "TOO LOW" in told
    assert f"bot/{room}/a.py: lines [7]" in told


def test_branches_count(tmp_path: Path) -> None:
    assert main(report(tmp_path, core_a=(100, 100, 1, 2))) == 1


def test_files_of_one_room_count_together(tmp_path: Path) -> None:
    assert main(report(tmp_path, storage_a=(91, 100, 0, 0), storage_b=(100, 100, 0, 0))) == 0
