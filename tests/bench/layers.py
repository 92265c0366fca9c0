"""What our layers cost an update: inbox, language, texts, the whole bot against aiogram's polling (F8)."""

from statistics import median

from tests.bench.part import Part
from tests.bench.plan import size
from tests.bench.stage import Found, Job
from tests.bench.table import NONE, Row, Table, us

READS_OF_A_STRANGER = 2
"""Before a language is known: the number of the chat, and its row."""

PEOPLE = size(100, 200)
TAPS = size(300, 2_000)
TIMES = size(1, 3)
UNLIMITED = 100_000
ALLOWED = 60e-6
WAYS = {"ours": "whole:bot", "bare": "polling:bot"}


def groups() -> list[dict[str, Job]]:
    """A queue of taps on the menu, in turn, several times; everybody's first tap is not counted."""
    server = {"taps": {"rounds": [(PEOPLE, 0), (TAPS, 0)], "people": PEOPLE}}
    plans = {"ours": {"rate": UNLIMITED}, "bare": {}}
    return [
        {f"F8 {way} {time}": Job(client, plans[way], server)} for time in range(TIMES) for way, client in WAYS.items()
    ]


def table(found: dict[str, Found]) -> Table:
    """Judge the difference."""
    for name, run in found.items():
        assert (len(run["waits"]), run["unanswered"], run["refused"]) == (TAPS, 0, {}), f"{name}: not all were answered"
    cost = {way: median(run["round_cpu"] / TAPS for run in runs(found, way)) for way in WAYS}
    speed = {way: median(TAPS / run["round_seconds"] for run in runs(found, way)) for way in WAYS}
    reads = [run["reads"] - READS_OF_A_STRANGER * PEOPLE for run in runs(found, "ours")]
    assert min(reads) >= 0, "everybody's language is read once: the reads were not counted"
    more = cost["ours"] - cost["bare"]
    rows = (
        Row("CPU an update", NONE, us(cost["ours"]), (us(cost["bare"]),)),
        Row("our layers", "≤ +60 µs", f"{more * 1e6:+,.0f} µs", (NONE,), more <= ALLOWED),
        Row("updates a second", NONE, f"{speed['ours']:,.0f}", (f"{speed['bare']:,.0f}",)),
        Row("database reads, language known", "0", str(max(reads)), (NONE,), max(reads) == 0),
    )
    note = (
        f"{TAPS:,} queued taps on a menu by {PEOPLE} people, each answered and the message edited (two"
        f" calls); the median of {TIMES}. Aiogram's handler does the same with constant texts and confirms"
        " before it has handled."
    )
    return Table("F8", "An update through our layers", rows, ("aiogram's polling",), note)


def runs(found: dict[str, Found], way: str) -> list[Found]:
    """Return the runs of one way."""
    return [found[f"F8 {way} {time}"] for time in range(TIMES)]


PART = Part(table, groups=groups)
