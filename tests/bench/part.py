"""A part of the benchmark: what it runs, and what it makes of what was found."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.bench.stage import Found, Job
from tests.bench.table import Table


@dataclass(frozen=True)
class Part:
    """``beside`` hardly loads the machine and runs beside those of its batch; ``groups`` run one after the other."""

    table: Callable[[dict[str, Found]], Table]
    beside: Callable[[], dict[str, Job]] = dict
    groups: Callable[[], list[dict[str, Job]]] = list
    batch: int = 0
