"""``python -m tests.bench.charts``: how long the first picture of the statistics takes, and what it costs other taps.

Cold: a new process each time, from /stats to the sent picture, the library's import in it. Taps: a reader opens the
menu fifty times a second, with nothing beside, and with a new picture every three seconds.
"""

import asyncio
import subprocess
import sys
import time
from typing import Any

from bot.core.locales import Locale
from bot.core.statistics import DELIVERIES, SUBSCRIBERS, DaySum
from bot.handlers.ui.screens import Words
from tests.bench.table import percentile
from tests.chat import Town, town

COLD_RUNS = 7
TAPS = 600
BETWEEN_SECONDS = 0.02
BETWEEN_PICTURES_SECONDS = 3.0
"""Far more often than admins look: the same numbers are drawn once."""
DAYS = 30


async def filled(t: Town) -> None:
    """Give the statistics thirty days of everything."""
    from_day = t.clock.now().date()
    sums: list[DaySum] = []
    for number in range(1, DAYS + 1):
        day = from_day.fromordinal(from_day.toordinal() - number)
        sums += [(day, f"{SUBSCRIBERS}{language}", 900 + 7 * number) for language in ("ru", "en")]
        sums += [(day, f"{DELIVERIES}{what}", 50 * number) for what in ("delivered", "gone", "failed")]
    await t.app.repositories.day_sums.write(sums, from_day)


async def cold() -> float:
    """Return the seconds from /stats to the picture, in a process that has drawn none."""
    async with town() as t:
        await filled(t)
        admin = t.admin()
        await admin.sends("/start")
        began = time.perf_counter()
        await admin.sends("/stats")
        seconds = time.perf_counter() - began
        assert admin.last["photo"]
        return seconds


async def draw_on(t: Town, desk: Any, drawn: list[float]) -> None:
    """Draw one picture after another, none from memory."""
    words = Words(t.app.texts, Locale.RU)
    while True:
        desk._drawn.clear()  # noqa: SLF001 -- nothing public forgets a picture
        began = time.perf_counter()
        await desk.send(9001, words)
        drawn.append(time.perf_counter() - began)
        await asyncio.sleep(BETWEEN_PICTURES_SECONDS)


async def taps(*, beside: bool) -> tuple[list[float], list[float]]:
    """Return how long each tap took, and each picture beside them."""
    async with town() as t:
        await filled(t)
        admin, anna = t.admin(), t.person()
        await admin.sends("/start")
        await anna.sends("/start")
        drawn: list[float] = []
        drawing = asyncio.ensure_future(draw_on(t, t.app.dispatcher["statistics_desk"], drawn)) if beside else None
        waits = []
        for number in range(TAPS):
            began = time.perf_counter()
            await anna.taps("Вопросы и ответы" if number % 2 == 0 else "Меню")
            waits.append(time.perf_counter() - began)
            await asyncio.sleep(BETWEEN_SECONDS)
        if drawing:
            drawing.cancel()
        return waits, drawn


def main() -> None:
    """Print the figures."""
    if sys.argv[1:] == ["cold"]:
        sys.stdout.write(f"{asyncio.run(cold())}\n")
        return
    command = [sys.executable, "-m", "tests.bench.charts", "cold"]
    firsts = [float(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(COLD_RUNS)]
    sys.stdout.write(f"cold: median {percentile(firsts, 0.5):.2f} s, slowest {max(firsts):.2f} s of {COLD_RUNS}\n")
    for beside in (False, True) * 3:
        waits, drawn = asyncio.run(taps(beside=beside))
        said = f"p50 {percentile(waits, 0.5) * 1000:.1f} ms, p95 {percentile(waits, 0.95) * 1000:.1f} ms"
        also = f", {len(drawn)} pictures, median {percentile(drawn, 0.5) * 1000:.0f} ms" if drawn else ""
        sys.stdout.write(f"taps {'beside pictures' if beside else 'alone'}: {said}{also}\n")


if __name__ == "__main__":
    main()
