"""One way to send, in a process that has loaded nothing else: for what it takes of the machine's memory."""

import asyncio
import importlib
import json
import resource
import sys

from tests.bench.plan import FOREVER

WAYS = {"ours": ("tests.bench.ours", "sender"), "bare": ("tests.bench.bare", "workers")}


def main(way: str, url: str, count: str) -> None:
    """Send, and print the peak of memory."""
    module, name = WAYS[way]
    plan = {"count": int(count), "rate": 0, "seconds": FOREVER}
    found = asyncio.run(getattr(importlib.import_module(module), name)(url, plan))
    print(json.dumps({**found, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    main(*sys.argv[1:])
