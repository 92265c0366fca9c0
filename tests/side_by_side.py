"""``make test``: the whole suite in four processes, since half of it waits for clocks and the machine has other cores.

Every line is shown as it comes, behind the name of its part; the exit code is that of a part that failed. With
``MEASURE=1`` the parts that do not wait are measured, and ``build/coverage.json`` says which branches they took.
"""

import asyncio
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Container, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build"
ENCRYPTED = "tests/privacy/test_encrypted.py"
WAITING = {"process": ("tests/process", ENCRYPTED), "chaos": ("tests/chaos",)}
"""Start, kill and wait; they go first when somebody is at their turn, since moments are due in them."""

WORKING = {
    "screens": ("tests/handlers",),
    "rest": ("--ignore=tests/handlers", "--ignore=tests/process", "--ignore=tests/chaos", f"--ignore={ENCRYPTED}"),
}
SLOWEST = "--durations=12"
MEASURED = ("-m", "coverage", "run")
"""What stands before ``-m pytest``; how it measures stands in pyproject.toml."""

POLITE = 10
"""How far those that only work step back, as nice(1) counts it."""


OUTCOMES = ("passed", "failed", "skipped", "deselected", "xfailed", "errors", "error")
SUMMARY = re.compile(rf"(\d+) ({'|'.join(OUTCOMES)})\b")
LAST = re.compile(r"\b\d+ \w+.* in [\d.]+s")
"""The line pytest ends with."""

counted: Counter[str] = Counter()


async def part(
    name: str,
    arguments: tuple[str, ...],
    environment: Mapping[str, str],
    politeness: int,
    before: tuple[str, ...] = (),
) -> int:
    """Run one pytest and pass on its lines; return its exit code."""
    process = await asyncio.create_subprocess_exec(
        *("nice", "-n", str(politeness), sys.executable, *before, "-m", "pytest", SLOWEST, *arguments),
        cwd=ROOT,
        env={**os.environ, **environment, "PYTHONUNBUFFERED": "1"},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        limit=2**24,
    )
    assert process.stdout
    async for line in process.stdout:
        words = line.decode(errors="replace")
        print(f"{name:8}| {words}", end="", flush=True)
        if LAST.search(words):
            counted.update({outcome: int(number) for number, outcome in SUMMARY.findall(words)})
    code = await process.wait()
    print(f"{name:8}| {'passed' if code == 0 else f'FAILED with {code}'}", flush=True)
    return code


async def parts(wanted: Container[str], *, measured: bool) -> list[int]:
    """Run those that are wanted at once."""
    running = [part(name, arguments, {}, 0) for name, arguments in WAITING.items() if name in wanted]
    for name, arguments in WORKING.items():
        if name in wanted:
            before = MEASURED if measured else ()
            where = {"COVERAGE_FILE": str(BUILD / f".coverage.{name}")}
            running.append(part(name, arguments, where, POLITE, before))
    return await asyncio.gather(*running)


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
    if measured:
        BUILD.mkdir(exist_ok=True)
    started = time.monotonic()
    codes = await parts(wanted, measured=measured)
    outcomes = ", ".join(f"{counted[outcome]} {outcome}" for outcome in OUTCOMES if counted[outcome])
    print(f"{outcomes} in {time.monotonic() - started:.2f}s", flush=True)
    if measured and not any(codes):
        await report()
    return max(codes)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:] or {*WAITING, *WORKING})))
