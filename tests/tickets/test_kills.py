"""A kill at every call and every commit, in both directions: lost 0, doubled the one call in flight at most (R2)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.core.mailings.outbox import Outcome
from bot.demo.limits import Limits
from bot.storage.db.database import Tx
from bot.ticket_wiring import TicketCarriers, ticket_carriers
from tests.chaos.figures import note
from tests.group_chat import words_of
from tests.tickets.desk import Desk, desk

CARRIED = ("createForumTopic", "sendMessage", "copyMessage")


class Killer(BaseRequestMiddleware):
    """Ends the work at the n-th moment; a moment is before or after a call, before or after a transaction."""

    def __init__(self) -> None:
        """Let everything pass."""
        self.left: int | None = None

    def passes(self) -> None:
        """End it here, if this is the moment."""
        if self.left is not None:
            self.left -= 1
            if self.left == 0:
                raise asyncio.CancelledError

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        """Call, unless it is the moment."""
        self.passes()
        response = await make_request(bot, method)
        self.passes()
        return response


class Killed:
    """The database, where the work may end before or after each transaction."""

    def __init__(self, database: Any, killer: Killer) -> None:
        """Keep both."""
        self._database = database
        self._killer = killer

    def __getattr__(self, name: str) -> Any:
        """Be the database in everything else."""
        return getattr(self._database, name)

    def writing(self) -> AbstractAsyncContextManager[Tx]:
        """Open the transaction."""
        return self._writing()

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[Tx]:
        self._killer.passes()
        async with self._database.writing() as tx:
            yield tx
        self._killer.passes()


def process(d: Desk, killer: Killer) -> TicketCarriers:
    """What carries tickets, as a process that has just started has it."""
    database: Any = Killed(d.town.app.tickets.rows.database, killer)
    carriers = ticket_carriers(
        d.settings, database, d.town.app.bot, d.town.app.texts, d.town.app.dispatcher["review_desk"].library
    )
    vars(carriers.group).update(vars(d.known))
    return carriers


async def carry(d: Desk, carriers: TicketCarriers) -> None:
    """Carry everything that is due."""
    while parcels := await carriers.rows.claim(d.town.clock.now(), 1):
        for parcel in parcels:
            await carriers.rows.record([Outcome(parcel, await carriers.courier.deliver(parcel))], d.town.clock.now())


async def through_a_kill(d: Desk, killer: Killer, moment: int) -> bool:
    """Carry what is due, killed at a moment and started again; return whether the moment came."""
    killer.left = moment
    try:
        await carry(d, process(d, killer))
    except asyncio.CancelledError:
        killer.left = None
        again = process(d, killer)
        await again.rows.recover()
        await carry(d, again)
        return True
    killer.left = None
    return False


async def test_p10_a_kill_at_any_call_or_commit_loses_nothing_and_repeats_one_call_at_most() -> None:
    killer, moment, doubled, came = Killer(), 0, 0, True
    async with desk(forum=True, limits=Limits(model="off")) as d:
        vars(d.town.app.tickets.rows)["claim"] = _nothing
        d.town.app.bot.session.middleware(killer)
        while came:
            moment += 1
            anna = d.town.person(f"Анна {moment}")
            texts = (f"Вопрос {moment}.", f"И ещё {moment}.")
            before = len(d.town.telegram.ledger.entries)
            ticket = await d.asks(anna, *texts)
            came = await through_a_kill(d, killer, moment)
            reply = d.vera.person.sends(f"Ответ {moment}.", group=d.group.group)
            await d.town.settle()
            await d.does("INSERT INTO ticket_message (ticket, kind, source, state) VALUES (?, 'answer', ?, 'due')",
                         ticket, reply["message_id"])  # fmt: skip
            came = await through_a_kill(d, killer, moment) or came
            entries = d.town.telegram.ledger.entries[before:]
            calls = sum(e.accepted and e.method in CARRIED and e.chat_id == d.group.id for e in entries)
            assert min(d.group.got(text) for text in texts) >= 1
            assert 0 <= calls - 4 <= 1
            got = sum(words_of(m) == f"Ответ {moment}." for m in anna.from_bot)
            assert 1 <= got <= 2
            doubled += calls - 4 + got - 1
    assert moment > 20
    note("P10", f"{moment} moments of a kill, before and after each call and each commit, in both directions: lost 0, "
         f"doubled {doubled}, never more than the call in flight")  # fmt: skip


async def _nothing(*_claim: object) -> tuple[()]:
    return ()
