"""Has the statistics drawn by a process of their own: a thread would take turns with whoever taps meanwhile (A11)."""

import asyncio
import json
import sys
from dataclasses import asdict
from importlib.util import find_spec

from bot.core.chart_sheet import ChartSheet

PACKAGES = ("PIL", "font_manrope")
"""What the extra ``charts`` brings."""

ARTIST = "bot.charts"
"""The module that is run: it reads a sheet and writes a PNG."""

TIMEOUT_SECONDS = 6.0
"""How long it may take, on the smallest machine: who asked still reads the numbers within an attempt's ten seconds."""


class NotDrawn(Exception):
    """The process ended without a picture."""


def can_draw() -> bool:
    """Return whether the extra ``charts`` is installed; nothing of it is loaded."""
    return all(map(find_spec, PACKAGES))


async def draw_apart(sheet: ChartSheet) -> bytes:
    """Return the picture; raises NotDrawn, TimeoutError, OSError."""
    artist = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", ARTIST),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            picture, _ = await artist.communicate(json.dumps(asdict(sheet)).encode())
    finally:
        if artist.returncode is None:
            artist.kill()
    if artist.returncode or not picture:
        raise NotDrawn
    return picture
