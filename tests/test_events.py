"""The log speaks in a closed list of events: every one stands in docs/events.md, and nothing else is logged."""

import ast
import logging
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

import pytest

from bot.core.events import SENTENCES, Event, event
from bot.logs import redacted
from tests.tree import ROOT, repository

PAGE = ROOT / "docs" / "events.md"
ROW = re.compile(
    r"^\| `(?P<name>\w+)` \| `(?P<logger>[\w.]+)` \| (?P<level>\w+) \| (?P<fields>[^|]+) \| [^|]+ \|$", re.M
)
LOGGING = {ROOT / "bot" / "core" / "events.py", ROOT / "bot" / "logs.py"}
"""The two files that may use the standard library's logging: one for our events, one for everything else."""
CODE = [path for path in repository(ROOT / "bot") if path.suffix == ".py"]


def described() -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Return name → (logger, level, fields) as the page has them."""
    rows = ROW.findall(PAGE.read_text(encoding="utf-8"))
    return {name: (logger, level, tuple(re.findall(r"`(\w+)`", fields))) for name, logger, level, fields in rows}


def last_resorts() -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Return the events that bot/logs.py writes by itself."""
    source = (ROOT / "bot" / "logs.py").read_text(encoding="utf-8")
    found = re.findall(r'getLogger\("(bot)"\)\.(\w+)\("(\w+) %s"', source)
    return {name: (logger, level, ("exception",)) for logger, level, name in found}


def calls(source: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (name, fields) of every event that is logged."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _called(node.func) == "event":
            named = [each.attr for each in ast.walk(node.args[0]) if isinstance(each, ast.Attribute) and _of_ours(each)]
            yield from ((name, tuple(str(keyword.arg) for keyword in node.keywords)) for name in named)


def _of_ours(attribute: ast.Attribute) -> bool:
    return isinstance(attribute.value, ast.Name) and attribute.value.id == "Event"


def _called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def other_logging(source: str) -> list[str]:
    """Return what a file takes from the standard library's logging."""
    taken: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            taken += [alias.name for alias in node.names if alias.name.split(".")[0] == "logging"]
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "logging":
            taken += [f"logging.{alias.name}" for alias in node.names]
    return taken


def test_the_page_lists_every_event_as_the_code_has_it() -> None:
    own = {each.name.lower(): (each.logger, logging.getLevelName(each.level).lower(), each.fields) for each in Event}
    assert len(own) > 40
    assert len(last_resorts()) == 4
    assert described() == own | last_resorts()


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_else_is_logged(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert path in LOGGING or other_logging(source) == []


def test_every_event_is_logged_with_its_fields() -> None:
    logged = {call for path in CODE for call in calls(path.read_text(encoding="utf-8"))}
    assert logged == {(each.name, each.fields) for each in Event}


@pytest.mark.parametrize(
    "source", ["import logging", "import logging.handlers", "from logging import getLogger", "import a, logging as b"]
)
def test_another_way_to_log_is_noticed(source: str) -> None:
    assert other_logging(source)


def test_a_field_too_many_is_noticed() -> None:
    assert list(calls("event(Event.FLOOD, count=1)")) == [("FLOOD", ("count",))]
    assert list(calls("events.event(Event.LOCKED if a.database else Event.UNLOCKED)")) == [
        ("LOCKED", ()),
        ("UNLOCKED", ()),
    ]


def test_a_sentence_is_fixed_and_stands_on_the_page(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    page = PAGE.read_text(encoding="utf-8")
    for what, words in SENTENCES.items():
        event(what)
        assert [f"{what.name.lower()}: {words[0]}"] == [record.getMessage() for record in caplog.records]
        assert redacted(words[0]) == words[0]
        assert re.search(rf"^\| `{what.name.lower()}` .*\| {re.escape(words[0])}\.", page, re.MULTILINE)
        caplog.clear()


class Word(StrEnum):
    """A closed list."""

    SPAM = "spam"


def test_a_line_has_one_form(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    event(Event.MAILING_STOPPED, mailing=7, reason=Word.SPAM)
    event(Event.TELEGRAM_UNREACHABLE, kind=OSError("Anna"), seconds=1.50)
    event(Event.LOCKED)
    said = [(record.name, record.levelname, record.getMessage()) for record in caplog.records]
    assert said == [
        ("bot.storage", "WARNING", "mailing_stopped mailing=7 reason=spam"),
        ("bot.inbox", "WARNING", "telegram_unreachable kind=OSError seconds=1.5"),
        ("bot.app", "WARNING", "locked"),
    ]


@pytest.mark.parametrize("value", ["Anna", b"Anna", ["Anna"], {"Anna": 1}, None])
def test_a_text_is_not_printed_whoever_passes_it(value: object, caplog: pytest.LogCaptureFixture) -> None:
    event(Event.TELEGRAM_UNREACHABLE, kind=cast(Any, value), seconds=1)
    assert [record.getMessage() for record in caplog.records] == [
        f"telegram_unreachable kind={type(value).__name__} seconds=1"
    ]
