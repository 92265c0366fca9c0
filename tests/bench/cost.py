"""What a message costs: ours with its durable record, aiogram's bare call which records nothing (F3)."""

from statistics import median

from tests.bench.part import Part
from tests.bench.plan import SHORT, size
from tests.bench.stage import Found, Job
from tests.bench.table import NONE, Row, Table, us

COUNT = size(2_000, 8_000)
TIMES = size(1, 3)
GENTLE = size(5, 25)
"""Seconds at 30 a second."""

STRETCH = 0.45
CLIENTS = {"ours": "ours:sender", "bare": "bare:workers"}
LOADED = {"ours": "sender", "bare": "workers"}


def beside() -> dict[str, Job]:
    """The cost at 30 a second, and of the loop."""
    server = {"limits": [(0, "off", 1)]}
    plan = {"count": 30 * (GENTLE + 1), "rate": 30, "seconds": GENTLE}
    gentle = {f"F3 gentle {way}": Job(client, plan, server) for way, client in CLIENTS.items()}
    return gentle | {"F3 gentle loop": Job("bare:loop", plan, server)}


def groups() -> list[dict[str, Job]]:
    """As fast as it goes, in turn, several times; then the memory of processes that have loaded nothing else."""
    server, plan = {"limits": [(0, "off", 1)]}, {"count": COUNT, "rate": 0, "seconds": 60}
    jobs = [(f"F3 {way} {time}", client) for time in range(TIMES) for way, client in CLIENTS.items()]
    alone = {
        f"F3 rss {way}": Job("restart:fresh", {"what": LOADED[way], "arguments": [str(COUNT)]}, server)
        for way in CLIENTS
    }
    return [*({name: Job(client, plan, server)} for name, client in jobs), {} if SHORT else alone]


def table(found: dict[str, Found]) -> Table:
    """Judge the ratio at the high rate."""
    for name, run in found.items():
        if "gentle" not in name:
            assert run["sent"] == len(set(run["chats"])) == len(run["at"]) == COUNT, name
    cpu, speed = ({way: middle(found, way, what) for way in CLIENTS} for what in ("cpu", "at"))
    gentle = {name: run["cpu"] / run["sent"] for name, run in found.items() if "gentle" in name}
    ratio = cpu["ours"] / cpu["bare"]
    rss = {way: "–" if SHORT else f"{found[f'F3 rss {way}']['peak']:.0f} MB" for way in CLIENTS}
    rows = (
        Row("CPU a message, as fast as it goes", NONE, us(cpu["ours"]), (us(cpu["bare"]),)),
        Row("… against the bare call", "≤ 1.00", f"{ratio:.2f}", ("1",), ratio <= 1),
        Row("… the stretch goal", f"≤ {STRETCH}", f"{ratio:.2f}", ("1",), ratio <= STRETCH),
        Row(
            "CPU a message at 30 a second",
            NONE,
            us(gentle["F3 gentle ours"]),
            (us(gentle["F3 gentle bare"]), us(gentle["F3 gentle loop"])),
        ),
        Row("messages a second, as fast as it goes", NONE, f"{speed['ours']:,.0f}", (f"{speed['bare']:,.0f}",)),
        Row("memory of the process", NONE, rss["ours"], (rss["bare"],)),
    )
    note = f"{COUNT:,} messages, the median of {TIMES} runs in turn" if not SHORT else f"{COUNT:,} messages"
    return Table(
        "F3",
        "What a message costs",
        rows,
        ("aiogram, workers", "the loop, `sleep(0.05)`"),
        f"{note}, no latency. Ours writes down every message's fate; the others write nothing.",
    )


def middle(found: dict[str, Found], way: str, what: str) -> float:
    """Return the median CPU seconds a message, or messages a second, of the runs at full speed."""
    runs = [found[f"F3 {way} {time}"] for time in range(TIMES)]
    each = [run["cpu"] / run["sent"] if what == "cpu" else run["sent"] / run["at"][-1] for run in runs]
    return float(median(each))


PART = Part(table, beside, groups)
