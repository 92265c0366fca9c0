"""Edited answers from beside the database, taken while the bot runs: all of them, or none (A12)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.core.faq.library import Library
from bot.core.faq.reviews import Reviews
from bot.core.faq.topics import Tree, read_tree

Instead = Mapping[str, Mapping[str, str]]
"""``{language: {file name: text}}``"""


class ChangedMeanwhile(Exception):
    """The files are not those that were checked: nothing was taken."""


@dataclass(frozen=True)
class Edited:
    """What lies beside the database: files in place of the package's, and records."""

    files: Instead = field(default_factory=dict)
    records: str | None = None

    def prints(self) -> tuple[object, ...]:
        """Return it in an order of its own, to be fingerprinted."""
        files = sorted((locale, name, text) for locale, each in self.files.items() for name, text in each.items())
        return (*files, self.records)


class Overrides(Protocol):
    """Where edited answers are found."""

    def read(self) -> Edited:
        """Return what is there."""
        ...

    async def faults(self) -> Sequence[str]:
        """Return what is wrong with it, file and line first."""
        ...


class Replaceable(Protocol):
    """The catalogues, as far as they can be exchanged."""

    async def take(self, instead: Instead) -> None:
        """Exchange the package's files for these, at once and whole; those not named are the package's again."""
        ...


@dataclass(frozen=True)
class Reload:
    """Loads edited answers at the start and on /reload; ``taken`` is called after a change, to rebuild the search."""

    overrides: Overrides
    texts: Replaceable
    library: Library
    reviews: Reviews
    shipped: Tree
    taken: Callable[[], None] = lambda: None

    async def __call__(self) -> Sequence[str]:
        """Return what is wrong; then everything stays as it was. Raises ChangedMeanwhile."""
        edited = self.overrides.read()
        faults = await self.overrides.faults()
        if faults:
            return faults
        if edited != self.overrides.read():  # what was checked is what is taken
            raise ChangedMeanwhile
        tree = read_tree(edited.records, self.shipped.facts) if edited.records else self.shipped
        await self.texts.take(edited.files)
        self.library.replace(tree)
        self.taken()
        return ()

    def any_edited(self) -> bool:
        """Return whether there is anything beside the database to be taken."""
        edited = self.overrides.read()
        return bool(edited.files or edited.records)

    def prints(self) -> tuple[object, ...]:
        """Return what lies beside the database, to be fingerprinted."""
        return self.overrides.read().prints()

    async def start(self) -> Sequence[str]:
        """Take what is kept from earlier: edited answers, then the stamps."""
        try:
            faults = await self() if self.any_edited() else ()
        except ChangedMeanwhile as changed:
            faults = (type(changed).__name__,)
        self.library.stamp(await self.reviews.texts(), await self.reviews.facts())
        return faults
