"""What Telegram was told of the bot itself, so that a start tells it only what has changed.

A menu of an admin's own is named by the admin's id, and ids of ten digits can be tried out. So a call is kept as a
fingerprint made with the bot's token, which does not lie beside it.
"""

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

DIGITS = 24
"""Hexadecimal digits of a fingerprint that are kept."""

MOST_FORMER = 1_000
"""Places of former menus that are kept: thirteen a person."""

Call = TypeVar("Call")


class Audience(StrEnum):
    """Whom a part of the profile is for: each part is kept by itself."""

    EVERYBODY = "profile"
    LAWYERS = "profile-lawyers"
    FORMER = "profile-former"
    """Menus of those who are no admins any more: Telegram shows them until they are taken back."""


class ProfileStore(Protocol):
    """Keeps the fingerprints."""

    async def load(self, audience: Audience) -> Mapping[str, str]:
        """Return the print of the content by the print of its place."""
        ...

    async def keep(self, audience: Audience, prints: Mapping[str, str]) -> None:
        """Keep these in the place of all."""
        ...


@dataclass(frozen=True)
class Described(Generic[Call]):
    """A call, the place it writes to, and what it writes there."""

    call: Call
    place: str
    content: str


class ProfileRecord:
    """Tells which calls there are still to make."""

    def __init__(self, store: ProfileStore, secret: str) -> None:
        """Keep the store and what the fingerprints are made with."""
        self._store = store
        self._secret = secret.encode()

    async def known(self, audience: Audience) -> bool:
        """Return whether anything was told at all."""
        return bool(await self._store.load(audience))

    async def holds(self, audience: Audience, call: Described[Call]) -> bool:
        """Return whether this is what was told of its place, or nothing was."""
        told = (await self._store.load(audience)).get(self.print_of(call.place))
        return told in (None, self.print_of(call.content))

    async def forget(self, audience: Audience) -> None:
        """Hold nothing for told."""
        await self._store.keep(audience, {})

    async def to_tell(self, audience: Audience, calls: Iterable[Described[Call]]) -> list[Described[Call]]:
        """Return what Telegram does not have yet, and forget the rest: until Telegram says yes nobody knows.

        What is no longer among the calls is forgotten as well.
        """
        described = list(calls)
        prints = await self._store.load(audience)
        known = {self.print_of(each.place): self.print_of(each.content) for each in described}
        kept = {place: content for place, content in known.items() if prints.get(place) == content}
        if kept != prints:
            await self._store.keep(audience, kept)
        return [each for each in described if self.print_of(each.place) not in kept]

    async def retire(self, calls: Iterable[Described[Call]]) -> frozenset[str]:
        """Keep the places that were told something and are not among the calls; return the prints of all such places.

        To be asked before ``to_tell`` forgets them. Who is an admin again has a place among the calls.
        """
        known = {self.print_of(each.place) for each in calls}
        former = await self._store.load(Audience.FORMER)
        left = [*former, *(await self._store.load(Audience.EVERYBODY))]
        kept = dict.fromkeys([place for place in left if place not in known][:MOST_FORMER], "")
        if kept != former:
            await self._store.keep(Audience.FORMER, kept)
        return frozenset(kept)

    async def taken_back(self, calls: Iterable[Described[Call]]) -> frozenset[str]:
        """Forget places whose menus Telegram has taken back; return the prints of the others."""
        back = {self.print_of(each.place) for each in calls}
        former = await self._store.load(Audience.FORMER)
        kept = {place: content for place, content in former.items() if place not in back}
        if kept != former:
            await self._store.keep(Audience.FORMER, kept)
        return frozenset(kept)

    def print_of(self, text: str) -> str:
        """Return the fingerprint of a place or a content."""
        return hmac.new(self._secret, text.encode(), "sha256").hexdigest()[:DIGITS]

    async def told(self, audience: Audience, calls: Iterable[Described[Call]]) -> None:
        """Remember what Telegram has taken."""
        fresh = {self.print_of(each.place): self.print_of(each.content) for each in calls}
        if fresh:
            await self._store.keep(audience, {**await self._store.load(audience), **fresh})
