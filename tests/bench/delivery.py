"""How much of the allowed rate is used, and what a message costs: ours, aiogram's bare call, the documentation's loop.

``python -m tests.bench.delivery``; BENCH_SHORT=1 runs a fraction. Compare columns within one run, never across runs.
"""

import json
import os
import subprocess
import sys
from typing import Any

from tests.bench.contenders import CONTENDERS
from tests.bench.server import PEOPLE

SHORT = bool(os.environ.get("BENCH_SHORT"))
PLANS: list[tuple[float, str, int]] = (
    [(30, "window", 150), (0, "off", PEOPLE)]
    if SHORT
    else [
        (30, "bucket", 630),
        (30, "window", 630),
        (30, "penalty", 630),
        (1000, "bucket", 10 * PEOPLE),
        (1000, "window", 10 * PEOPLE),
        (1000, "penalty", 10 * PEOPLE),
        (0, "off", 3 * PEOPLE),
    ]
)
"""(allowed rate, how the server counts it, messages); rate 0 is as fast as it goes."""

LOOP_MOST = 400
"""The documentation's loop is not kept waiting for more messages than that."""

HEAD = "contender                rate model      sent   share   429   µs CPU   per s  RSS MB"


def measure(name: str, rate: float, model: str, count: int) -> dict[str, Any]:
    """Run one contender against a server of its own."""
    options: dict[str, Any] = {"model": model}
    if rate:  # round trips of 30-100 ms, of which 20 ms are jitter on the way there
        options |= {"per_second": rate, "latency": [0.015, 0.035], "after": [0.015, 0.065]}
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.server", json.dumps(options)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout
    url = f"http://127.0.0.1:{server.stdout.readline().strip()}"
    client = subprocess.run(
        [sys.executable, "-m", "tests.bench.contenders", name, url, str(count), str(rate)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=600,
    )
    told, _ = server.communicate("", timeout=60)
    cost: dict[str, Any] = json.loads(client.stdout)
    tally: dict[str, Any] = json.loads(told)
    return cost | tally


def share(at: list[float], rate: float) -> float:
    """Return the used part of the allowed rate, the first second left out."""
    steady = [moment for moment in at if moment >= 1]
    return len(steady) / (at[-1] - 1) / rate if rate and at[-1] > 1 else float("nan")


def main() -> int:
    """Print one table."""
    print(HEAD)
    for rate, model, count in PLANS:
        for name in CONTENDERS:
            amount = min(count, LOOP_MOST) if name.startswith("documentation") else count
            found = measure(name, rate, model, amount)
            sent = len(found["at"])
            print(
                f"{name:22} {rate or '–':>6} {model:8} {sent:6} {share(found['at'], rate):7.1%} {found['refused']:5}"
                f" {found['cpu'] / sent * 1e6:8.0f} {sent / found['at'][-1]:7.0f} {found['rss'] / 1024:7.0f}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
