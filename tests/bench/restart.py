"""A process of its own, as an operator starts it: when it was started, what it takes, what it says (F3, F9)."""

import asyncio
import json
import os
import re
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bot.lazy_types import SWITCH
from tests.bench.plan import TOKEN
from tests.bench.start import START

ROOT = Path(__file__).parents[2]
RESIDENT = re.compile(r"VmRSS:\s+(\d+) kB")
IMPORT = (
    "import bot, json, time; began = time.monotonic(); import aiogram; seconds = time.monotonic() - began;"
    "peak = int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]) / 1024;"
    "print(json.dumps({'seconds': seconds, 'worked': time.process_time(), 'peak': peak}))"
)
"""The peak is the kernel's for this program; what getrusage says begins with that of whoever started it."""

COMMANDS = {
    "ours": ["-m", "bot", "run"],
    "bare": ["-m", "tests.bench.polling", "{url}"],
    "import": ["-c", IMPORT],
    "sender": ["-m", "tests.bench.alone", "ours", "{url}"],
    "workers": ["-m", "tests.bench.alone", "bare", "{url}"],
    "builds": ["-m", "tests.late_builds"],
}
PEERS = ("bare", "workers")
"""What others start: they have aiogram's own import. So has whatever a plan calls plain."""

WITHIN = 40.0
"""Seconds the demo has for its address."""


async def fresh(url: str, plan: dict[str, Any]) -> dict[str, Any]:
    """Start a command; at SIGTERM look at its memory and end it, or wait for its end. What it prints is its result."""
    told = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, told.set)
    await START.begin()
    command = [part.replace("{url}", url) for part in COMMANDS[plan["what"]]]
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *command,
            *plan.get("arguments", ()),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            cwd=folder,
            env=_environment(url, folder, plain=plan["what"] in PEERS or plan.get("plain", False)),
        )
        try:
            resident = await _resident_when_told(process, told, plan.get("later", 0))
            said, complaint = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
    assert process.returncode == 0, complaint.decode()[-2_000:]
    found: dict[str, Any] = json.loads(said) if said.startswith(b"{") else {}
    return {"started": started, "lasted": time.monotonic() - started, "resident": resident, **found}


async def _resident_when_told(process: asyncio.subprocess.Process, told: asyncio.Event, later: float) -> float:
    """Return the MB in use so many seconds after being told to end the process; 0 when it has ended by itself."""
    signals = [asyncio.ensure_future(told.wait()), asyncio.ensure_future(process.wait())]
    await asyncio.wait(signals, return_when=asyncio.FIRST_COMPLETED)
    signals[0].cancel()
    if process.returncode is not None:
        return 0.0
    await asyncio.sleep(later)
    found = _resident(process.pid)
    process.terminate()
    return found


def _resident(pid: int) -> float:
    found = RESIDENT.search(Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else 0.0


async def demo(_url: str, plan: dict[str, Any]) -> dict[str, Any]:
    """Run ``make demo`` until it has an address; say after how many seconds it spoke, and had one."""
    await START.begin()
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        said: list[tuple[bytes, float]] = []
        process = await asyncio.create_subprocess_exec(
            *("make", "--silent", "demo"),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            cwd=ROOT,
            env={**_environment("", folder, plain=plan["plain"]), "DEMO_PORT": "0"},
            start_new_session=True,
        )
        assert process.stdout is not None
        try:
            async with asyncio.timeout(WITHIN):
                while not (said and said[-1][0].startswith(b"Demo: ")):
                    said.append((await process.stdout.readuntil(), time.monotonic() - started))
        finally:
            if process.returncode is None:
                os.killpg(process.pid, signal.SIGTERM)
            await process.communicate()  # ends when the demo has: make is gone at once
    return {"spoke": said[0][1], "address": said[-1][1]}


def _environment(url: str, folder: str, *, plain: bool) -> dict[str, str]:
    return {
        **({SWITCH: "1"} if plain else {}),
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(ROOT),
        "BOT_TOKEN": TOKEN,
        "DATABASE_PATH": f"{folder}/bot.db",
        "DATABASE_UNENCRYPTED": "yes",
        "TELEGRAM_API_URL": url,
    }
