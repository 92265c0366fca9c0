"""What GET /metrics says, in Prometheus' text format: made when it is asked for, from what is in memory.

Every label has its values from a closed list, so that the number of series is bounded and no id is among them.
"""

import os
import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from bot.core.clock import Clock
from bot.core.health.counts import BOUNDS_SECONDS, RefusedCall, Times, VerdictWord
from bot.core.health.pulse import Part
from bot.core.health.readiness import state_of
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals
from bot.core.mailings.mailings import Lane

PREFIX = "seminar_bot_"
SELF = Path("/proc/self")


def metrics_of(vitals: Vitals, clock: Clock) -> bytes:
    """Return everything, as Prometheus reads it."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Vital(vitals, clock))
    return generate_latest(registry)


@dataclass(frozen=True, eq=False)
class Vital(Collector):
    """Reads the vitals."""

    vitals: Vitals
    clock: Clock

    def collect(self) -> Iterator[Metric]:
        """Yield every family."""
        yield from self._counted()
        yield from self._state()
        yield from self._measured()
        yield from _process()

    def _counted(self) -> Iterator[Metric]:
        counts = self.vitals.counts
        deliveries = {word.value: counts.deliveries[word] for word in VerdictWord}
        refusals = {call.value: counts.refusals[call] for call in RefusedCall}
        yield _sums("updates", "Updates by what became of them.", "outcome", counts.updates())
        yield _times("handling_seconds", "How long updates were handled, answers included.", counts.handling)
        yield _sums("deliveries", "Attempts to deliver a message by what became of them.", "verdict", deliveries)
        yield _sums("too_many_requests", "Answers 429 of Telegram by the kind of call.", "call", refusals)
        yield _sums(
            "searches", "Questions in people's own words by how sure the answer was.", "verdict", counts.searches()
        )

    def _state(self) -> Iterator[Metric]:
        state = state_of(self.vitals)
        yield _level("live", "1 while the parts make progress.", state.live)
        yield _level("ready", "1 while people are served.", state.ready)
        wrong = {trouble.value: trouble in state.reasons for trouble in Trouble}
        yield _levels("trouble", "1 while something is wrong, by the word of /health.", "reason", wrong)
        ages = {part.value: self.vitals.pulse.age(part) for part in Part}
        yield _levels("progress_age_seconds", "Since a part made progress last.", "part", ages)

    def _measured(self) -> Iterator[Metric]:
        measures = self.vitals.measures
        due = {lane: measures.due.get(lane) for lane in Lane}
        waiting = {lane.name.lower(): one.messages if one else 0 for lane, one in due.items()}
        yield _levels("backlog_messages", "Messages that are due and not sent.", "lane", waiting)
        oldest = {lane.name.lower(): one.seconds if one else 0 for lane, one in due.items()}
        yield _levels("oldest_due_seconds", "Since the oldest of these mailings was due.", "lane", oldest)
        if measures.backup_made is not None:
            age = (self.clock.now() - measures.backup_made).total_seconds()
            yield _level("backup_age_seconds", "Since the newest backup was written and read back.", age)
        if measures.disk_free is not None:
            yield _level("disk_free_bytes", "Free space where the database lies.", measures.disk_free)
        if measures.clock_ahead is not None:
            yield _level("clock_ahead_seconds", "By how much this clock is ahead of Telegram's.", measures.clock_ahead)


def _process() -> Iterator[Metric]:
    """Yield what the system says of this process, where it does."""
    yield InfoMetricFamily(f"{PREFIX}build", "What this bot runs on.", _build())
    if not SELF.is_dir():
        return
    resident = int((SELF / "statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    yield _level("resident_memory_bytes", "Memory of this process.", resident)
    yield _level("open_descriptors", "Open files and connections.", len(list((SELF / "fd").iterdir())))


@cache
def _build() -> dict[str, str]:
    return {"python": platform.python_version(), "aiogram": version("aiogram")}


def _sums(name: str, words: str, label: str, sums: Mapping[str, int]) -> Metric:
    family = CounterMetricFamily(PREFIX + name, words, labels=[label])
    for value, count in sums.items():
        family.add_metric([value], count)
    return family


def _levels(name: str, words: str, label: str, levels: Mapping[str, float]) -> Metric:
    family = GaugeMetricFamily(PREFIX + name, words, labels=[label])
    for value, level in levels.items():
        family.add_metric([value], level)
    return family


def _level(name: str, words: str, level: float) -> Metric:
    return GaugeMetricFamily(PREFIX + name, words, value=level)


def _times(name: str, words: str, times: Times) -> Metric:
    bounds = [*(str(bound) for bound in BOUNDS_SECONDS), "+Inf"]
    buckets = [(bound, sum(times.buckets[: number + 1])) for number, bound in enumerate(bounds)]
    return HistogramMetricFamily(PREFIX + name, words, buckets=buckets, sum_value=times.seconds)
