"""``make test``: the suite in parts side by side, since half of it waits for clocks and the machine has other cores.

    python -m tests.side_by_side [paths and options of pytest]

A part is some files of one folder. Parts are forked from a server that has loaded the bot once (tests/preloaded.py);
one more than there are cores run at a time, and beside them three of those that wait. Temporary files are in memory
where there is room. Every line is shown as it comes, behind the name of its part; the exit code is that of a part that
failed. What failed stands once more at the end. A few tests that failed in company are tried once more when the machine
is quiet, since many measure real seconds; they pass only if they pass then, and it is said which they were. With
``MEASURE=1`` it is measured which branches of the bot are reached: ``build/coverage.json``. The size of the run and its
seed are those of tests/sizes.py.
"""

import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from pathlib import Path
from shutil import disk_usage

from tests.part import BUILD, CPU, ROOT, Order, run
from tests.sizes import FULL, SEED, SIZE

WAITING = (
    *(
        "tests/process/",
        "tests/drills/",
        "tests/chaos/test_inbox_",
        "tests/chaos/test_memory_",
        "tests/chaos/test_start_",
    ),
    *("tests/chaos/test_storage_", "tests/chaos/test_clock_due", "tests/chaos/test_delivery_cancel"),
    *("tests/chaos/test_delivery_standstill", "tests/privacy/test_encrypted", "tests/privacy/test_quiet"),
    *("tests/test_path_runs",),
)
"""Start, kill and wait on real clocks, and need little of a core: they go first when somebody is at their turn."""

UNMEASURED = ("tests/process/", "tests/chaos/", "tests/privacy/test_encrypted")
"""What they reach is reached by others too."""

ASIDE = ("tests/page/", "tests/deploy/")
"""Need a Chromium, or nginx and systemd, and what `make check` installs: they have steps of their own in CI."""

WAITING_AT_ONCE = 3
WORKING_AT_ONCE = 1 + (os.cpu_count() or 1)
"""One more than there are cores: each waits now and then for a disk or a thread."""

MEMORY, MEMORY_NEEDED_BYTES = Path("/dev/shm"), 2 * 1024**3  # noqa: S108 -- a file system, no file
"""Where files are written without a disk, and how much of it must be free: nearly every test commits."""

MOST_FILES = 12
"""More files than that in a folder make several parts, so that no core is idle at the end."""

POLITE = 10
"""How far those that only work step back, as nice(1) counts it."""

SHOWN = ("--durations=5", "--durations-min=1")
OUTCOMES = ("passed", "failed", "skipped", "deselected", "xfailed", "errors", "error")
SUMMARY = re.compile(rf"(\d+) ({'|'.join(OUTCOMES)})\b")
LAST = re.compile(r"\b\d+ \w+.* in [\d.]+s")
"""The line pytest ends with."""

FAILURE = re.compile(r"(FAILED|ERROR) \S+\.py\b")
TESTS_FAILED, NO_TESTS = 1, 5
"""Pytest's exit codes when tests have failed and nothing else went wrong, and when there were none."""

MOST_TRIED_AGAIN = 5
"""More than that in a run, and it is not the company."""

LOADED = BUILD / ".coverage.loaded"
"""What tests/preloaded.py reaches."""

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.preloaded"])


@dataclass
class Part:
    """Some files of one folder, tried in a process of their own, and what came of them."""

    name: str
    files: Sequence[str]
    options: Sequence[str] = ()
    counted: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    code: int = 0
    processor: float = 0.0

    @property
    def waits(self) -> bool:
        """Whether it waits for real clocks."""
        return self.files[0].startswith(WAITING)

    @property
    def measurable(self) -> bool:
        """Whether it shows which branches are reached."""
        return not self.files[0].startswith(UNMEASURED)

    def order(self, *, measured: bool) -> Order:
        """Say what its process is to do."""
        arguments = (*SHOWN, "-o", f"cache_dir={BUILD / f'.pytest.{self.name}'}", *self.files, *self.options)
        file = BUILD / f".coverage.{self.name}" if measured and self.measurable else None
        return Order(arguments, 0 if self.waits else POLITE, file)

    def heed(self, line: str) -> None:
        """Show a line, and learn from it."""
        self.say(line)
        if FAILURE.match(line):
            self.failures.append(line)
        elif line.startswith(CPU):
            self.processor += float(line.removeprefix(CPU).split()[0])
        elif LAST.search(line):
            self.counted.update({outcome: int(number) for number, outcome in SUMMARY.findall(line)})

    def say(self, line: str) -> None:
        """Print a line behind the part's name."""
        print(f"{self.name:22}| {line}", flush=True)


