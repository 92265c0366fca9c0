"""How much of the allowed rate is used, and what is refused, however Telegram counts (F1)."""

from tests.bench.part import Part
from tests.bench.plan import AFTER, GUARDED, LATENCY, SHORT, size
from tests.bench.stage import Found, Job
from tests.bench.table import Row, Table, used

MODELS = ("window",) if SHORT else ("bucket", "window", "penalty")
SECONDS = size(4, 22)
"""The first of them is left out."""

PEERS_SECONDS = size(4, 11)
"""The others' at 1,000 a second, where each is alone on the machine."""

ENOUGH = 0.965
SLOW, FAST = 30, 1_000
WAYS = {"ours": "ours:sender", "limit": "bare:workers", "guarded": "bare:workers", "loop": "bare:loop"}


def seconds(way: str, rate: int) -> int:
    """Return how long a way sends."""
    return PEERS_SECONDS if rate == FAST and way not in ("ours", "loop") else SECONDS


def job(way: str, rate: int, model: str) -> Job:
    """Let one way send for the time of a run."""
    paced = rate * GUARDED if way == "guarded" else rate
    lasts = seconds(way, rate)
    plan = {"count": rate * (lasts + 2), "rate": paced, "seconds": lasts + 0.5}
    server = {"limits": [(0, model, rate)], "latency": LATENCY, "after": AFTER}
    return Job(WAYS[way], plan, server, within=lasts + 60)


def beside() -> dict[str, Job]:
    """Everything slow: 30 a second, and the loop, which no limit touches."""
    jobs = {f"F1 {way} {SLOW} {model}": job(way, SLOW, model) for model in MODELS for way in WAYS}
    return jobs | {f"F1 loop {FAST} {model}": job("loop", FAST, model) for model in MODELS}


def groups() -> list[dict[str, Job]]:
    """1,000 a second: each way alone on the machine."""
    ways = ("ours",) if SHORT else ("ours", "limit", "guarded")
    return [{f"F1 {way} {FAST} {model}": job(way, FAST, model)} for model in MODELS for way in ways]


def table(found: dict[str, Found]) -> Table:
    """Judge: nothing refused, and as much used as a guard against jitter leaves."""
    rows = [row(found, rate, model) for rate in (SLOW, FAST) for model in MODELS]
    note = (
        f"Share of the allowed rate and messages refused for speed, in {SECONDS - 1} s after the first"
        f" second (workers at 1,000 a second: {PEERS_SECONDS - 1} s); round trips of 30 to 100 ms. *Bucket*:"
        " so many a second, a second's worth saved up; *window*: at most so many in any second; *penalty*: a"
        " window that refuses everything for 3 s once it is exceeded."
    )
    return Table("F1", "The rate", tuple(rows), note=note)


def row(found: dict[str, Found], rate: int, model: str) -> Row:
    """Compare the ways under one limit."""
    cells, met = [], False
    for way in WAYS:
        run = found.get(f"F1 {way} {rate} {model}")
        if run is None:
            cells.append("–")
            continue
        assert run["sent"] == len(run["at"]) > 0, f"{way}: {run['sent']} recorded, {len(run['at'])} accepted"
        share, refused = used(run["at"], rate, 1, seconds(way, rate)), sum(run["refused"].values())
        cells.append(f"{share * 100:.1f} %, {refused:,} refused")
        met = (share >= ENOUGH and not refused) if way == "ours" else met
    return Row(f"{rate:,} a second, {model}", "≥ 96.5 %, 0 refused", cells[0], tuple(cells[1:]), met)


PART = Part(table, beside, groups)
