"""The rules of docs/architecture.md: the star of rooms, no circles, no crowded folder, a tidy top level."""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.tree import ROOT, repository

ROOMS = {  # room: what it may import of bot | and from outside, beside the standard library
    "core": "core |",
    "texts.py": "| fluent babel",
    "messages.py": "core | aiogram",
    "setting_faults.py": "|",
    "settings.py": "core own_command setting_faults | pydantic pydantic_settings",
    "setting_sources.py": "setting_faults settings | pydantic pydantic_settings",
    "logs.py": "exit_codes |",
    "exit_codes.py": "|",
    "own_command.py": "|",
    "wording": "core texts wording | babel icalendar",
    "site": "core site texts wording |",
    "checks": "checks core exit_codes texts | babel fluent",
    "storage": "core own_command storage | aiosqlite cryptography psycopg pyrage sqlcipher3",
    "standby": "core handlers settings standby storage | aiohttp",
    "delivery": "core delivery messages | aiogram aiohttp aiohttp_socks",
    "search": "core search | numpy snowballstemmer",
    "search_loading.py": "core search texts |",
    "chart_process.py": "charts core |",
    "desk_wiring.py": "chart_process core delivery handlers settings storage texts | aiogram",
    "ticket_wiring.py": "core delivery handlers settings storage texts | aiogram",
    "charts.py": "core | PIL font_manrope",
    "scheduler": "core | apscheduler",
    "http": "core http | aiohttp",
    "health": "core health http | aiohttp prometheus_client",
    "answer_wiring.py": "checks core desk_wiring handlers search_loading settings storage texts | aiogram",
    "site_wiring.py": "core settings site storage texts | aiogram",
    "inbox_wiring.py": "core handlers settings texts | aiogram",
    "health_wiring.py": "core handlers health settings storage | aiogram",
    "youtube": "core youtube | aiohttp",
    "handlers": "core handlers http messages texts wording | aiogram aiohttp babel icalendar pydantic",
    "demo": "demo | aiogram aiohttp multidict pydantic yarl",
    "lifespan.py": "app core delivery handlers health_wiring locked_mode settings standby storage telegram_types "
    "wiring | aiogram",
    "locked_mode.py": "core handlers settings storage wiring | aiogram",
    "app.py": "core delivery handlers scheduler site storage texts ticket_wiring | aiogram",
    "wiring.py": "answer_wiring app core delivery desk_wiring handlers health_wiring inbox_wiring settings site_wiring "
    "storage texts ticket_wiring youtube | aiogram",
    "cli": "* | *",
    "lazy_types.py": "|",
    "telegram_types.py": "handlers | aiogram",
    "core_dumps.py": "|",
    "__main__.py": "cli core_dumps own_command |",
    "__init__.py": "lazy_types |",
}
TOP = (
    "bot data tests docs deploy .ci .github pyproject.toml .env.example .editorconfig .pre-commit-config.yaml "
    "README.md SECURITY.md Makefile LICENSE .gitignore"
)
LOCKS = ("requirements.txt", "requirements-postgres.txt", "requirements-test.txt", "requirements-dev.txt")
MODULES = [path for path in repository(ROOT / "bot") if path.suffix == ".py"]
TESTS = [path for path in repository(ROOT / "tests") if path.suffix == ".py"]

MAX_MODULES_IN_A_FOLDER = 25
"""Python files directly in one folder of bot/ or tests/, ``__init__.py`` aside; a larger folder gets packages."""

WITHOUT_PACKAGES = frozenset({"tests", "tests/bench", "tests/chaos"})
"""Folders that are still larger. Remove a folder here as soon as it has packages."""

MODULE_NAME = re.compile(r"bot\.[a-z_]+(\.[a-z_]+)+")
"""A module named in a string, as ``importlib`` or ``python -m`` would take it: bot.room.module or deeper."""

Graph = Mapping[str, set[str]]
"""Each name with the names it imports."""


def in_string(value: object) -> re.Match[str] | None:
    """Return the match when the value is a string that names a module of bot and nothing else."""
    return MODULE_NAME.fullmatch(value) if isinstance(value, str) else None


def dotted(node: ast.AST) -> set[str]:
    """Return the names a node imports, also by a string: for ``from a import b`` both ``a`` (but bot) and ``a.b``."""
    match node:
        case ast.Import():
            return {alias.name for alias in node.names}
        case ast.ImportFrom():
            return {str(node.module)} - {"bot"} | {f"{node.module}.{alias.name}" for alias in node.names}
        case ast.Constant() if name := in_string(node.value):
            return {name[0]}
    return set()


def names(source: str) -> set[str]:
    """Return everything a module imports, ``if TYPE_CHECKING`` included."""
    return {name for node in ast.walk(ast.parse(source)) for name in dotted(node)}


def imported(source: str) -> set[str]:
    """Return the rooms of bot (as ``.room``) and the foreign packages a module imports."""
    found = {f".{name.split('.')[1]}" if name.startswith("bot.") else name.split(".")[0] for name in names(source)}
    return found - sys.stdlib_module_names


