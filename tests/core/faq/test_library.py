"""What may be shown of the answers: stamps and their end, edits, changes to be told."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core.content import Contents
from bot.core.faq.facts import Fact, Facts, FactStamp
from bot.core.faq.inline_search import TitleMatch
from bot.core.faq.library import Library
from bot.core.faq.reload import ChangedMeanwhile, Edited, Instead, Reload
from bot.core.faq.reviews import Care, ReviewAnswer, Reviewed, ReviewFact, care
from bot.core.faq.topics import Change, Risk, Standing, TextStamp, Topic, Tree, read_tree
from bot.core.faq.watches import TellChanges, Watch, WatchAnswer, Watching
from bot.core.locales import Locale
from tests.clock import ManualClock

DAY = date(2026, 11, 24)
FEE = Fact("FE-1", moving=True, as_of=DAY, known="official", says="560", recheck=30)
FACTS = Facts(DAY, DAY, {"FE-1": FEE})
TOPIC = Topic("fees", "start", (), Risk.LOW, written=DAY, facts={"short": (("FE-1",),)})
UNWRITTEN = replace(TOPIC, id="later", written=None)
TREE = Tree(("start",), (TOPIC, UNWRITTEN), FACTS, day=DAY)


@dataclass
class Words:
    """Texts that can be changed; what is not changed says its own key."""

    changed: dict[str, str] = field(default_factory=dict)

    def __call__(self, locale: str, key: str, /) -> str:
        """Return a text."""
        return self.changed.get(key, f"{locale} {key}")

    def has(self, locale: str, key: str, /) -> bool:
        """Say that there is every text but one."""
        return (locale, key) != ("ru", "faq-fees.changing")

    async def take(self, instead: Instead) -> None:
        """Take other texts."""
        self.changed = {name: text for texts in instead.values() for name, text in texts.items()}


@dataclass
class Stamps:
    """Stamps in memory."""

    of_texts: dict[tuple[str, Locale], TextStamp] = field(default_factory=dict)
    of_facts: dict[str, FactStamp] = field(default_factory=dict)

    async def texts(self) -> Sequence[TextStamp]:
        """Return those of texts."""
        return list(self.of_texts.values())

    async def facts(self) -> Sequence[FactStamp]:
        """Return those of facts."""
        return list(self.of_facts.values())

    async def put_text(self, stamp: TextStamp) -> None:
        """Keep one."""
        self.of_texts[stamp.topic, stamp.locale] = stamp

    async def put_fact(self, stamp: FactStamp) -> None:
        """Keep one."""
        self.of_facts[stamp.fact] = stamp

    async def drop_text(self, topic: str, locale: Locale) -> None:
        """Forget one."""
        self.of_texts.pop((topic, locale), None)

    async def drop_fact(self, fact: str) -> None:
        """Forget one."""
        self.of_facts.pop(fact, None)


@dataclass
class Files:
    """Edited answers in memory."""

    edited: Edited = field(default_factory=Edited)
    wrong: tuple[str, ...] = ()

    def read(self) -> Edited:
        """Return them."""
        return self.edited

    async def faults(self) -> Sequence[str]:
        """Return what is wrong."""
        return self.wrong


@dataclass
class Wishes:
    """Watches in memory."""

    kept: list[Watch] = field(default_factory=list)
    queued: list[tuple[str, date]] = field(default_factory=list)

    async def of(self, chat: int) -> Sequence[Watch]:
        """Return a chat's."""
        return [watch for watch in self.kept if watch.chat == chat]

    async def add(self, watch: Watch) -> None:
        """Keep one."""
        self.kept.append(watch)

    async def drop(self, topic: str, chat: int) -> None:
        """Forget one."""
        self.kept = [watch for watch in self.kept if (watch.topic, watch.chat) != (topic, chat)]

    async def oldest(self) -> Sequence[tuple[str, date]]:
        """Return the earliest day by topic."""
        return [(watch.topic, watch.told) for watch in self.kept]

    async def queue(self, topic: str, change: date, contents: Contents, now: datetime) -> bool:
        """Queue and mark."""
        self.queued.append((topic, change))
        self.kept = [replace(watch, told=change) for watch in self.kept]
        return True


