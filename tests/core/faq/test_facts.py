"""How facts age: their days, their stamps, the two steps of an answer, and what is due (P5)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.core.faq.facts import Age, Fact, Facts, FactStamp, read_facts
from bot.core.faq.reviews import due_facts, turning
from bot.core.faq.topics import Ending, Risk, Standing, TextStamp, Topic, Tree
from bot.core.locales import Locale

AS_OF = date(2026, 8, 21)
PUBLISHED = date(2026, 11, 30)
FEE = Fact("FE-1", moving=True, as_of=AS_OF, known="official", says="560", recheck=30, harm=7)
YEAR = Fact("OY-1", moving=False, as_of=AS_OF, known="official", says="one year")
FACTS = Facts(PUBLISHED, AS_OF, {"FE-1": FEE, "OY-1": YEAR})
UNITS = {
    "short": (("OY-1",), ("FE-1",), ("OY-1",)),
    "details": (("FE-1",),),
    "changing": (),
    "unconfirmed": (("OY-1",),),
}
TOPIC = Topic("fees", "start", (), Risk.HIGH, written=PUBLISHED, facts=UNITS)


def tree_on(day: date, topic: Topic = TOPIC, facts: Facts = FACTS, **fields: Any) -> Tree:
    """The tree of one answer on a day."""
    return replace(Tree(("start",), (topic,), facts, day=day), **fields)


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (AS_OF, Age.CURRENT),
        (AS_OF + timedelta(days=30), Age.CURRENT),
        (AS_OF + timedelta(days=31), Age.PAST),
        (PUBLISHED + timedelta(days=60), Age.PAST),
        (PUBLISHED + timedelta(days=61), Age.SHUT),
        (date(2028, 1, 1), Age.SHUT),
    ],
)
def test_a_moving_fact_goes_two_steps_the_second_counted_from_the_release(day: date, age: Age) -> None:
    assert FACTS.age(("OY-1", "FE-1"), day) is age
    assert FACTS.age(("OY-1",), day) is Age.CURRENT


def test_a_release_older_than_the_fact_does_not_count() -> None:
    facts = replace(FACTS, published=date(2026, 1, 1))
    assert facts.age(("FE-1",), AS_OF + timedelta(days=60)) is Age.PAST
    assert facts.age(("FE-1",), AS_OF + timedelta(days=61)) is Age.SHUT


def test_a_stamp_renews_a_fact_only_as_long_as_it_says_the_same() -> None:
    stamp = FactStamp("FE-1", date(2026, 12, 20), "Jane", FEE.print)
    stamped = replace(FACTS, stamps={"FE-1": stamp})
    assert stamped.known(FEE) == stamp.day
    assert stamped.age(("FE-1",), date(2027, 1, 19)) is Age.CURRENT
    reworded = replace(FEE, says="600")
    changed = replace(stamped, by_id={"FE-1": reworded})
    assert changed.known(reworded) == AS_OF
    older = replace(FACTS, stamps={"FE-1": replace(stamp, day=AS_OF - timedelta(days=1))})
    assert older.known(FEE) == AS_OF


def test_only_in_a_risky_answer_anything_is_shut() -> None:
    late = date(2028, 1, 1)
    assert tree_on(late).ages(TOPIC, "short") == (Age.CURRENT, Age.SHUT, Age.CURRENT)
    mild = replace(TOPIC, risk=Risk.LOW)
    assert tree_on(late, mild).ages(mild, "short") == (Age.CURRENT, Age.PAST, Age.CURRENT)


def test_the_status_line_never_mixes_the_stamps() -> None:
    text = TextStamp("fees", Locale.RU, date(2026, 12, 1), "Jane", "x")
    fact = FactStamp("FE-1", date(2026, 12, 10), "Joe", FEE.print)
    both = {("fees", Locale.RU): text}
    stamped = replace(FACTS, stamps={"FE-1": fact})
    day = date(2026, 12, 15)

    def state(tree: Tree, locale: Locale = Locale.RU) -> tuple[Standing, date, str]:
        found = tree.state(TOPIC, locale)
        return found.standing, found.day, found.reviewer

    assert state(tree_on(AS_OF, facts=replace(FACTS, published=AS_OF))) == (Standing.DRAFT, AS_OF, "")
    assert state(tree_on(day)) == (Standing.DRAFT_PAST, AS_OF, "")
    assert state(tree_on(day, stamps=both)) == (Standing.PAST, AS_OF, "")
    assert state(tree_on(day, facts=stamped)) == (Standing.DRAFT_CONFIRMED, fact.day, "")
    assert state(tree_on(day, facts=stamped, stamps=both)) == (Standing.CHECKED, text.day, "Jane")
    assert state(tree_on(day, facts=stamped, stamps=both), Locale.EN)[0] is Standing.DRAFT_CONFIRMED
    early = replace(FACTS, stamps={"FE-1": replace(fact, day=date(2026, 11, 20))})
    assert state(tree_on(day, facts=early, stamps=both)) == (Standing.CHECKED, date(2026, 11, 20), "Jane")


def test_an_answer_in_which_nothing_moves_names_its_stamp_or_the_end_of_what_was_seen() -> None:
    still = replace(TOPIC, facts={"short": (("OY-1",),)})
    late = date(2028, 1, 1)
    assert tree_on(late, still).state(still, Locale.RU).day == AS_OF
    stamp = TextStamp("fees", Locale.RU, date(2026, 12, 1), "Jane", "x")
    checked = tree_on(late, still, stamps={("fees", Locale.RU): stamp}).state(still, Locale.RU)
    assert (checked.standing, checked.day) == (Standing.CHECKED, stamp.day)


def test_a_clock_that_is_behind_the_release_hides_no_mark() -> None:
    for day in (date(1970, 1, 1), AS_OF, PUBLISHED):
        tree = tree_on(day)
        assert tree.ages(TOPIC, "short") == (Age.CURRENT, Age.PAST, Age.CURRENT)
        assert tree.state(TOPIC, Locale.RU).standing is Standing.DRAFT_PAST


def test_an_item_ends_as_the_lists_say() -> None:
    tree = tree_on(PUBLISHED, protective=frozenset({"OY-1"}), closing=frozenset({"FE-1"}))
    assert tree.ending(("OY-1",)) is Ending.AS_IF
    assert tree.ending(("FE-1",)) is Ending.ASK
    assert tree.ending(("WA-1",)) is Ending.NONE


def test_the_most_harmful_fact_is_due_first_and_only_what_an_answer_uses() -> None:
    worse = replace(FEE, id="WP-1", harm=1, as_of=AS_OF + timedelta(days=3))
    unused = replace(FEE, id="ZZ-1", harm=1)
    facts = replace(FACTS, by_id={"FE-1": FEE, "WP-1": worse, "ZZ-1": unused})
    topic = replace(TOPIC, facts={"short": (("FE-1", "WP-1"),)})
    last = AS_OF + timedelta(days=30)
    assert due_facts(tree_on(last - timedelta(days=7), topic, facts)) == []
    assert due_facts(tree_on(last - timedelta(days=6), topic, facts)) == [FEE]
    assert due_facts(tree_on(last, topic, facts)) == [worse, FEE]


def test_what_turns_is_told_a_week_before() -> None:
    shuts = PUBLISHED + timedelta(days=61)
    assert turning(tree_on(shuts - timedelta(days=8))) == []
    assert turning(tree_on(shuts - timedelta(days=7))) == [(shuts, TOPIC)]
    assert turning(tree_on(shuts)) == []
    mild = replace(TOPIC, risk=Risk.LOW)
    assert turning(tree_on(shuts - timedelta(days=7), mild)) == []


def test_a_second_turn_in_the_same_week_is_told_too() -> None:
    later = replace(FEE, id="WP-1", recheck=33)
    facts = replace(FACTS, by_id={"FE-1": FEE, "WP-1": later})
    topic = replace(TOPIC, facts={"short": (("FE-1", "WP-1"),)})
    first = PUBLISHED + timedelta(days=61)
    second = first + timedelta(days=3)
    assert turning(tree_on(second - timedelta(days=7), topic, facts), told=first) == [(second, topic)]
    assert turning(tree_on(second - timedelta(days=7), topic, facts), told=second) == []


@pytest.mark.parametrize(
    "record",
    [
        'kind = "odd"\nas_of = 2026-08-21\nknown = "a"\nsays = "b"',
        'kind = "moving"\nas_of = 2026-08-21\nrecheck = 0\nknown = "a"\nsays = "b"',
        'kind = "durable"\nas_of = "soon"\nknown = "a"\nsays = "b"',
        'kind = "durable"\nas_of = 2026-08-21\nknown = "a"',
    ],
)
def test_a_record_of_another_form_is_refused(record: str) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        read_facts(f"published = 2026-11-30\nseen = 2026-08-21\n[fact.WA-1]\n{record}\n")
