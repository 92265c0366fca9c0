"""Two senders side by side: one for everything, and one for what is sent for Stars, at a pace of its own."""

import asyncio
from typing import Protocol

from aiogram import Bot

from bot.core.clock import Clock
from bot.core.mailings.outbox import Outbox
from bot.delivery.courier import Courier
from bot.delivery.pace import Pace
from bot.delivery.paid_courier import PaidCourier
from bot.delivery.sender import Delivers, Sender
from bot.delivery.transport import wire_of


class DividedOutbox(Outbox, Protocol):
    """Rows that two can claim from without getting in each other's way."""

    def of(self, *, paid: bool) -> Outbox:
        """Return the rows of the mailings sent for Stars, or those of the others."""
        ...


class PayingSender(Sender):
    """A sender with another beside it: whatever is asked of the one holds for both."""

    def __init__(self, outbox: Outbox, courier: Delivers, pace: Pace, clock: Clock, paid: Sender) -> None:
        """Take what a sender takes, and the sender of paid messages."""
        super().__init__(outbox, courier, pace, clock)
        self._paid = paid

    def wake(self) -> None:
        """Say that there is something to send."""
        super().wake()
        self._paid.wake()

    def recall(self) -> None:
        """Let nothing leave that has not left yet."""
        super().recall()
        self._paid.recall()

    async def quiet(self, chat: int) -> None:
        """Return when nothing is on its way to the chat."""
        await asyncio.gather(super().quiet(chat), self._paid.quiet(chat))

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._paid.run(stop))
            await super().run(stop)

    async def drain(self) -> int:
        """Send everything that is due now: what cannot be paid for comes after it, for nothing."""
        return await self._paid.drain() + await super().drain()


def sender_of(bot: Bot, outbox: DividedOutbox, clock: Clock, rate: float, paid_rate: float) -> tuple[Pace, Sender]:
    """Return the pace of everything that is not paid for, and the sender; ``paid_rate`` 0 lets nothing be paid for.

    Both rates are Telegram's limits in messages a second. Where paying is off, a run begun for Stars goes for nothing.
    """
    wire = wire_of(bot)
    if not paid_rate:
        pace = Pace(rate, clock)
        return pace, Sender(outbox, Courier(wire, outbox), pace, clock)
    fast = Pace(paid_rate, clock)
    pace = Pace(rate, clock, below=fast)
    courier = PaidCourier(Courier(wire, outbox, paid=True), fast, pace)
    paid = Sender(outbox.of(paid=True), courier, fast, clock)
    return pace, PayingSender(outbox.of(paid=False), Courier(wire, outbox), pace, clock, paid)
