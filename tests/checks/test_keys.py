"""What the checker reads from sources: which texts are asked for, and what does not fit."""

from datetime import date
from pathlib import Path

import pytest

from bot.checks.catalogues import Catalogue, read_catalogue
from bot.checks.keys import Use, key_findings, limit_by_key, limit_of, made_keys, read_uses
from bot.checks.markup import BUTTON_UNITS, TITLE_UNITS, TOAST_UNITS
from bot.core.faq.facts import Facts
from bot.core.faq.topics import Tree
from bot.handlers.broadcasts.schedule_screens import ScheduleAct
from bot.handlers.broadcasts.screens import ComposeAct

EMPTY = Tree((), (), Facts(date.min, date.min, {}))
MADE = sorted(frozenset().union(*made_keys(EMPTY).values()))
"""What the package's own code makes at run time; every catalogue here has it."""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package without sources."""
    folder = tmp_path / "bot"
    (folder / "handlers").mkdir(parents=True)
    return folder


def catalogue(*lines: str) -> Catalogue:
    """A catalogue of these messages, beside those made at run time."""
    return read_catalogue("ru", {"a.ftl": "\n".join([*lines, *(f"{key} = x" for key in MADE)]) + "\n"})


def found(package: Path, source: str, *lines: str) -> list[str]:
    """What is wrong when a source asks a catalogue of these messages."""
    (package / "handlers" / "x.py").write_text(source, encoding="utf-8")
    words = catalogue(*lines)
    uses, forms = read_uses(package, words.messages)
    forms = [form for form in forms if form.key not in made_keys(EMPTY)]
    forms += [Use(form, "y.py:1") for form in made_keys(EMPTY)]
    return list(key_findings(words, uses, forms, EMPTY))


@pytest.mark.parametrize(
    "source",
    [
        'words("one-a")',
        'words.plain("one-a")',
        'words.button("one-a", Target(1))',
        'self.texts("ru", "one-a")',
        'texts.plain("ru", "one-a")',
        'KEYS = {1: "one-a"}',
        'words("one-a" if x else "one-a")',
    ],
)
def test_a_key_that_is_asked_for_is_used(source: str, package: Path) -> None:
    assert found(package, source, "one-a = x") == []


def test_a_key_nobody_asks_for_is_named(package: Path) -> None:
    assert found(package, "x = 1", "one-a = x") == ["ru/a.ftl:1: one-a is not used"]
    assert found(package, '"""one-a is nice"""', "one-a = x") == ["ru/a.ftl:1: one-a is not used"]


def test_a_text_inside_another_is_used(package: Path) -> None:
    assert found(package, 'words("one-a")', "one-a = { one-b }", "one-b = x") == []


@pytest.mark.parametrize(
    "source", ['words("one-b")', 'words("nothing")', 'KEYS = ("one-b",)', 'words("a" if x else "b")']
)
def test_a_key_there_is_not_is_named(source: str, package: Path) -> None:
    faults = found(package, f'words("one-a")\n{source}', "one-a = x")
    assert faults
    assert all("bot/handlers/x.py:2: " in fault and "is missing in ru" in fault for fault in faults)


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ('words("one-a", name=1, at=2)', True),
        ('words.button("one-a", target, name=1, at=2)', True),
        ('words("one-a", **given)', True),
        ('words("one-a", name=1)', False),
        ('words("one-a", name=1, at=2, more=3)', False),
        ('words("one-a")', False),
    ],
)
def test_arguments_are_those_of_the_text(source: str, right: bool, package: Path) -> None:
    faults = found(package, source, "one-a = { $name } { $at }")
    assert (faults == []) is right
    assert all("one-a is given other arguments than ru/a.ftl:1" in fault for fault in faults)


@pytest.mark.parametrize("source", ['words(f"one-{x}")', 'key = f"one-{x}.short"', 'words.button(f"{x}-b", t)'])
def test_keys_made_at_run_time_must_be_listed(source: str, package: Path) -> None:
    (fault,) = found(package, f'words("one-a")\n{source}', "one-a = x")
    assert fault.startswith("bot/handlers/x.py:2: keys like ")


def test_a_listed_form_no_code_makes_is_named(package: Path) -> None:
    words = catalogue()
    faults = list(key_findings(words, [], [], EMPTY))
    assert faults[0] == "checks/keys.py: no code makes keys like *-link any more"
    assert len(faults) == len(made_keys(EMPTY))


def test_every_value_of_an_enum_needs_its_text() -> None:
    words = read_catalogue("ru", {"a.ftl": "".join(f"{key} = x\n" for key in MADE if key != "broadcasts-state-done")})
    forms = [Use(form, "y.py:1") for form in made_keys(EMPTY)]
    assert list(key_findings(words, [], forms, EMPTY)) == ["ru: broadcasts-state-done is missing"]


def test_the_pretended_telegram_and_the_checker_ask_for_nothing(package: Path) -> None:
    for name in ("demo/x.py", "locales/x.py", "check_x.py"):
        (package / name).parent.mkdir(exist_ok=True)
        (package / name).write_text('words("nothing")', encoding="utf-8")
    assert read_uses(package, frozenset({"one-a"})) == ([], [])


def test_members_that_stand_in_a_room_the_checker_does_not_load() -> None:
    keys = {f"broadcasts-act-{act}" for act in (*(set(ComposeAct) - {ComposeAct.DROP}), *ScheduleAct)}
    assert made_keys(EMPTY)["broadcasts-act-*"] == keys


@pytest.mark.parametrize(
    ("key", "limit"),
    [
        ("label-faq", BUTTON_UNITS),
        ("broadcasts-to-paused", BUTTON_UNITS),
        ("broadcasts-now-paused", TOAST_UNITS),
        ("commands-description", 512),
        ("commands-short", 120),
        ("commands-faq", 256),
        ("faq-privacy", TITLE_UNITS),
        ("faq-privacy.details", None),
        ("one-a", 64),
        ("one-b", 200),
        ("one-c", None),
    ],
)
def test_limits(key: str, limit: int | None, package: Path) -> None:
    source = 'words.button("one-a", t)\nwords.plain("one-a")\nwords.plain("one-b")\nwords("one-c")\n'
    (package / "x.py").write_text(source, encoding="utf-8")
    uses, _ = read_uses(package, frozenset({"one-a"}))
    assert limit_of(key, limit_by_key(uses)) == limit
