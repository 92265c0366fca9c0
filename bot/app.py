"""The running bot: what works side by side until it is told to stop, and how it ends."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass

from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramUnauthorizedError

from bot.core.asked_days import AskedDays
from bot.core.clock import Clock
from bot.core.clock_line import ClockLine
from bot.core.events import Event, event
from bot.core.faq.watches import TellChanges
from bot.core.health.look import LookAfter
from bot.core.health.pulse import Part
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals
from bot.core.mailings.same_reminders import DeleteOlder
from bot.core.mailings.schedule import BeginScheduled
from bot.core.mailings.undo import Undo
from bot.core.seminars.links import CorrectLinks
from bot.core.seminars.ratings import QueueRatings, Ratings
from bot.core.seminars.reminders import QueueDue
from bot.core.statistics import SumUp
from bot.core.subscribers.inactivity import TendInactivity
from bot.core.subscribers.languages import Languages
from bot.core.subscribers.message_log import RecentMessages
from bot.core.videos.feed import WatchFeed
from bot.delivery.pace import Pace
from bot.delivery.senders import Senders
from bot.handlers.admin.access import Admins
from bot.handlers.admin.alerts import AlertNotices
from bot.handlers.admin.gone import GoneNotices
from bot.handlers.admin.journal import HeadNotices
from bot.handlers.amendments.cards import AmendmentCards
from bot.handlers.approvals.desk import BroadcastNotices
from bot.handlers.broadcasts.albums import AlbumAnswers
from bot.handlers.broadcasts.progress import ProgressCards
from bot.handlers.broadcasts.schedule_desk import ScheduleNotices
from bot.handlers.broadcasts.stars import PaidEndNotices
from bot.handlers.faq.questions import Questions
from bot.handlers.inbox import Inbox, TokenRejected
from bot.handlers.own_profile import OwnProfile
from bot.handlers.reviews.notices import ReviewNotices
from bot.handlers.reviews.reload import Reloading
from bot.handlers.videos.notices import VideoNotices
from bot.scheduler.ticks import VITAL, Metronome, Tick, TickName, attempt
from bot.site.keeping import KeepSite
from bot.storage.repositories import Repositories
from bot.texts import Texts
from bot.ticket_wiring import TicketTicks

STOP_TIMEOUT_SECONDS = 18
"""Seconds a stop may take in all before what is left is handed back to the next start (R14: 20)."""

TICKS_AFTER_INBOX = frozenset(
    {
        TickName.CARDS,
        TickName.COUNT_DOWN,
        TickName.SCHEDULE_NOTICES,
        TickName.AMENDMENT_CARDS,
        TickName.PAID_END_NOTICES,
        TickName.REVIEW_NOTICES,
        TickName.JOURNAL_HEAD,
        TickName.ALERTS,
        TickName.GONE_NOTICES,
        TickName.BROADCAST_NOTICES,
        TickName.INACTIVITY,
        TickName.SAME_REMINDERS,
        TickName.FEED,
        TickName.VIDEO_NOTICES,
        TickName.LAWYERS_GROUP,
        TickName.HELD_ANSWERS,
        TickName.LAWYERS_MENU,
        TickName.TAKEN_QUESTIONS,
        TickName.WAITING_QUESTIONS,
        TickName.SITE,
    }
)
"""Ticks that wait for the inbox: most need the network; an answer to the question of a year may wait there."""

SEARCH_LOAD_DELAY_SECONDS = 5.0
"""Seconds after the start when the search is loaded: it takes seconds of a core, and the first answers go before."""


@dataclass(frozen=True)
class App:
    """The running parts."""

    bot: Bot
    dispatcher: Dispatcher
    texts: Texts
    admins: Admins
    repositories: Repositories
    inbox: Inbox
    pace: Pace
    sender: Senders
    queue_due: QueueDue
    queue_ratings: QueueRatings
    ratings: Ratings
    delete_older: DeleteOlder
    cards: ProgressCards
    tend_inactivity: TendInactivity
    languages: Languages
    asked_days: AskedDays
    recent: RecentMessages
    reloading: Reloading
    questions: Questions
    tell_changes: TellChanges
    begin_scheduled: BeginScheduled
    undo: Undo
    schedule_notices: ScheduleNotices
    amendment_cards: AmendmentCards
    correct_links: CorrectLinks
    broadcast_notices: BroadcastNotices
    album_answers: AlbumAnswers
    paid_end_notices: PaidEndNotices
    gone_notices: GoneNotices
    clock: Clock
    clock_line: ClockLine
    vitals: Vitals
    tickets: TicketTicks
    own_profile: OwnProfile
    keep_site: KeepSite
    review_notices: ReviewNotices
    head_notices: HeadNotices
    sum_up: SumUp
    look_after: LookAfter
    alerts: AlertNotices
    watch_feed: WatchFeed
    video_notices: VideoNotices

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop, then end everything in flight; raises TokenRejected on a 401."""
        await self.prepare()
        self.vitals.pulse.expect(*Part)
        for name in VITAL:  # one that hangs at its first turn has never beaten
            self.ticked(name)
        self.vitals.troubles.note(Trouble.STARTING, wrong=False)
        try:
            async with asyncio.timeout(None) as limit, asyncio.TaskGroup() as tasks:
                tasks.create_task(_limit_the_stop(stop, limit))
                tasks.create_task(self.inbox.run(stop))
                tasks.create_task(self.sender.run(stop))
                tasks.create_task(Metronome(self.ticks(), self.clock, self.ticked).run(stop))
                tasks.create_task(attempt(Tick(TickName.LAWYERS_GROUP, 0, self.tickets.keep_group_true)))
                tasks.create_task(self._introduce(stop))
                tasks.create_task(self._prepare_search(stop))
            for tick in (Tick(TickName.QUESTION_STATS, 0, self._write_stats), Tick(TickName.RATINGS, 0, self.ratings)):
                await attempt(tick)  # what is enough by now; the rest is let go
        except TimeoutError:
            event(Event.STOPPED_LATE)
        except ExceptionGroup as group:
            raise group.exceptions[0] from None
        finally:
            self.vitals.pulse.expect()

    def ticked(self, name: TickName, *, well: bool = True) -> None:
        """Say that the ticks are at work: a vital one has come to its end."""
        self.vitals.pulse.beat(Part.SCHEDULER, name, well=well)

    async def prepare(self) -> None:
        """Do what comes before the first update: leases of a dead process, and what is due."""
        if refused := await self.reloading.start():
            event(Event.EDITED_ANSWERS_REFUSED, count=len(refused))
        again = await self.repositories.outbox.recover()
        await self.repositories.amended_rows.recover()
        await self.tickets.rows.recover()
        await self.tickets.keep_group_true.start()
        await self.undo.start()
        event(Event.STARTED, recovered=again)
        for tick in self.ticks():
            if tick.name not in TICKS_AFTER_INBOX:
                await attempt(tick)

    async def _introduce(self, stop: asyncio.Event) -> None:
        try:
            await self.own_profile.run(stop)
        except TelegramUnauthorizedError as refusal:
            raise TokenRejected from refusal

    async def _prepare_search(self, stop: asyncio.Event) -> None:
        """Load it before somebody asks, but after the first answers."""
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), SEARCH_LOAD_DELAY_SECONDS)
        if not stop.is_set():
            self.questions.search.prepare()

    def ticks(self) -> tuple[Tick, ...]:
        """Return the regular work."""
        now = self.clock.now
        return (
            Tick(TickName.QUEUE_DUE, 1, self._queue_due),
            Tick(TickName.UNDO, 1, self.undo),
            Tick(TickName.COUNT_DOWN, 1, self.cards.count_down),
            Tick(TickName.BEGIN_SCHEDULED, 1, self._begin_scheduled),
            Tick(TickName.VOID_APPROVALS, 5, self._void_approvals),
            Tick(TickName.FILL, 1, lambda: self.repositories.recipients.fill(now())),
            Tick(TickName.RESERVE, 1, self._reserve),
            Tick(TickName.RELOAD, 1, self.reloading),
            Tick(TickName.ALBUMS, 1, self.album_answers),
            Tick(TickName.CARDS, 3, self.cards.refresh),
            Tick(TickName.SCHEDULE_NOTICES, 3, self.schedule_notices),
            Tick(TickName.AMENDMENT_CARDS, 3, self.amendment_cards),
            Tick(TickName.BROADCAST_NOTICES, 3, self.broadcast_notices),
            Tick(TickName.PAID_END_NOTICES, 5, self.paid_end_notices),
            Tick(TickName.CORRECT_LINKS, 5, self.correct_links),
            Tick(TickName.EXPIRE, 5, self._expire),
            Tick(TickName.REMOVE_GONE, 10, self._remove_gone),
            Tick(TickName.GONE_NOTICES, 10, self.gone_notices),
            Tick(TickName.TELL_CHANGES, 60, self.tell_changes),
            Tick(TickName.INACTIVITY, 3600, self._tend_inactivity),
            Tick(TickName.QUESTION_STATS, 300, self._write_stats),
            Tick(TickName.RATINGS, 300, self.ratings),
            Tick(TickName.BACKUP, 600, self._back_up),
            Tick(TickName.HEALTH, 10, self.look_after),
            Tick(TickName.ALERTS, 10, self.alerts),
            Tick(TickName.REVIEW_NOTICES, 3600, self.review_notices),
            Tick(TickName.FEED, 60, self._watch_feed),
            Tick(TickName.VIDEO_NOTICES, 10, self.video_notices),
            Tick(TickName.JOURNAL_HEAD, 600, self._tell_head),
            Tick(TickName.SITE, 60, self.keep_site),
            Tick(TickName.DAY_SUMS, 600, self._sum_up),
            Tick(TickName.SAME_REMINDERS, 5, self.delete_older),
            *self._ticket_ticks(),
            *self._ends(),
        )

    def _ends(self) -> tuple[Tick, ...]:
        """Return what ends what has outlived its purpose."""
        return (
            Tick(TickName.EXPIRE_TICKETS, 60, self.tickets.expire),
            Tick(TickName.FORGET_MESSAGES, 300, self._forget_messages),
            Tick(TickName.FORGET, 3600, self._forget),
            Tick(TickName.GIVE_BACK_PAGES, 60, self.repositories.retention.give_back_pages),
            Tick(TickName.WIPE, 30, self.repositories.retention.wipe_round),
        )

    def _ticket_ticks(self) -> tuple[Tick, ...]:
        """Return the regular work on questions to the lawyers."""
        return (
            Tick(TickName.LAWYERS_GROUP, 5, self.tickets.keep_group_true),
            Tick(TickName.HELD_ANSWERS, 10, self.tickets.ask_held),
            Tick(TickName.LAWYERS_MENU, 60, self.tickets.offer_menu),
            Tick(TickName.TAKEN_QUESTIONS, 60, self.tickets.end_taken),
            Tick(TickName.WAITING_QUESTIONS, 600, self._tell_waiting),
        )

    async def _reserve(self) -> None:
        now, urgency = self.clock.now(), self.repositories.urgency
        self.pace.reserve(await urgency.needed(now), await urgency.needed_on_time(now, self.pace.rate))

    async def _queue_due(self) -> None:
        if not self.clock_line.wrong():
            try:
                await self.queue_due()
            finally:
                await self.queue_ratings()

    async def _watch_feed(self) -> None:
        if not self.clock_line.wrong():
            await self.watch_feed()

    async def _begin_scheduled(self) -> None:
        if not self.clock_line.wrong():
            await self.begin_scheduled()

    async def _void_approvals(self) -> None:
        if not self.clock_line.wrong():
            await self.broadcast_notices.desk.void()

    async def _expire(self) -> None:
        if not await self.clock_line.doubted():
            await self.repositories.outbox.expire(self.clock.now())

    async def _remove_gone(self) -> None:
        if await self.repositories.retention.remove_gone(self.clock.now()):
            self.languages.forget_rows()

    async def _tend_inactivity(self) -> None:
        try:
            await self.tend_inactivity()
        finally:
            self.languages.forget_rows()

    async def _write_stats(self) -> None:
        if not await self.clock_line.doubted():
            await self.questions.question_stats()

    async def _sum_up(self) -> None:
        if not await self.clock_line.doubted():
            await self.sum_up()

    async def _tell_head(self) -> None:
        if not await self.clock_line.doubted():
            await self.head_notices()

    async def _tell_waiting(self) -> None:
        if not await self.clock_line.doubted():
            await self.tickets.waiting_notices()

    async def _back_up(self) -> None:
        try:
            await self.repositories.daily_backup()
        finally:
            await self.repositories.daily_backup.tidy(await self.clock_line.horizon())

    async def _forget_messages(self) -> None:
        self.recent.prune()

    async def _forget(self) -> None:
        self.questions.rephrasing.prune()
        self.asked_days.prune()
        if (past := await self.clock_line.horizon()) is not None:
            await self.repositories.retention.forget(past)


async def _limit_the_stop(stop: asyncio.Event, limit: asyncio.Timeout) -> None:
    await stop.wait()
    limit.reschedule(asyncio.get_running_loop().time() + STOP_TIMEOUT_SECONDS)
