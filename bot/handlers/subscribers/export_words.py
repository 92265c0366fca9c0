"""⬇️ The same data in words: a text that somebody who knows no JSON can read, field by field (P13).

Every column that is exported stands in ``TABLES``; tests/handlers/subscribers/test_export_words.py compares it with the
live schema.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from bot.core.clock import from_epoch
from bot.core.pagination import GAP
from bot.core.subscribers.personal_data import KnownOfChat, Row
from bot.handlers.ui.screens import Words


class Kind(Enum):
    """How a stored value is read."""

    PLAIN = auto()
    YES = auto()
    LANGUAGE = auto()
    DAY = auto()
    MOMENT = auto()
    NUMBERS = auto()
    SEMINAR = auto()
    TOPIC = auto()
    STATE = auto()
    BITS = auto()


P = Kind.PLAIN
PERSON = ("export-number", P)
LANGUAGE = ("export-language", Kind.LANGUAGE)
TICKET = ("export-ticket-number", P)
MAILING = ("export-mailing-number", P)
SEMINAR = ("export-seminar", Kind.SEMINAR)

TABLES: Mapping[str, tuple[str, Mapping[str, tuple[str, Kind]]]] = {
    "person": ("export-person", {"number": PERSON, "chat": ("export-chat", P)}),
    "subscriber": (
        "export-subscriber",
        {
            "person": PERSON,
            "language": LANGUAGE,
            "joined": ("export-joined", Kind.DAY),
            "active": ("export-active", Kind.DAY),
            "reminders": ("export-reminders", Kind.YES),
            "recordings": ("export-recordings", Kind.YES),
            "news": ("export-news", Kind.YES),
            "silent": ("export-silent", Kind.YES),
            "discreet": ("export-discreet", Kind.YES),
            "not_found": ("export-not-found", Kind.DAY),
            "asked": ("export-asked", Kind.DAY),
        },
    ),
    "seminar_choice": (
        "export-choices",
        {"seminar": SEMINAR, "person": PERSON, "language": LANGUAGE, "wanted": ("export-wanted", Kind.YES)},
    ),
    "watch": (
        "export-watches",
        {
            "topic": ("export-topic", Kind.TOPIC),
            "person": PERSON,
            "language": LANGUAGE,
            "told": ("export-told", Kind.DAY),
        },
    ),
    "delivery": (
        "export-deliveries",
        {
            "mailing": MAILING,
            "person": PERSON,
            "state": ("export-delivery-state", Kind.STATE),
            "attempts": ("export-attempts", P),
            "until": ("export-until", Kind.MOMENT),
            "maybe": ("export-maybe", Kind.YES),
            "messages": ("export-messages", Kind.NUMBERS),
            "joint": ("export-joint", Kind.BITS),
            "part": ("export-part", P),
            "amended": ("export-amended", P),
            "language": ("export-got-language", Kind.LANGUAGE),
            "discreet": ("export-text-discreet", Kind.YES),
        },
    ),
    "draft": (
        "export-draft",
        {
            "person": PERSON,
            "flow": ("export-flow", P),
            "step": ("export-flow-step", P),
            "object": ("export-object", P),
            "expires": ("export-expires", Kind.MOMENT),
        },
    ),
    "mailing": (
        "export-mailings",
        {
            "id": MAILING,
            "kind": ("export-kind", P),
            "lane": ("export-lane", P),
            "state": ("export-state", P),
            "audience": ("export-audience", P),
            "seminar": SEMINAR,
            "topic": ("export-topic", Kind.TOPIC),
            "video": ("export-video", P),
            "repeats": ("export-repeats", P),
            "missed": ("export-missed", P),
            "link": ("export-link", P),
            "texts": ("export-reworded", P),
            "relink": ("export-relink", Kind.YES),
            "follows": ("export-follows", P),
            "hold": ("export-hold", P),
            "signed_up": SEMINAR,
            "told": ("export-admins-told", Kind.YES),
            "revision": ("export-revision", P),
            "step": ("export-step", P),
            "quiet": ("export-quiet", Kind.YES),
            "not_before": ("export-not-before", Kind.MOMENT),
            "not_after": ("export-not-after", Kind.MOMENT),
            "author": ("export-author", P),
            "approver": ("export-approver", P),
            "announced": ("export-announced", P),
            "card": ("export-card", P),
            "content_hash": ("export-content-hash", P),
            "forced": ("export-forced", Kind.YES),
            "reason": ("export-reason", P),
            "fare": ("export-fare", P),
            "started": ("export-started", Kind.MOMENT),
            "finished": ("export-finished", Kind.MOMENT),
            "cursor": ("export-cursor", P),
            "queued": ("export-queued", P),
            "total": ("export-total", P),
            "delivered": ("export-delivered", P),
            "gone": ("export-gone", P),
            "failed": ("export-failed", P),
            "unknown": ("export-unknown", P),
            "expired": ("export-expired", P),
            "left": ("export-left", P),
            "twice": ("export-twice", P),
            "refused": ("export-refused", P),
        },
    ),
    "amendment": (
        "export-amendments",
        {
            "id": ("export-amendment-number", P),
            "mailing": MAILING,
            "kind": ("export-amendment-kind", P),
            "state": ("export-amendment-state", P),
            "author": ("export-author", P),
            "card": ("export-card", P),
            "told": ("export-admins-told", Kind.YES),
            "total": ("export-amendment-total", P),
            "beyond": ("export-amendment-beyond", P),
            "done": ("export-amendment-done", P),
            "unreachable": ("export-amendment-unreachable", P),
            "failed": ("export-failed", P),
            "left": ("export-left", P),
        },
    ),
    "mailing_text": (
        "export-texts",
        {
            "mailing": MAILING,
            "language": ("export-text-language", Kind.LANGUAGE),
            "discreet": ("export-text-discreet", Kind.YES),
            "joint": ("export-joint", Kind.BITS),
            "content": ("export-content", P),
            "entities": ("export-entities", P),
            "keyboard": ("export-keyboard", P),
            "media": ("export-media", P),
        },
    ),
    "ticket": (
        "export-tickets",
        {
            "id": TICKET,
            "word": ("export-ticket-word", P),
            "number": ("export-ticket-code", P),
            "person": PERSON,
            "language": LANGUAGE,
            "state": ("export-state", P),
            "ending": ("export-ticket-ending", P),
            "asked": ("export-ticket-asked", Kind.MOMENT),
            "answered": ("export-ticket-answered", Kind.MOMENT),
            "expires": ("export-expires", Kind.MOMENT),
            "topic": ("export-ticket-topic", P),
            "header": ("export-ticket-header", P),
            "told": ("export-ticket-told", Kind.DAY),
        },
    ),
    "ticket_message": (
        "export-ticket-messages",
        {
            "id": ("export-ticket-row", P),
            "ticket": TICKET,
            "kind": ("export-ticket-kind", P),
            "word": ("export-ticket-sentence", P),
            "source": ("export-ticket-source", P),
            "bundle": ("export-ticket-bundle", P),
            "copy": ("export-ticket-copy", P),
            "state": ("export-state", P),
            "attempts": ("export-attempts", P),
            "maybe": ("export-maybe", Kind.YES),
            "until": ("export-until", Kind.MOMENT),
        },
    ),
    "ticket_mute": ("export-ticket-mute", {"person": PERSON, "until": ("export-ticket-mute-until", Kind.MOMENT)}),
}
"""Each table with its heading, and each column with its name in words and how its value is read, in reading order."""

STATES = ("export-waiting", "export-sending", "export-sent", "export-not-reached", "export-no-answer")
"""The states of a delivery, by their number (docs/data-inventory.md)."""

LANGUAGES = {"ru": "language-ru", "en": "language-en"}


@dataclass(frozen=True)
class DataWords:
    """Words what is known of a chat; ``titles`` are those of the seminars it names."""

    words: Words
    titles: Mapping[int, str]

    def __call__(self, known: KnownOfChat) -> str:
        """Return the whole text."""
        say = self.words.plain
        tables = [self._table(name, known.stored[name]) for name in TABLES if known.stored.get(name)]
        parts = (
            say("export-title"),
            say("export-made", day=known.day),
            say("export-about"),
            say("export-stored"),
            *(tables or [say("export-nothing")]),
            "\n".join((say("export-in-settings"), self._line("export-administrator", Kind.YES, known.administrator))),
            "\n".join((say("export-in-memory"), *self._memory(known))),
        )
        return GAP.join(parts) + "\n"

    def _memory(self, known: KnownOfChat) -> Iterator[str]:
        yield self._line("export-memory-language", Kind.LANGUAGE, known.language.value)
        yield self._line("export-memory-messages", Kind.NUMBERS, list(known.messages))
        yield f"• {self.words.plain('export-memory-asked')}"

    def _table(self, name: str, rows: Sequence[Row]) -> str:
        heading, fields = TABLES[name]
        if len(rows) == 1:
            return "\n".join((self.words.plain(heading), *self._lines(fields, rows[0])))
        told = (f"{at}) " + "; ".join(line[2:] for line in self._lines(fields, row)) for at, row in enumerate(rows, 1))
        return "\n".join((f"{self.words.plain(heading)}: {len(rows)}", *told))

    def _lines(self, fields: Mapping[str, tuple[str, Kind]], row: Row) -> Iterator[str]:
        for column, (key, kind) in fields.items():
            if column in row:
                yield self._line(key, kind, row[column])

    def _line(self, key: str, kind: Kind, value: object) -> str:
        return f"• {self.words.plain(key)}: {self._value(kind, value)}"

    def _value(self, kind: Kind, value: object) -> str:
        """Return a value as people say it."""
        say = self.words.plain
        if kind is Kind.YES:
            return say("privacy-on" if value else "privacy-off")
        if value is None or value == [] or (value == 0 and kind is not Kind.PLAIN and kind is not Kind.STATE):
            return say("export-none")
        readers = {
            Kind.LANGUAGE: lambda: say(LANGUAGES[str(value)]),
            Kind.DAY: lambda: say("export-a-day", day=date.fromisoformat(str(value))),
            Kind.MOMENT: lambda: say("export-a-moment", at=from_epoch(int(str(value)))),
            Kind.NUMBERS: lambda: ", ".join(map(str, value if isinstance(value, list) else json.loads(str(value)))),
            Kind.SEMINAR: lambda: self._named(str(value), self.titles.get(int(str(value)))),
            Kind.TOPIC: lambda: self._named(str(value), self._topic(f"faq-{value}")),
            Kind.STATE: lambda: say(STATES[int(str(value))]),
            Kind.BITS: lambda: str(int(str(value)).bit_count()),
        }
        return readers[kind]() if kind in readers else str(value)

    def _topic(self, key: str) -> str | None:
        return self.words.plain(key) if self.words.texts.has(self.words.locale, key) else None

    def _named(self, number: str, title: str | None) -> str:
        return self.words.plain("export-named", title=title, number=number) if title else number
