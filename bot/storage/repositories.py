"""Container of all repositories, built once by ``wiring.py``."""

from dataclasses import dataclass

from bot.core.clock import Clock
from bot.storage.clock_looks import ClockLooks
from bot.storage.contents.albums import AlbumRepository
from bot.storage.day_sums import DaySumsRepository
from bot.storage.db.database import Database
from bot.storage.health import HealthRepository
from bot.storage.imports import ImportRepository
from bot.storage.inactivity import InactivityRepository
from bot.storage.journal import JournalRepository
from bot.storage.mailings.amended_rows import AmendedRows
from bot.storage.mailings.amendments import AmendmentRepository
from bot.storage.mailings.approvals import ApprovalRepository
from bot.storage.mailings.broadcasts import BroadcastRepository
from bot.storage.mailings.conversations import ConversationRepository
from bot.storage.mailings.links import SentLinksRepository
from bot.storage.mailings.mailings import MailingRepository
from bot.storage.mailings.outbox import OutboxRepository
from bot.storage.mailings.pause import PauseRepository
from bot.storage.mailings.queueing import LadderRepository, Recipients
from bot.storage.mailings.same_reminders import SameRemindersRepository
from bot.storage.mailings.schedules import ScheduleRepository
from bot.storage.mailings.stars import StarsRepository
from bot.storage.mailings.untouched import UntouchedMailings
from bot.storage.mailings.urgency import Urgency
from bot.storage.maintenance.daily_backup import DailyBackup
from bot.storage.personal_data import PersonalDataRepository
from bot.storage.question_stats import QuestionStatsRepository
from bot.storage.ratings import RatingRepository
from bot.storage.recordings import RecordingRepository
from bot.storage.retention import Retention
from bot.storage.reviews import ReviewRepository
from bot.storage.seen_updates import SeenUpdatesRepository
from bot.storage.seminars import SeminarRepository
from bot.storage.subscribers import SubscriberRepository
from bot.storage.tickets.tables import TicketTables, ticket_tables
from bot.storage.videos import VideoRepository
from bot.storage.watches import WatchRepository


@dataclass(frozen=True)
class Repositories:
    """The tables, as the other rooms see them."""

    subscribers: SubscriberRepository
    seminars: SeminarRepository
    mailings: MailingRepository
    broadcasts: BroadcastRepository
    conversations: ConversationRepository
    outbox: OutboxRepository
    ladder: LadderRepository
    recipients: Recipients
    retention: Retention
    seen: SeenUpdatesRepository
    daily_backup: DailyBackup
    health: HealthRepository
    pause: PauseRepository
    watches: WatchRepository
    reviews: ReviewRepository
    personal_data: PersonalDataRepository
    inactivity: InactivityRepository
    question_stats: QuestionStatsRepository
    stars: StarsRepository
    schedules: ScheduleRepository
    approvals: ApprovalRepository
    albums: AlbumRepository
    urgency: Urgency
    clock_looks: ClockLooks
    same_reminders: SameRemindersRepository
    videos: VideoRepository
    recordings: RecordingRepository
    ratings: RatingRepository
    journal: JournalRepository
    day_sums: DaySumsRepository
    untouched: UntouchedMailings
    amendments: AmendmentRepository
    amended_rows: AmendedRows
    sent_links: SentLinksRepository
    imports: ImportRepository
    tickets: TicketTables


def repositories_over(database: Database, clock: Clock) -> Repositories:
    """Return the tables of an opened database."""
    return Repositories(
        subscribers=SubscriberRepository(database, clock),
        seminars=SeminarRepository(database),
        imports=ImportRepository(database),
        mailings=MailingRepository(database),
        broadcasts=BroadcastRepository(database),
        conversations=ConversationRepository(database),
        outbox=OutboxRepository(database, clock),
        ladder=LadderRepository(database),
        recipients=Recipients(database),
        retention=Retention(database),
        seen=SeenUpdatesRepository(database),
        daily_backup=DailyBackup(database),
        health=HealthRepository(database),
        pause=PauseRepository(database),
        watches=WatchRepository(database, clock),
        reviews=ReviewRepository(database),
        personal_data=PersonalDataRepository(database),
        inactivity=InactivityRepository(database),
        question_stats=QuestionStatsRepository(database),
        stars=StarsRepository(database),
        schedules=ScheduleRepository(database),
        approvals=ApprovalRepository(database),
        albums=AlbumRepository(database),
        urgency=Urgency(database),
        clock_looks=ClockLooks(database),
        same_reminders=SameRemindersRepository(database),
        videos=VideoRepository(database, clock),
        recordings=RecordingRepository(database),
        ratings=RatingRepository(database),
        journal=JournalRepository(database),
        day_sums=DaySumsRepository(database),
        untouched=UntouchedMailings(database),
        amendments=AmendmentRepository(database),
        amended_rows=AmendedRows(database),
        sent_links=SentLinksRepository(database),
        tickets=ticket_tables(database),
    )
