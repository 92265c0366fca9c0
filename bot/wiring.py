"""What is connected to what: every part of the bot, with plain constructors."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from importlib import resources
from typing import Any

from aiogram import Bot, Dispatcher, Router
from aiogram.types import User

from bot.answer_wiring import answer_parts
from bot.app import App
from bot.core.clock import Clock
from bot.core.clock_line import ClockLine
from bot.core.drawn_cards import DrawnCards
from bot.core.faq.library import Library
from bot.core.faq.topics import shipped_tree
from bot.core.faq.watches import TellChanges
from bot.core.health.vitals import Vitals, vitals_by
from bot.core.mailings.broadcasts import Composer
from bot.core.mailings.control import Control
from bot.core.mailings.conversations import WritesForOthers
from bot.core.mailings.paid_broadcasts import ConfirmPaid
from bot.core.mailings.pastes import Pastes
from bot.core.mailings.same_reminders import DeleteOlder
from bot.core.profile_record import ProfileRecord
from bot.core.seminars.changes import EnterSeminar, SwitchStep
from bot.core.seminars.links import CorrectLinks
from bot.core.seminars.ratings import QueueRatings
from bot.core.seminars.reminders import ChooseReminder, QueueDue
from bot.core.subscribers.albums import Albums
from bot.core.subscribers.inactivity import Keep, TendInactivity
from bot.core.subscribers.languages import Languages
from bot.core.subscribers.message_log import RecentMessages
from bot.core.subscribers.subscribers import Choose, ChooseLanguage, ComeBack, Leave, Subscribe
from bot.core.telegram_time import TelegramTime, TellsDates
from bot.core.told_groups import ToldGroups
from bot.core.updates import SeenUpdates
from bot.core.videos.feed import Channel, ReadFeed, WatchFeed
from bot.core.videos.pushing import PrepareVideo
from bot.delivery.deletions import Deletions
from bot.delivery.pace_middleware import PacedRequests
from bot.delivery.senders import senders_of
from bot.desk_wiring import (
    answers_to_albums,
    confirming,
    desk_parts,
    has_key,
    presentation_of,
    recording_desk_of,
    seminar_parts,
)
from bot.handlers.admin.access import Admins
from bot.handlers.admin.aliases import Aliases
from bot.handlers.admin.gone import GoneNotices
from bot.handlers.admin.late import LateTaps
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.open_discreet import DiscreetText
from bot.handlers.broadcasts.progress import ProgressCards
from bot.handlers.broadcasts.schedule_desk import ScheduleDesk
from bot.handlers.broadcasts.stars import PaidEndNotices, Purse
from bot.handlers.drafts import OpenDrafts
from bot.handlers.faq.watches import ChangeText
from bot.handlers.inbox import SettleBeforeAnswer
from bot.handlers.middleware.acting import Acting
from bot.handlers.middleware.drawn_cards import RememberCards
from bot.handlers.middleware.former_admins import NoticeFormerAdmins
from bot.handlers.middleware.handler_times import CountTimes
from bot.handlers.middleware.late_answers import ForgiveGoneTopics, ForgiveLateTaps
from bot.handlers.middleware.locale import LocaleMiddleware
from bot.handlers.middleware.message_log import RememberIncoming, RememberOutgoing
from bot.handlers.middleware.prefilter import Prefilter
from bot.handlers.middleware.telegram_time import NoticeSilence, ReadDates
from bot.handlers.middleware.todays_tree import TodaysTree
from bot.handlers.own_profile import OwnProfile
from bot.handlers.reviews.access import Reviewers
from bot.handlers.reviews.notices import ReviewNotices
from bot.handlers.routers import all_routers
from bot.handlers.seminars.merged_texts import MergedTexts
from bot.handlers.seminars.reader_screens import SeminarScreens
from bot.handlers.seminars.reminder_texts import ReminderTexts
from bot.handlers.start import LinkScreens
from bot.handlers.subscribers.export import DataExport
from bot.handlers.subscribers.inactivity import InactivityText
from bot.handlers.subscribers.privacy import FindKept
from bot.handlers.subscribers.subscription import SubscriptionScreens
from bot.handlers.ui.screens import Words
from bot.handlers.videos.desk import VideoDesk
from bot.handlers.videos.notices import VideoNotices
from bot.handlers.videos.screens import VideoWords
from bot.health_wiring import health_parts
from bot.inbox_wiring import inbox_of
from bot.settings import Settings
from bot.site_wiring import site_kept
from bot.storage.db.database import Database
from bot.storage.file_watch import FileWatch
from bot.storage.profile_rows import ProfileRows
from bot.storage.repositories import repositories_over
from bot.texts import Texts, read_catalogues
from bot.ticket_wiring import ticket_carriers, ticket_parts, ticket_ticks
from bot.youtube.feed import FeedReader


def build(
    settings: Settings,
    clock: Clock,
    database: Database,
    bot: Bot,
    me: User,
    *,
    routers: Sequence[Router] | None = None,
    seen: SeenUpdates | None = None,
    telegram_time: TelegramTime | None = None,
    feed: ReadFeed | None = None,
    vitals: Vitals | None = None,
) -> App:
    """Connect the rooms; without a database (locked mode) other routers stand in the place of all."""
    texts, vitals = Texts(read_catalogues()), vitals or vitals_by(clock)
    repositories = repositories_over(database, clock)
    shipped = shipped_tree(resources.files("bot") / "locales")
    library = Library(texts, shipped, clock)
    carriers = ticket_carriers(settings, database, bot, texts, library)
    pace, sender = senders_of(
        bot,
        repositories.outbox,
        carriers.beside(repositories.amended_rows),
        clock,
        settings.send_rate,
        settings.paid_broadcast_rate,
        vitals,
    )
    admins, reviewers = Admins(settings.admin_ids), Reviewers(settings.reviewers)
    aliases = Aliases(admins.ids, settings.admin_aliases, reviewers.names)
    telegram_time = telegram_time or TelegramTime(clock)
    clock_line = ClockLine(repositories.clock_looks, clock, telegram_time.skew)
    if isinstance(bot.session, TellsDates):
        bot.session.on_date = telegram_time.heard
    languages = Languages(repositories.subscribers, settings.default_language)
    recent, presentation = RecentMessages(clock), presentation_of(settings, me)
    admin_notices, desk_notices = (
        AdminNotices(bot, texts, languages, told) for told in (admins, Admins(admins.ids | frozenset(reviewers.names)))
    )
    seminar_screens = SeminarScreens(
        repositories.seminars, repositories.subscribers, presentation, clock, repositories.recordings
    )
    subscription_screens = SubscriptionScreens(repositories.subscribers, repositories.seminars, presentation, clock)
    tickets = ticket_parts(settings, repositories, carriers, bot, telegram_time, clock, sender.wake, admins)
    drawn_cards = DrawnCards(telegram_time, clock, admins.ids | frozenset(reviewers.names), lawyers=tickets.group)
    answers = answer_parts(
        settings,
        repositories,
        clock,
        bot,
        texts=texts,
        library=library,
        shipped=shipped,
        aliases=aliases,
        presentation=presentation,
        seminar_screens=seminar_screens,
        ask_desk=tickets.ask_desk,
    )
    render, merged = (
        ReminderTexts(texts, settings.display_zones, tickets.group),
        MergedTexts(texts, settings.display_zones),
    )
    cards = ProgressCards(bot, texts, repositories.mailings, languages, clock, (settings.admin_zone,))
    confirm, second = confirming(settings, repositories, clock, sender)
    choose_language = ChooseLanguage(repositories.subscribers, languages, clock)
    seminars = seminar_parts(repositories, clock, bot, presentation, render, sender.wake)
    broadcast_desk = BroadcastDesk(
        bot=bot,
        composer=Composer(repositories.broadcasts, DiscreetText(texts), clock),
        confirm=confirm,
        confirm_paid=ConfirmPaid(repositories.mailings, repositories.broadcasts, confirm),
        mailings=repositories.mailings,
        cards=cards,
        purse=Purse(bot, settings.paid_broadcast_rate),
        send_rate=settings.send_rate,
    )
    album_answers = answers_to_albums(repositories, broadcast_desk, admin_notices, clock)
    recording_desk = recording_desk_of(repositories, clock, bot, seminars, texts, second, confirm.undo)
    video_words, first_admin = VideoWords(texts, DiscreetText(texts)), min(admins.ids, default=None)
    channel = Channel(settings.youtube_feed_url, settings.youtube_shorts, settings.youtube_autopush, first_admin)
    desk = desk_parts(
        repositories, clock, presentation, admin_notices, sender, library, channel, second, broadcast_desk, aliases
    )
    schedule_desk = ScheduleDesk(bot, desk.schedule, broadcast_desk, settings.admin_zone, repositories.conversations)
    profile_record = ProfileRecord(ProfileRows(database), bot.token)
    own_profile = OwnProfile(bot, texts, admins, tickets.group, profile_record)
    known: dict[str, Any] = {
        "clock": clock,
        "texts": texts,
        "own_profile": own_profile,
        "admins": admins,
        "languages": languages,
        "recent": recent,
        "albums": Albums(),
        "pastes": Pastes(),
        "told_groups": ToldGroups(clock),
        "presentation": presentation,
        "link_screens": LinkScreens(library, seminar_screens, subscription_screens, presentation, tickets.ask_desk),
        "subscription_screens": subscription_screens,
        "reviewers": reviewers,
        "telegram_time": telegram_time,
        "drawn_cards": drawn_cards,
        "late_taps": LateTaps(drawn_cards),
        "gone_people": repositories.retention,
        "journal_screens": desk.journal_screens,
        "statistics_desk": desk.statistics,
        "admin_desk": replace(desk.admin_desk, lawyers=tickets.group),
        **answers.known,
        # subscribers
        "subscribers": repositories.subscribers,
        "personal_data": repositories.personal_data,
        "find_kept": FindKept(
            repositories.subscribers,
            repositories.seminars,
            repositories.watches,
            admins,
            tickets.ask_desk.asking,
            encrypted=not settings.database_unencrypted,
        ),
        "data_export": DataExport(repositories.personal_data, repositories.seminars, recent, admins, clock),
        "subscribe": Subscribe(repositories.subscribers, languages, clock),
        "leave": Leave(repositories.subscribers, languages, sender, recent),
        "come_back": ComeBack(repositories.subscribers),
        "keep": Keep(repositories.subscribers, clock),
        "choose": Choose(repositories.subscribers, clock),
        "choose_language": choose_language,
        # seminars
        "seminar_desk": seminars.desk,
        "seminar_previews": seminars.previews,
        "seminar_changes": seminars.changes,
        "seminar_wizard": seminars.wizard,
        "seminar_edits": seminars.edits,
        "seminar_imports": seminars.imports,
        "seminar_screens": seminar_screens,
        "recording_desk": recording_desk,
        "choose_reminder": ChooseReminder(repositories.seminars, repositories.subscribers, clock),
        "enter_seminar": EnterSeminar(repositories.seminars, clock),
        "ratings": desk.ratings,
        "switch_step": SwitchStep(repositories.seminars),
        "mailings": repositories.mailings,
        "outbox": repositories.outbox,
        "conversations": repositories.conversations,
        "broadcast_desk": broadcast_desk,
        "gather": album_answers.gather,
        "schedule_desk": schedule_desk,
        "approval_desk": desk.broadcast_notices.desk,
        "undo": desk.undo,
        "amendment_desk": desk.amendment_desk,
        "video_desk": VideoDesk(PrepareVideo(repositories.videos, video_words, clock), broadcast_desk),
        "open_drafts": OpenDrafts(
            *(broadcast_desk, seminars.previews, seminars.changes, recording_desk, schedule_desk),
            *(seminars.wizard, seminars.edits),
        ),
        "control": Control(repositories.mailings, clock, sender.wake),
        **tickets.known,
    }

    learning = (RememberOutgoing(recent), RememberCards(drawn_cards), NoticeSilence(telegram_time))
    for middleware in (
        SettleBeforeAnswer(),
        ForgiveLateTaps(),
        ForgiveGoneTopics(),
        PacedRequests(pace, vitals.counts),
        *learning,
    ):
        bot.session.middleware(middleware)
    dispatcher = Dispatcher(disable_fsm=True, **known)
    for first in (CountTimes(vitals.counts.handling, clock), ReadDates(telegram_time), RememberIncoming(recent)):
        dispatcher.update.outer_middleware(first)
    others = WritesForOthers(admins.ids, repositories.conversations, clock)
    words = partial(Words, texts, on_server=settings.database_url is not None)
    locale = LocaleMiddleware(words, library, languages, choose_language, others, tickets.group)
    for next_one in (TodaysTree(library), Acting(aliases), NoticeFormerAdmins(own_profile), locale):
        dispatcher.update.outer_middleware(next_one)
    dispatcher.include_router(Prefilter(routers or all_routers()))

    inbox = inbox_of(
        *(settings, bot, dispatcher, seen or repositories.seen, clock, vitals),
        texts=texts,
        library=library,
        languages=languages,
        lawyers=tickets.group,
        telegram_time=telegram_time,
        wishes=answers.known["wishes"],
        recent=recent,
        come_back=ComeBack(repositories.subscribers),
    )
    health = health_parts(
        *(settings, repositories, FileWatch(database, lambda: has_key(settings)), clock, vitals),
        notices=admin_notices,
        telegram_time=telegram_time,
        clock_line=clock_line,
        updates=lambda: vars(inbox.counters),
        searches=answers.questions.question_stats.totals,
    )
    return App(
        bot=bot,
        dispatcher=dispatcher,
        texts=texts,
        admins=admins,
        repositories=repositories,
        inbox=inbox,
        pace=pace,
        sender=sender,
        queue_due=QueueDue(
            repositories.seminars, repositories.ladder, render, clock, sender.wake, settings.reminder_offsets, merged
        ),
        queue_ratings=QueueRatings(repositories.seminars, repositories.ladder, render, clock, sender.wake),
        ratings=desk.ratings,
        delete_older=DeleteOlder(repositories.same_reminders, recent, pace, Deletions(bot), clock),
        cards=cards,
        tend_inactivity=TendInactivity(
            repositories.inactivity, InactivityText(texts), clock, clock_line.horizon, sender.wake
        ),
        languages=languages,
        asked_days=answers.asked_days,
        recent=recent,
        reloading=answers.reloading,
        questions=answers.questions,
        tell_changes=TellChanges(library, repositories.watches, ChangeText(texts), clock, sender.wake),
        begin_scheduled=desk.begin_scheduled,
        undo=desk.undo,
        schedule_notices=desk.schedule_notices,
        amendment_cards=desk.amendment_desk.cards,
        correct_links=CorrectLinks(repositories.seminars, repositories.sent_links, render, merged, sender.wake),
        broadcast_notices=desk.broadcast_notices,
        album_answers=album_answers,
        paid_end_notices=PaidEndNotices(admin_notices, repositories.stars),
        gone_notices=GoneNotices(admin_notices, repositories.retention),
        clock=clock,
        clock_line=clock_line,
        vitals=vitals,
        tickets=ticket_ticks(settings, database, carriers, tickets, admin_notices, clock_line.horizon, profile_record),
        own_profile=own_profile,
        keep_site=site_kept(settings, me, texts, library, repositories, clock),
        look_after=health.look,
        alerts=health.alerts,
        head_notices=desk.head_notices,
        sum_up=desk.sum_up,
        review_notices=ReviewNotices(desk_notices, library, repositories.reviews),
        watch_feed=WatchFeed(
            channel, feed or FeedReader(channel.address), repositories.videos, video_words, clock, sender.wake
        ),
        video_notices=VideoNotices(admin_notices, repositories.videos, channel.address, clock, clock_line.doubted),
    )
