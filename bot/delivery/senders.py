"""Senders side by side: for everything, for what is sent for Stars at a pace of its own, for tickets and amendments."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Protocol

from aiogram import Bot

from bot.core.clock import Clock
from bot.core.health.pulse import Part
from bot.core.health.vitals import Vitals, vitals_by
from bot.core.mailings.outbox import Outbox
from bot.delivery.amendments import AmendingCourier
from bot.delivery.courier import Courier
from bot.delivery.pace import Pace
from bot.delivery.paid_courier import PaidCourier
from bot.delivery.sender import Delivers, Rows, Sender
from bot.delivery.transport import transport_of

TICKET_WORKERS = 8
"""Questions and answers are few, and one sent twice is read twice: no more than these are in flight at a kill."""


class DividedOutbox(Outbox, Protocol):
    """Rows that two can claim from without getting in each other's way."""

    def of(self, *, paid: bool) -> Outbox:
        """Return the rows of the mailings sent for Stars, or those of the others."""
        ...


class Senders:
    """Senders side by side: whatever is asked of them holds for each, in the order given."""

    def __init__(self, *senders: Sender) -> None:
        """Keep the senders; they share no row."""
        self.senders = senders

    def seen_by(self, vitals: Vitals) -> "Senders":
        """Let each of them say that it is at work, and what became of what it sent."""
        for number, sender in enumerate(self.senders):
            sender.at_work = partial(vitals.pulse.beat, Part.SENDER, str(number))
            sender.delivered = vitals.counts.delivered
        return self

    def wake(self) -> None:
        """Say that there is something to send."""
        for sender in self.senders:
            sender.wake()

    def recall(self) -> None:
        """Let nothing leave that has not left yet."""
        for sender in self.senders:
            sender.recall()

    async def quiet(self, chat: int) -> Sequence[int]:
        """Return when nothing is on its way to the chat, with the numbers of the messages that arrived meanwhile."""
        arrived = await asyncio.gather(*(sender.quiet(chat) for sender in self.senders))
        return [message for messages in arrived for message in messages]

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; what ends one of them ends all, and comes out as it is."""
        try:
            async with asyncio.TaskGroup() as tasks:
                for sender in self.senders:
                    tasks.create_task(sender.run(stop))
        except ExceptionGroup as group:
            raise group.exceptions[0] from None

    async def drain(self) -> int:
        """Send everything that is due now, one sender after the other; return how many parcels were claimed."""
        return sum([await sender.drain() for sender in self.senders])


def senders_of(
    bot: Bot,
    outbox: DividedOutbox,
    others: tuple[Rows, Rows, Delivers],
    clock: Clock,
    rate: float,
    paid_rate: float,
    vitals: Vitals | None = None,
) -> tuple[Pace, Senders]:
    """Return the pace of everything that is not paid for, and the senders; ``paid_rate`` 0 lets nothing be paid for.

    ``others``: the rows that are amended, and those of tickets with their courier. Both rates are Telegram's limits in
    messages a second. Where paying is off, a run begun for Stars goes for nothing.
    The sender of paid messages comes first: what cannot be paid for comes after it, for nothing. The last two
    carry tickets (A10), and change and delete what was delivered (A7), at the pace of what is not paid for.
    """
    transport = transport_of(bot)
    if not paid_rate:
        pace = Pace(rate, clock)
        free = Sender(outbox, Courier(transport, outbox), pace, clock)
        return pace, Senders(free, *_beside(bot, outbox, others, pace, clock)).seen_by(vitals or vitals_by(clock))
    fast = Pace(paid_rate, clock)
    pace = Pace(rate, clock, below=fast)
    courier = PaidCourier(Courier(transport, outbox, paid=True), fast, pace)
    paid = Sender(outbox.of(paid=True), courier, fast, clock)
    free = Sender(outbox.of(paid=False), Courier(transport, outbox), pace, clock)
    senders = Senders(paid, free, *_beside(bot, outbox, others, pace, clock))
    return pace, senders.seen_by(vitals or vitals_by(clock))


def _beside(
    bot: Bot, outbox: DividedOutbox, others: tuple[Rows, Rows, Delivers], pace: Pace, clock: Clock
) -> tuple[Sender, Sender]:
    amended, tickets, carrier = others
    carrying = Sender(tickets, carrier, pace, clock, TICKET_WORKERS)
    return carrying, Sender(amended, AmendingCourier(bot, outbox), pace, clock)
