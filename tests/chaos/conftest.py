"""At the end of a run its figures are shown, and written down when CHAOS_WRITE=1 asks for it."""

import os

import pytest

from tests.chaos import figures


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what held; a run that failed writes nothing."""
    found = figures.taken()
    if not found:
        return
    terminalreporter.section("figures")
    for number, said in found.items():
        terminalreporter.write_line(f"{number}: {said}")
    if os.environ.get("CHAOS_WRITE") == "1" and not terminalreporter.stats.get("failed"):
        figures.write(figures.DOCUMENT, found)
