"""What the checker finds in the answers: the records by themselves, and the records against the words."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.checks.answers import TOPIC_BYTES, answer_findings, months, numbers, tree_findings
from bot.checks.catalogues import read_catalogue
from bot.core.faq.codes import codes
from bot.core.faq.facts import Fact, Facts
from bot.core.faq.topics import Change, Risk, Source, Topic, Tree
from bot.core.locales import Locale
from bot.handlers.reviews.screens import SetReviewed
from bot.handlers.ui.callbacks import CALLBACK_DATA_BYTES, AskWatch, Place, ShowFound, ShowShut

TODAY = date(2026, 11, 24)
SOURCE = Source("i-589", "https://www.uscis.gov/i-589", {"ru": "форма I-589", "en": "Form I-589"})
DURABLE = Fact("WA-1", moving=False, as_of=TODAY, known="official", says="a")
MOVING = Fact("DE-2", moving=True, as_of=TODAY, known="official", says="b", recheck=14)
FACTS = Facts(TODAY, TODAY, {fact.id: fact for fact in (DURABLE, MOVING, replace(DURABLE, id="EC-10"))})
UNITS = {
    "short": (("DE-2",), ("WA-1",), ("WA-1",)),
    "details": (("WA-1", "EC-10"), ("DE-2",)),
    "changing": (),
    "unconfirmed": (("WA-1",),),
}
TOPIC = Topic(
    id="first-steps",
    group="start",
    related=("privacy",),
    risk=Risk.HIGH,
    written=TODAY,
    sources=(SOURCE,),
    facts=UNITS,
)
OTHER = Topic(id="privacy", group="start", related=(), risk=Risk.LOW)
RU = """group-start = Начало
faq-first-steps = Первые шаги
    .button = X
    .short =
        Год, с 22 октября 2025 года.
        Убежища просят в самих США или по прибытии туда, и ни одно посольство заявлений не принимает.
        Сейчас: поговорите с юристом, прежде чем что-либо подавать.
    .details =
        <b>Первый.</b> Сбор 1 080 долларов.

        Второй, 8 U.S.C. § 1158.
    .unconfirmed = Пока неясно.
"""
EN = """group-start = Start
faq-first-steps = First steps
    .button = X
    .short =
        A year, since 22 October 2025.
        Asylum is asked for in the US itself or on arrival there; no embassy takes applications for it.
        Now: talk to a lawyer before you file anything.
    .details =
        <b>First.</b> The fee is 1,080 dollars.

        Second, 8 U.S.C. § 1158.
    .unconfirmed = Not clear yet.
