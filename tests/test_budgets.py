"""Code one can read at a sitting: the sizes of docs/CONTRIBUTING.md, and no exception to a rule without its reason."""

import ast
import re
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.tree import ROOT, repository

LONGEST_FILE, MEDIAN_FILE = 250, 80
LONGEST_FUNCTION, P90_FUNCTION, MEDIAN_FUNCTION = 40, 20, 8
COMPOSITION_ROOT = ("bot/wiring.py", "build")
"""A list of constructors: cutting it in parts would only hide the order."""
BARE = re.compile(r"#\s*noqa(?!: [A-Z]+\d+(, [A-Z]+\d+)* (-- |\()\S)|#\s*type: ignore(?!\[[\w, -]+\]  # \S)")
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


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_a_file_is_short(path: Path) -> None:
    assert lines(path) <= LONGEST_FILE


def test_the_usual_file_is_shorter_still() -> None:
    assert median(lines(path) for path in PYTHON) <= MEDIAN_FILE


@pytest.mark.parametrize("path", [*PYTHON, *TESTS], ids=name_of)
def test_a_function_is_short(path: Path) -> None:
    long = [name for name, length in functions(path) if length > LONGEST_FUNCTION]
    assert [name for name in long if (name_of(path), name) != COMPOSITION_ROOT] == []


def test_the_usual_function_is_shorter_still() -> None:
    lengths = [length for path in PYTHON for _, length in functions(path)]
    assert median(lengths) <= MEDIAN_FUNCTION
    assert quantiles(lengths, n=10)[-1] <= P90_FUNCTION


def test_there_is_a_line_of_test_for_every_line_of_code() -> None:
    assert sum(map(lines, TESTS)) >= sum(map(lines, PYTHON))


@pytest.mark.parametrize("path", [*PYTHON, *TESTS], ids=name_of)
def test_an_exception_to_a_rule_names_it_and_says_why(path: Path) -> None:
    assert [line for line in path.read_text(encoding="utf-8").splitlines() if BARE.search(line)] == []


@pytest.mark.parametrize("words", ["noqa", "noqa: S101", "type: ignore", "type: ignore[arg-type]"])
def test_an_exception_without_either_is_noticed(words: str) -> None:
    assert BARE.search(f"x = 1  # {words}")
    assert not BARE.search("x = 1  # the words of a person")


@pytest.mark.parametrize("path", [*CODE, *TESTS], ids=name_of)
def test_a_name_says_what_is_inside(path: Path) -> None:
    assert not any(VAGUE.search(Path(part).stem) for part in path.relative_to(ROOT).parts)


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_a_module_says_why_it_exists(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
