"""Remembering which language a chat reads, without a row for readers (R13)."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.core.locales import Locale, guess_locale, mostly_cyrillic
from bot.core.subscribers.subscribers import Subscribers

MAX_REMEMBERED_CHATS = 10_000
"""How many chats are remembered at once; the one not heard of longest is forgotten first."""


class Known(NamedTuple):
    """What is known of a chat: the language in its row, and the one chosen since the start without a row."""

    row: Locale | None = None
    chosen: Locale | None = None


@dataclass
class Languages:
    """A bounded memory in front of the subscribers' rows; a restart forgets it."""

    subscribers: Subscribers
    default: Locale
    size: int = MAX_REMEMBERED_CHATS
    _known: OrderedDict[int, Known] = field(default_factory=OrderedDict)

    async def of(self, chat: int, carried: Locale | None, language_code: str | None, typed: str = "") -> Locale:
        """Return the row's language, else the tapped button's, else the remembered, else a guess.

        ``typed`` is the person's own text: Cyrillic is answered in Russian, whatever language the phone has.
        """
        guess = Locale.RU if mostly_cyrillic(typed) else guess_locale(language_code, self.default)
        known = self._known.get(chat)
        if known is None:
            try:
                row = await self.subscribers.get(chat)
            except Exception:  # whatever the disk has: answers go on without it (R7), and nothing is remembered
                return carried or guess
            known = Known(row=row.language if row else None)
            self._put(chat, known)
        return known.row or carried or known.chosen or guess

    def subscribed(self, chat: int) -> bool:
        """Return whether the chat had a row when it was last asked for its language, which every update does."""
        known = self._known.get(chat)
        return known is not None and known.row is not None

    def forget_rows(self) -> None:
        """Look every row up again: some are gone whose chats nobody named."""
        self._known = OrderedDict((chat, known) for chat, known in self._known.items() if known.row is None)

    def stored(self, chat: int, language: Locale) -> None:
        """Remember the language that stands in the chat's row."""
        self._put(chat, Known(row=language))

    def chose(self, chat: int, language: Locale) -> None:
        """Remember what a reader without a row has chosen."""
        self._put(chat, Known(chosen=language))

    def forget(self, chat: int) -> None:
        """Know nothing of the chat any more."""
        self._known.pop(chat, None)

    def __len__(self) -> int:
        """How many chats are remembered."""
        return len(self._known)

    def _put(self, chat: int, known: Known) -> None:
        self._known[chat] = known
        self._known.move_to_end(chat)
        if len(self._known) > self.size:
            self._known.popitem(last=False)
