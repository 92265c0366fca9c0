"""The answers as they may be shown now: the records, lawyers' stamps, and what was edited since the release."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.core.faq.topics import Topic, Tree
from bot.core.locales import Locale

PARTS = ("", ".short", ".details", ".uncertain")
FINGERPRINT_SIGNS = 12

Say = Callable[[str, str], str]
"""(language, key) → text."""

Follower = Callable[[Tree], None]


@dataclass(frozen=True)
class Stamp:
    """A lawyer's look at an answer: the day, the public name, and the print of the texts that were read."""

    topic: str
    day: date
    reviewer: str
    seen: str


def fingerprint(say: Say, topic: Topic) -> str:
    """Return the print of everything an answer says in both languages, and of its sources."""
    key = f"faq-{topic.id}"
    words = [say(locale.value, f"{key}{part}") for locale in Locale for part in PARTS]
    links = [text for source in topic.sources for text in (source.title, source.url)]
    return hashlib.sha256("\0".join((*words, *links)).encode()).hexdigest()[:FINGERPRINT_SIGNS]


class Library:
    """Holds the tree; whoever follows it is given the new one whole, so that nobody sees half of a change."""

    def __init__(self, say: Say, shipped: Tree) -> None:
        """Begin with what was released; the prints of its texts tell later what was edited."""
        self.tree = shipped
        self._say = say
        self._base = shipped
        self._stamps: dict[str, Stamp] = {}
        self._shipped = {topic.id: fingerprint(say, topic) for topic in shipped.topics if topic.written}
        self._edited: Mapping[str, date] = {}
        self._followers: list[Follower] = []

    def follow(self, follower: Follower) -> None:
        """Tell somebody of every new tree."""
        self._followers.append(follower)

    def print_of(self, topic: Topic) -> str:
        """Return the print of an answer as it reads now."""
        return fingerprint(self._say, topic)

    def stamp(self, *stamps: Stamp) -> None:
        """Take stamps; one of other texts than those of now has no force."""
        self._stamps.update({stamp.topic: stamp for stamp in stamps})
        self._draw()

    def replace(self, base: Tree, edited: Mapping[str, date]) -> None:
        """Take new records; ``edited`` says on which day an answer's words were changed beside the release."""
        self._base, self._edited = base, edited
        self._draw()

    def _draw(self) -> None:
        topics = tuple(self._shown(topic) if topic.written else topic for topic in self._base.topics)
        self.tree = Tree(self._base.groups, topics)
        for follower in self._followers:
            follower(self.tree)

    def _shown(self, topic: Topic) -> Topic:
        now = self.print_of(topic)
        if now != self._shipped.get(topic.id):
            written = max(filter(None, (topic.written, self._edited.get(topic.id))))
            topic = replace(topic, written=written, reviewed=None, reviewer=None)
        stamp = self._stamps.get(topic.id)
        if stamp and stamp.seen == now and (topic.reviewed is None or stamp.day >= topic.reviewed):
            return replace(topic, reviewed=stamp.day, reviewer=stamp.reviewer)
        return topic
