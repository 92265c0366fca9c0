"""The card of a running broadcast, refreshed in place, and the report it becomes (A6, A8)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Protocol

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import CallbackQuery, InlineKeyboardButton

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.mailings.costs import eta
from bot.core.mailings.mailings import Mailing, Mailings, MailingState
from bot.core.mailings.missed import NOBODY_MISSED, MissedCounts
from bot.core.mailings.schedule import WAITING_STATES
from bot.core.mailings.stars import Fare, price
from bot.core.mailings.undo import seconds_drawn
from bot.core.subscribers.languages import Languages
from bot.handlers.broadcasts.amendment_buttons import amend_rows
from bot.handlers.broadcasts.bars import bar
from bot.handlers.broadcasts.repeats import repeat_rows
from bot.handlers.broadcasts.schedule_screens import waiting_screen
from bot.handlers.broadcasts.screens import ShowBroadcast, duration, gone_screen
from bot.handlers.broadcasts.undo import undo_screen
from bot.handlers.ui.callbacks import Deed, RowNumber
from bot.handlers.ui.screens import Screen, Words, edit, edited, send_to
from bot.texts import Texts

IN_UTC = ("UTC",)


class ControlBroadcast(Deed, prefix="bct"):
    """Pause, resume or cancel a run; ``to`` is the state it leads to."""

    mailing: RowNumber
    to: MailingState


def progress_screen(
    words: Words,
    mailing: Mailing,
    rate: float,
    missed: MissedCounts = NOBODY_MISSED,
    zones: Sequence[str] = IN_UTC,
    now: datetime | None = None,
) -> Screen:
    """Draw a broadcast that was confirmed; ``rate`` is in messages a second, 0 when it is not known.

    ``missed`` is whom a repetition of one that is over would reach. ``zones``: where old apps read a moment.
    ``now``: for the count of one that can be taken back.
    """
    if mailing.state is MailingState.UNDO:
        return undo_screen(words, mailing, seconds_drawn(mailing, now) if now else 1)
    if mailing.state in WAITING_STATES:
        return waiting_screen(words, mailing, zones)
    here = ShowBroadcast(lang=words.locale, mailing=mailing.id)
    amend = amend_rows(words, mailing, missed)
    if mailing.over:
        rows = (*repeat_rows(words, mailing, missed), *amend)
        return Screen(_report(words, mailing, missed), (*rows, words.footer(here)))
    # No button to another screen: the next refresh would draw the progress over it.
    return Screen(_progress(words, mailing, rate), (_controls(words, mailing), *amend, (words.switch(here),)))


def _progress(words: Words, mailing: Mailing, rate: float) -> str:
    counters = mailing.counters
    blocks = [
        words(f"broadcasts-state-{mailing.state}"),
        words(
            "broadcasts-progress",
            bar=bar(counters.total, counters.remaining),
            delivered=counters.delivered,
            remaining=counters.remaining,
            gone=counters.gone,
            failed=counters.failed,
            unknown=counters.unknown,
        ),
    ]
    if mailing.state is MailingState.STOPPED:
        blocks.insert(1, _reason(words, mailing))
    if mailing.fare.broken_off:
        blocks.append(words("broadcasts-unpaid"))
    if mailing.state is MailingState.QUEUED and mailing.held:
        blocks.insert(1, words("broadcasts-held"))
    elif mailing.state is MailingState.QUEUED and rate > 0:
        left = duration(words, eta(counters.remaining, rate))
        blocks.append(words("broadcasts-pace", rate=max(1, round(rate)), duration=left))
    return "\n\n".join(blocks)


def _report(words: Words, mailing: Mailing, missed: MissedCounts) -> str:
    counters = {name: value for name, value in asdict(mailing.counters).items() if name != "refused"}
    if mailing.state is MailingState.CANCELLED and mailing.started is None and not mailing.counters.total:
        return words("broadcasts-withdrawn")
    blocks = [words(f"broadcasts-state-{mailing.state}"), words("broadcasts-report", **counters)]
    if mailing.state is MailingState.CANCELLED:
        blocks.append(words("broadcasts-unreached", count=mailing.counters.expired))
    elif mailing.reason and not mailing.forced:
        blocks.append(_reason(words, mailing))
    if mailing.counters.remaining:
        blocks.append(words("broadcasts-under-way", count=mailing.counters.remaining))
    if mailing.fare.broken_off:
        blocks.append(words("broadcasts-unpaid"))
    if mailing.fare is not Fare.FREE:
        sent = mailing.counters.delivered + mailing.counters.unknown + mailing.counters.twice
        blocks.append(words("broadcasts-cost", stars=price(sent * mailing.cost)))
    if missed.unknown:
        blocks.append(words("broadcasts-repeat-warning"))
    return "\n\n".join(blocks)


def _reason(words: Words, mailing: Mailing) -> str:
    return words(f"broadcasts-stopped-{mailing.reason or 'other'}")


def _controls(words: Words, mailing: Mailing) -> tuple[InlineKeyboardButton, ...]:
    running = mailing.state is MailingState.QUEUED
    other = MailingState.PAUSED if running else MailingState.QUEUED
    return tuple(
        words.button(f"broadcasts-to-{to}", ControlBroadcast(lang=words.locale, mailing=mailing.id, to=to))
        for to in (other, MailingState.CANCELLED)
    )


class Seen(Protocol):
    """Where and when a card is read."""

    @property
    def zones(self) -> Sequence[str]:
        """Where old apps read a moment."""
        ...

    @property
    def clock(self) -> Clock:
        """What time it is."""
        ...


async def run_screen(words: Words, mailings: Mailings, number: int, mailing: Mailing | None, seen: Seen) -> Screen:
    """Draw a broadcast that was confirmed, or that there is none."""
    if mailing is None or mailing.state is MailingState.DRAFT:
        return gone_screen(words, number)
    return progress_screen(words, mailing, 0, await mailings.missed(mailing), seen.zones, seen.clock.now())


async def draw_progress(query: CallbackQuery, words: Words, mailings: Mailings, number: int, seen: Seen) -> int | None:
    """Draw a run, and again if it ended meanwhile: the tick no longer redraws the card of a finished run.

    Return the number of the message it stands in.
    """
    mailing = await mailings.get(number)
    card = await edit(query, await run_screen(words, mailings, number, mailing, seen))
    while mailing is not None and (newer := await mailings.get(number)) and newer.state is not mailing.state:
        mailing = newer
        card = await edit(query, await run_screen(words, mailings, number, mailing, seen))
    return card


@dataclass(frozen=True)
class Drawn:
    """What a card showed last, when (monotonic seconds), and how many had been delivered."""

    screen: Screen
    at: float
    delivered: int


@dataclass
class ProgressCards:
    """Redraws the cards of running broadcasts (A6); called by a tick."""

    bot: Bot
    texts: Texts
    mailings: Mailings
    languages: Languages
    clock: Clock
    zones: Sequence[str] = IN_UTC
    _drawn: dict[int, Drawn] = field(default_factory=dict)
    _moved: dict[int, int] = field(default_factory=dict)

    def move(self, mailing: int, card: int) -> None:
        """Keep another message true from the next tick on: the one in which an admin has just seen the run."""
        self._moved[mailing] = card

    def drawn(self, mailing: Mailing, screen: Screen) -> None:
        """Leave a card as it was drawn beside the ticks, with a sentence more, until the run changes."""
        self._drawn[mailing.id] = Drawn(screen, self.clock.monotonic(), mailing.counters.delivered)

    async def count_down(self) -> None:
        """Redraw the cards of what can be taken back, every second; one that fails is tried again."""
        for mailing in await self.mailings.with_cards():
            if mailing.state is MailingState.UNDO:
                await self._refresh(await self._placed(mailing, self._moved.pop(mailing.id, mailing.card)))

    async def refresh(self) -> None:
        """Redraw what changed. Never raises: a card that fails is tried again at the next tick."""
        try:
            shown = await self.mailings.with_cards()
        except Exception as error:
            event(Event.CARDS_NOT_READ, kind=error)
            return
        self._drawn = {mailing.id: self._drawn[mailing.id] for mailing in shown if mailing.id in self._drawn}
        moved, self._moved = self._moved, {}
        for mailing in shown:
            try:
                await self._refresh(await self._placed(mailing, moved.get(mailing.id, mailing.card)))
            except Exception as error:
                event(Event.CARD_NOT_DRAWN, kind=error)

    async def _placed(self, mailing: Mailing, card: int | None) -> Mailing:
        if card == mailing.card:
            return mailing
        await self.mailings.card(mailing.id, card)
        return replace(mailing, card=card)

    async def _refresh(self, mailing: Mailing) -> None:
        if mailing.author is None or mailing.card is None:
            return
        words = Words(self.texts, await self.languages.of(mailing.author, None, None))
        last, at = self._drawn.get(mailing.id), self.clock.monotonic()
        missed, rate = await self.mailings.missed(mailing), _rate(mailing, last, at)
        screen = progress_screen(words, mailing, rate, missed, self.zones, self.clock.now())
        if last is None or last.screen != screen:
            await self._show(mailing, mailing.author, mailing.card, screen)
        self._drawn[mailing.id] = Drawn(screen, at, mailing.counters.delivered)
        if mailing.over and not mailing.counters.remaining:
            await self.mailings.card(mailing.id, None)

    async def _show(self, mailing: Mailing, author: int, card: int, screen: Screen) -> None:
        try:
            edit_card = self.bot.edit_message_text
            if not card:
                await self._show_first(mailing, author, screen)
            elif not await edited(edit_card(chat_id=author, message_id=card, **screen.fields())):
                await self._show_anew(mailing, author, screen)
        except TelegramForbiddenError:
            event(Event.CARD_HAS_NO_READER)

    async def _show_first(self, mailing: Mailing, author: int, screen: Screen) -> None:
        """Send the first card of a run that began by itself; its admin may never have pressed Start."""
        try:
            await self._show_anew(mailing, author, screen)
        except TelegramBadRequest:
            event(Event.CARD_HAS_NO_READER)
            await self.mailings.card(mailing.id, None)

    async def _show_anew(self, mailing: Mailing, author: int, screen: Screen) -> None:
        """Send a new card when the admin deleted the old one: its buttons are needed to stop the run."""
        message = await send_to(self.bot, author, screen)
        await self.mailings.card(mailing.id, message.message_id)


def _rate(mailing: Mailing, last: Drawn | None, at: float) -> float:
    if last is None or at <= last.at:
        return 0
    return (mailing.counters.delivered - last.delivered) / (at - last.at)
