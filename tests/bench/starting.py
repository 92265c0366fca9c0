"""From the start of a process to its first answer (F9), beside the same with aiogram's own import."""

from collections.abc import Iterator
from statistics import median

from tests.bench.part import Part
from tests.bench.plan import SHORT, size
from tests.bench.stage import Found, Job
from tests.bench.table import NONE, Row, Table, ms

TIMES = size(1, 3)
IMPORTS = size(1, 7)
START, QUESTION = "/start", "сколько ждать разрешение на работу"
IMPORT_SHARE, IMPORT_MEMORY = 0.25, 58
ALLOWED, EXTRA, MEMORY = 0.5, 1.0, 1.3
LONGEST_DEMO, LONGEST_BUILD = 4.0, 0.020
RESIDENT, STRETCH = 115, 100
WAYS = {"ours": False, "plain": True}
"""How aiogram is imported."""

BOTS = {"ours": "ours", "plain": "ours", "bare": "bare"}
"""What is started."""

LATER = 15
"""Seconds after which the search has been loaded; it is begun five seconds after the start."""

Figures = dict[str, float]


def groups() -> list[dict[str, Job]]:
    """Each start alone, since both cores are slow enough; the ways in turn."""
    return [{f"F9 {name}": job} for name, job in _jobs()]


def _jobs() -> Iterator[tuple[str, Job]]:
    for time in range(IMPORTS):  # rounds: what is compared meets the same machine
        for way, plain in WAYS.items():
            yield f"import {way} {time}", Job("restart:fresh", {"what": "import", "plain": plain})
        if time < TIMES:
            yield from _round(time)
    yield "builds", Job("restart:fresh", {"what": "builds"})
    if not SHORT:
        for name in BOTS:
            yield f"{name} asked", start(name, START, QUESTION, later=LATER)


def _round(time: int) -> Iterator[tuple[str, Job]]:
    for name in BOTS:
        yield f"{name} {time}", start(name, START)
    for way, plain in WAYS.items():
        yield f"demo {way} {time}", Job("restart:demo", {"plain": plain})


def start(name: str, *texts: str, later: float = 0) -> Job:
    """Start a bot for which messages wait; look at its memory so many seconds after the last answer."""
    people = {"rounds": [(1, 0)] * len(texts), "people": 1, "texts": texts}
    plan = {"what": BOTS[name], "plain": name == "plain", "later": later}
    return Job("restart:fresh", plan, {"taps": people})


def table(found: dict[str, Found]) -> Table:
    """Judge against the plain import, and against what the machine has."""
    note = (
        f"A message waits, the process is started, its answer arrives; the median of {TIMES} (imports: {IMPORTS}), each"
        " in a new process, in turn. The search is loaded some seconds later."
    )
    rows = (*_imports(found), *_starts(found), *_asked(found), *_demo(found), _later(found))
    return Table("F9", "A start", rows, ("ours, plain import", "aiogram's polling"), note)


def _imports(found: dict[str, Found]) -> Iterator[Row]:
    seconds, worked, peak = (_middle(found, "import", WAYS, what, IMPORTS) for what in ("seconds", "worked", "peak"))
    limit = IMPORT_SHARE * seconds["plain"]
    yield Row(
        "`import aiogram`",
        f"≤ {IMPORT_SHARE} × plain = {limit:.2f} s",
        f"{seconds['ours']:.2f} s",
        (f"{seconds['plain']:.2f} s",) * 2,
        seconds["ours"] <= limit,
    )
    yield Row("… CPU of the process", NONE, f"{worked['ours']:.2f} s", (f"{worked['plain']:.2f} s",) * 2)
    yield _memory("memory after it", f"≤ {IMPORT_MEMORY} MB", IMPORT_MEMORY, peak | {"bare": peak["plain"]})


def _starts(found: dict[str, Found]) -> Iterator[Row]:
    waits = {name: median(waited(found[f"F9 {name} {time}"]) for time in range(TIMES)) for name in BOTS}
    limit = ALLOWED * _middle(found, "import", WAYS, "seconds", IMPORTS)["plain"] + EXTRA
    yield Row(
        "start to the first answer",
        f"≤ {ALLOWED} × plain import + 1 s = {limit:.2f} s",
        f"{waits['ours']:.2f} s",
        (f"{waits['plain']:.2f} s", f"{waits['bare']:.2f} s"),
        waits["ours"] <= limit,
    )
    used = {name: median(found[f"F9 {name} {time}"]["resident"] for time in range(TIMES)) for name in BOTS}
    yield _memory("memory after the first answer", f"≤ {RESIDENT} MB", RESIDENT, used)
    yield _memory("… the stretch goal", f"≤ {STRETCH} MB", STRETCH, used)


def _asked(found: dict[str, Found]) -> Iterator[Row]:
    if SHORT:
        return
    runs = {name: found[f"F9 {name} asked"] for name in BOTS}
    used = {name: float(run["resident"]) for name, run in runs.items() if waited(run, answers=2)}
    yield _memory("memory once the search is loaded", f"≤ {MEMORY} × aiogram's", MEMORY * used["bare"], used)


def _demo(found: dict[str, Found]) -> Iterator[Row]:
    spoke, address = (_middle(found, "demo", WAYS, what, TIMES) for what in ("spoke", "address"))
    yield Row("`make demo`, warm: says that it starts", NONE, f"{spoke['ours']:.2f} s", (f"{spoke['plain']:.2f} s",))
    yield Row(
        "… and has its address",
        f"≤ {LONGEST_DEMO:.0f} s",
        f"{address['ours']:.2f} s",
        (f"{address['plain']:.2f} s",),
        address["ours"] <= LONGEST_DEMO,
    )


def _later(found: dict[str, Found]) -> Row:
    builds: Figures = found["F9 builds"]["builds"]
    longest = max(builds, key=lambda name: builds[name])
    seconds = builds[longest] / 1000
    target = f"≤ {LONGEST_BUILD * 1000:.0f} ms"
    return Row(
        "the longest build after the start (CPU)", target, f"{ms(seconds)}, {longest}", (), seconds <= LONGEST_BUILD
    )


def _middle(found: dict[str, Found], job: str, ways: dict[str, bool], what: str, times: int) -> Figures:
    return {way: median(found[f"F9 {job} {way} {time}"][what] for time in range(times)) for way in ways}


def _memory(what: str, target: str, limit: float, used: Figures) -> Row:
    shown = {name: f"{amount:.0f} MB" for name, amount in used.items()}
    return Row(what, target, shown["ours"], (shown["plain"], shown["bare"]), used["ours"] <= limit)


def waited(run: Found, answers: int = 1) -> float:
    """Return the seconds until the first answer arrived."""
    assert len(run["answered_at"]) == answers, f"{len(run['answered_at'])} answers instead of {answers}"
    return float(run["answered_at"][0] - run["started"])


PART = Part(table, groups=groups)
