"""The table of docs/architecture.md that leads from a command or a button to the files that decide about it."""

import re
from collections.abc import Iterator

from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject

from bot.handlers.profile import ADMINS, ASK, EVERYBODY, LAWYER_COMMANDS
from bot.handlers.routers import all_routers
from bot.handlers.ui.commands import TypedCommand
from tests.tree import ROOT

BOT = ROOT / "bot"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
SECTION = re.search(r"^## Where a command or a button is decided$(.+?)^## ", PAGE, re.MULTILINE | re.DOTALL)
ROWS = [row.split(" | ", 1) for row in re.findall(r"^\| (.+) \|$", SECTION[1] if SECTION else "", re.MULTILINE)[2:]]


def commands_of(first_cell: str) -> list[str]:
    """Return the commands a row is about."""
    return re.findall(r"`/(\w+)`", first_cell)


def paths_of(cells: str) -> set[str]:
    """Return the files a row names, from ``bot/``."""
    return set(re.findall(r"`([^`]+)`", cells))


TABLE = {command: paths_of(cells) for first, cells in ROWS for command in commands_of(first)}
NAMED = {path for _, cells in ROWS for path in paths_of(cells)}


def handlers(routers: list[Router]) -> Iterator[tuple[str, HandlerObject]]:
    """Yield the file of every registered handler, from ``bot/``, with the handler; errors' routers included."""
    for router in routers:
        for observer in router.observers.values():
            for handler in observer.handlers:
                module = handler.callback.__module__
                yield f"{module.removeprefix('bot.').replace('.', '/')}.py", handler
        yield from handlers(router.sub_routers)


def answered(handler: HandlerObject) -> set[str]:
    """Return the commands a handler is registered for."""
    filters = [each.callback for each in handler.filters or () if isinstance(each.callback, TypedCommand)]
    return {str(command) for found in filters for command in found.names}


def test_every_command_has_one_row_and_no_other_has() -> None:
    registered = {command for _, handler in handlers(all_routers()) for command in answered(handler)}
    listed = [command for first, _ in ROWS for command in commands_of(first)]
    assert {*EVERYBODY, *ADMINS, *ASK, *LAWYER_COMMANDS} == registered
    assert sorted(listed) == sorted(registered)


def test_every_file_in_the_table_exists() -> None:
    assert len(ROWS) > len(TABLE)
    assert [path for path in sorted(NAMED) if not list(BOT.glob(path))] == []


def test_whoever_answers_a_command_stands_in_its_row() -> None:
    found = [(command, file) for file, handler in handlers(all_routers()) for command in answered(handler)]
    assert len(found) > len(TABLE)
    assert [(command, file) for command, file in found if file not in TABLE[command]] == []


def test_whoever_answers_anything_stands_in_the_table() -> None:
    assert {file for file, _ in handlers(all_routers())} - NAMED == set()


def test_every_use_case_stands_in_the_table() -> None:
    """A file of core that no row names is one a newcomer cannot find from what a person does."""
    core = {path.relative_to(BOT).as_posix() for path in (BOT / "core").rglob("*.py") if path.name != "__init__.py"}
    assert core - NAMED - {"core/clock.py"} == set()