def clock() -> ManualClock:
    """A clock at noon of the day."""
    return ManualClock(datetime(2026, 11, 24, 12, tzinfo=UTC))


async def test_a_stamp_of_a_text_is_of_one_language_and_lives_as_long_as_its_words() -> None:
    words, stamps = Words(), Stamps()
    library = Library(words, TREE, clock())
    seen: list[Tree] = []
    library.follow(seen.append)
    review = ReviewAnswer(library, stamps, clock())
    mark = library.print_of(TOPIC, Locale.RU)

    def standing(locale: Locale) -> Standing:
        return library.tree.state(TOPIC, locale).standing

    assert await review("later", Locale.RU, "Jane", mark) is Reviewed.LOST
    assert await review("fees", Locale.EN, "Jane", mark) is Reviewed.CHANGED
    assert await review("fees", Locale.RU, "Jane", mark) is Reviewed.DONE
    assert seen[-1].state(TOPIC, Locale.RU).reviewer == "Jane"
    assert (standing(Locale.RU), standing(Locale.EN)) == (Standing.CHECKED, Standing.DRAFT)
    words.changed["faq-fees.short"] = "other"
    library.replace(TREE)
    assert standing(Locale.RU) is Standing.DRAFT
    words.changed.clear()
    library.replace(TREE)
    assert standing(Locale.RU) is Standing.CHECKED
    assert await review.take_back("later", Locale.RU) is Reviewed.LOST
    assert await review.take_back("fees", Locale.RU) is Reviewed.DONE
    assert (standing(Locale.RU), stamps.of_texts) == (Standing.DRAFT, {})


async def test_a_stamp_of_a_fact_renews_its_day_in_every_answer_and_is_taken_back() -> None:
    now = clock()
    library, stamps = Library(Words(), TREE, now), Stamps()
    review = ReviewFact(library, stamps, now)
    now.forward(days=31)
    assert library.tree.state(TOPIC, Locale.RU).standing is Standing.DRAFT_PAST
    assert await review("ZZ-1", "Jane", "x") is Reviewed.LOST
    assert await review("FE-1", "Jane", "x") is Reviewed.CHANGED
    assert await review("FE-1", "Jane", FEE.print) is Reviewed.DONE
    state = library.tree.state(TOPIC, Locale.EN)
    assert (state.standing, state.day) == (Standing.DRAFT_CONFIRMED, DAY + timedelta(days=31))
    assert await review.take_back("ZZ-1") is Reviewed.LOST
    assert await review.take_back("FE-1") is Reviewed.DONE
    assert (library.tree.state(TOPIC, Locale.RU).day, stamps.of_facts) == (DAY, {})


def test_the_tree_is_of_the_day_and_the_same_one_all_day() -> None:
    now = clock()
    library = Library(Words(), TREE, now)
    first = library.tree
    now.forward(hours=11)
    assert library.tree is first
    now.forward(hours=2)
    assert library.tree.day == DAY + timedelta(days=1)


async def test_a_stamp_set_while_the_clock_ran_ahead_has_no_force_before_its_day() -> None:
    now = clock()
    right, library = now.now(), Library(Words(), TREE, now)
    now.forward(days=365)
    assert await ReviewFact(library, Stamps(), now)("FE-1", "Jane", FEE.print) is Reviewed.DONE
    mark = library.print_of(TOPIC, Locale.RU)
    assert await ReviewAnswer(library, Stamps(), now)("fees", Locale.RU, "Jane", mark) is Reviewed.DONE
    assert library.tree.state(TOPIC, Locale.RU).standing is Standing.CHECKED
    now.set(right + timedelta(days=40))
    state = library.tree.state(TOPIC, Locale.RU)
    assert (state.standing, state.day) == (Standing.DRAFT_PAST, DAY)
    now.set(right + timedelta(days=365))
    assert library.tree.state(TOPIC, Locale.RU).standing is Standing.CHECKED


