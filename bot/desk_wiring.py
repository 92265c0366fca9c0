"""Connects the admins' desk: the pause, what is due next or scheduled, the journal, statistics, stamps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiogram import Bot
from aiogram.types import User

from bot.chart_process import can_draw, draw_apart
from bot.core.clock import Clock
from bot.core.faq.library import Library
from bot.core.faq.reviews import ReviewAnswer, ReviewFact, Reviews
from bot.core.mailings.amendments import ControlAmendment, Retract
from bot.core.mailings.approval import SecondApproval
from bot.core.mailings.approving import Approve, VoidApprovals
from bot.core.mailings.broadcasts import Confirm
from bot.core.mailings.control import PauseAll
from bot.core.mailings.editing import EditEverywhere
from bot.core.mailings.gathering import Gather
from bot.core.mailings.outbox import Wake
from bot.core.mailings.schedule import BeginScheduled, Schedule
from bot.core.mailings.undo import Undo
from bot.core.seminars.announcing import Announcing
from bot.core.seminars.changes import CancelSeminar, MoveSeminar
from bot.core.seminars.confirming import ConfirmChange
from bot.core.seminars.editing import EditSeminar
from bot.core.seminars.imports import CalendarDesk
from bot.core.seminars.ratings import Ratings
from bot.core.seminars.recordings import PublishRecording
from bot.core.seminars.seminars import Renderer
from bot.core.statistics import LookBack, SumUp
from bot.core.upcoming import Due, DueKind, NextDue
from bot.core.videos.feed import Channel, wait_after
from bot.core.videos.videos import Videos
from bot.delivery.senders import Senders
from bot.handlers.admin.aliases import Aliases
from bot.handlers.admin.journal import HeadNotices, JournalScreens
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.admin.statistics import StatisticsDesk
from bot.handlers.admin.upcoming import Upcoming
from bot.handlers.admin_menu import AdminDesk
from bot.handlers.amendments.cards import AmendmentCards
from bot.handlers.amendments.routes import AmendmentDesk
from bot.handlers.approvals.desk import ApprovalDesk, BroadcastNotices
from bot.handlers.broadcasts.albums import AlbumAnswers
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.open_discreet import DiscreetText
from bot.handlers.broadcasts.schedule_desk import ScheduleNotices
from bot.handlers.seminar_editing.desk import SeminarEdits
from bot.handlers.seminar_imports.desk import SeminarImports
from bot.handlers.seminar_wizard.desk import SeminarWizard
from bot.handlers.seminars.admin_desk import SeminarDesk
from bot.handlers.seminars.change_desk import SeminarChanges
from bot.handlers.seminars.preview_desk import SeminarPreviews
from bot.handlers.seminars.recording_desk import RecordingDesk
from bot.handlers.seminars.recording_screens import RecordingWords
from bot.handlers.ui.display import Presentation
from bot.settings import BadSettings, Settings, read_key
from bot.storage.repositories import Repositories
from bot.texts import Texts


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
class SeminarParts:
    """What enters and changes seminars, connected."""

    desk: SeminarDesk
    previews: SeminarPreviews
    changes: SeminarChanges
    wizard: SeminarWizard
    edits: SeminarEdits
    imports: SeminarImports


def seminar_parts(
    repositories: Repositories,
    clock: Clock,
    bot: Bot,
    presentation: Presentation,
    render: Renderer,
    wake: Wake,
) -> SeminarParts:
    """Connect them."""
    seminars, conversations = repositories.seminars, repositories.conversations
    calendar = CalendarDesk(repositories.imports, seminars, clock)
    desk = SeminarDesk(seminars, conversations, presentation, clock, repositories.recordings, calendar)
    previews = SeminarPreviews(bot, Announcing(seminars, conversations, clock), render, desk)
    move, cancel = MoveSeminar(seminars, render, clock, wake), CancelSeminar(seminars, render, clock, wake)
    confirm = ConfirmChange(seminars, conversations, move, cancel, clock)
    changes = SeminarChanges(bot, confirm, render, desk)
    edits = SeminarEdits(bot, EditSeminar(seminars, conversations, render, clock, wake), render, desk)
    return SeminarParts(
        desk=desk,
        previews=previews,
        changes=changes,
        wizard=SeminarWizard(previews),
        edits=edits,
        imports=SeminarImports(calendar, previews, changes, edits),
    )


def recording_desk_of(
    repositories: Repositories,
    clock: Clock,
    bot: Bot,
    seminars: SeminarParts,
    texts: Texts,
    second: SecondApproval,
    undo: timedelta,
) -> RecordingDesk:
    """Connect what publishes recordings."""
    recording_words = RecordingWords(texts, DiscreetText(texts), seminars.desk.presentation.display_zones)
    tables = (repositories.seminars, repositories.recordings, repositories.conversations)
    return RecordingDesk(bot, PublishRecording(*tables, recording_words, clock, second, undo), seminars.desk)


@dataclass(frozen=True)
class DeskParts:
    """The parts, connected."""

    admin_desk: AdminDesk
    journal_screens: JournalScreens
    head_notices: HeadNotices
    statistics: StatisticsDesk
    sum_up: SumUp
    ratings: Ratings
    schedule: Schedule
    begin_scheduled: BeginScheduled
    undo: Undo
    schedule_notices: ScheduleNotices
    amendment_desk: AmendmentDesk
    broadcast_notices: BroadcastNotices


def desk_parts(
    repositories: Repositories,
    clock: Clock,
    presentation: Presentation,
    notices: AdminNotices,
    sender: Senders,
    library: Library,
    channel: Channel,
    second: SecondApproval,
    broadcast_desk: BroadcastDesk,
    aliases: Aliases,
) -> DeskParts:
    """Connect them."""
    seminars, feed = repositories.seminars, FeedDue(channel, repositories.videos)
    due = NextDue(seminars, repositories.ladder, repositories.untouched, presentation.offsets, clock, (feed,))
    pause_all = PauseAll(repositories.pause, sender.recall, sender.wake)
    draw = draw_apart if can_draw() else None
    upcoming = Upcoming(due, seminars, clock, presentation.admin_zone)
    waiting, admins = repositories.schedules, notices.admins.ids
    schedule = Schedule(repositories.mailings, repositories.broadcasts, waiting, admins, clock, second)
    return DeskParts(
        admin_desk=AdminDesk(pause_all, repositories.mailings, repositories.schedules, notices, upcoming),
        journal_screens=JournalScreens(repositories.journal, presentation),
        head_notices=HeadNotices(notices, repositories.journal, clock, presentation.admin_zone),
        statistics=StatisticsDesk(
            notices.bot, LookBack(repositories.day_sums, clock), library, repositories.ratings, draw
        ),
        sum_up=SumUp(repositories.day_sums, clock),
        ratings=Ratings(repositories.ratings),
        schedule=schedule,
        begin_scheduled=BeginScheduled(schedule, sender.wake),
        undo=Undo(waiting, clock, sender.wake),
        amendment_desk=_amending(repositories, broadcast_desk, notices, second),
        schedule_notices=ScheduleNotices(notices, waiting, (presentation.admin_zone,)),
        broadcast_notices=_telling_others(repositories, second, broadcast_desk, notices, aliases),
    )


def _amending(
    repositories: Repositories, desk: BroadcastDesk, notices: AdminNotices, second: SecondApproval
) -> AmendmentDesk:
    """Connect what edits and deletes a broadcast everywhere."""
    mailings, amendments, clock, wake = desk.mailings, repositories.amendments, desk.cards.clock, desk.confirm.wake
    return AmendmentDesk(
        Retract(mailings, amendments, clock, wake),
        EditEverywhere(desk.composer, mailings, amendments, second, clock, wake),
        ControlAmendment(amendments, clock, wake),
        amendments,
        AmendmentCards(notices.bot, notices, amendments),
    )


def confirming(
    settings: Settings, repositories: Repositories, clock: Clock, sender: Senders
) -> tuple[Confirm, SecondApproval]:
    """Connect what confirms a broadcast, and what asks a second admin first."""
    second = SecondApproval(repositories.approvals, settings.admin_ids, settings.second_approval_above, clock)
    window = timedelta(seconds=settings.send_undo)
    return Confirm(repositories.mailings, repositories.broadcasts, clock, sender.wake, window, second), second


def _telling_others(
    repositories: Repositories,
    second: SecondApproval,
    broadcast_desk: BroadcastDesk,
    notices: AdminNotices,
    aliases: Aliases,
) -> BroadcastNotices:
    """Connect what asks a second admin, and tells the others of every broadcast."""
    wake = broadcast_desk.confirm.wake
    approve = Approve(repositories.mailings, repositories.broadcasts, second, second.clock, wake)
    void = VoidApprovals(second, second.clock)
    desk = ApprovalDesk(broadcast_desk, approve, void, aliases, broadcast_desk.cards.zones)
    return BroadcastNotices(desk, notices, repositories.approvals)


def answers_to_albums(
    repositories: Repositories, broadcast_desk: BroadcastDesk, notices: AdminNotices, clock: Clock
) -> AlbumAnswers:
    """Connect what gathers the albums of drafts, and answers them."""
    gather = Gather(repositories.albums, broadcast_desk.composer, repositories.mailings, clock)
    return AlbumAnswers(gather, broadcast_desk, notices, repositories.conversations)


def stamping(library: Library, reviews: Reviews, clock: Clock) -> tuple[ReviewAnswer, ReviewFact]:
    """Connect what a reviewer's ✅ does."""
    return ReviewAnswer(library, reviews, clock), ReviewFact(library, reviews, clock)


def presentation_of(settings: Settings, me: User) -> Presentation:
    """Return what screens show of the settings and of the bot itself."""
    return Presentation(
        username=me.username or "",
        official_links=settings.official_links,
        display_zones=settings.display_zones,
        admin_zone=settings.admin_zone,
        offsets=settings.reminder_offsets,
        send_rate=settings.send_rate,
        successor=settings.successor,
        site=settings.site_url,
        bot=me.id,
    )


def has_key(settings: Settings) -> bool:
    """Return False when there should be a key's file, and it cannot be read."""
    if settings.database_key_file is None:
        return True
    try:
        read_key(settings.database_key_file)
    except BadSettings:
        return False
    return True
