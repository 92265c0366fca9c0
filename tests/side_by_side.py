"""``make test``: the whole suite in five processes, since half of it waits for clocks and the machine has other cores.

Every line is shown as it comes, behind the name of its part; the exit code is that of a part that failed. What failed
stands once more at the end. A few tests that failed in company are tried once more when the machine is quiet, since
many measure real seconds; they pass only if they pass then, and it is said which they were. With ``MEASURE=1`` the
parts that do not wait are measured, and ``build/coverage.json`` says which branches they took.
"""

import asyncio
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build"
ENCRYPTED = "tests/privacy/test_encrypted.py"
WAITING = {"process": ("tests/process", ENCRYPTED), "chaos": ("tests/chaos",)}
"""Start, kill and wait; they go first when somebody is at their turn, since moments are due in them."""

SCREENS = ("tests/handlers",)
DOORS = ("tests/privacy", "tests/cli", "tests/delivery")
"""What comes in and goes out: some half of what is left."""

OTHERS = (*SCREENS, *DOORS, "tests/process", "tests/chaos")
WORKING = {
    "screens": SCREENS,
    "doors": (*DOORS, f"--ignore={ENCRYPTED}"),
    "rest": tuple(f"--ignore={folder}" for folder in OTHERS),
}
SLOWEST = "--durations=12"
MEASURED = ("-m", "coverage", "run")
"""What stands before ``-m pytest``; how it measures stands in pyproject.toml."""

WIDE = "240"
"""Columns: pytest cuts the reason of a failure where a terminal would end."""

POLITE = 10
"""How far those that only work step back, as nice(1) counts it."""

OUTCOMES = ("passed", "failed", "skipped", "deselected", "xfailed", "errors", "error")
SUMMARY = re.compile(rf"(\d+) ({'|'.join(OUTCOMES)})\b")
LAST = re.compile(r"\b\d+ \w+.* in [\d.]+s")
"""The line pytest ends with."""

FAILURE = re.compile(r"(FAILED|ERROR) \S+\.py\b")
TESTS_FAILED = 1
"""Pytest's exit code when tests have failed and nothing else went wrong."""

MOST_TRIED_AGAIN = 3
"""More than that, and it is not the company."""


@dataclass
class Part:
    """One pytest: which tests, how polite it is, and what is run in front of ``-m pytest``."""

    name: str
    arguments: tuple[str, ...]
    politeness: int = 0
    before: tuple[str, ...] = ()
    counted: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    async def run(self, *more: str) -> int:
        """Run it and pass on its lines; return its exit code."""
        self.counted, self.failures = Counter(), []
        process = await asyncio.create_subprocess_exec(
            *("nice", "-n", str(self.politeness), sys.executable, *self.before, "-m", "pytest", SLOWEST),
            *("-o", f"cache_dir={BUILD / f'.pytest.{self.name}'}", *self.arguments, *more),
            cwd=ROOT,
            env={
                **os.environ,
                "COVERAGE_FILE": str(BUILD / f".coverage.{self.name}"),
                "PYTHONUNBUFFERED": "1",
                "COLUMNS": WIDE,
            },
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            limit=2**24,
        )
        assert process.stdout
        async for line in process.stdout:
            self._heed(line.decode(errors="replace"))
        code = await process.wait()
        print(f"{self.name:8}| {'passed' if code == 0 else f'FAILED with {code}'}", flush=True)
        return code

    def _heed(self, line: str) -> None:
        print(f"{self.name:8}| {line}", end="", flush=True)
        if FAILURE.match(line):
            self.failures.append(line.rstrip())
        elif LAST.search(line):
            self.counted.update({outcome: int(number) for number, outcome in SUMMARY.findall(line)})


def parts(wanted: Container[str], *, measured: bool) -> list[Part]:
    """Return those that are wanted."""
    waiting = [Part(name, arguments) for name, arguments in WAITING.items()]
    before = MEASURED if measured else ()
    working = [Part(name, arguments, POLITE, before) for name, arguments in WORKING.items()]
    return [part for part in waiting + working if part.name in wanted]


async def once_more(part: Part, code: int) -> int:
    """Try alone what failed in company; return the exit code that counts."""
    failures = part.failures
    if code != TESTS_FAILED or not 0 < len(failures) <= MOST_TRIED_AGAIN:
        return code
    print(f"{part.name:8}| {len(failures)} failed; once more, alone", flush=True)
    again = Part(part.name, part.arguments)
    code = await again.run("--last-failed", "--last-failed-no-failures=none")
    part.failures = again.failures if code else [f"passed only alone: {line}" for line in failures]
    return code


async def report() -> None:
    """Put together what was measured."""
    files = [str(BUILD / f".coverage.{name}") for name in WORKING]
    for arguments in (("combine", "--quiet", *files), ("json", "--quiet", "-o", str(BUILD / "coverage.json"))):
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "coverage", *arguments),
            cwd=ROOT,
            env={**os.environ, "COVERAGE_FILE": str(BUILD / ".coverage")},
        )
        if await process.wait():
            raise SystemExit(1)


async def main(wanted: Container[str]) -> int:
    """Run the suite, or some parts of it; return 0 only when every part has passed."""
    measured = os.environ.get("MEASURE") == "1"
    BUILD.mkdir(exist_ok=True)
    started = time.monotonic()
    running = parts(wanted, measured=measured)
    codes = await asyncio.gather(*(part.run() for part in running))
    counted = sum((part.counted for part in running), Counter[str]())
    codes = [await once_more(part, code) for part, code in zip(running, codes, strict=True)]
    if measured and not any(codes):
        await report()
    for part in running:
        for failure in part.failures:
            print(f"{part.name:8}| {failure}", flush=True)
    outcomes = ", ".join(f"{counted[outcome]} {outcome}" for outcome in OUTCOMES if counted[outcome])
    print(f"{outcomes} in {time.monotonic() - started:.2f}s", flush=True)
    return max(codes)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:] or {*WAITING, *WORKING})))
