"""A limit that is lower than the settings say, or that moves (F2)."""

from typing import Any

from tests.bench.part import Part
from tests.bench.plan import AFTER, LATENCY, SHORT, size
from tests.bench.stage import Found, Job
from tests.bench.table import Row, Table, used

CONFIGURED, REAL = 30, 20
SECONDS = size(6, 95)
LEARNED = size(3, 30)
"""Seconds after which the pace is to have learned."""

FALLS_AT = size(1, 10)
ENOUGH = 0.9
WAYS = {"ours": "ours:sender", "limit": "bare:workers", "loop": "bare:loop"}
CASES: dict[str, tuple[list[tuple[float, str, float]], float]] = {
    f"{REAL} instead of {CONFIGURED}, window": ([(0, "window", REAL)], LEARNED),
    f"{REAL} instead of {CONFIGURED}, bucket": ([(0, "bucket", REAL)], LEARNED),
    f"falls from {CONFIGURED} to {REAL}, window": (
        [(0, "window", CONFIGURED), (FALLS_AT, "window", REAL)],
        FALLS_AT + LEARNED,
    ),
}


if SHORT:
    CASES.popitem()
PEERS = ("aiogram, workers at what was promised", "the loop, `sleep(0.05)`")


def beside() -> dict[str, Job]:
    """Everybody believes the settings."""
    jobs = {}
    for case, (limits, _) in CASES.items():
        for way, client in WAYS.items():
            plan = {"count": CONFIGURED * (SECONDS + 2), "rate": CONFIGURED, "seconds": SECONDS + 0.5}
            server: dict[str, Any] = {"limits": limits, "latency": LATENCY, "after": AFTER}
            jobs[f"F2 {way} {case}"] = Job(client, plan, server, within=SECONDS + 60)
    return jobs


def table(found: dict[str, Found]) -> Table:
    """Judge what happens once it could have been learned."""
    note = (
        f"The settings say {CONFIGURED} a second. Share of what is really allowed, and refusals a minute,"
        f" from {LEARNED} s after the start or the fall to the end at {SECONDS} s (refusals before that in"
        " brackets)."
    )
    return Table("F2", "A limit that is not what was promised", tuple(row(found, case) for case in CASES), PEERS, note)


def row(found: dict[str, Found], case: str) -> Row:
    """Compare the ways under one limit."""
    since, cells, met = CASES[case][1], [], False
    for way in WAYS:
        run = found[f"F2 {way} {case}"]
        assert run["sent"] == len(run["at"]) > 0, f"{way}: {run['sent']} recorded, {len(run['at'])} accepted"
        share = used(run["at"], REAL, since, SECONDS)
        before = sum(at < since for at in run["refused_at"])
        minute = sum(since <= at < SECONDS for at in run["refused_at"]) * 60 / (SECONDS - since)
        cells.append(f"{share * 100:.1f} %, {minute:,.1f} a minute ({before:,})")
        met = (share >= ENOUGH and minute <= 1) if way == "ours" else met
    return Row(case, "≥ 90 %, ≤ 1 a minute", cells[0], tuple(cells[1:]), met)


PART = Part(table, beside, batch=1)
