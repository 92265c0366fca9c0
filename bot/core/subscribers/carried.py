"""What a reader takes to another bot in a link: a language and five switches, nothing else (O10).

Every choice has exactly one spelling, so that no link can be told from that of others who chose the same: there are
``len(Locale) * 2 ** len(LETTERS)`` of them in the world, 64.
"""

import re
from dataclasses import dataclass

from bot.core.locales import Locale
from bot.core.subscribers.subscribers import USUAL, Choice, Subscriber

LETTERS = {
    Choice.REMINDERS: "r",
    Choice.RECORDINGS: "v",
    Choice.NEWS: "n",
    Choice.SILENT: "s",
    Choice.DISCREET: "d",
}
"""In the order in which they are written. A letter that stands in links is never given another meaning."""

PREFIX = "as_"
"""What a /start payload begins with that carries switches."""

_FORM = re.compile(rf"({'|'.join(Locale)})(?:_(?=.)({''.join(f'{letter}?' for letter in LETTERS.values())}))?")


@dataclass(frozen=True)
class Carried:
    """A language, and the switches that are on."""

    language: Locale
    on: frozenset[Choice] = USUAL

    def has(self, choice: Choice) -> bool:
        """Return whether the switch is on."""
        return choice in self.on

    def with_(self, choice: Choice, *, on: bool) -> "Carried":
        """Return the same with one switch set."""
        return Carried(self.language, self.on | {choice} if on else self.on - {choice})

    def letters(self) -> str:
        """Return the switches that are on, a letter each."""
        return "".join(letter for choice, letter in LETTERS.items() if choice in self.on)

    def payload(self) -> str:
        """Return what stands behind ``?start=``."""
        return PREFIX + "_".join(filter(None, (self.language.value, self.letters())))


def carried_of(row: Subscriber) -> Carried:
    """Return what a subscriber takes along."""
    return Carried(row.language, frozenset(choice for choice in LETTERS if row.has(choice)))


def read_carried(text: str) -> Carried | None:
    """Return what the part of a payload behind the prefix says; None for anything but the one spelling of a choice."""
    found = _FORM.fullmatch(text)
    return Carried(Locale(found[1]), read_letters(found[2] or "")) if found else None


def read_letters(letters: str) -> frozenset[Choice]:
    """Return the switches of letters."""
    return frozenset(choice for choice, letter in LETTERS.items() if letter in letters)
