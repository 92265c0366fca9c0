"""Connects the questions to the lawyers: what askers, the lawyers' group and the admins are served by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram import Bot

from bot.core.clock import Clock
from bot.core.mailings.outbox import Wake
from bot.core.telegram_time import TelegramTime
from bot.core.tickets.answering import LawyersMemory
from bot.core.tickets.group import LawyersGroup, Missing
from bot.delivery.deletions import Deletions
from bot.handlers.tickets.canned_texts import CannedTexts
from bot.handlers.tickets.group_access import MayAnswer
from bot.handlers.tickets.group_desk import LawyersDesk
from bot.settings import Settings
from bot.storage.repositories import Repositories


@dataclass(frozen=True)
class TicketParts:
    """The parts, connected. ``known`` is what handlers ask for by name."""

    group: LawyersGroup
    lawyers_desk: LawyersDesk

    @property
    def known(self) -> Mapping[str, Any]:
        """Return what handlers ask for by name."""
        return {"lawyers_group": self.group, "lawyers_desk": self.lawyers_desk}


class EditsLater:
    """core.tickets.edits.EditsCopies for a bot that copies nothing yet."""

    async def follow(self, row_id: int, text: str, entities: str) -> bool:
        """Leave it to the sender."""
        return False


def lawyers_group(settings: Settings) -> LawyersGroup:
    """Return the group as it is known at the start."""
    missing = Missing.OFF if settings.lawyer_chat_id is None else Missing.UNSEEN
    return LawyersGroup(settings.lawyer_chat_id, missing={missing})


def ticket_parts(
    settings: Settings,
    repositories: Repositories,
    clock: Clock,
    bot: Bot,
    telegram_time: TelegramTime,
    wake: Wake,
    canned: CannedTexts,
) -> TicketParts:
    """Connect them."""
    group = lawyers_group(settings)
    desk = LawyersDesk(
        bot=bot,
        answers=repositories.ticket_answers,
        group=group,
        memory=LawyersMemory(clock),
        may_answer=MayAnswer(settings.lawyers, frozenset(settings.reviewers)),
        clock=clock,
        telegram_time=telegram_time,
        wake=wake,
        edits=EditsLater(),
        deletes=Deletions(bot),
        canned=canned,
    )
    return TicketParts(group, desk)
