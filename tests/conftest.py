"""What holds for every test: the size and seed of the run (tests/sizes.py), and the umask of most shells."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.chaos import figures
from tests.sizes import EXAMPLES, FULL, SEED, SIZE, drawn

for size, count in EXAMPLES.items():
    settings.register_profile(size, max_examples=count, deadline=None)  # a test never asserts absolute speed
settings.load_profile(SIZE)

USUAL_UMASK = 0o022


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Draw the examples by the run's seed, unless the command line names one for them."""
    if config.getoption("hypothesis_seed", None) is None:
        config.option.hypothesis_seed = str(SEED)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let what takes long stand aside, unless this is a full run, markers are asked for or its file is named.

    Where it is asked for, CI tries a sample of it.
    """
    if FULL:
        return
    named = {Path(argument.split("::")[0]).resolve() for argument in config.args}
    slow = [item for item in items if item.get_closest_marker("long")]
    asked = config.option.markexpr == "long"
    if config.option.markexpr and not asked:
        return
    aside = [item for item in slow if (not drawn(item.nodeid) if asked else item.path not in named)]
    if aside:
        config.hook.pytest_deselected(items=aside)
        items[:] = [item for item in items if item not in set(aside)]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which size and seed it was, and what held; CHAOS_WRITE=1 writes it down, unless the run failed."""
    terminalreporter.write_line(f"SIZE={SIZE} SEED={SEED}")
    found = figures.taken()
    if not found:
        return
    terminalreporter.section("figures")
    for number, said in found.items():
        terminalreporter.write_line(f"{number}: {said}")
    if os.environ.get("CHAOS_WRITE") == "1" and not terminalreporter.stats.get("failed"):
        figures.write(figures.DOCUMENT, found)


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    """Begin with the umask of most shells: ``bot.__main__.main`` sets its own for the whole process."""
    before = os.umask(USUAL_UMASK)
    yield
    os.umask(before)
