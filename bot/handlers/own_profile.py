"""Tells Telegram what ``profile.py`` says of the bot, where that has changed since it was told last."""

import asyncio
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramUnauthorizedError,
)
from aiogram.methods import DeleteMyCommands, GetMyCommands, SetMyCommands, TelegramMethod
from aiogram.types import BotCommandScopeChat

from bot.core.events import Event, event
from bot.core.profile_record import Audience, Described, ProfileRecord
from bot.core.tickets.group import LawyersGroup, Missing
from bot.handlers.admin.access import Admins
from bot.handlers.profile import desk, introduction, lawyers_menu, no_desk
from bot.texts import Texts

RETRY_SECONDS = 3600.0
"""Seconds until what Telegram did not answer is tried again."""

OUTSIDE = frozenset({Missing.OFF, Missing.UNSEEN, Missing.NOT_FOUND, Missing.NO_GROUP, Missing.REMOVED})
"""The bot is not in the group, as far as it knows."""

LEFT = frozenset({Missing.NOT_FOUND, Missing.NO_GROUP, Missing.REMOVED})
"""It was in it, if ever, and is known to be no longer."""

PLACE = frozenset({"scope", "language_code", "chat_id"})
"""Fields that say where something is shown; the others say what."""

Setting = TelegramMethod[bool]


def described(method: Setting) -> Described[Setting]:
    """Name the place a call writes to, and all it writes."""
    fields = method.model_dump(mode="json", exclude_none=True)
    place = [method.__api_method__, *sorted((name, fields[name]) for name in PLACE & fields.keys())]
    return Described(method, json.dumps(place, sort_keys=True), json.dumps(fields, sort_keys=True))


def described_back(call: DeleteMyCommands) -> Described[Setting]:
    """Name the place of a menu that is taken back as the call that gave it did."""
    given = SetMyCommands(commands=[], scope=call.scope, language_code=call.language_code)
    return Described(call, described(given).place, "")


@dataclass(frozen=True)
class Outcome:
    """Which calls of a list Telegram took, and whether it answered them all or refused one."""

    taken: Sequence[Described[Setting]]
    answered: bool


@dataclass
class OfferLawyersMenu:
    """Run by a tick: offers the group its commands once the bot is in it, and again in another one."""

    bot: Bot
    texts: Texts
    group: LawyersGroup
    record: ProfileRecord
    _offered: int | None = None

    async def __call__(self) -> None:
        """Offer them where that was not looked at since the start."""
        chat = self.group.chat if not self.group.missing & OUTSIDE else None
        if chat is not None and chat != self._offered:
            menus = map(described, lawyers_menu(self.texts, chat))
            calls = await self.record.to_tell(Audience.LAWYERS, menus)
            outcome = await _call_all(self.bot, calls, asyncio.Event())
            await self.record.told(Audience.LAWYERS, outcome.taken)
        if self.group.missing & LEFT and await self.record.known(Audience.LAWYERS):
            await self.record.forget(Audience.LAWYERS)  # who is let in again is not sure to find them
        self._offered = chat


