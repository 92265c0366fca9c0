"""``python -m tests.soak``: thirty days, 100,000 deliveries; writes the table of docs/soak.md."""

import os
import sys
from pathlib import Path

from bot.core.clock import SystemClock
from tests.chaos.virtual import run
from tests.sizes import run_name
from tests.soak.month import MAILINGS_A_DAY, Evening, month
from tests.soak.verdict import faults

DAYS = int(os.environ.get("SOAK_DAYS") or 30)
DELIVERIES = int(os.environ.get("SOAK_DELIVERIES") or 100_000)
DOCUMENT = Path(__file__).parents[2] / "docs" / "soak.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
COLUMNS = (
    *("day", "delivered", "RSS", "descriptors", "tasks", "rows"),
    *("file", "its rows", "at the fullest", "file / fullest", "file / rows", "log"),
)
HEAD = (f"| {' | '.join(COLUMNS)} |", "| --- " * len(COLUMNS) + "|")
MIB = 2**20


def line(e: Evening) -> str:
    """Word one evening."""
    counts = f"{e.day} | {e.deliveries:,} | {e.resident / MIB:.1f} | {e.descriptors} | {e.tasks} | {e.rows:,}"
    sizes = f"{e.file / MIB:.2f} | {e.live / MIB:.2f} | {e.fullest / MIB:.2f}"
    return f"| {counts} | {sizes} | {e.file / e.fullest:.2f} | {e.file / e.live:.2f} | {e.log / MIB:.2f} |"


async def soak() -> list[Evening]:
    """Let the days pass, and print each."""
    async with month(DELIVERIES // MAILINGS_A_DAY // DAYS) as found:
        for number in range(1, DAYS + 1):
            sys.stdout.write(f"{line(await found.day(number))}\n")
            sys.stdout.flush()
    return found.evenings


def main() -> int:
    """Run it; the exit code says whether nothing grew."""
    began = SystemClock().monotonic()
    sys.stdout.write("\n".join((*HEAD, "")))
    evenings: list[Evening] = run(soak())
    wrong = faults(evenings)
    took = f"{run_name()}; {SystemClock().monotonic() - began:.0f} s. {'; '.join(wrong) or 'Nothing grew'}."
    sys.stdout.write(f"\n{took}\n")
    text = DOCUMENT.read_text(encoding="utf-8")
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    table = "\n".join((BEGIN, took, "", *HEAD, *map(line, evenings), END))
    DOCUMENT.write_text(f"{before}{table}{after}", encoding="utf-8")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
