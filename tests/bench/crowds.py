"""A broadcast to a thousand, a hundred thousand, a million (F7)."""

from tests.bench.part import Part
from tests.bench.plan import SHORT, size
from tests.bench.stage import Found, Job
from tests.bench.table import NONE, Row, Table, ms, us

SIZES = (1_000, 100_000) if SHORT else (1_000, 100_000, 1_000_000)
MESSAGES = size(1_000, 30_000)
MOST = SIZES[-1]


def groups() -> list[dict[str, Job]]:
    """Each size in a process of its own."""
    plans = [{"count": count, "messages": MESSAGES} for count in SIZES]
    return [{f"F7 {plan['count']}": Job("queued:broadcast", plan, within=120)} for plan in plans]


def table(found: dict[str, Found]) -> Table:
    """Judge the largest audience."""
    runs = [found[f"F7 {count}"] for count in SIZES]
    most = runs[-1]
    ratio = most["cost"] / runs[0]["cost"]
    rows = (
        _row("first message claimed after", "≤ 50 ms", [ms(r["first"]) for r in runs], most["first"] <= 0.05),
        _row("everybody queued after", NONE, [f"{r['took']:.2f} s" for r in runs], None),
        _row("CPU to queue", "≤ 0.5 s", [f"{r['queue_cpu']:.2f} s" for r in runs], most["queue_cpu"] <= 0.5),
        _row("memory grown by", "≤ 10 MB", [f"{r['grown']:.1f} MB" for r in runs], most["grown"] <= 10),
        _row("another writer waited at most", "≤ 50 ms", [ms(r["waited"]) for r in runs], most["waited"] <= 0.05),
        _row("CPU to claim and settle one", "≤ 1.1 × that of 1,000", [us(r["cost"]) for r in runs], ratio <= 1.1),
    )
    return Table(
        "F7",
        f"A large audience: {MOST:,} people",
        rows,
        tuple(f"{count:,} people" for count in SIZES[:-1]),
        "Ours alone: a list in memory, which is all that aiogram offers, is gone with the process.",
    )


def _row(what: str, target: str, cells: list[str], met: bool | None) -> Row:
    return Row(what, target, cells[-1], tuple(cells[:-1]), met)


PART = Part(table, groups=groups)
