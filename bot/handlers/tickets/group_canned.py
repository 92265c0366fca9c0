"""``/c``: the names of ready answers, and ``/c name`` as a reply, which sends one (A10)."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import Message

from bot.core.tickets.answering import NewAnswer
from bot.core.tickets.tickets import MessageKind
from bot.handlers.tickets.group_access import FromLawyer, writer_of
from bot.handlers.tickets.group_answers import confirm
from bot.handlers.tickets.group_desk import LawyersDesk
from bot.handlers.tickets.group_orders import ordered_about
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Words


async def send_canned(message: Message, command: CommandObject, words: Words, lawyers_desk: LawyersDesk) -> None:
    """Queue a ready answer like one that was written, or list their names."""
    desk, name = lawyers_desk, (command.args or "").strip().lower()
    if not name:
        await desk.reply(message, desk.canned.listed(words))
        return
    ticket = await ordered_about(message, words, desk, changes=True)
    if ticket is None:
        return
    if desk.canned.render(name, ticket.locale) is None:
        await desk.reply(message, words("lawyers-canned-unknown"))
        return
    writer, now = writer_of(message), desk.now()
    new = NewAnswer(message.message_id, kind=MessageKind.CANNED, word=name)
    queued = await desk.answers.queue(ticket.id, new, lambda seen: desk.memory.ask_first(seen, writer, now), now)
    if queued is None:
        await desk.reply(message, words("lawyers-refused-closed"))
    else:
        await confirm(message, words, desk, ticket.id, queued)


def router() -> Router:
    """Return the route of ready answers."""
    made = Router(name="group_canned")
    made.message.register(send_canned, TypedCommand("c"), FromLawyer())
    return made
