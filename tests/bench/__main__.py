"""``python -m tests.bench [F1 F3 …]``: every target measured beside what others do, in one run, as tables.

BENCH_SHORT=1 runs a fraction; BENCH_WRITE=1 puts the figures of a whole one into docs/performance.md. Ends non-zero
when something could not be measured; a target that is missed is said in its row.
"""

import os
import platform
import sys
import time
from typing import Any

from bot.core.clock import SystemClock
from tests.bench import cost, crowds, layers, learning, page, rate, rough, starting, taps
from tests.bench.part import Part
from tests.bench.plan import SHORT
from tests.bench.stage import Found, Job, together, warm_up
from tests.sizes import SIZE, Size, commit, sample

PARTS: dict[str, Part] = {
    "F1": rate.PART,
    "F2": learning.PART,
    "F3": cost.PART,
    "F4": taps.PART,
    "F5": rough.PART,
    "F7": crowds.PART,
    "F8": layers.PART,
    "F9": starting.PART,
}


CI_PARTS = 4
"""How many parts a run of CI tries."""


def main(names: list[str]) -> int:
    """Run the parts and print their tables; return the exit code."""
    names = names or drawn()
    parts = {name: part for name, part in PARTS.items() if name in names}
    began = time.monotonic()
    warm_up()
    found = measure(parts)
    sections, failed = {}, False
    for name, part in parts.items():
        mine = {job: run for job, run in found.items() if job.startswith(f"{name} ")}
        try:
            sections[name] = section(part, mine)
        except Exception as error:
            failed = True
            sys.stdout.write(f"### {name}. NOT MEASURED\n\n{type(error).__name__}: {error}\n\n")
        else:
            sys.stdout.write(f"{sections[name]}\n\n")
    heading = circumstances(time.monotonic() - began, list(sections))
    sys.stdout.write(f"{heading}\n")
    if os.environ.get("BENCH_WRITE") == "1" and not SHORT:
        page.write(page.DOCUMENT, heading, sections)
    return int(failed)


def drawn() -> list[str]:
    """Return the parts that are run when none is named: all, or in CI, where each only has to work, some of them."""
    return sample(list(PARTS), CI_PARTS, "bench") if SHORT and SIZE is Size.CI else list(PARTS)


def measure(parts: dict[str, Part]) -> dict[str, Any]:
    """Run what hardly loads the machine beside each other, the rest in turn (a short run: some at a time)."""
    batches: list[dict[str, Job]] = [{}, {}]
    for part in parts.values():
        batches[0 if SHORT else part.batch] |= part.beside()
    alone = [group for part in parts.values() for group in part.groups()]
    if SHORT:
        alone = [
            {name: job for group in alone[at : at + 6] for name, job in group.items()} for at in range(0, len(alone), 6)
        ]
    groups = [group for group in (*batches, *alone) if group]
    found: dict[str, Any] = {}
    for number, group in enumerate(groups, 1):
        began = time.monotonic()
        found |= together(group)
        names = ", ".join(sorted({" ".join(name.split()[:3]) for name in group})[:4])
        sys.stderr.write(f"{number} of {len(groups)}, {time.monotonic() - began:.0f} s: {names}\n")
    return found


def section(part: Part, found: dict[str, Any]) -> str:
    """Return a part's table; raises what went wrong in any of its runs."""
    runs: dict[str, Found] = {}
    for name, run in found.items():
        if isinstance(run, Exception):
            raise RuntimeError(f"{name}: {run}") from run
        runs[name] = run
    return part.table(runs).markdown()


def circumstances(seconds: float, names: list[str]) -> str:
    """Say when, where, what and how long."""
    machine = f"{commit()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    short = " A short run: it shows that all works, its figures say little." if SHORT else ""
    day = SystemClock().now().date().isoformat()
    return f"{day}, {machine}, {seconds:.0f} s for {', '.join(names)}.{short}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
