"""A command whose reader has gone, as in ``bot check | head``, says nothing of it, and ends as it would have."""

import os
import subprocess
import sys

import pytest

from bot.__main__ import main
from bot.cli.unread_output import Dropping, drop_unread, over
from bot.exit_codes import EXIT_CONFIG, EXIT_UNREAD

UNREAD = {
    "check": ("check",),
    "help": ("--help",),
    "journal": ("journal", "verify"),
    "health": ("health",),
    "panic": ("panic",),
    "demo": ("demo", "--nonsense"),
}


def unread(*arguments: str, feed: str = "", **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a command whose output and errors nobody reads; the errors only where they would be a traceback."""
    reader, writer = os.pipe()
    os.close(reader)
    words = (sys.executable, "-m", "bot", *arguments)
    environment = {**os.environ, "DATABASE_PATH": "/nowhere/bot.db", "BOT_TOKEN": "", **more}
    try:
        return subprocess.run(
            words,
            stdout=writer,
            stderr=subprocess.PIPE,
            input=feed,
            text=True,
            timeout=120,
            check=False,
            env=environment,
        )
    finally:
        os.close(writer)


@pytest.mark.parametrize("name", UNREAD)
def test_a_command_nobody_reads_ends_without_a_traceback(name: str) -> None:
    done = unread(*UNREAD[name])
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
    assert done.returncode != 120, "the interpreter could not write the rest"


def test_its_exit_code_is_its_own() -> None:
    assert unread("check", ADMIN_IDS="canary").returncode == EXIT_CONFIG


@pytest.mark.long
def test_answers_that_nobody_reads_end_the_asking() -> None:
    done = unread("search", feed="asylum\n" * 1_000)
    assert (done.returncode, done.stderr) == (EXIT_UNREAD, "")


def test_what_is_written_is_dropped_or_ends_the_command(capfd: pytest.CaptureFixture[str]) -> None:
    for ends in (False, True):
        reader, writer = os.pipe()
        under = Dropping(writer)
        under.ends = ends
        stream = over(under, sys.stdout, lines=True)
        stream.write("read\n")
        assert os.read(reader, 100) == b"read\n"
        os.close(reader)
        if ends:
            with pytest.raises(SystemExit) as ended:
                stream.write("unread\n")
            assert ended.value.code == EXIT_UNREAD
        for _ in range(3):
            stream.write("unread as well\n")
        stream.close()
        os.close(writer)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("command", "ends"), [("search", True), ("panic", False), ("check", False)])
def test_only_what_answers_line_by_line_ends(command: str, ends: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    class Command:
        @staticmethod
        def main(**_options: object) -> int:
            return 5

    under = Dropping(os.open(os.devnull, os.O_WRONLY))
    monkeypatch.setattr("bot.__main__.drop_unread", lambda: under)
    monkeypatch.setattr("bot.__main__._loaded", lambda _name: Command)
    monkeypatch.setattr(sys, "argv", ["bot", command])
    assert main() == 5
    assert under.ends is ends
    os.close(under.fileno())


def test_both_streams_go_on_as_they_were(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with os.fdopen(os.dup(1), "w") as out, os.fdopen(os.dup(2), "w") as err:
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        drop_unread()
        print("said")
        print("wrong", file=sys.stderr)
        sys.stdout.flush()
    assert capfd.readouterr() == ("said\n", "wrong\n")
