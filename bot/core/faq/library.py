"""The answers as they may be shown today: the records, reviewers' stamps, and what was edited since the release."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol

from bot.core.clock import Clock
from bot.core.faq.facts import Fact, FactStamp
from bot.core.faq.topics import TextStamp, Topic, Tree
from bot.core.locales import Locale

PARTS = ("", ".short", ".details", ".changing", ".unconfirmed")
FINGERPRINT_SIGNS = 12

Follower = Callable[[Tree], None]


class Saying(Protocol):
    """The texts, as far as the library reads them."""

    def __call__(self, locale: str, key: str, /) -> str:
        """Return a text."""
        ...

    def has(self, locale: str, key: str, /) -> bool:
        """Return whether there is such a text."""
        ...


def fingerprint(say: Saying, topic: Topic, locale: Locale) -> str:
    """Return the print of everything an answer says in a language, and of its sources."""
    answer = f"faq-{topic.id}"
    keys = (f"{answer}{part}" for part in PARTS)
    words = [say(locale.value, key) if say.has(locale.value, key) else "" for key in keys]
    links = [text for source in topic.sources for text in (source.labels[locale.value], source.url)]
    return hashlib.sha256("\0".join((*words, *links)).encode()).hexdigest()[:FINGERPRINT_SIGNS]


class Library:
    """Holds the tree; whoever follows it is given the new one whole, so that nobody sees half of a change."""

    def __init__(self, say: Saying, shipped: Tree, clock: Clock) -> None:
        """Begin with what was released."""
        self._say = say
        self._base = shipped
        self._clock = clock
        self._texts: dict[tuple[str, Locale], TextStamp] = {}
        self._facts: dict[str, FactStamp] = {}
        self._followers: list[Follower] = []
        self._tree = shipped

    @property
    def tree(self) -> Tree:
        """Return the tree as it is today; the same one until something changes or the day does."""
        today = self._clock.now().date()
        if self._tree.day != today:
            self._tree = self._drawn(today)
        return self._tree

    def follow(self, follower: Follower) -> None:
        """Tell somebody of every new tree."""
        self._followers.append(follower)

    def print_of(self, topic: Topic, locale: Locale) -> str:
        """Return the print of an answer as it reads now in a language."""
        return fingerprint(self._say, topic, locale)

    def stamp(self, texts: Iterable[TextStamp] = (), facts: Iterable[FactStamp] = ()) -> None:
        """Take stamps; one of another text or fact than that of now has no force."""
        self._texts.update({(stamp.topic, stamp.locale): stamp for stamp in texts})
        self._facts.update({stamp.fact: stamp for stamp in facts})
        self._draw()

    def take_back_text(self, topic: Topic, locale: Locale) -> None:
        """Forget the stamp of a text."""
        self._texts.pop((topic.id, locale), None)
        self._draw()

    def take_back_fact(self, fact: Fact) -> None:
        """Forget the stamp of a fact: it is as old as it was before."""
        self._facts.pop(fact.id, None)
        self._draw()

    def replace(self, base: Tree) -> None:
        """Take new records."""
        self._base = base
        self._draw()

    def _draw(self) -> None:
        self._tree = self._drawn(self._clock.now().date())
        for follower in self._followers:
            follower(self._tree)

    def _drawn(self, today: date) -> Tree:
        """Return the tree of a day. A stamp of a later day, set by a clock that ran ahead, makes nothing younger."""
        texts = {at: stamp for at, stamp in self._texts.items() if stamp.day <= today and self._in_force(stamp)}
        facts = {name: stamp for name, stamp in self._facts.items() if stamp.day <= today}
        return replace(self._base, facts=replace(self._base.facts, stamps=facts), stamps=texts, day=today)

    def _in_force(self, stamp: TextStamp) -> bool:
        topic = self._base.find(stamp.topic)
        return topic is not None and self.print_of(topic, stamp.locale) == stamp.seen
