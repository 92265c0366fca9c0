"""Connects the admins' desk: the pause, what is due next or scheduled, the journal, the reviewers' stamps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.clock import Clock
from bot.core.faq.library import Library
from bot.core.faq.reviews import ReviewAnswer, ReviewFact, Reviews
from bot.core.mailings.control import PauseAll
from bot.core.mailings.schedule import BeginScheduled, Schedule
from bot.core.upcoming import Due, DueKind, NextDue
from bot.core.videos.feed import Channel, wait_after
from bot.core.videos.videos import Videos
from bot.delivery.senders import Senders
from bot.handlers.admin.journal import HeadNotices, JournalScreens
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.admin.upcoming import Upcoming
from bot.handlers.admin_menu import AdminDesk
from bot.handlers.broadcasts.schedule_desk import ScheduleNotices
from bot.handlers.ui.display import Presentation
from bot.storage.repositories import Repositories


@dataclass(frozen=True)
class FeedDue:
    """When the channel's feed is asked next."""

    channel: Channel
    videos: Videos

    async def __call__(self, now: datetime) -> Sequence[Due]:
        """Return it; nothing when no channel is watched, or before the first look."""
        state = await self.videos.feed(self.channel.address) if self.channel.address else None
        if state is None or state.asked is None:
            return ()
        return (Due(state.asked + wait_after(state.failures), DueKind.FEED),)


@dataclass(frozen=True)
class DeskParts:
    """The parts, connected."""

    admin_desk: AdminDesk
    journal_screens: JournalScreens
    head_notices: HeadNotices
    schedule: Schedule
    begin_scheduled: BeginScheduled
    schedule_notices: ScheduleNotices


def desk_parts(
    repositories: Repositories,
    clock: Clock,
    presentation: Presentation,
    notices: AdminNotices,
    sender: Senders,
    channel: Channel,
) -> DeskParts:
    """Connect them."""
    seminars, feed = repositories.seminars, FeedDue(channel, repositories.videos)
    due = NextDue(seminars, repositories.ladder, repositories.untouched, presentation.offsets, clock, (feed,))
    pause_all = PauseAll(repositories.pause, sender.recall, sender.wake)
    upcoming = Upcoming(due, seminars, clock, presentation.admin_zone)
    waiting, admins = repositories.schedules, notices.admins.ids
    schedule = Schedule(repositories.mailings, repositories.broadcasts, waiting, admins, clock)
    return DeskParts(
        admin_desk=AdminDesk(pause_all, repositories.mailings, repositories.schedules, notices, upcoming),
        journal_screens=JournalScreens(repositories.journal, presentation),
        head_notices=HeadNotices(notices, repositories.journal, clock, presentation.admin_zone),
        schedule=schedule,
        begin_scheduled=BeginScheduled(schedule, sender.wake),
        schedule_notices=ScheduleNotices(notices, waiting, (presentation.admin_zone,)),
    )


def stamping(library: Library, reviews: Reviews, clock: Clock) -> tuple[ReviewAnswer, ReviewFact]:
    """Connect what a reviewer's ✅ does."""
    return ReviewAnswer(library, reviews, clock), ReviewFact(library, reviews, clock)