def hidden(source: str) -> set[str]:
    """Return what a module imports of bot for the type checker alone."""
    guarded = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
    ]
    found = {name for block in guarded for node in ast.walk(block) for name in dotted(node)}
    return {name for name in found if name.split(".")[0] == "bot"}


def module_name(path: Path) -> str:
    """Return the name by which the file is imported."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def import_graph(sources: Mapping[str, str]) -> Graph:
    """Return which of the modules import which others of them."""
    return {name: names(source) & (sources.keys() - {name}) for name, source in sources.items()}


def by_package(graph: Graph) -> Graph:
    """Return the graph of packages: a room's first folders; a file directly in a room is one of its own."""
    packages: dict[str, set[str]] = {}
    for name, others in graph.items():
        package = package_of(name)
        packages.setdefault(package, set()).update({package_of(other) for other in others} - {package})
    return packages


def package_of(module: str) -> str:
    """Return bot.room.package of a module."""
    return ".".join(module.split(".")[:3])


def circle(graph: Graph) -> list[str]:
    """Return the names of one circle in order; none when there is no circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def crowded(paths: Iterable[Path]) -> set[str]:
    """Return the folders that hold too many modules."""
    counted = Counter(path.parent.as_posix() for path in paths if path.name != "__init__.py")
    return {folder for folder, count in counted.items() if count > MAX_MODULES_IN_A_FOLDER}


def read(path: Path) -> str:
    """Return the file's text."""
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def graph() -> Graph:
    """Return the imports between all modules of bot."""
    return import_graph({module_name(path): read(path) for path in MODULES})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    own, outside = ROOMS[path.relative_to(ROOT / "bot").parts[0]].split("|")
    allowed = {f".{room}" for room in own.split()} | set(outside.split())
    found = imported(read(path))
    inside = {name for name in found if name.startswith(".")}
    assert ".*" in allowed or inside <= allowed
    assert "*" in allowed or found - inside <= allowed


def test_a_module_named_in_a_string_is_an_import() -> None:
    assert imported('CHECKER = "bot.cli.check"') == {".cli"}
    assert imported("import bot.cli\nfrom bot import logs\nfrom aiogram.types import Message\nimport re") == {
        ".cli",
        ".logs",
        "aiogram",
    }


def test_no_modules_import_each_other_in_a_circle(graph: Graph) -> None:
    assert len(graph) == len(MODULES)
    assert circle(graph) == []


def test_no_packages_of_a_room_import_each_other_in_a_circle(graph: Graph) -> None:
    assert circle(by_package(graph)) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_import_of_ours_is_hidden_behind_the_type_checker(path: Path) -> None:
    assert hidden(read(path)) == set()


def test_a_circle_is_noticed() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": set()}) == []
    assert set(circle({"a": {"b"}, "b": {"c"}, "c": {"a"}})) == {"a", "b", "c"}


def test_a_circle_for_the_type_checker_alone_is_noticed() -> None:
    sources = {
        "bot.demo.chat": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from bot.demo.world import World",
        "bot.demo.world": "from bot.demo import chat",
    }
    assert set(circle(import_graph(sources))) == set(sources)


def test_a_circle_of_packages_without_one_of_modules_is_noticed() -> None:
    graph = {
        "bot.demo.chats.chat": {"bot.demo.faults.plan"},
        "bot.demo.faults.plan": set[str](),
        "bot.demo.faults.hang": {"bot.demo.chats.world"},
        "bot.demo.chats.world": set[str](),
    }
    assert circle(graph) == []
    assert set(circle(by_package(graph))) == {"bot.demo.chats", "bot.demo.faults"}
    assert circle(by_package({"bot.demo.chats.chat": {"bot.demo.chats.world"}, "bot.demo.telegram": set()})) == []


@pytest.mark.parametrize("test", ["TYPE_CHECKING", "typing.TYPE_CHECKING", "not TYPE_CHECKING"])
def test_a_hidden_import_is_noticed(test: str) -> None:
    assert hidden(f"if {test}:\n    pass\nelse:\n    from bot.demo import calls") == {"bot.demo", "bot.demo.calls"}
    assert hidden(f"if {test}:\n    from aiogram.methods import Response\nimport bot.logs") == set()


def test_a_folder_has_few_enough_modules() -> None:
    found = crowded(path.relative_to(ROOT) for path in (*MODULES, *TESTS))
    assert found <= WITHOUT_PACKAGES


def test_a_crowded_folder_is_noticed() -> None:
    folder = [Path("bot/demo") / f"{number}.py" for number in range(MAX_MODULES_IN_A_FOLDER)]
    deeper = [Path("bot/demo/chats") / "chat.py", Path("bot/demo") / "__init__.py"]
    assert crowded([*folder, *deeper]) == set()
    assert crowded([*folder, *deeper, Path("bot/demo") / "one_more.py"]) == {"bot/demo"}


def test_nothing_else_stands_at_the_top() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in repository()} <= {*TOP.split(), *LOCKS}
