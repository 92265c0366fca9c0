"""Commands that need no Telegram do not load aiogram: they are run on small machines, often, and in a hurry."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS
from tests.tree import ROOT

WORDS = {
    "check": ["check"],
    "key": ["key", "new", "bot.key"],
    "backup": ["backup"],
    "restore": ["restore", "there-is-none.age", "--identity", "bot.key"],
    "journal": ["journal", "verify"],
    "unlock": ["unlock"],
    "seminars": ["seminars", "import", "there-is-none.ics"],
    "search": ["search", "сколько ждать разрешение на работу"],
    "panic": ["panic", "--yes"],
    "health": ["health"],
    "site": ["site", "mirror"],
}
HEAVY = ("aiogram", "aiohttp", "apscheduler")
PROGRAM = f"""
import contextlib, io, json, sys
from bot.__main__ import main
import bot.cli.demo  # says something before it loads the rest
told = {{"demo": [0, "", "", [package for package in {HEAVY!r} if package in sys.modules]]}}
for name, words in json.loads(sys.argv[1]).items():
    said, complained = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(complained):
        code = main(words)
    loaded = [package for package in {HEAVY!r} if package in sys.modules]
    told[name] = [code, *(each.buffer.getvalue().decode() for each in (said, complained)), loaded]
print(json.dumps(told))
"""


@pytest.mark.process
def test_a_command_that_needs_no_telegram_does_not_load_it(tmp_path: Path) -> None:
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    settings = {"DATABASE_PATH": str(tmp_path / "bot.db"), "DATABASE_UNENCRYPTED": "yes"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(WORDS)],
        cwd=tmp_path,
        env={**environment, **settings},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    told = json.loads(done.stdout)
    assert told.keys() == COMMANDS.keys() - {"run"}
    assert {name: loaded for name, (*_, loaded) in told.items() if loaded} == {}
    code, said, complained, _ = told["check"]
    assert (code, complained) == (0, "")
    assert " settings: " in said
    assert " texts: " in said
    assert [name for name, (code, *_) in told.items() if code == 0] == [
        "demo",
        "check",
        "key",
        "search",
        "panic",
        "site",
    ]
