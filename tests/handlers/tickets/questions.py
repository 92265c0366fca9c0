"""A question that stands in the lawyers' group, put there by hand: what carries it has tests of its own."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

import sqlcipher3

from bot.core.clock import epoch
from bot.core.tickets.answering import LawyersMemory
from bot.core.tickets.tickets import LIFE
from tests.chat import Chatter, Town
from tests.group_chat import GroupChat


@dataclass(frozen=True)
class Question:
    """Numbers: of the ticket, and of its messages in the group."""

    ticket: int
    header: int
    copy: int


def write(t: Town, sql: str, values: Sequence[object] = ()) -> int:
    """Change the database on a connection of its own; return the new row's number."""
    with closing(sqlcipher3.connect(str(t.path), isolation_level=None)) as connection:
        return int(connection.execute(sql, values).lastrowid)


async def question(
    t: Town, group: GroupChat, asker: Chatter, *, number: int = 417, topic: int | None = None
) -> Question:
    """Let a subscriber's question stand in the group: its header and its copy, and their rows; nothing is carried."""
    vars(t.app.tickets.rows)["claim"] = _nothing
    header = await t.app.bot.send_message(group.id, f"Клён-{number}", message_thread_id=topic)
    copy = await t.app.bot.send_message(group.id, f"Когда подавать I-589? ({number})", message_thread_id=topic)
    now = t.clock.now()
    ticket = write(
        t,
        "INSERT INTO ticket (word, number, person, language, state, asked, expires, topic, header)"
        " VALUES ('maple', ?, (SELECT number FROM person WHERE chat = ?), 'ru', 'waiting', ?, ?, ?, ?)",
        (number, asker.id, epoch(now), epoch(now + LIFE), topic, header.message_id),
    )
    copied(t, ticket, copy.message_id)
    return Question(ticket, header.message_id, copy.message_id)


async def _nothing(*_claim: object) -> tuple[()]:
    return ()


def copied(t: Town, ticket: int, copy: int) -> None:
    """Add the row of a question that was copied into the group."""
    values = (ticket, copy + 10_000, copy)
    write(
        t, "INSERT INTO ticket_message (ticket, kind, source, copy, state) VALUES (?, 'question', ?, ?, 'sent')", values
    )


def delivered(t: Town, source: int, copy: int) -> None:
    """Let an answer have arrived at its asker."""
    write(t, "UPDATE ticket_message SET state = 'sent', copy = ? WHERE source = ?", (copy, source))


def answers(t: Town, *columns: str) -> list[tuple[Any, ...]]:
    """What stands in the rows of answers, oldest first."""
    wanted = ", ".join(columns or ("source", "state"))
    return t.query(f"SELECT {wanted} FROM ticket_message WHERE kind IN ('answer', 'canned') ORDER BY id")  # noqa: S608 -- columns of tests


def sentences(t: Town) -> list[str]:
    """The sentences queued to the askers, oldest first."""
    return [word for (word,) in t.query("SELECT word FROM ticket_message WHERE kind = 'to-asker' ORDER BY id")]


def forget_lawyers(t: Town) -> None:
    """Forget who wrote what, as a restart does."""
    desk = t.app.dispatcher["lawyers_desk"]
    t.app.dispatcher["lawyers_desk"] = replace(desk, memory=LawyersMemory(t.clock))
