"""Documents that cannot rot: what they promise is compared with the program."""

import os
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot import exit_codes as exits
from bot.__main__ import COMMANDS
from bot.core.mailings.mailings import COUNTERS, Lane, MailingState
from bot.core.mailings.outbox import Verdict
from bot.settings import Settings
from tests.chat import Fixed, town
from tests.tree import ROOT, repository, texts

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
ASSIGNMENT = re.compile(r"^#?([A-Z_]+)=(.*)$", re.MULTILINE)
DEFAULT = re.compile(r"^#([A-Z_]+)=(.+)$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PAGES = [path for path in repository() if path.suffix == ".md"]

DOCUMENT = re.compile(r"(?<![\w/.:*-])(?:[\w.-]+/)*[\w-]+\.md\b")
FILE = re.compile(r"(?<![\w/.-])(?:bot|tests|docs|deploy)/[\w/.-]+\.[a-z]{2,5}\b")
PROGRAM = re.compile(r"`((?:\w+/)*\w+\.py)\b")
PROGRAMS = [path.relative_to(ROOT).as_posix() for path in repository() if path.suffix == ".py"]
NOT_OURS = {"aiogram/types/__init__.py"}
MADE_UP = {"page.md", "bot/handlers/x.py"}
"""Names that tests give to files of their own."""

ADDRESSES = re.compile(
    r"pytho[n]hosted|registry[.]npm|index-ur[l]\s*[=:]|file://[/](?!etc/)|/roo[t]/|/hom[e]/\w|/wor[k]/"
)
"""What would tie a committed file to one machine or one registry (a hostile link in a test of the page may stay)."""


PICTURE_BYTES = 60 * 1024
"""The most a picture of a screen takes: the repository keeps every version of it."""


def named(path: Path) -> str:
    """Return a page's path as one would type it."""
    return path.relative_to(ROOT).as_posix()


def test_every_setting_is_explained_and_nothing_else() -> None:
    assert {name.lower() for name, _ in ASSIGNMENT.findall(EXAMPLE)} == set(Settings.model_fields)


def test_every_setting_has_words_of_its_own() -> None:
    lines = EXAMPLE.splitlines()
    for number, line in enumerate(lines):
        if ASSIGNMENT.match(line):
            assert lines[number - 1].startswith("# "), line


@pytest.mark.parametrize(("name", "value"), DEFAULT.findall(EXAMPLE))
def test_a_setting_left_out_is_what_the_example_says(name: str, value: str) -> None:
    given: dict[str, Any] = {name.lower(): value}
    assert getattr(Fixed(**given), name.lower()) == getattr(Fixed(), name.lower())


def test_the_example_itself_is_a_valid_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    (tmp_path / ".env").write_text(EXAMPLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert Settings().bot_token is None


TYPED = [path for path in repository() if path.suffix == ".md" or path.name in {".env.example", "Makefile"}]
NOT_ON_DEBIAN = re.compile(r"(?<![/\w])python3? -m bot\b")


@pytest.mark.parametrize("page", TYPED, ids=named)
def test_a_command_is_spelt_as_it_works(page: Path) -> None:
    """Debian has no ``python``, and the system's python3 has none of the packages."""
    text = page.read_text(encoding="utf-8")
    assert NOT_ON_DEBIAN.findall(text) == []
    assert {path for path in re.findall(r"(\S*/)python3? -m bot\b", text)} <= {
        *(f"{quote}{folder}.venv/bin/" for quote in ("", "`") for folder in ("", "/opt/seminar-bot/")),
        *("ExecStart=/opt/seminar-bot/.venv/bin/", "$(BIN)/"),
    }


def test_there_is_one_way_to_make_a_key() -> None:
    pages = {named(path): path.read_text(encoding="utf-8") for path in TYPED}
    assert [name for name, text in pages.items() if "openssl rand" in text or "urandom" in text] == []
    makers = re.findall(r"make key FILE=([^\s`,]+)", pages["README.md"] + pages[".env.example"])
    assert set(makers) == {"/media/stick/seminar-bot.key", "…"}
    assert "DATABASE_KEY_FILE=/media/stick/seminar-bot.key" in pages["README.md"]


def test_no_strangers_bot_is_recommended() -> None:
    names = {name for path in TYPED for name in re.findall(r"@(\w+bot)\b", path.read_text(encoding="utf-8"), re.I)}
    assert names & {"userinfobot", "getidsbot", "RawDataBot", "getmyid_bot"} == set()


def test_m11_the_memory_asked_for_is_what_was_measured() -> None:
    deployment, performance = (
        (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("deploy-vps.md", "performance.md")
    )
    for row in ("memory after the first answer", "memory once the search is loaded"):
        ours = re.search(rf"^\| {row} \|[^|]*\| (\d+ MB) \|", performance, re.MULTILINE)
        assert ours is not None
        assert f"{ours[1]} {row.removeprefix('memory ')}" in deployment


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["key"], 2, "Say where the key goes: make key FILE="),
        (["-n", "key", "FILE=/media/stick/a key"], 0, 'bot key new "$FILE"'),
        (["-n", "check-settings"], 0, "python -m bot check"),
    ],
)
def test_make_calls_the_program(words: list[str], code: int, said: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in {"FILE", "MAKEFLAGS", "MAKELEVEL"}}
    done = subprocess.run(
        ["make", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == code
    assert said in done.stdout


def test_the_two_commands_are_in_the_readme() -> None:
    assert "make run" in README
    assert "make test" in README


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_command_in_a_document_is_a_target(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert set(re.findall(r"(?:^|`|&& |=\S+ )make ([a-z-]+)", text, re.MULTILINE)) <= TARGETS
    assert set(re.findall(r"python -m bot ([a-z]+)", text)) <= set(COMMANDS)


def test_the_pictures_of_screens_are_small_and_all_that_the_script_takes_are_there() -> None:
    script = (ROOT / "tests" / "page" / "screens.py").read_text(encoding="utf-8")
    pictures = [path for path in repository() if path.suffix == ".png"]
    assert set(re.findall(r'\.take\("([\w-]+)"', script)) <= {path.stem for path in pictures}
    assert {named(path): path.stat().st_size for path in pictures if path.stat().st_size > PICTURE_BYTES} == {}


def test_every_target_is_explained_and_phony() -> None:
    assert set(re.findall(r'@echo "make ([a-z-]+) ', MAKEFILE)) == TARGETS - {"help"}
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert phony is not None
    assert set(phony[1].split()) == TARGETS


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_link_between_documents_leads_somewhere(page: Path) -> None:
    local = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if ":" not in link]
    assert [link for link in local if not (page.parent / link).exists()] == []


def test_every_document_is_linked_from_another() -> None:
    linked = {
        (page.parent / link).resolve() for page in PAGES for link in LINK.findall(page.read_text(encoding="utf-8"))
    }
    assert [named(page) for page in PAGES if page.name != "README.md" and page.resolve() not in linked] == []


def cited(text: str) -> set[str]:
    """Return the documents and files of the repository that a text names."""
    return {*DOCUMENT.findall(text), *FILE.findall(text)} - MADE_UP


def is_there(name: str, place: str) -> bool:
    """Return whether ``name``, as the file ``place`` says it, is there: from the root, from docs/, or beside it."""
    return any((folder / name).exists() for folder in (ROOT, ROOT / "docs", (ROOT / place).parent))


def test_no_file_cites_a_document_that_does_not_exist() -> None:
    found = [(path, name) for path, text in texts() for name in sorted(cited(text)) if not is_there(name, path)]
    assert found == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_program_file_that_a_document_names_is_there(page: Path) -> None:
    """Its path may begin in bot/, tests/ or in a room, as in a sentence about that room."""
    names = set(PROGRAM.findall(page.read_text(encoding="utf-8"))) - NOT_OURS
    assert [name for name in sorted(names) if not any(f"/{path}".endswith(f"/{name}") for path in PROGRAMS)] == []


@pytest.mark.parametrize("name", ["product" + ".md", "docs/nowhere" + ".md", "bot/handlers/nowhere" + ".py"])
def test_a_document_that_does_not_exist_is_noticed(name: str) -> None:
    assert [each for each in cited(f"as {name} says") if not is_there(each, "bot/app.py")] == [name]


def test_every_room_is_on_the_map() -> None:
    rooms = {path.relative_to(ROOT / "bot").parts[0] for path in repository(ROOT / "bot")} - {"__init__.py"}
    rows = set(re.findall(r"^\| `([\w.]+)/?` \|", ARCHITECTURE, re.MULTILINE))
    assert rooms - rows == set(), "in bot/, but not in docs/architecture.md"


def test_verdicts_states_and_lanes_are_explained() -> None:
    words = [kind.__name__ for kind in Verdict.__args__] + list(MailingState) + list(COUNTERS)
    words += [lane.name.lower() for lane in Lane]
    assert [word for word in words if f"`{word}`" not in ARCHITECTURE and f"`{word}(" not in ARCHITECTURE] == []


async def test_every_tick_is_in_the_timetable() -> None:
    async with town() as t:
        ticks = {(tick.name, f"{tick.seconds:g}") for tick in t.app.ticks()}
    assert set(re.findall(r"^\| `(\w+)` \| every (\d+) s \|", ARCHITECTURE, re.MULTILINE)) == ticks


def test_every_exit_code_is_in_the_readme() -> None:
    codes = {str(value) for name, value in vars(exits).items() if name.startswith("EXIT_")} | {"0"}
    assert set(re.findall(r"^\| (\d+) \|", README, re.MULTILINE)) >= codes


def test_no_file_names_a_machine_or_a_registry() -> None:
    assert [path for path, text in texts() if ADDRESSES.search(text)] == []


def test_every_package_is_locked_with_its_hashes() -> None:
    for path in repository():
        if path.name.startswith("requirements") and path.suffix == ".txt":
            text = path.read_text(encoding="utf-8")
            packages = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
            assert len(packages) > 20
            assert [package for package in packages if "==" not in package or "--hash=sha256:" not in package] == []


@pytest.mark.parametrize(
    ("lock", "extras"),
    [
        ("requirements", ()),
        ("requirements-test", ("test",)),
        ("requirements-dev", ("test", "dev")),
        ("tests/search/training/requirements", ("train",)),
    ],
)
def test_what_the_project_asks_for_is_locked(lock: str, extras: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(each for extra in extras for each in project["optional-dependencies"][extra])]
    names = {re.split(r"[=<>]", each)[0].replace(".", "-") for each in wanted}
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / f"{lock}.txt").read_text(encoding="utf-8"), re.MULTILINE))
    assert names - locked == set()
