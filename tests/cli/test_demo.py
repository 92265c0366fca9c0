"""``python -m bot demo``: what it says at once, and of a port it cannot have."""

import socket
import sys
from collections.abc import Iterator

import pytest

from bot.__main__ import main
from bot.own_command import to_type
from tests.output import own_output


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """The command's output is set up and put back."""
    with own_output():
        yield


def line(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line that was said."""
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.count("\n") == 1
    return output.err


@pytest.mark.parametrize("port", ["", "x", "-1", "65536", "80 80", "8085.0", "1e3"])
def test_a_port_that_is_none(port: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DEMO_PORT", port)
    assert main(["demo"]) == 78
    assert line(capsys) == "bot: DEMO_PORT is a port number\n"


def test_a_port_that_is_taken(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("DEMO_PORT", str(taken.getsockname()[1]))
        assert main(["demo"]) == 78
    assert "is taken: choose another with DEMO_PORT=8086" in line(capsys)


def test_it_says_that_it_starts_before_it_loads_the_bot(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Server:
        @staticmethod
        def main(listening: socket.socket) -> int:
            assert capsys.readouterr().out == "Starting…\n"
            with socket.create_connection(listening.getsockname()):
                return 5

    monkeypatch.setenv("DEMO_PORT", "0")
    monkeypatch.setitem(sys.modules, "bot.cli.demo_server", Server)
    assert main(["demo"]) == 5
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("arguments", [["dance"], ["run", "fast"], ["demo", "--online"], ["--token", "x"]])
def test_arguments_nobody_knows(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert f"usage: {to_type('')}" in capsys.readouterr().err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    shown = capsys.readouterr().out
    assert all(f"    {name} " in shown for name in ("run", "demo", "check"))
