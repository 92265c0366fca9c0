"""A town with a lawyers' group, and tickets put into the rows as the handlers put them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import Any

from bot.core.clock import epoch
from bot.core.locales import Locale
from bot.core.tickets.codes import CodeWord
from bot.core.tickets.group import LawyersGroup
from bot.storage.people.people import number_for
from tests.chat import Chatter, Fixed, Town, town
from tests.group_chat import LAWYERS, GroupChat, Lawyer, lawyers_group

ADD = """
INSERT INTO ticket (word, number, person, language, state, asked, expires) VALUES (?, ?, ?, ?, 'waiting', ?, ?)
RETURNING id
"""
QUESTION = "INSERT INTO ticket_message (ticket, kind, source, state) VALUES (?, 'question', ?, 'due')"
ANSWER = "INSERT INTO ticket_message (ticket, kind, source, state) VALUES (?, 'answer', ?, 'due')"
STATES = "SELECT kind, state, count(*) FROM ticket_message GROUP BY kind, state ORDER BY kind, state"


class Desk:
    """The town, its lawyers' group, and what handlers would write."""

    def __init__(self, t: Town, group: GroupChat) -> None:
        """Belong to a town."""
        self.town = t
        self.group = group
        self.tickets = 0
        self.settings = Fixed(lawyer_chat_id=group.id)
        self.vera: Lawyer = group.lawyer("Вера")

    @property
    def known(self) -> LawyersGroup:
        """What the bot knows of the group."""
        return self.town.app.tickets.keep_group_true.group

    async def asks(self, asker: Chatter, *texts: str, locale: Locale = Locale.RU) -> int:
        """Let somebody write a question; return its ticket when it was carried."""
        numbers = [int(asker.person.sends(text)["message_id"]) for text in texts]
        await self.town.settle()
        return await self.writes(asker, numbers, locale)

    async def writes(self, asker: Chatter, numbers: list[int], locale: Locale = Locale.RU) -> int:
        """Put a question into the rows, and let it be carried."""
        now, words = self.town.clock.now(), tuple(CodeWord)
        self.tickets += 1
        async with self.town.app.tickets.rows.database.writing() as tx:
            person = await number_for(tx, asker.id)
            code = (words[self.tickets % len(words)].value, 100 + self.tickets)
            values = (*code, person, locale.value, epoch(now), epoch(now + timedelta(days=14)))
            ticket = await tx.insert(ADD, values)
            await tx.many(QUESTION, [(ticket, number) for number in numbers])
        await self.carried()
        return ticket

    async def adds(self, asker: Chatter, ticket: int, text: str) -> None:
        """Let somebody add to a question."""
        number = int(asker.person.sends(text)["message_id"])
        await self.does(QUESTION, ticket, number)
        await self.town.settle()

    async def answers(self, ticket: int, number: int) -> None:
        """Put an answer into the rows, and let it be carried."""
        await self.does(ANSWER, ticket, number)
        await self.carried()

    async def does(self, sql: str, *values: object) -> None:
        """Change rows."""
        async with self.town.app.tickets.rows.database.writing() as tx:
            await tx.execute(sql, values)

    async def carried(self) -> None:
        """Let everything that is due be carried."""
        await self.town.app.sender.drain()

    async def later(self, **by: float) -> None:
        """Let time pass, and tickets' own ticks do their work."""
        self.town.clock.forward(**by)
        await self.town.app.tickets.keep_group_true()
        await self.town.app.tickets.expire()
        await self.carried()

    @property
    def states(self) -> list[tuple[Any, ...]]:
        """How many rows of each kind stand where."""
        return self.town.query(STATES)


@asynccontextmanager
async def desk(*, forum: bool = False, basic: bool = False, **settings: Any) -> AsyncIterator[Desk]:
    """Build a town whose lawyers have a group in which the bot may do everything."""
    prepare = partial(lawyers_group, forum=forum, basic=basic)
    number = LAWYERS if not basic else BASIC
    async with town(prepare=partial(prepare, number=number), lawyer_chat_id=number, **settings) as t:
        await t.app.tickets.keep_group_true()
        yield Desk(t, t.group(number))


BASIC, UPGRADED = -777, -1_001_000_000_888
"""A basic group's number, and that of the supergroup it becomes."""
