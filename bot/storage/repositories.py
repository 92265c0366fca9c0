"""Everything that is kept, in one hand: what the composition root gives to the other rooms."""

from dataclasses import dataclass

from bot.core.clock import Clock
from bot.storage.db.database import Database
from bot.storage.inactivity import IdleRows
from bot.storage.mailings.broadcasts import CompositionRows
from bot.storage.mailings.conversations import DraftRows
from bot.storage.mailings.mailings import MailingRows
from bot.storage.mailings.outbox import OutboxRows
from bot.storage.mailings.pause import StandstillRow
from bot.storage.mailings.queueing import LadderRows, Recipients
from bot.storage.mailings.stars import FareRows
from bot.storage.maintenance.daily_backup import Nightly
from bot.storage.personal_data import BelongingsRows
from bot.storage.question_stats import TallyRows
from bot.storage.retention import Retention
from bot.storage.reviews import ReviewRows
from bot.storage.seen_updates import SeenRows
from bot.storage.seminars import SeminarRows
from bot.storage.subscribers import SubscriberRows
from bot.storage.watches import WatchRows


@dataclass(frozen=True)
class Rows:
    """The tables, as the rooms see them."""

    subscribers: SubscriberRows
    seminars: SeminarRows
    mailings: MailingRows
    compositions: CompositionRows
    drafts: DraftRows
    outbox: OutboxRows
    ladder: LadderRows
    recipients: Recipients
    retention: Retention
    seen: SeenRows
    nightly: Nightly
    standstill: StandstillRow
    watches: WatchRows
    reviews: ReviewRows
    belongings: BelongingsRows
    idle: IdleRows
    tallies: TallyRows
    fares: FareRows


def rows_over(database: Database, clock: Clock) -> Rows:
    """Return the tables of an opened database."""
    return Rows(
        subscribers=SubscriberRows(database, clock),
        seminars=SeminarRows(database),
        mailings=MailingRows(database),
        compositions=CompositionRows(database),
        drafts=DraftRows(database),
        outbox=OutboxRows(database, clock),
        ladder=LadderRows(database),
        recipients=Recipients(database),
        retention=Retention(database),
        seen=SeenRows(database),
        nightly=Nightly(database, clock),
        standstill=StandstillRow(database),
        watches=WatchRows(database, clock),
        reviews=ReviewRows(database),
        belongings=BelongingsRows(database),
        idle=IdleRows(database),
        tallies=TallyRows(database),
        fares=FareRows(database),
    )
