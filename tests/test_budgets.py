"""Code one can read at a sitting: the sizes of docs/CONTRIBUTING.md, and no exception to a rule without its reason."""

import ast
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.tree import ROOT, repository

LONGEST_FILE = 350
LONGEST_FUNCTION, P90_FUNCTION, MEDIAN_FUNCTION = 40, 20, 8
COMPOSITION_ROOT = ("bot/wiring.py", "build")
"""A list of constructors: cutting it in parts would only hide the order."""
BARE = re.compile(r"#\s*noqa(?!: [A-Z]+\d+(, [A-Z]+\d+)* (-- |\()\S)|#\s*type: ignore(?!\[[\w, -]+\]  # \S)")
REACHED = re.compile(r"setattr\([^,]+, [\"']_[a-z]|^\s*from bot\S* import (.*\W)?_[a-z]")
VAGUE = re.compile(r"(^|_)(utils?|helpers?|common|managers?|services?)($|_)")

CODE = [path for path in repository(ROOT / "bot") if path.suffix in {".py", ".js", ".css", ".html", ".sql"}]
PYTHON = [path for path in CODE if path.suffix == ".py"]
TESTS = [path for path in repository(ROOT / "tests") if path.suffix == ".py"]


def name_of(path: Path) -> str:
    """Return the path as one would type it."""
    return path.relative_to(ROOT).as_posix()


def lines(path: Path) -> int:
    """Return how many lines the file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path) -> list[tuple[str, int]]:
    """Return every function with its length."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    found = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [(node.name, (node.end_lineno or 0) - node.lineno + 1) for node in found]


def found(paths: Iterable[Path], fault: Callable[[Path], object]) -> dict[str, object]:
    """Return what is wrong with each of the files in which something is."""
    faults = ((name_of(path), fault(path)) for path in paths)
    return {name: wrong for name, wrong in faults if wrong}


def matches(pattern: re.Pattern[str]) -> Callable[[Path], list[str]]:
    """Return what finds the lines of a file that fit."""
    return lambda path: [line for line in path.read_text(encoding="utf-8").splitlines() if pattern.search(line)]


def test_a_file_is_short() -> None:
    assert found(CODE, lambda path: lines(path) > LONGEST_FILE and lines(path)) == {}


def long_functions(path: Path) -> list[str]:
    """Return the functions that are too long, but for the composition root."""
    long = [name for name, length in functions(path) if length > LONGEST_FUNCTION]
    return [name for name in long if (name_of(path), name) != COMPOSITION_ROOT]


def test_a_function_is_short() -> None:
    assert found([*PYTHON, *TESTS], long_functions) == {}


def test_the_usual_function_is_shorter_still() -> None:
    lengths = [length for path in PYTHON for _, length in functions(path)]
    assert median(lengths) <= MEDIAN_FUNCTION
    assert quantiles(lengths, n=10)[-1] <= P90_FUNCTION


def test_an_exception_to_a_rule_names_it_and_says_why() -> None:
    assert found([*PYTHON, *TESTS], matches(BARE)) == {}


@pytest.mark.parametrize("words", ["noqa", "noqa: S101", "type: ignore", "type: ignore[arg-type]"])
def test_an_exception_without_either_is_noticed(words: str) -> None:
    assert BARE.search(f"x = 1  # {words}")
    assert not BARE.search("x = 1  # the words of a person")


def test_no_test_reaches_for_a_private_by_its_name() -> None:
    """Ruff's SLF001 sees ``thing._name``; this is the other way to get at it."""
    assert found(TESTS, matches(REACHED)) == {}


@pytest.mark.parametrize("words", ['monkeypatch.setattr(app, "{}meet", f)', "from bot.texts import Texts, {}read"])
def test_a_private_reached_for_is_noticed(words: str) -> None:
    assert REACHED.search(words.format("_"))
    assert not REACHED.search(words.format(""))


def named(path: Path) -> tuple[str, ...]:
    """Return the names on the way to a file."""
    return path.relative_to(ROOT).parts


def test_a_name_says_what_is_inside() -> None:
    assert found([*CODE, *TESTS], lambda path: any(VAGUE.search(Path(part).stem) for part in named(path))) == {}


def test_a_module_says_why_it_exists() -> None:
    assert found(PYTHON, lambda path: not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))) == {}
