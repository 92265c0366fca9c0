"""By which name the journal knows an admin or a reviewer: never by an id (A14)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.journal import PROGRAM


@dataclass(frozen=True)
class Aliases:
    """Names the operator gave, a reviewer's public name, else the place among the listed ids."""

    admins: frozenset[int]
    given: Mapping[int, str] = field(default_factory=dict)
    reviewers: Mapping[int, str] = field(default_factory=dict)

    def of(self, person: int | None) -> str:
        """Return the alias of whoever sent an update; anybody who is not listed orders nothing."""
        if person is None:
            return PROGRAM
        named = self.given.get(person) or self.reviewers.get(person)
        if named is None and person in self.admins:
            return f"admin {sorted(self.admins).index(person) + 1}"
        return named or PROGRAM
