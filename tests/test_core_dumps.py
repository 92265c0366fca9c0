"""H14: what keeps the kernel from writing this process into a file, without a process of its own."""

import resource
from types import SimpleNamespace

import pytest

from bot.core_dumps import forbid_core_dumps


@pytest.mark.parametrize(("platform", "called"), [("linux", [(4, 0, 0, 0, 0)]), ("darwin", [])])
def test_the_flag_is_set_where_there_is_one(
    platform: str, called: list[tuple[int, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[int, ...]] = []
    library = SimpleNamespace(prctl=lambda *arguments: calls.append(arguments))
    monkeypatch.setattr("bot.core_dumps.sys", SimpleNamespace(platform=platform))
    monkeypatch.setattr("bot.core_dumps.ctypes", SimpleNamespace(CDLL=lambda _: library))
    forbid_core_dumps()
    assert (resource.getrlimit(resource.RLIMIT_CORE), calls) == ((0, 0), called)
