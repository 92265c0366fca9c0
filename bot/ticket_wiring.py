"""Connects the questions to the lawyers: what askers, the lawyers' group and the admins are served by."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram import Bot

from bot.core.clock import Clock
from bot.core.faq.library import Library
from bot.core.mailings.conversations import DRAFT_LIFE
from bot.core.mailings.outbox import Wake
from bot.core.profile_record import ProfileRecord
from bot.core.telegram_time import TelegramTime
from bot.core.tickets.answering import LawyersMemory
from bot.core.tickets.asking import Asking
from bot.core.tickets.edits import EditQueue, FollowEdits
from bot.core.tickets.group import LawyersGroup, Missing
from bot.core.tickets.numbers import CountTickets
from bot.core.tickets.often import ask_limits
from bot.core.tickets.places import ExpireTickets, KeepGroupTrue
from bot.delivery.deletions import Deletions
from bot.delivery.lawyers_group import GroupLook
from bot.delivery.tickets import TicketCourier
from bot.handlers.admin.access import Admins
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.faq.question_screens import help_rows
from bot.handlers.own_profile import OfferLawyersMenu
from bot.handlers.tickets.ask_desk import AskDesk
from bot.handlers.tickets.ask_screens import AskScreens
from bot.handlers.tickets.canned_texts import CannedTexts
from bot.handlers.tickets.group_access import MayAnswer
from bot.handlers.tickets.group_desk import LawyersDesk
from bot.handlers.tickets.group_held import AskHeld, EndTaken
from bot.handlers.tickets.group_state import GroupNotices
from bot.handlers.tickets.numbers import QuestionNumbers, WaitingNotices
from bot.handlers.tickets.told import TicketWords
from bot.handlers.ui.screens import Words
from bot.settings import Settings
from bot.storage.db.database import Database
from bot.storage.mailings.amended_rows import AmendedRows
from bot.storage.repositories import Repositories
from bot.storage.tickets.errands import ErrandRows
from bot.storage.tickets.places import PlacesRepository
from bot.texts import Texts


@dataclass(frozen=True)
class TicketCarriers:
    """What carries tickets; it stands before the senders: rows and courier are one of them's."""

    group: LawyersGroup
    edits: EditQueue
    rows: ErrandRows
    courier: TicketCourier
    canned: CannedTexts

    def beside(self, amended: AmendedRows) -> tuple[AmendedRows, ErrandRows, TicketCourier]:
        """Return what the senders carry beside mailings."""
        return amended, self.rows, self.courier


def lawyers_group(settings: Settings) -> LawyersGroup:
    """Return the group as it is known at the start."""
    missing = Missing.OFF if settings.lawyer_chat_id is None else Missing.UNSEEN
    return LawyersGroup(settings.lawyer_chat_id, missing={missing})


def ticket_carriers(settings: Settings, database: Database, bot: Bot, texts: Texts, library: Library) -> TicketCarriers:
    """Connect what carries tickets."""
    group, edits = lawyers_group(settings), EditQueue()
    rows = ErrandRows(database, group, edits)
    canned = CannedTexts(texts, library)
    courier = TicketCourier(bot, TicketWords(texts, settings.default_language), canned, group, rows)
    return TicketCarriers(group, edits, rows, courier, canned)


@dataclass(frozen=True)
class TicketParts:
    """The parts, connected. ``known`` is what handlers ask for by name."""

    group: LawyersGroup
    lawyers_desk: LawyersDesk
    ask_desk: AskDesk
    question_numbers: QuestionNumbers

    @property
    def known(self) -> Mapping[str, Any]:
        """Return what handlers ask for by name."""
        return {
            "lawyers_group": self.group,
            "lawyers_desk": self.lawyers_desk,
            "ask_desk": self.ask_desk,
            "asking": self.ask_desk.asking,
            "question_numbers": self.question_numbers,
        }


def ticket_parts(
    settings: Settings,
    repositories: Repositories,
    carriers: TicketCarriers,
    bot: Bot,
    telegram_time: TelegramTime,
    clock: Clock,
    wake: Wake,
    admins: Admins,
) -> TicketParts:
    """Connect them."""
    edits = FollowEdits(carriers.edits, wake)
    desk = LawyersDesk(
        bot=bot,
        answers=repositories.tickets.answers,
        group=carriers.group,
        memory=LawyersMemory(clock),
        may_answer=MayAnswer(settings.lawyers, frozenset(settings.reviewers)),
        clock=clock,
        telegram_time=telegram_time,
        wake=wake,
        edits=edits,
        deletes=Deletions(bot),
        canned=carriers.canned,
        started=clock.monotonic(),
    )
    asking = Asking(repositories.tickets.asking, carriers.group, clock, wake, DRAFT_LIFE, ask_limits(clock))
    screens = AskScreens(carriers.group, settings.display_zones, help_rows)
    numbers = QuestionNumbers(CountTickets(repositories.tickets.numbers, clock), carriers.group)
    return TicketParts(carriers.group, desk, AskDesk(asking, screens, edits, admins), numbers)


@dataclass(frozen=True)
class TicketTicks:
    """What runs by itself."""

    rows: ErrandRows
    keep_group_true: KeepGroupTrue
    expire: ExpireTickets
    ask_held: AskHeld
    end_taken: EndTaken
    offer_menu: OfferLawyersMenu
    waiting_notices: WaitingNotices


def ticket_ticks(
    settings: Settings,
    database: Database,
    carriers: TicketCarriers,
    parts: TicketParts,
    notices: AdminNotices,
    horizon: Callable[[], Awaitable[datetime | None]],
    record: ProfileRecord,
) -> TicketTicks:
    """Connect it."""
    places, words = PlacesRepository(database), Words(notices.texts, settings.default_language)
    tell, look = GroupNotices(notices.bot, words, notices), GroupLook(notices.bot)
    clock = parts.lawyers_desk.clock
    return TicketTicks(
        rows=carriers.rows,
        keep_group_true=KeepGroupTrue(carriers.group, look, places, tell, clock, settings.lawyer_chat_id),
        expire=ExpireTickets(places, horizon),
        ask_held=AskHeld(parts.lawyers_desk, words),
        end_taken=EndTaken(parts.lawyers_desk, words),
        offer_menu=OfferLawyersMenu(notices.bot, notices.texts, carriers.group, record),
        waiting_notices=WaitingNotices(notices, parts.question_numbers.count, settings.admin_zone),
    )