@dataclass
class OwnProfile:
    """Presents the bot to everybody, then to each admin."""

    bot: Bot
    texts: Texts
    admins: Admins
    group: LawyersGroup
    record: ProfileRecord
    _again: asyncio.Event = field(default_factory=asyncio.Event)
    _former: frozenset[str] = frozenset()
    _wrote: set[int] = field(default_factory=set)

    async def run(self, stop: asyncio.Event) -> None:
        """Do it at the start, when an admin has pressed Start, and an hour after Telegram did not answer.

        A rejected token is not caught.
        """
        while not stop.is_set():
            self._again.clear()
            answered = await self._try(stop)
            await _first_of(stop, self._again, None if answered else RETRY_SECONDS)

    def admin_started(self) -> None:
        """Look again: before an admin presses Start, Telegram knows no chat to give a menu to."""
        self._again.set()

    def person_acted(self, chat: int) -> None:
        """Take the menu of an admin back from a chat that still has it: until it speaks, nobody knows whose it is."""
        if not self._former or chat in self._wrote or chat in self.admins.ids:
            return
        first = next(no_desk(chat))
        if self.record.print_of(described_back(first).place) in self._former:
            self._wrote.add(chat)
            self._again.set()

    async def introduce(self, stop: asyncio.Event) -> bool:
        """Tell what is not told yet; return whether Telegram could be reached."""
        lists = [list(map(described, calls)) for calls in self._lists()]
        self._former = await self.record.retire(each for calls in lists for each in calls)
        if await self._changed_by_hand():
            await self.record.forget(Audience.EVERYBODY)
        waiting = await self.record.to_tell(Audience.EVERYBODY, (each for calls in lists for each in calls))
        for calls in lists:
            outcome = await _call_all(self.bot, [each for each in calls if each in waiting], stop)
            await self.record.told(Audience.EVERYBODY, outcome.taken)
            if not outcome.answered:
                return False
        return await self._take_back(stop)

    async def _take_back(self, stop: asyncio.Event) -> bool:
        for chat in sorted(self._wrote):
            calls = [described_back(call) for call in no_desk(chat)]
            outcome = await _call_all(self.bot, reversed(calls), stop)  # by the first it is known: it goes last
            self._former = await self.record.taken_back(outcome.taken)
            if not outcome.answered:
                return False
            self._wrote.discard(chat)
        return True

    def _lists(self) -> Iterable[Iterable[Setting]]:
        yield introduction(self.texts, lawyers=self.group.set_up)
        for admin in sorted(self.admins.ids):
            yield desk(self.texts, admin, lawyers=self.group.set_up)

    async def _changed_by_hand(self) -> bool:
        """Return whether the commands are others than those told: in BotFather, or it is another Telegram."""
        if not await self.record.known(Audience.EVERYBODY):
            return False
        theirs = SetMyCommands(commands=await self.bot(GetMyCommands()))
        return not await self.record.holds(Audience.EVERYBODY, described(theirs))

    async def _try(self, stop: asyncio.Event) -> bool:
        try:
            return await self.introduce(stop)
        except TelegramUnauthorizedError:
            raise
        except (AiogramError, TimeoutError) as trouble:
            event(Event.INTRODUCTION_ENDED_EARLY, kind=trouble)
            return False
        except Exception as error:  # a full disk, or whatever a proxy makes of an answer: menus are no reason to end
            event(Event.INTRODUCTION_FAILED, kind=error)
            return False


async def _call_all(bot: Bot, calls: Iterable[Described[Setting]], stop: asyncio.Event) -> Outcome:
    """Make the calls until one is refused or not answered; what was set before remains."""
    taken: list[Described[Setting]] = []
    for each in calls:
        if stop.is_set():
            return Outcome(taken, answered=False)
        try:
            await bot(each.call)
        except (TelegramBadRequest, TelegramForbiddenError) as refusal:
            _refused(each.call, refusal)
            return Outcome(taken, answered=True)
        except TelegramUnauthorizedError:
            raise
        except (AiogramError, TimeoutError) as trouble:
            event(Event.INTRODUCTION_ENDED_EARLY, kind=trouble)
            return Outcome(taken, answered=False)
        taken.append(each)
    return Outcome(taken, answered=True)


def _refused(method: Setting, refusal: TelegramBadRequest | TelegramForbiddenError) -> None:
    """Log a refusal; of an admin's own menu it means that Telegram knows no chat with them, or that it is blocked."""
    scope = method.scope if isinstance(method, SetMyCommands) else None
    own = isinstance(scope, BotCommandScopeChat) and int(scope.chat_id) > 0
    if own and (isinstance(refusal, TelegramForbiddenError) or "chat not found" in refusal.message.lower()):
        event(Event.ADMIN_NOT_REACHABLE)
    else:
        event(Event.INTRODUCTION_REFUSED, kind=refusal)


async def _first_of(stop: asyncio.Event, again: asyncio.Event, seconds: float | None) -> None:
    waits = [asyncio.ensure_future(each.wait()) for each in (stop, again)]
    try:
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for each in waits:
            each.cancel()