@pytest.mark.parametrize(
    ("days", "expected"), [(0, Care.FRESH), (23, Care.FRESH), (24, Care.SOON), (30, Care.SOON), (31, Care.STALE)]
)
def test_what_an_answer_needs(days: int, expected: Care) -> None:
    stamps = {("fees", locale): TextStamp("fees", locale, DAY, "Joe", "x") for locale in Locale}
    tree = replace(TREE, stamps=stamps, day=DAY + timedelta(days=days))
    assert care(tree, TOPIC) is expected
    assert care(TREE, TOPIC) is Care.UNCHECKED


async def test_edited_answers_are_taken_whole_or_not_at_all() -> None:
    words, stamps = Words(), Stamps()
    library = Library(words, TREE, clock())
    records = """
[[group]]
id = "start"
[[topic]]
id = "fees"
group = "start"
related = []
risk = "low"
written = 2026-11-24
changes = [{ date = 2026-11-25, ru = "а", en = "b" }]
"""
    files = Files(Edited({"ru": {"faq-fees.short": "other"}}, records), ("ru/x.ftl:1: no",))
    taken: list[int] = []
    reload = Reload(files, words, library, stamps, TREE, lambda: taken.append(1))
    assert await reload.start() == ("ru/x.ftl:1: no",)
    assert (words.changed, taken) == ({}, [])
    files.wrong = ()
    assert await reload() == ()
    assert list(library.tree.topics[0].changes) == [Change(date(2026, 11, 25), {"ru": "а", "en": "b"})]
    files.edited = Edited()
    assert await reload() == ()
    assert taken == [1, 1]
    assert not library.tree.topics[0].changes
    assert await reload.start() == ()


def test_a_change_needs_a_date() -> None:
    with pytest.raises(TypeError):
        read_tree(
            """
group = []
[[topic]]
id = "x"
group = "y"
related = []
risk = "low"
changes = [{ date = "soon", ru = "а", en = "b" }]
""",
            FACTS,
        )


async def test_a_change_is_queued_once_to_those_who_know_less() -> None:
    library, wishes, rung = Library(Words(), TREE, clock()), Wishes(), []
    watch = WatchAnswer(library, wishes, clock())
    tell = TellChanges(library, wishes, lambda *_: {}, clock(), lambda: rung.append(1))
    assert await watch("nothing", 7, Locale.RU, on=True) is Watching.LOST
    assert await watch.state("nothing", 7) is Watching.LOST
    assert await watch.state("fees", 7) is Watching.ASK
    assert await watch("fees", 7, Locale.RU, on=True) is Watching.ON
    assert await watch.state("fees", 7) is Watching.ON
    assert await tell() == 0
    change = Change(DAY + timedelta(days=1), {"ru": "а", "en": "b"})
    library.replace(replace(TREE, topics=(replace(TOPIC, changes=(change,)),)))
    assert await tell() == 1
    assert await tell() == 0
    assert wishes.queued == [("fees", change.day)]
    assert rung == [1]
    assert await watch("fees", 7, Locale.RU, on=False) is Watching.OFF
    assert wishes.kept == []


def test_titles_are_matched_by_the_beginnings_of_words() -> None:
    words = Words({"faq-fees": "Fees and charges", "faq-fees.button": "Fees"})
    find = TitleMatch(words)
    assert find(TREE, "charge") == ["fees"]
    assert find(TREE, "") == ["fees"]
    assert find(TREE, "weather") == []
    assert find(TREE, "cha\u00adrge") == find(TREE, "сharge") == ["fees"]  # a soft hyphen, a Cyrillic с (B07)


async def test_files_that_change_while_they_are_checked_are_not_taken() -> None:
    words = Words()

    class Restless(Files):
        """Somebody saves a file while the checker reads."""

        async def faults(self) -> Sequence[str]:
            self.edited = Edited({"ru": {"faq-fees.short": "unchecked"}})
            return ()

    files = Restless(Edited({"ru": {"faq-fees.short": "other"}}))
    reload = Reload(files, words, Library(words, TREE, clock()), Stamps(), TREE)
    with pytest.raises(ChangedMeanwhile):
        await reload()
    assert words.changed == {}
    files.edited = Edited({"ru": {"faq-fees.short": "other"}})
    assert await reload.start() == ("ChangedMeanwhile",)
    assert words.changed == {}
    assert await reload() == ()
    assert words.changed == {"faq-fees.short": "unchecked"}
