"""Messages that are no question of law: wishes about the bot, despair, and messages without a word (P6).

They are known by lists of whole messages in ``wishes.ftl``, read in both languages together. Two messages are the same
when they have the same words in any order, without the polite ones: a form in the list stands for many.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from bot.core.content import MESSAGE_UNITS
from bot.core.faq.plain import plain
from bot.core.locales import Locale

Say = Callable[[str, str], str]
"""(locale, key) to the text."""

LONGEST = 400
"""Characters of a message that may be a wish: a longer one is a story."""

OPENS = "…"
"""The sign at the end of an open form."""

_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`](?=\w)")
_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?…\n]+")
_CLAUSE_END = re.compile(
    r"(?:[,;:()—–]+|\s-\s)(?!\s*(?:чем|нежели|как|где|than|as|like|where)\b)|\b(?:если|когда|потому|но|but|if|because|since|when)\b",
    re.IGNORECASE,
)
"""Words that begin a clause end the one before it, since people leave commas out. A comparison ends none."""

Words = frozenset[str]
"""The words of a message, plain."""


class Wish(StrEnum):
    """What a message wants of the bot itself; the first one that has it on its list counts."""

    LEAVE = "leave"
    DELETE = "delete"
    MENU = "menu"
    HELP = "help"
    VERIFY = "verify"
    SEMINARS = "seminars"
    SPEAKER = "speaker"
    ABOUT = "about"
    PERSON = "person"
    GREETING = "greeting"
    THANKS = "thanks"


class Listed(StrEnum):
    """The lists that are no wish."""

    POLITE = "polite"
    BESIDE = "beside"
    EMPTY = "empty"
    NUMBERS = "numbers"
    DESPAIR = "despair"
    DESPAIR_BESIDE = "despair-beside"


@dataclass(frozen=True)
class Form:
    """Messages that mean the same: of each needed group one alternative, and beside them only words that are allowed.

    An open form allows also the words of ``wishes-said-beside``, which change nothing in what it says.
    """

    needed: tuple[tuple[Words, ...], ...]
    allowed: Words
    open: bool = False

    def fits(self, words: Words) -> bool:
        """Return whether a message of these words is one of them."""
        return (
            bool(words)
            and words <= self.allowed
            and all(any(each <= words for each in either) for either in self.needed)
        )

    def beside(self, words: Words) -> "Form":
        """Return the same with these words allowed too."""
        return replace(self, allowed=self.allowed | words)


@dataclass(frozen=True)
class Wishes:
    """The lists, ready to be looked up; holds nothing of what was asked."""

    forms: tuple[tuple[Wish, Form], ...]
    polite: tuple[str, ...]
    empty: Words
    numbers: Words
    despair: tuple[Form, ...]

    def wish(self, message: str) -> Wish | None:
        """Return the wish that the whole message is, if it is one."""
        if len(message) > LONGEST:
            return None
        every = _spaced(message)
        for words in (self._without_polite(every), frozenset(every.split())):
            for wish, form in self.forms:
                if form.fits(words):
                    return wish
        return None

    def says_nothing(self, message: str) -> bool:
        """Return whether there is nothing to search: no word, or a number alone («вопрос 7») that is no form's."""
        return all(self._is_empty(word) for word in _plain_words(_bounded(message)))

    def despairs(self, message: str) -> bool:
        """Return whether a sentence or clause of it, taken whole, is a phrase of despair about one's own life."""
        return any(form.fits(words) for words in self._clauses(_bounded(message)) for form in self.despair)

    def _is_empty(self, word: str) -> bool:
        return word not in self.numbers and _DIGITS.sub("", word) in self.empty

    def _clauses(self, message: str) -> Iterator[Words]:
        for sentence in dict.fromkeys(_SENTENCE_END.split(message)):
            yield self._without_polite(_spaced(sentence))
            clauses = _CLAUSE_END.split(sentence)
            if len(clauses) > 1:
                found = (self._without_polite(_spaced(clause)) for clause in clauses)
                yield from (words for words in found if len(words) > 1)  # one word may be a member of a list

    def _without_polite(self, spaced: str) -> Words:
        for phrase in self.polite:
            spaced = spaced.replace(phrase, " ")
        return frozenset(spaced.split())


def read_wishes(say: Say) -> Wishes:
    """Read the lists of both languages."""
    beside = _words(say, Listed.BESIDE)
    forms = ((wish, form) for wish in Wish for form in _listed(say, wish))
    return Wishes(
        forms=tuple((wish, form.beside(beside) if form.open else form) for wish, form in forms),
        polite=tuple(sorted({_spaced(form) for form in _forms(say, Listed.POLITE)}, key=len, reverse=True)),
        empty=_words(say, Listed.EMPTY) | {""},
        numbers=_words(say, Listed.NUMBERS),
        despair=tuple(form.beside(_words(say, Listed.DESPAIR_BESIDE)) for form in _listed(say, Listed.DESPAIR)),
    )


def _words(say: Say, name: Listed) -> Words:
    return frozenset[str]().union(*(form.allowed for form in _listed(say, name)))


def _listed(say: Say, name: Wish | Listed) -> Iterator[Form]:
    return map(read_form, _forms(say, name))


def _forms(say: Say, name: Wish | Listed) -> Iterator[str]:
    for locale in Locale:
        text = say(locale, f"wishes-said-{name.value}")
        yield from (form.strip() for form in text.replace("\n", ",").split(",") if form.strip())


@lru_cache(maxsize=1024)
def read_form(form: str) -> Form:
    """Read a form: ``a/b`` is either, ``(a)`` may be left out, ``_`` joins words, ``…`` at its end opens it."""
    needed, allowed = [], set[str]()
    for token in form.removesuffix(OPENS).split():
        either = tuple(frozenset(_plain_words(each.replace("_", " "))) for each in token.strip("()").split("/"))
        allowed.update(*either)
        if not token.startswith("("):
            needed.append(either)
    return Form(tuple(needed), frozenset(allowed), form.endswith(OPENS))


def _bounded(message: str) -> str:
    """Return no more than Telegram's longest message: one character may become eighteen."""
    return unicodedata.normalize("NFKC", message.encode("utf-8", "replace").decode("utf-8"))[:MESSAGE_UNITS]


def _plain_words(text: str) -> list[str]:
    return _WORD.findall(plain(_APOSTROPHES.sub("", text)))


def _spaced(text: str) -> str:
    """Return the words with two spaces between them: a phrase that is taken out leaves its neighbours' spaces."""
    return "".join(f" {word} " for word in _plain_words(text))
