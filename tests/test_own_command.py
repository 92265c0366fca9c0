"""What the program tells the operator to type works as written, from where they stand."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from bot.own_command import to_type


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a checkout with a Python of its own."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / ".venv" / "bin" / "python"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_in_the_checkout_it_is_short(checkout: Path) -> None:
    assert checkout
    assert to_type("key new FILE") == ".venv/bin/python -m bot key new FILE"
    assert to_type("") == ".venv/bin/python -m bot"


def test_far_away_it_is_the_whole_path(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    far = checkout / "a" / "b" / "c" / "d" / "e" / "f" / "g" / "h"
    far.mkdir(parents=True)
    monkeypatch.chdir(far)
    monkeypatch.setattr(sys, "executable", "/opt/bot/.venv/bin/python")
    assert to_type("unlock") == "/opt/bot/.venv/bin/python -m bot unlock"


def test_beside_the_program_it_is_no_word_to_search_for(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (checkout / ".venv" / "bin").mkdir(parents=True)
    monkeypatch.chdir(checkout / ".venv" / "bin")
    assert to_type("check") == "./python -m bot check"


def test_a_folder_with_a_space_is_quoted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "my bot" / "python"))
    assert shlex.split(to_type("check")) == ["my bot/python", "-m", "bot", "check"]


def test_without_a_name_of_its_own_or_a_folder_to_stand_in(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> str:
        raise FileNotFoundError

    monkeypatch.setattr(os.path, "relpath", gone)
    assert to_type("check") == f"{checkout}/.venv/bin/python -m bot check"
    monkeypatch.setattr(sys, "executable", "")
    assert to_type("check") == "python3 -m bot check"


@pytest.mark.process
def test_a_hint_can_be_typed() -> None:
    """It is run as a shell would, from the folder it was made for."""
    words = f"{to_type('key --help')}"
    done = subprocess.run(words, shell=True, capture_output=True, text=True, timeout=120, check=False)  # noqa: S602 -- as typed
    assert done.returncode == 0
    assert f"usage: {to_type('key')}" in done.stdout