"""


def records(**changes: Any) -> list[str]:
    """What is wrong with the records when the first is changed so."""
    lists: dict[str, Any] = {"protective": frozenset({"WA-1"}), "closing": frozenset({"EC-10"})}
    return list(tree_findings(Tree(("start",), (replace(TOPIC, **changes), OTHER), FACTS, **lists), TODAY))


def words(ru: str = RU, en: str = EN, topic: Topic = TOPIC) -> list[str]:
    """What is wrong between the records and these words."""
    catalogues = {"ru": read_catalogue("ru", {"faq.ftl": ru}), "en": read_catalogue("en", {"faq.ftl": en})}
    return list(answer_findings(Tree(("start",), (topic, OTHER), FACTS), catalogues))


def test_good_answers_have_no_fault() -> None:
    assert records() == []
    assert words() == []


DAY = Change(TODAY, {"ru": "а", "en": "b"})


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ((DAY,), ""),
        ((DAY, replace(DAY, day=TODAY - timedelta(days=1))), ""),
        ((replace(DAY, day=TODAY - timedelta(days=1)), DAY), "newest first"),
        ((DAY, DAY), "newest first"),
        ((replace(DAY, day=TODAY + timedelta(days=1)),), "in the future"),
        ((replace(DAY, words={"ru": " ", "en": "b"}),), "lines of"),
        ((replace(DAY, words={"ru": "а" * 401, "en": "b"}),), "lines of"),
        ((replace(DAY, words={"ru": "а", "en": "1\n2\n3\n4"}),), "lines of"),
    ],
)
def test_changes_are_dated_and_short(changes: tuple[Change, ...], fault: str) -> None:
    found = records(changes=changes, written=TODAY - timedelta(days=2))
    assert any(fault in each for each in found) if fault else found == []


def test_an_answer_has_a_label_for_its_button() -> None:
    assert "en/faq-first-steps.ftl: .button is missing" in words(en=EN.replace("    .button = X\n", ""))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"id": "First"}, "the id is not lower-case words"),
        ({"id": "x" * 41}, "the id is not lower-case words"),
        ({"id": "privacy"}, "privacy stands twice"),
        ({"group": "end"}, "there is no group end"),
        ({"related": ("nothing",)}, "related nothing is no other topic"),
        ({"related": ("first-steps",)}, "related first-steps is no other topic"),
        ({"related": ("privacy", "privacy")}, "a related topic stands twice"),
        ({"copied": ("a", "b", "c")}, "copied is more than 2 texts"),
        ({"copied": ("x" * 17,)}, "copied is more than 2 texts"),
        ({"written": TODAY + timedelta(days=1)}, "written is in the future"),
        ({"sources": ()}, "there is no source"),
        ({"sources": (replace(SOURCE, url="ftp://a.example"),)}, "the source i-589 has no http(s) address"),
        ({"sources": (replace(SOURCE, url="https://a.example/x y"),)}, "the source i-589 has no http(s) address"),
        ({"sources": (replace(SOURCE, url="https:///x"),)}, "the source i-589 has no http(s) address"),
        ({"sources": (replace(SOURCE, labels={"ru": " ", "en": "a"}),)}, "the source i-589 has no label"),
        ({"sources": (replace(SOURCE, labels={"ru": "а" * 41, "en": "a"}),)}, "the source i-589 has no label"),
        ({"sources": TOPIC.sources * 2}, "a source stands twice"),
        ({"facts": {"short": UNITS["short"]}}, "facts are listed for short, details, changing, unconfirmed"),
        ({"facts": {**UNITS, "unconfirmed": (("ZZ-1",),)}}, "facts of unconfirmed, 1, are not facts of facts.toml"),
        ({"facts": {**UNITS, "unconfirmed": ((),)}}, "facts of unconfirmed, 1, are not facts of facts.toml"),
        ({"facts": {**UNITS, "unconfirmed": (("WA-1", "EC-10"),)}}, "protective and closing at once"),
    ],
)
def test_faults_of_a_record(changes: dict[str, Any], fault: str) -> None:
    assert any(fault in one for one in records(**changes)), records(**changes)


def test_what_to_do_now_does_not_move() -> None:
    moved = replace(TOPIC, facts={**UNITS, "short": (("WA-1",), ("WA-1",), ("DE-2",))})
    assert any("does not end with a durable sentence" in one for one in words(topic=moved))


def test_the_longest_id_fits_every_button_with_what_was_found() -> None:
    found, topic = codes(["a", "b", "c", "d"]), "a" * TOPIC_BYTES
    watched = AskWatch(lang=Locale.RU, pick=True, topic=topic, found=found, sure=True, again=True)
    shown = ShowFound(lang=Locale.RU, pick=True, topic=topic, page=99, found=found, sure=True, again=True)
    for button in (ShowShut(**watched.model_dump(), page=99), shown, watched):
        assert len(button.pack()) <= CALLBACK_DATA_BYTES
    for way in Place:
        assert ShowShut(lang=Locale.RU, pick=True, topic=topic, came=way, page=99).pack()
    assert SetReviewed(lang=Locale.RU, topic=topic, seen="0" * 12).pack()


def test_a_group_without_topics_and_twice() -> None:
    found = list(tree_findings(Tree(("start", "end", "end"), (TOPIC, OTHER), FACTS), TODAY))
    assert "topics.toml: the group end has no topic" in found
    assert "topics.toml: end stands twice" in found


def test_what_is_not_written_needs_no_source() -> None:
    assert records(written=None, sources=(), facts={}) == []


@pytest.mark.parametrize(
    ("ru", "fault"),
    [
        (RU.replace("group-start", "group-stop"), "ru/faq.ftl: group-start is missing"),
        (RU.replace(".details", ".samples"), "ru/faq-first-steps.ftl: .details is missing"),
        (RU.replace(" долларов.\n\n", " долларов.\n"), ".details has 1 units, topics.toml has facts for 2"),
        (
            RU.replace("Пока неясно.", "Пока.\n\n        Неясно."),
            ".unconfirmed has 2 units, topics.toml has",
        ),
        (RU.replace("Год,", "Год, " + "ж" * 350), ".short is longer than 350"),
        (RU.replace("Сейчас: ", ""), "does not end with a durable sentence that begins «Сейчас:»"),
        (RU.replace(", и ни одно посольство заявлений не принимает", ""), "is shorter than 120 without what moves"),
        (RU.replace("Убежища просят", "Однако убежища просят"), "begins with a word that leans on a folded sentence"),
        (RU.replace("Убежища просят", "Однако, убежища просят"), "begins with a word that leans on a folded sentence"),
        (RU.replace("Год,", "Но год,"), "begins with a word that leans on a folded sentence"),
        (RU.replace("1 080", "1 088"), "faq-first-steps.details, 1: numbers differ"),
        (RU.replace("1158", "1159"), "faq-first-steps.details, 2: numbers differ"),
        (RU.replace("октября", "ноября"), "faq-first-steps.short, 1: months differ"),
        (RU.replace("22 октября 2025", "октябре"), "faq-first-steps.short, 1: numbers differ"),
    ],
)
def test_faults_of_the_words(ru: str, fault: str) -> None:
    assert any(fault in one for one in words(ru=ru)), words(ru=ru)


@pytest.mark.parametrize(
    ("text", "locale", "found"),
    [
        ("1,080 and 150", "en", ["1080", "150"]),
        ("1 080 и 150", "ru", ["1080", "150"]),
        ("1\u00a0200\u00a0500", "ru", ["1200500"]),
        ("4.15 and 1.5", "en", ["4.15", "1.5"]),
        ("4.15 и 1,5", "ru", ["4.15", "1.5"]),
        ("22 октября 2025 года, 10-й округ", "ru", ["22", "2025", "10"]),
        ("№ 23-9588", "ru", ["23", "9588"]),
        ("27–28 July", "en", ["27", "28"]),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(text: str, locale: str, found: list[str]) -> None:
    assert numbers(text, locale) == Counter(found)


@pytest.mark.parametrize(
    ("text", "locale", "found"),
    [
        ("On 8 January 2025, in May 2026", "en", ["1", "5"]),
        ("8 января 2025 года, в мае 2026 года", "ru", ["1", "5"]),
        ("You may ask. May it be so", "en", []),
        ("Нет. Мая не было", "ru", []),
        ("since 21 August 2026 a rule 1158 decides", "en", ["8"]),
        ("к концу декабря 2024", "ru", ["12"]),
    ],
)
def test_months_are_read_beside_numbers(text: str, locale: str, found: list[str]) -> None:
    assert months(text, locale) == Counter(found)
