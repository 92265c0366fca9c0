"""How fast the command answers, and how much memory it takes: a process of its own, twice (cold, then warm)."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

from tests.search.training.labelled import FIRST, read_questions


def speed() -> None:
    """Print start, p50, p99 and memory."""
    for start in ("first", "again"):
        command = [sys.executable, "-m", "bot", "search"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdin and child.stdout
            took = []
            for question in (each for each in read_questions() if each.writer == FIRST):
                asked = time.perf_counter()
                child.stdin.write(f"{question.words}\n")
                child.stdin.flush()
                assert json.loads(child.stdout.readline())["query"] == question.words
                took.append(1000 * (time.perf_counter() - asked))
            opening, *others = took
            others.sort()
            status = Path(f"/proc/{child.pid}/status").read_text(encoding="ascii")  # rusage would count the parent's
            memory = int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024
            child.stdin.close()
        print(
            f"{start}: ready in {opening / 1000:.2f} s, p50 {others[len(others) // 2]:.1f} ms,"
            f" p99 {others[int(len(others) * 0.99)]:.1f} ms, peak memory {memory:.0f} MB"
        )
