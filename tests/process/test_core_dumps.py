"""H14, T109: a bot that is killed leaves no core file; other processes of its user cannot read its memory."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.chaos.figures import note

PR_GET_DUMPABLE = 3
CANARY = "canary-of-the-key"
SAYS = f"""
import ctypes, os, resource, signal, sys
from bot.__main__ import main

from tests.chaos.figures import note
key = "{CANARY}" * 1000
try:
    main(["unlock", "--help"])
except SystemExit:
    pass
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl({PR_GET_DUMPABLE}, 0, 0, 0, 0), flush=True)
os.kill(os.getpid(), signal.SIGABRT)
"""


def allowed_to_dump() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


@pytest.mark.skipif(sys.platform != "linux", reason="the flag is Linux's")
def test_h14_no_core_file_is_written(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    ended = subprocess.run(
        [sys.executable, "-c", SAYS],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        preexec_fn=allowed_to_dump,
        check=False,
    )
    assert ended.returncode == -signal.SIGABRT
    assert ended.stdout.splitlines()[-1] == "(0, 0) 0"
    assert list(tmp_path.iterdir()) == []
    note("T109", "aborted with the key in its memory: core files 0")
