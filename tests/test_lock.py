"""T97: a package that is not the one that was locked is not installed."""

import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAME = "lockprobe-1.0-py3-none-any.whl"
FILES = {
    "lockprobe.py": "",
    "lockprobe-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: lockprobe\nVersion: 1.0\n",
    "lockprobe-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "lockprobe-1.0.dist-info/RECORD": "",
}


def wheel(folder: Path, source: str) -> str:
    """Build a package with that much of code in it; return its hash."""
    with zipfile.ZipFile(folder / NAME, "w") as file:
        for name, content in {**FILES, "lockprobe.py": source}.items():
            file.writestr(name, content)
    return hashlib.sha256((folder / NAME).read_bytes()).hexdigest()


def install(folder: Path, requirement: str) -> subprocess.CompletedProcess[str]:
    """Install as the Makefile does, from a folder instead of a network."""
    found = re.search(r"^PIP = \$\(BIN\)/python -m pip (.*) -r$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert found
    (folder / "requirements.txt").write_text(f"{requirement}\n", encoding="utf-8")
    offline = (
        "--isolated",
        "--no-cache-dir",
        "--no-index",
        "--find-links",
        str(folder),
        "--target",
        str(folder / "in"),
    )
    words = [sys.executable, "-m", "pip", *found[1].split(), *offline, "-r", str(folder / "requirements.txt")]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("changed", [False, True])
def test_t97_a_changed_wheel_is_not_accepted(tmp_path: Path, changed: bool) -> None:
    locked = wheel(tmp_path, "value = 1\n")
    if changed:
        wheel(tmp_path, "value = 2\n")
    done = install(tmp_path, f"lockprobe==1.0 --hash=sha256:{locked}")
    assert (done.returncode == 0) is not changed, done.stderr
    assert (tmp_path / "in" / "lockprobe.py").exists() is not changed


def test_t97_a_package_without_a_hash_is_not_accepted(tmp_path: Path) -> None:
    wheel(tmp_path, "")
    assert install(tmp_path, "lockprobe==1.0").returncode != 0
    assert not (tmp_path / "in").exists()
