"""Says whether the coverage of every room is high enough: ``python -m tests.coverage_floor build/coverage.json``.

Lines and branches count together, as in coverage's own percentage; exit code 1 when a room is below its floor.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FLOORS = {"core": 100.0, "demo": 85.0}
ELSEWHERE = 95.0


def rooms(report: Mapping[str, Any]) -> dict[str, float]:
    """Return the percentage of each room of bot/."""
    done: dict[str, int] = defaultdict(int)
    there: dict[str, int] = defaultdict(int)
    for name, file in report["files"].items():
        room, summary = Path(name).parts[1], file["summary"]
        done[room] += summary["covered_lines"] + summary["covered_branches"]
        there[room] += summary["num_statements"] + summary["num_branches"]
    return {room: 100 * done[room] / there[room] for room in sorted(there) if there[room]}


def gaps(report: Mapping[str, Any], room: str) -> list[str]:
    """Return ``file: lines`` for every file of a room that is not covered whole."""
    files = sorted((name, file) for name, file in report["files"].items() if Path(name).parts[1] == room)
    return [
        f"  {name}: lines {file['missing_lines']}, branches {file['missing_branches']}"
        for name, file in files
        if file["missing_lines"] or file["missing_branches"]
    ]


def main(arguments: list[str]) -> int:
    """Print every room beside its floor, and where the gaps are of those below; return the exit code."""
    report = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    low = False
    for room, percent in rooms(report).items():
        floor = FLOORS.get(room, ELSEWHERE)
        below = percent < floor
        low = low or below
        print(f"{room:15} {percent:6.2f} %  (at least {floor:g} %){'  TOO LOW' if below else ''}")
    for room, percent in rooms(report).items():  # last, so that the end of a log tells it
        if percent < FLOORS.get(room, ELSEWHERE):
            print("\n".join((f"too low: {room}", *gaps(report, room))))
    return int(low)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
