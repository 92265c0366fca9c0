"""From the start of a process to its first answer (F9)."""

from statistics import median

from tests.bench.part import Part
from tests.bench.plan import SHORT, size
from tests.bench.stage import Found, Job
from tests.bench.table import NONE, Row, Table

TIMES = size(1, 2)
START, QUESTION = "/start", "сколько ждать разрешение на работу"
ALLOWED, EXTRA, MEMORY = 1.15, 1.0, 1.3
BOTS = ("ours", "bare")
LATER = 15
"""Seconds after which the search has been loaded; it is begun five seconds after the start."""


def groups() -> list[dict[str, Job]]:
    """Each start alone, since both cores are slow enough."""
    jobs: dict[str, Job] = {}
    for time in range(TIMES):
        jobs |= {f"F9 {what} {time}": job(what, START) for what in BOTS}
        jobs[f"F9 import {time}"] = Job("restart:fresh", {"what": "import"})
    if not SHORT:
        jobs |= {f"F9 {what} asked": job(what, START, QUESTION, later=LATER) for what in BOTS}
    return [{name: each} for name, each in jobs.items()]


def job(what: str, *texts: str, later: float = 0) -> Job:
    """Start a bot for which messages wait; look at its memory so many seconds after the last answer."""
    people = {"rounds": [(1, 0)] * len(texts), "people": 1, "texts": texts}
    return Job("restart:fresh", {"what": what, "later": later}, {"taps": people})


def table(found: dict[str, Found]) -> Table:
    """Judge against what no bot on aiogram can be faster than."""
    starts = {what: median(waited(found[f"F9 {what} {time}"]) for time in range(TIMES)) for what in BOTS}
    loaded = median(found[f"F9 import {time}"]["lasted"] for time in range(TIMES))
    limit = ALLOWED * loaded + EXTRA
    memory = {what: median(found[f"F9 {what} {time}"]["resident"] for time in range(TIMES)) for what in BOTS}
    rows = (
        Row("`import aiogram`", NONE, f"{loaded:.2f} s", (f"{loaded:.2f} s",)),
        Row(
            "start to the first answer",
            f"≤ 1.15 × import + 1 s = {limit:.2f} s",
            f"{starts['ours']:.2f} s",
            (f"{starts['bare']:.2f} s",),
            starts["ours"] <= limit,
        ),
        _memory("memory after the first answer", memory),
        *_asked(found),
    )
    note = (
        f"A message waits, the process is started, its answer arrives; the median of {TIMES}. The search is"
        " loaded some seconds later; the semantic extra is left out."
    )
    return Table("F9", "A start", rows, ("aiogram's polling",), note)


def _asked(found: dict[str, Found]) -> list[Row]:
    if SHORT:
        return []
    runs = {what: found[f"F9 {what} asked"] for what in BOTS}
    used = {what: run["resident"] for what, run in runs.items() if waited(run, answers=2)}
    return [_memory("memory once the search is loaded", used)]


def _memory(what: str, used: dict[str, float]) -> Row:
    ratio = used["ours"] / used["bare"]
    ours = f"{used['ours']:.0f} MB, {ratio:.2f} ×"
    return Row(what, "≤ 1.3 × aiogram's", ours, (f"{used['bare']:.0f} MB",), ratio <= MEMORY)


def waited(run: Found, answers: int = 1) -> float:
    """Return the seconds until the first answer arrived."""
    assert len(run["answered_at"]) == answers, f"{len(run['answered_at'])} answers instead of {answers}"
    return float(run["answered_at"][0] - run["started"])


PART = Part(table, groups=groups)
