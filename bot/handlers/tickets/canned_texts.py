"""The words of what lawyers send by ``/c name``, each as a reader would see it today, with its status line (A10)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from bot.core.content import Button, Content
from bot.core.faq.library import Library
from bot.core.faq.topics import Topic
from bot.core.locales import Locale
from bot.core.pagination import GAP
from bot.core.tickets.canned import CannedName, CannedRecord, read_canned
from bot.handlers.ui.callbacks import ShowTopic
from bot.handlers.ui.screens import Words
from bot.texts import Texts
from bot.wording.answer_text import answer_pages


@cache
def shipped_canned() -> Mapping[str, CannedRecord]:
    """Return the records of the package by their names."""
    text = (resources.files("bot") / "locales" / "canned.toml").read_text(encoding="utf-8")
    return {record.name.value: record for record in read_canned(text)}


@dataclass(frozen=True)
class CannedTexts:
    """core.tickets.errands.Canned: the answers of the FAQ by their codes, and those of ``canned.toml``."""

    texts: Texts
    library: Library
    records: Mapping[str, CannedRecord] = field(default_factory=shipped_canned)

    def render(self, name: str, locale: Locale) -> Content | None:
        """Return an answer as it may be shown today, or None when there is none of the name."""
        words, topic = Words(self.texts, locale), self.library.tree.find(name)
        if topic is not None:
            return self._answer(words, topic)
        return self._procedural(words, self.records[name]) if name in self.records else None

    def _answer(self, words: Words, topic: Topic) -> Content:
        """Return the first page of an answer, as one who taps it reads it; a longer one can be opened from there."""
        first, *more = answer_pages(words, self.library.tree, topic)
        whole = ShowTopic(lang=words.locale, topic=topic.id)
        button = Button(words.plain("lawyers-canned-open"), data=whole.pack())
        return Content(first, keyboard=((button,),) if more else ())

    def _procedural(self, words: Words, record: CannedRecord) -> Content:
        state, name = record.state(self.library.tree.day), record.name
        standing = words(f"answers-state-{state.standing.value}", date=state.day, reviewer=state.reviewer)
        return Content(GAP.join((f"<b>{words(f'canned-{name}')}</b>\n{standing}", words(f"canned-text-{name}"))))

    def listed(self, words: Words) -> str:
        """Word the names, those of the FAQ in its order."""
        own = "\n".join(_line(words, name, words.plain(f"canned-{name}")) for name in CannedName)
        written = (topic.id for topic in self.library.tree.topics if topic.written)
        faq = "\n".join(_line(words, name, _short_title(words, f"faq-{name}")) for name in written)
        return GAP.join((words("lawyers-canned-list"), own, faq))


def _line(words: Words, name: str, title: str) -> str:
    return words("lawyers-canned-line", name=name, title=title)


def _short_title(words: Words, key: str) -> str:
    return words.plain(f"{key}.button")
