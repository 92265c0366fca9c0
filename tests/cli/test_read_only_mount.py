"""A folder on a disk mounted read-only: unlike file modes it binds root too. ``check`` says what the start says."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from bot.exit_codes import EXIT_CONFIG, EXIT_STORAGE
from tests.storage.db.test_inspection import made

UNSHARE = ("unshare", "--mount") if os.geteuid() == 0 else ("unshare", "--mount", "--map-root-user")
READ_ONLY = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"'
COMMANDS = """
import sys
from bot.__main__ import main
for command in ("check", "run"):
    print(command, main([command]))
"""


@cache
def allowed(folder: Path) -> bool:
    """Whether a disk may be mounted here, in a namespace that ends with the process."""
    try:
        return subprocess.run((*UNSHARE, "sh", "-c", READ_ONLY, "sh", folder), capture_output=True).returncode == 0  # noqa: PLW1510 -- it may fail
    except OSError:
        return False


@pytest.mark.process
@pytest.mark.parametrize("there", [False, True], ids=["no database yet", "a database"])
def test_t50_a_folder_that_is_mounted_read_only(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    if not allowed(folder):
        pytest.skip("nothing may be mounted here")
    if there:
        made(folder / "bot.db", None)
    before = sorted(file.name for file in folder.iterdir())
    values = {"BOT_TOKEN": "42:TEST", "DATABASE_UNENCRYPTED": "yes", "DATABASE_PATH": str(folder / "bot.db")}
    ran = subprocess.run(
        (*UNSHARE, "sh", "-c", f'{READ_ONLY} && exec "$0" -c "$2"', sys.executable, folder, COMMANDS),
        env={**os.environ, **values, "TELEGRAM_API_URL": "http://127.0.0.1:9", "PYTHONPATH": str(Path.cwd())},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert f"check {EXIT_STORAGE}\nrun {EXIT_CONFIG}" in ran.stdout
    assert "bad database: the folder of DATABASE_PATH is read-only: " in ran.stdout
    assert "DATABASE_PATH: the folder does not exist or cannot be written to" in ran.stderr
    assert sorted(file.name for file in folder.iterdir()) == before