class Running:
    """The process of a part, and the lines that come from it."""

    def __init__(self, part: Part, *, measured: bool) -> None:
        """Fork it. It is no daemon: tests start processes of their own."""
        self.part = part
        self.output, end = CONTEXT.Pipe(duplex=False)
        self._begun = b""
        self._process = CONTEXT.Process(target=run, args=(part.order(measured=measured), end))
        self._process.start()
        end.close()

    def reads(self) -> bool:
        """Pass on what has come; return False at the end of the process."""
        found = os.read(self.output.fileno(), 2**16)
        *lines, self._begun = (self._begun + found).split(b"\n")
        for line in lines:
            self.part.heed(line.decode(errors="replace"))
        return bool(found)

    def stop(self) -> None:
        """End the process before its time."""
        self._process.terminate()

    def ends(self) -> None:
        """Keep the exit code."""
        if self._begun:
            self.part.heed(self._begun.decode(errors="replace"))
        self._process.join()
        self.output.close()
        code = self.part.code = self._process.exitcode or 0
        self.part.say("passed" if code in {0, NO_TESTS} else f"FAILED with {code}")


def run_all(queue: Sequence[Part], *, measured: bool = False) -> None:
    """Run parts side by side, in their order, until every one has ended."""
    left, running = list(queue), dict[object, Running]()
    try:
        while left or running:
            for part in _next(left, [each.part for each in running.values()]):
                left.remove(part)
                started = Running(part, measured=measured)
                running[started.output] = started
            for output in wait([each.output for each in running.values()]):
                if not running[output].reads():
                    running.pop(output).ends()
    finally:
        for each in running.values():
            each.stop()


def _next(left: Sequence[Part], running: Sequence[Part]) -> list[Part]:
    """Return the parts there is a place for."""
    found = []
    for waits, at_once in ((True, WAITING_AT_ONCE), (False, WORKING_AT_ONCE)):
        free = at_once - sum(part.waits is waits for part in running)
        found += [part for part in left if part.waits is waits][:free]
    return found


