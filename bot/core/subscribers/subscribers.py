"""People who asked to be told: what is stored of them, and how they come, change and leave."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from bot.core.clock import Clock
from bot.core.locales import Locale


class Choice(StrEnum):
    """A switch a subscriber can flip."""

    REMINDERS = "reminders"
    RECORDINGS = "recordings"
    NEWS = "news"
    SILENT = "silent"
    DISCREET = "discreet"


USUAL = frozenset({Choice.REMINDERS, Choice.RECORDINGS, Choice.NEWS})
"""What is on for whoever subscribes without choosing."""


@dataclass(frozen=True)
class Subscriber:
    """The whole row of a subscriber: nothing else about a person is kept.

    ``chat`` is Telegram's private chat id. Days are ISO dates in UTC; there are no times.
    """

    chat: int
    language: Locale
    joined: str
    active: str
    reminders: bool = True
    recordings: bool = True
    news: bool = True
    silent: bool = False
    discreet: bool = False
    not_found: str | None = None
    asked: str | None = None

    def has(self, choice: Choice) -> bool:
        """Return whether the switch is on."""
        return bool(getattr(self, choice.value))


@dataclass(frozen=True)
class Erased:
    """What went with a chat's rows: the numbers of the messages that mailings had sent to it."""

    messages: tuple[int, ...] = ()


class Subscribers(Protocol):
    """Where subscribers are kept. Every method that changes something is one transaction."""

    async def get(self, chat: int) -> Subscriber | None:
        """Return the row of the chat, or None."""
        ...

    async def add(self, subscriber: Subscriber) -> bool:
        """Store a new row; False when the chat was there already (its row stays as it was)."""
        ...

    async def change(self, subscriber: Subscriber) -> bool:
        """Replace the row; False when there is none."""
        ...

    async def erase(self, chat: int, *, keep_questions: bool = False) -> Erased | None:
        """Delete every row of the chat, or all but its questions to the lawyers; None when there was none."""
        ...

    async def count(self) -> dict[Locale, int]:
        """Return how many subscribers read each language."""
        ...


class LanguageMemory(Protocol):
    """What must be told when the language of a chat changes in its row."""

    def stored(self, chat: int, language: Locale) -> None:
        """The chat's row says this language now."""
        ...

    def chose(self, chat: int, language: Locale) -> None:
        """The chat has no row and chose this language."""
        ...

    def forget(self, chat: int) -> None:
        """The chat's row is gone."""
        ...


class InFlight(Protocol):
    """Messages that have left for Telegram and are not answered yet."""

    async def quiet(self, chat: int) -> Sequence[int]:
        """Wait until nothing is under way to the chat (bounded by the sender's own time limit).

        What is returned are the numbers of the messages that arrived meanwhile.
        """
        ...


@dataclass(frozen=True)
class Subscribe:
    """S1: store the row once; asking again changes nothing."""

    subscribers: Subscribers
    languages: LanguageMemory
    clock: Clock

    async def __call__(
        self, chat: int, language: Locale, *, discreet: bool = False, on: Collection[Choice] = USUAL
    ) -> bool:
        """Store a row with the switches ``on``, and ``discreet``; return True for a new subscriber, else False."""
        today = self.clock.now().date().isoformat()
        row = Subscriber(
            chat,
            language,
            joined=today,
            active=today,
            reminders=Choice.REMINDERS in on,
            recordings=Choice.RECORDINGS in on,
            news=Choice.NEWS in on,
            silent=Choice.SILENT in on,
            discreet=discreet or Choice.DISCREET in on,
        )
        added = await self.subscribers.add(row)
        if added:
            self.languages.stored(chat, language)
        return added


class SentMessages(Protocol):
    """Where it is remembered for a while which messages stand in a chat whose rows are gone."""

    def learn_erased(self, chat: int, messages: Iterable[int]) -> None:
        """Remember messages of mailings, so that they can still be deleted (P15)."""
        ...


@dataclass(frozen=True)
class Leave:
    """S1, P14: every row of the chat goes, and nothing more arrives after the answer (R4).

    Who only unsubscribes may keep questions to the lawyers, which are no mailing.
    """

    subscribers: Subscribers
    languages: LanguageMemory
    in_flight: InFlight
    sent: SentMessages

    async def __call__(self, chat: int, *, keep_questions: bool = False) -> bool:
        """Return whether there was anything to erase."""
        try:
            erased = await self.subscribers.erase(chat, keep_questions=keep_questions)
            self.sent.learn_erased(chat, erased.messages if erased else ())
            return erased is not None
        finally:  # also when only the record beside the backups failed: the rows are gone, and so must be the rest
            self.languages.forget(chat)
            self.sent.learn_erased(chat, await self.in_flight.quiet(chat))


@dataclass(frozen=True)
class Choose:
    """S2: set one switch to a given value (a value, not a toggle, so that a repeated tap is harmless)."""

    subscribers: Subscribers
    clock: Clock

    async def __call__(self, chat: int, choice: Choice, *, on: bool) -> Subscriber | None:
        """Return the row as it is now, or None when the chat has none."""
        row = await self.subscribers.get(chat)
        if row is None:
            return None
        values = {choice.value: on}
        changed = replace(row, active=self.clock.now().date().isoformat(), asked=None, **values)  # type: ignore[arg-type]  # a bool each
        await self.subscribers.change(changed)
        return changed


@dataclass(frozen=True)
class ChooseLanguage:
    """🌐: a subscriber's language is part of the row; a reader has no row and leaves none (R13)."""

    subscribers: Subscribers
    languages: LanguageMemory
    clock: Clock

    async def __call__(self, chat: int, language: Locale) -> None:
        """Change the row's language, or remember the choice of a chat without one."""
        try:
            row = await self.subscribers.get(chat)
        except Exception:  # whatever the disk has, or locked: answers go on in the chosen language (R7)
            row = None
        if row is None:
            self.languages.chose(chat, language)
            return
        today = self.clock.now().date().isoformat()
        await self.subscribers.change(replace(row, language=language, active=today, asked=None))
        self.languages.stored(chat, language)


class FoundGone(Protocol):
    """Whom runs under way have found gone."""

    async def came_back(self, chat: int) -> None:
        """Forget that they have found the chat gone. Stores nothing."""
        ...


@dataclass(frozen=True)
class ComeBack:
    """S9: who lets the bot write again before the end of a run is not removed at its end."""

    found_gone: FoundGone

    async def __call__(self, chat: int) -> None:
        """Note that the chat is back."""
        await self.found_gone.came_back(chat)
