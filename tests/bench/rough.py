"""Everything failing a little, and calls that never end (F5)."""

from itertools import pairwise

from tests.bench.part import Part
from tests.bench.plan import SHORT, size
from tests.bench.stage import Found, Job
from tests.bench.table import Row, Table

PEOPLE = size(150, 2_400)
RATE = size(60, 30)
HUNG_PEOPLE = size(150, 900)
LONGEST = 1.3
STALLED = 2.0
"""Seconds without any message that would be a stall; a reset or a refused try is shorter."""

NAMES = ("calm", "rough", "hung")
NOTHING: Found = {"lost": 0, "at": []}
WAYS = {"ours": "ours:sender", "bare": "bare:workers"}


def beside() -> dict[str, Job]:
    """The same mailing with and without faults."""
    jobs = {}
    for way, client in WAYS.items():
        rate = RATE if way == "ours" else RATE * 0.97
        for name, people, server in (
            ("calm", PEOPLE, {}),
            ("rough", PEOPLE, {"fails": True}),
            ("hung", HUNG_PEOPLE, {"hang": True}),
        ):
            plan = {"count": people, "rate": rate, "seconds": 600}
            options = {"whole": True, "people": people, "rate": RATE, **server}
            jobs[f"F5 {name} {way}"] = Job(client, plan, options, within=people / RATE + 90)
    return {name: each for name, each in jobs.items() if not (SHORT and "hung" in name)}  # a hung call takes its time


def table(found: dict[str, Found]) -> Table:
    """Judge by the ledger."""
    ours, bare = ({name: found.get(f"F5 {name} {way}", NOTHING) for name in NAMES} for way in WAYS)
    assert ours["rough"]["gone"] == ours["rough"]["blocked"] > 0, "who has blocked the bot was not found out"
    assert ours["calm"]["sent"] == len(ours["calm"]["at"]) == PEOPLE, "not all was sent"
    ratio, bare_ratio = (runs["rough"]["took"] / runs["calm"]["took"] for runs in (ours, bare))
    doubled, cut = ours["rough"]["doubled"], ours["rough"]["cut"]
    stall, bare_stall = stalled(ours["hung"]), stalled(bare["hung"])
    lost = [ours[name]["lost"] for name in ours], [bare[name]["lost"] for name in bare]
    rows = (
        Row("lost", "0", f"{sum(lost[0])}", (f"{sum(lost[1])}",), sum(lost[0]) == 0),
        Row("told twice", "≤ delivered and then cut", f"{doubled} of {cut}", (_doubled(bare),), doubled <= cut),
        Row("time against the run without faults", "≤ 1.3", f"{ratio:.2f}", (f"{bare_ratio:.2f}",), ratio <= LONGEST),
        Row("longest silence while calls hang", "≤ 2 s", f"{stall:.2f} s", (f"{bare_stall:.2f} s",), stall <= STALLED),
    )
    note = (
        f"{PEOPLE:,} people at {RATE} a second: 5 % have blocked the bot (403), 1 % of the calls answer 500,"
        " 0.5 % are reset (half of them after Telegram has accepted), 0.2 % answer 429; and a run in which"
        " five calls never end. Counted from the ledger of the stand-in."
    )
    return Table("F5", "Faults", rows[:-1] if SHORT else rows, ("aiogram, workers at 97 %",), note)


def _doubled(runs: dict[str, Found]) -> str:
    return f"{runs['rough']['doubled']} of {runs['rough']['cut']}"


def stalled(run: Found) -> float:
    """Return the longest time between two messages, the stragglers' own tries left out."""
    at = sorted(run["at"])[: -2 * 5]
    return max((later - sooner for sooner, later in pairwise(at)), default=0.0)


PART = Part(table, beside, batch=1)
