"""How long a tap waits for its screen while a broadcast runs (F4)."""

import math
from typing import Any

from tests.bench.part import Part
from tests.bench.plan import AFTER, GUARDED, LATENCY, SHORT, size
from tests.bench.rate import ENOUGH
from tests.bench.stage import Found, Job
from tests.bench.table import NONE, Row, Table, ms, percentile, used

PEOPLE = size(10, 40)
SECONDS = {0: size(3, 25), 30: size(3, 25), 1_000: size(3, 10)}
A_SECOND = {0: 6, 30: 6, 1_000: 30}
USUAL = 30
BEARABLE = {USUAL: 1.3, 1_000: 2.0}
WAYS = ("ours",) if SHORT else ("ours", "limit", "guarded")
NETS = {"far": {"latency": LATENCY, "after": AFTER}, "near": {}}
WORDS = {"far": "round trips of 30 to 100 ms", "near": "the loopback"}
HEAD = 5
"""Seconds of a broadcast before the taps that count: a start, and everybody's first tap."""


def job(way: str, rate: int, net: str) -> Job:
    """People tap once so that their language is known, then at their leisure; the taps of the last round count."""
    paced = rate * GUARDED if way == "guarded" else rate
    client = "whole:bot" if way == "ours" else "polling:bot"
    count = rate * (SECONDS[rate] + HEAD + PEOPLE // 20)
    rounds = [(PEOPLE, 1 / 20), (SECONDS[rate] * A_SECOND[rate], 1 / A_SECOND[rate])]
    server: dict[str, Any] = {
        "limits": [(0, "window", rate)] if rate else [(0, "off", 1)],
        "taps": {"rounds": rounds, "people": PEOPLE},
        **NETS[net],
    }
    return Job(client, {"count": count, "rate": paced}, server, within=SECONDS[rate] + 60)


def groups() -> list[dict[str, Job]]:
    """What hardly loads the machine beside each other, the rest alone."""
    slow = {
        f"F4 {way} {rate} {net}": job(way, rate, net)
        for net in NETS
        for way in WAYS
        for rate in (0, 30)
        if rate or way != "guarded"
    }
    fast = [(way, net) for net in NETS for way in WAYS if net == "near" or way == "ours"]
    return [slow, *({f"F4 {way} 1000 {net}": job(way, 1_000, net)} for way, net in fast)]


def table(found: dict[str, Found]) -> Table:
    """Judge the slowest hundredth against that of a bot that sends nothing."""
    rows = [row for net in NETS for row in compared(found, net)]
    note = (
        "From the tap to the edited message: half of them within the first figure, 99 of 100 within the"
        f" second. The window model, {PEOPLE} people whose language is known. The whole bot polls and sends"
        " in one process; aiogram's polls and sends from workers in one process too."
    )
    peers = ("aiogram, workers at the limit", "workers at 97 %")
    return Table("F4", "A tap during a run", (*rows, whole(found), refusals(found)), peers, note)


def compared(found: dict[str, Found], net: str) -> list[Row]:
    """Compare the ways over one network."""
    idle = {way: found[f"F4 {'ours' if way == 'ours' else 'limit'} 0 {net}"] for way in WAYS}
    cells = [said(run) for run in idle.values()]
    rows = [Row(f"nothing to send, {WORDS[net]}", NONE, cells[0], tuple(cells[1:]))]
    for rate, bearable in BEARABLE.items():
        runs = {way: run for way in WAYS if (run := found.get(f"F4 {way} {rate} {net}"))}
        ratios = {way: late(run) / late(idle[way]) for way, run in runs.items()}
        cells = [f"{said(run)}{times(ratios[way])}" for way, run in runs.items()]
        what, target = f"{rate:,} a second, {WORDS[net]}", f"p99 ≤ {bearable} × idle"
        rows.append(Row(what, target, cells[0], tuple(cells[1:]), ratios["ours"] <= bearable))
    return rows


def whole(found: dict[str, Found]) -> Row:
    """Judge how much of the limit the whole bot uses, mailings and answers together, as long as people tap."""
    run = found[f"F4 ours {USUAL} far"]
    answered = [at - run["began"] for at in run["answered_at"]]
    share = used([*run["at"], *answered], USUAL, min(HEAD, max(answered) / 2), max(answered))
    words = f"of {USUAL} a second used, mailings and answers"
    return Row(words, "≥ 96.5 %", f"{share * 100:.1f} %", (NONE,) * (len(WAYS) - 1), share >= ENOUGH)


def refusals(found: dict[str, Found]) -> Row:
    """Count the answers that were refused for speed, or never came."""
    cells, failed = [], {}
    for way in WAYS:
        runs = [run for name, run in found.items() if name.startswith(f"F4 {way} ")]
        failed[way] = sum(run["refused"].get("reply", 0) + run["unanswered"] for run in runs)
        cells.append(f"{failed[way]} of {sum(len(run['waits']) for run in runs):,}")
    return Row("answers refused for speed", "0", cells[0], tuple(cells[1:]), failed["ours"] == 0)


def said(run: Found) -> str:
    """Return the median and the slowest hundredth."""
    assert run["waits"], "nobody tapped"
    return f"{ms(percentile(run['waits'], 0.5))}, {ms(late(run))}"


def times(ratio: float) -> str:
    """Return how many times as long as when idle, unless that is for ever."""
    return f", {ratio:.2f} × idle" if math.isfinite(ratio) else ""


def late(run: Found) -> float:
    """Return what 99 of 100 taps do not exceed."""
    return percentile(run["waits"], 0.99)


PART = Part(table, groups=groups)
