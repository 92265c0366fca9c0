"""What may be shown of the answers: stamps and their end, edits, changes to be told."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core.content import Contents
from bot.core.faq.inline_search import TitleMatch
from bot.core.faq.library import Library, Stamp
from bot.core.faq.reload import ChangedMeanwhile, Edited, Instead, Reload
from bot.core.faq.reviews import Care, ReviewAnswer, Reviewed, care
from bot.core.faq.topics import Change, Risk, Topic, Tree, read_tree
from bot.core.faq.watches import TellChanges, Watch, WatchAnswer, Watching
from bot.core.locales import Locale
from tests.clock import ManualClock

DAY = date(2026, 11, 24)
TOPIC = Topic("fees", "start", (), Risk.LOW, 30, written=DAY)
UNWRITTEN = replace(TOPIC, id="later", written=None)
TREE = Tree(("start",), (TOPIC, UNWRITTEN))


@dataclass
class Words:
    """Texts that can be changed; what is not changed says its own key."""

    changed: dict[str, str] = field(default_factory=dict)

    def __call__(self, locale: str, key: str) -> str:
        """Return a text."""
        return self.changed.get(key, f"{locale} {key}")

    async def take(self, instead: Instead) -> None:
        """Take other texts."""
        self.changed = {name: text for texts in instead.values() for name, text in texts.items()}


@dataclass
class Stamps:
    """Stamps in memory."""

    kept: list[Stamp] = field(default_factory=list)

    async def all(self) -> Sequence[Stamp]:
        """Return them."""
        return self.kept

    async def put(self, stamp: Stamp) -> None:
        """Keep one."""
        self.kept.append(stamp)


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


async def test_a_stamp_lives_as_long_as_its_words() -> None:
    words, stamps = Words(), Stamps()
    library = Library(words, TREE)
    seen: list[Tree] = []
    library.follow(seen.append)
    review = ReviewAnswer(library, stamps, clock())
    mark = library.print_of(TOPIC)

    assert await review("later", "Jane", mark) is Reviewed.LOST
    assert await review("fees", "Jane", "other") is Reviewed.CHANGED
    assert await review("fees", "Jane", mark) is Reviewed.DONE
    assert (seen[-1].topics[0].reviewed, seen[-1].topics[0].reviewer) == (DAY, "Jane")
    words.changed["faq-fees.short"] = "other"
    library.replace(TREE, {"fees": DAY + timedelta(days=3)})
    assert (library.tree.topics[0].reviewed, library.tree.topics[0].written) == (None, DAY + timedelta(days=3))
    words.changed.clear()
    library.replace(TREE, {})
    assert library.tree.topics[0].reviewer == "Jane"


def test_a_review_of_the_release_that_is_newer_counts() -> None:
    checked = replace(TOPIC, reviewed=DAY, reviewer="Joe")
    library = Library(Words(), Tree(("start",), (checked,)))
    library.stamp(Stamp("fees", DAY - timedelta(days=1), "Jane", library.print_of(checked)))
    assert library.tree.topics[0].reviewer == "Joe"


@pytest.mark.parametrize(
    ("days", "expected"), [(0, Care.FRESH), (22, Care.FRESH), (23, Care.SOON), (30, Care.SOON), (31, Care.STALE)]
)
def test_what_an_answer_needs(days: int, expected: Care) -> None:
    assert care(replace(TOPIC, reviewed=DAY, reviewer="Joe"), DAY + timedelta(days=days)) is expected
    assert care(TOPIC, DAY) is Care.UNCHECKED


async def test_edited_answers_are_taken_whole_or_not_at_all() -> None:
    words, stamps = Words(), Stamps()
    library = Library(words, TREE)
    records = """
[[group]]
id = "start"
[[topic]]
id = "fees"
group = "start"
related = []
risk = "low"
recheck = 30
written = 2026-11-24
changes = [{ date = 2026-11-25, ru = "а", en = "b" }]
"""
    files = Files(Edited({"ru": {"faq-fees.short": "other"}}, records, {}), ("ru/x.ftl:1: no",))
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
        read_tree("""
group = []
[[topic]]
id = "x"
group = "y"
related = []
risk = "low"
recheck = 1
changes = [{ date = "soon", ru = "а", en = "b" }]
""")


async def test_a_change_is_queued_once_to_those_who_know_less() -> None:
    library, wishes, rung = Library(Words(), TREE), Wishes(), []
    watch = WatchAnswer(library, wishes, clock())
    tell = TellChanges(library, wishes, lambda *_: {}, clock(), lambda: rung.append(1))
    assert await watch("nothing", 7, Locale.RU, on=True) is Watching.LOST
    assert await watch.state("nothing", 7) is Watching.LOST
    assert await watch.state("fees", 7) is Watching.ASK
    assert await watch("fees", 7, Locale.RU, on=True) is Watching.ON
    assert await watch.state("fees", 7) is Watching.ON
    assert await tell() == 0
    change = Change(DAY + timedelta(days=1), {"ru": "а", "en": "b"})
    library.replace(Tree(("start",), (replace(TOPIC, changes=(change,)),)), {})
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
    reload = Reload(files, words, Library(words, TREE), Stamps(), TREE)
    with pytest.raises(ChangedMeanwhile):
        await reload()
    assert words.changed == {}
    files.edited = Edited({"ru": {"faq-fees.short": "other"}})
    assert await reload.start() == ("ChangedMeanwhile",)
    assert words.changed == {}
    assert await reload() == ()
    assert words.changed == {"faq-fees.short": "unchecked"}
