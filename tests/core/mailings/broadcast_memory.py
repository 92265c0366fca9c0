"""The broadcasts' storage as plain dictionaries, and a clock that stands still; a contract test keeps it honest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bot.core.content import Content, Contents, Variant
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import NO_WINDOW, ComposeStep, hash_contents
from bot.core.mailings.conversations import Conversation, Flow
from bot.core.mailings.mailings import Audience, Counters, Mailing, MailingKind, MailingState
from bot.core.mailings.missed import NOBODY_MISSED, Missed, MissedCounts, Repeat
from bot.core.mailings.signed_up import SignedUp
from bot.core.mailings.stars import Fare

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@dataclass
class StillClock:
    """Moves only when a test moves it."""

    at: datetime = NOON
    ticks: float = 0.0

    def now(self) -> datetime:
        return self.at

    def boottime(self) -> float:
        """As if the machine never slept."""
        return self.monotonic()

    def monotonic(self) -> float:
        return self.ticks

    async def sleep(self, seconds: float) -> None:
        self.ticks += seconds


@dataclass
class MemoryConversations:
    kept: dict[int, tuple[Conversation, datetime]] = field(default_factory=dict)
    mailings: dict[int, Mailing] = field(default_factory=dict)

    async def get(self, chat: int, now: datetime) -> Conversation | None:
        draft, expires = self.kept.get(chat, (None, now))
        return draft if now < expires else None

    async def expired(self, chat: int, now: datetime) -> Conversation | None:
        draft, expires = self.kept.get(chat, (None, now))
        return None if now < expires else draft

    async def put(self, draft: Conversation, expires: datetime) -> None:
        await self.drop(draft.chat)
        self.kept[draft.chat] = draft, expires

    async def drop(self, chat: int) -> bool:
        for mailing in list(self.mailings.values()):
            if mailing.author == chat and mailing.state is MailingState.DRAFT:
                del self.mailings[mailing.id]
        return self.kept.pop(chat, None) is not None


@dataclass
class MemoryMailings:
    mailings: dict[int, Mailing] = field(default_factory=dict)

    async def get(self, mailing: int) -> Mailing | None:
        return self.mailings.get(mailing)

    async def move(self, mailing: int, to: MailingState, *, frm: Sequence[MailingState], now: datetime) -> bool:
        found = self.mailings.get(mailing)
        if found is None or found.state not in frm:
            return False
        self.mailings[mailing] = replace(found, state=to)
        return True

    async def with_cards(self) -> list[Mailing]:
        return [mailing for mailing in self.mailings.values() if mailing.card is not None]

    async def card(self, mailing: int, message: int | None) -> None:
        self.mailings[mailing] = replace(self.mailings[mailing], card=message)

    async def missed(self, mailing: Mailing) -> MissedCounts:
        return NOBODY_MISSED


@dataclass
class MemoryBroadcasts:
    conversations: MemoryConversations
    people: dict[Audience, int] = field(default_factory=dict)
    contents: dict[int, dict[Variant, Content]] = field(default_factory=dict)

    async def begin(self, author: int, expires: datetime, first: Callable[[int], Contents] | None = None) -> int:
        await self.conversations.drop(author)
        number = len(self.contents) + 1
        self.contents[number] = {}
        draft = Mailing(number, MailingKind.BROADCAST, MailingState.DRAFT, Audience.ALL, Counters(), author)
        self.conversations.mailings[number] = draft
        await self._step(author, ComposeStep.RUSSIAN, number, expires)
        if first:
            await self.write(number, author, first(number), Audience.ALL, ComposeStep.ENGLISH, expires)
        return number

    async def text(self, mailing: int, language: Locale) -> Content | None:
        return self.contents.get(mailing, {}).get(Variant(language))

    async def write(
        self,
        mailing: int,
        author: int,
        texts: Contents,
        audience: Audience,
        step: str,
        expires: datetime,
        of_seminar: int | None = None,
    ) -> bool:
        found = self.conversations.mailings.get(mailing)
        if found is None or found.state is not MailingState.DRAFT or found.author != author:
            return False
        self.contents[mailing] |= texts
        fingerprint = hash_contents(self.contents[mailing])
        self.conversations.mailings[mailing] = replace(found, content_hash=fingerprint, audience=audience)
        await self._step(author, step, mailing, expires)
        return True

    async def ring(self, mailing: int, author: int, expires: datetime, *, quiet: bool) -> bool:
        found = self.conversations.mailings[mailing]
        self.conversations.mailings[mailing] = replace(found, quiet=quiet)
        return found.author == author

    async def begin_repeat(
        self, author: int, repeat: Repeat, audience: Audience, texts: Callable[[int], Contents], expires: datetime
    ) -> int:
        number = await self.begin(author, expires, texts)
        self.conversations.mailings[number] = replace(self.conversations.mailings[number], repeat=repeat)
        await self.write(number, author, {}, audience, ComposeStep.PREVIEW, expires)
        return number

    async def begin_correction(self, author: int, source: int, expires: datetime) -> int:
        number = await self.begin(author, expires)
        repeat = Repeat(source, Missed.GOT)
        self.conversations.mailings[number] = replace(self.conversations.mailings[number], repeat=repeat)
        return number

    async def count(self, audience: Audience, repeat: Repeat | None = None, of_seminar: int | None = None) -> int:
        return self.people.get(audience, 0)

    async def seminars(self, since: datetime) -> list[SignedUp]:
        return []

    async def confirm(
        self,
        mailing: int,
        author: int,
        content_hash: str,
        audience: Audience,
        now: datetime,
        card: int,
        fare: Fare = Fare.FREE,
        undo: timedelta = NO_WINDOW,
    ) -> int | None:
        found = self.conversations.mailings[mailing]
        if found.state is not MailingState.DRAFT or found.content_hash != content_hash:
            return None
        total = await self.count(audience)
        self.conversations.mailings[mailing] = replace(
            found, state=MailingState.QUEUED, card=card, started=now, counters=Counters(total=total), fare=fare
        )
        self.conversations.kept.pop(author, None)
        return total

    async def _step(self, author: int, step: str, mailing: int, expires: datetime) -> None:
        self.conversations.kept[author] = Conversation(author, Flow.BROADCAST, step, mailing), expires


def neutral(locale: Locale, mailing: int) -> Content:
    """Word the first message of a discreet subscriber."""
    return Content(f"neutral {locale} {mailing}")
