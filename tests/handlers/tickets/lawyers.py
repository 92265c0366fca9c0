"""A town with a lawyers' group that takes questions; what is queued for it is looked at in the rows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.core.tickets.group import LawyersGroup, Missing
from tests.chat import Chatter, Town, town

GROUP = -1001234567890


@asynccontextmanager
async def lawyers_town(*missing: Missing, **settings: Any) -> AsyncIterator[Town]:
    """Build a town whose group has these faults; nothing is carried."""
    async with town(lawyer_chat_id=GROUP, **settings) as t:
        vars(t.app.tickets.rows)["claim"] = _nothing
        group_of(t).missing = set(missing)
        yield t


async def _nothing(*_claim: object) -> tuple[()]:
    return ()


def group_of(t: Town) -> LawyersGroup:
    """The group as the handlers know it."""
    group = t.app.dispatcher["lawyers_group"]
    assert isinstance(group, LawyersGroup)
    return group


async def asks(anna: Chatter, *texts: str) -> list[int]:
    """Write a question and send it; return the numbers of its messages."""
    await anna.sends("/ask")
    await anna.taps("Задать вопрос")
    numbers = [await anna.sends(text) for text in texts]
    await anna.taps("Отправить")
    return numbers


def queued(t: Town) -> list[tuple[Any, ...]]:
    """Every message of a ticket: ticket, kind, word, source, state."""
    return t.query("SELECT ticket, kind, word, source, state FROM ticket_message ORDER BY id")


def tickets(t: Town) -> list[tuple[Any, ...]]:
    """Every ticket: number of its row, state, ending, whether it waits, whether its person is known."""
    return t.query("SELECT id, state, ending, asked IS NOT NULL, person IS NOT NULL FROM ticket ORDER BY id")


async def write(t: Town, *statements: str) -> None:
    """Change rows as another part of the bot does."""
    async with t.app.repositories.tickets.asking._database.writing() as tx:  # noqa: SLF001 -- the test stands for the sender
        for sql in statements:
            await tx.execute(sql)