def parts(arguments: Sequence[str]) -> list[Part]:
    """Divide what is asked for; what is no path goes to pytest in every part. Who waits comes first, then the large."""
    asked = [each for each in arguments if (ROOT / _path(each)).exists()]
    options = [each for each in arguments if each not in asked]
    if "-m" not in options and not FULL and not any((ROOT / _path(each)).is_file() for each in asked):
        options += ["-m", "not long"]
    files = list(_files(asked)) if asked else [file for file in _files(["tests"]) if not file.startswith(ASIDE)]
    most = min(MOST_FILES, -(-len(files) // WORKING_AT_ONCE))
    folders: dict[str, list[str]] = defaultdict(list)
    for file in files:
        folders[_folder(file)].append(file)
    made = [
        Part(f"{name}.{at // most + 1}" if len(together) > most else name, together[at : at + most], options)
        for name, together in folders.items()
        for at in range(0, len(together), most)
    ]
    return sorted(
        made, key=lambda part: (not part.waits, -sum((ROOT / _path(each)).stat().st_size for each in part.files))
    )


def _path(asked: str) -> str:
    return asked.split("::", maxsplit=1)[0]


def _folder(file: str) -> str:
    inside = ".".join(Path(_path(file)).parent.parts[1:]) or "tests"
    return f"{inside}.waiting" if file.startswith(WAITING) else inside


def _files(asked: Iterable[str]) -> Iterator[str]:
    for each in asked:
        if (ROOT / each).is_dir():
            found = (ROOT / each).rglob("test_*.py")
            yield from sorted(str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path) for path in found)
        else:
            yield each


def once_more(failed: Sequence[Part]) -> None:
    """Try alone what failed in company, if that is all that went wrong and it is little."""
    count = sum(len(part.failures) for part in failed)
    if not failed or any(part.code != TESTS_FAILED for part in failed) or count > MOST_TRIED_AGAIN:
        return
    print(f"{count} failed; once more, alone", flush=True)
    for part in failed:
        again = Part(part.name, part.files, [*part.options, "--last-failed", "--last-failed-no-failures=none"])
        run_all([again])
        passed = again.counted["passed"]
        part.code = again.code
        part.counted += Counter(passed=passed)
        part.counted -= Counter(failed=passed)
        part.failures = again.failures or [f"passed only alone: {line}" for line in part.failures]


def measured_load() -> subprocess.Popen[bytes]:
    """Begin to do, measured, what the server does before it forks parts: they find it done."""
    words = ("-m", "coverage", "run", f"--data-file={LOADED}", "-m", "tests.preloaded")
    return subprocess.Popen((sys.executable, *words), cwd=ROOT)


def report(measured: Iterable[Part]) -> None:
    """Put together what was measured."""
    files = [str(file) for part in measured if (file := BUILD / f".coverage.{part.name}").exists()]
    files.append(str(LOADED))
    environment = {**os.environ, "COVERAGE_FILE": str(BUILD / ".coverage")}
    for arguments in (("combine", "--quiet", *files), ("json", "--quiet", "-o", str(BUILD / "coverage.json"))):
        subprocess.run((sys.executable, "-m", "coverage", *arguments), cwd=ROOT, env=environment, check=True)


def code_of(ran: Sequence[Part]) -> int:
    """Return 0 only when every part has passed and something was tried."""
    codes = {part.code for part in ran}
    return next((code for code in codes if code not in {0, NO_TESTS}), 0 if 0 in codes else NO_TESTS)


def keep_files_in_memory(memory: Path = MEMORY) -> None:
    """Let temporary files be in memory where there is room, unless ``TMPDIR`` says where they are to be."""
    if "TMPDIR" in os.environ or not os.access(memory, os.W_OK) or os.statvfs(memory).f_flag & os.ST_NOEXEC:
        return
    if disk_usage(memory).free >= MEMORY_NEEDED_BYTES:
        os.environ["TMPDIR"] = str(memory)


def main(arguments: Sequence[str]) -> int:
    """Run the suite, or what is asked for."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    os.environ.update(SEED=str(SEED), SIZE=SIZE)
    keep_files_in_memory()
    measured = os.environ.get("MEASURE") == "1"
    BUILD.mkdir(exist_ok=True)
    started = time.monotonic()
    ran = parts(arguments)
    print(f"SIZE={SIZE} SEED={SEED}, {len(ran)} parts", flush=True)
    loaded = [measured_load()] if measured else []
    run_all(ran, measured=measured)
    once_more([part for part in ran if part.code not in {0, NO_TESTS}])
    for process in loaded:
        if process.wait() == 0 and code_of(ran) == 0:
            report(ran)
    for part in ran:
        for failure in part.failures:
            part.say(failure)
    print(f"processor time {sum(part.processor for part in ran):.0f} s", flush=True)
    counted = sum((part.counted for part in ran), Counter[str]())
    outcomes = ", ".join(f"{counted[outcome]} {outcome}" for outcome in OUTCOMES if counted[outcome])
    print(f"{outcomes or 'no tests'} in {time.monotonic() - started:.2f}s (SIZE={SIZE} SEED={SEED})", flush=True)
    return code_of(ran)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
