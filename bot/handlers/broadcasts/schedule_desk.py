"""What the handlers of broadcasts for later share, as one value (A5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from aiogram import Bot
from aiogram.types import CallbackQuery, Message

from bot.core.locales import Locale
from bot.core.mailings.broadcasts import ComposeStep
from bot.core.mailings.conversations import Conversation, Conversations, Flow
from bot.core.mailings.mailings import Mailing
from bot.core.mailings.schedule import Schedule, Schedules, day_chosen
from bot.core.month_grid import Days, local_time, minute_of
from bot.core.seminars.form import FormError, understood
from bot.core.seminars.seminars import When
from bot.core.seminars.zones import place
from bot.core.send_times import read_send_time
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.schedule_screens import (
    ask_change_screen,
    fold_screen,
    schedule_list,
    time_fault_screen,
    waiting_screen,
)
from bot.handlers.broadcasts.screens import gone_screen, seminar_off_screen, step_screen
from bot.handlers.broadcasts.send_calendar import SendCalendarScreens
from bot.handlers.ui.calendar_keyboard import View
from bot.handlers.ui.screens import Screen, Words, edit, send, send_to


@dataclass(frozen=True)
class ScheduleDesk:
    """Reads moments, schedules, and draws what waits; ``home`` is the zone of a time without one."""

    bot: Bot
    schedule: Schedule
    broadcast_desk: BroadcastDesk
    home: str
    conversations: Conversations

    @property
    def zones(self) -> tuple[str, ...]:
        """Where old apps read a moment."""
        return (self.home,)

    @property
    def days(self) -> Days:
        """The days that can be chosen now, of the organisers' zone."""
        return Days(self.schedule.clock.now().astimezone(place(self.home)).replace(tzinfo=None))

    def read(self, text: str, day: date | None = None) -> tuple[When, ...] | FormError:
        """Return what a typed time means, or what is wrong with it; an hour alone is one of the chosen ``day``."""
        now = self.schedule.clock.now()
        return understood(lambda line, at: read_send_time(line, at, self.home, day), text, now)

    async def take(self, message: Message, words: Words, conversation: Conversation) -> None:
        """Schedule at what was typed and show it back, or ask which of two moments, or say what is wrong."""
        found = self.read(message.text or "", day_chosen(conversation))
        if isinstance(found, FormError):
            return await send(message, time_fault_screen(words, found, self.waited_for(words, conversation)))
        if len(found) > 1:
            return await send(message, fold_screen(words, conversation.object, found, self.zones))
        return await self.settle(conversation.chat, words, conversation.object, found[0].start)

    def waited_for(self, words: Words, conversation: Conversation) -> Screen:
        """Return the question for a moment, of a draft or of what waits already; with a day chosen, for its hour."""
        day = day_chosen(conversation)
        if day is None:
            return self.calendar(words, conversation, View.MONTH)
        return self.calendar(words, conversation, View.HOURS, minute_of(day))

    def calendar(self, words: Words, conversation: Conversation, view: View, at: int = 0) -> Screen:
        """Return a part of the calendar below the question; of a chosen minute its reading, or why there is none."""
        screens = SendCalendarScreens(words, conversation.object, self.days, self.home)
        question = self._question(words, conversation)
        if view is View.CHOSEN:
            return self._reading(words, screens, question, at)
        draw = {View.MONTHS: screens.months, View.HOURS: screens.hours, View.MINUTES: screens.minutes}
        return draw.get(view, screens.month)(question, at)

    async def keep_day(self, conversation: Conversation, day: date) -> None:
        """Keep the chosen day with the conversation: an hour may be typed for it."""
        if self.days.can(day):
            await self.schedule.keep_day(self.conversations, conversation, day)

    def _reading(self, words: Words, screens: SendCalendarScreens, question: Screen, at: int) -> Screen:
        local = local_time(at)
        found = self.read(local.isoformat(" ", "minutes")) if local else None
        if found is None:
            return screens.month(question)
        if isinstance(found, FormError):
            return time_fault_screen(words, found, screens.hours(question, at))
        if len(found) > 1:
            return fold_screen(words, screens.mailing, found, self.zones)
        return screens.reading(question, found[0], at)

    def _question(self, words: Words, conversation: Conversation) -> Screen:
        if conversation.flow is Flow.RESCHEDULE:
            return ask_change_screen(words, conversation.object)
        return step_screen(words, ComposeStep.SCHEDULE, conversation.object)

    async def settle(self, admin: int, words: Words, number: int, at: datetime) -> None:
        """Schedule, end the conversation, and show the reading back below."""
        mailing = await self.schedule(admin, number, at)
        if mailing is None:
            found = await self.broadcast_desk.mailings.get(number)
            off = found is not None and found.void(at)
            await send_to(self.bot, admin, seminar_off_screen(words, number) if off else gone_screen(words, number))
        else:
            await self.show_below(admin, words, mailing)

    async def show_below(self, admin: int, words: Words, mailing: Mailing) -> None:
        """Send the card; in the author's chat it is the one that is kept true from now on."""
        screen, cards = waiting_screen(words, mailing, self.zones), self.broadcast_desk.cards
        if mailing.author != admin:
            await send_to(self.bot, admin, screen)
            return
        cards.drawn(mailing, screen)  # before it is sent: a tick meanwhile would send a second one
        cards.move(mailing.id, (await send_to(self.bot, admin, screen)).message_id)

    async def list(self, words: Words) -> Screen:
        """Return all that waits."""
        found = [(mailing, await self._text(mailing)) for mailing in await self.schedule.schedules.waiting()]
        return schedule_list(words, found, self.zones)

    async def _text(self, mailing: Mailing) -> str:
        content = await self.schedule.broadcasts.text(mailing.id, Locale.RU)
        return content.text if content else ""

    async def review(self, query: CallbackQuery, admin: int, words: Words, number: int) -> None:
        """Make what asks the admin's own draft and preview it below."""
        if not await self.schedule.reopen(number, admin):
            await query.answer(words.plain("broadcasts-stale"), show_alert=True)
            return
        await query.answer()
        await edit(query, Screen(words("broadcasts-reviewed")))
        await self.broadcast_desk.preview_below(admin, words, number)


@dataclass(frozen=True)
class ScheduleNotices:
    """Run by a tick: asks the other admins too about a broadcast that was not sent; its author has the card."""

    notices: AdminNotices
    schedules: Schedules
    zones: Sequence[str]

    async def __call__(self) -> None:
        """Ask about each once; when no admin could be reached, the next tick tries again."""
        for mailing in await self.schedules.untold():
            found = mailing
            if await self.notices.show(lambda words: waiting_screen(words, found, self.zones), but=found.author):  # noqa: B023 -- called before the next round
                await self.schedules.told(mailing.id)
