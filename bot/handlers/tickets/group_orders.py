"""Orders in the lawyers' group: ``/undo``, ``/close``, ``/later``, ``/mute``, and «Беру» under a header (A10).

What only takes back or stops is obeyed however late (R15).
"""

from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.core.tickets.answering import DELETABLE_SECONDS, TakenBack, Undone
from bot.core.tickets.tickets import Ticket
from bot.handlers.tickets.group_access import FromLawyer, TappedByLawyer, writer_of
from bot.handlers.tickets.group_buttons import TakeTicket
from bot.handlers.tickets.group_desk import LawyersDesk
from bot.handlers.tickets.group_messages import date_replied_to, topic_of
from bot.handlers.tickets.group_screens import header_of, header_screen
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Words, edited

TRIES, PAUSE_SECONDS = 6, 0.5
"""An answer that is just being sent is looked at again: it has arrived, or it has not."""


async def undo(message: Message, words: Words, lawyers_desk: LawyersDesk) -> None:
    """``/undo``: take back the answer it replies to; anybody in the group may."""
    desk, number = lawyers_desk, lawyers_desk.number_replied_to(message)
    if number is None or not desk.may_answer(writer_of(message)):
        await desk.reply(message, words("lawyers-undo-unknown" if number is None else "lawyers-refused-not-reviewer"))
        return
    taken = await _taken_back(message, desk, number)
    if taken.chat is not None and taken.copies:
        await desk.deletes(taken.chat, taken.copies)
    if taken.outcome in (Undone.UNSENT, Undone.MAYBE, Undone.WITHDRAWN):
        desk.wake()
        await desk.react(message.chat.id, number)
    await desk.reply(message, words(f"lawyers-undo-{taken.outcome}"))


async def _taken_back(message: Message, desk: LawyersDesk, number: int) -> TakenBack:
    """Take it back; what is being sent is waited for, three seconds at most."""
    date = date_replied_to(message)
    too_old = date is not None and desk.telegram_time.now() - date >= timedelta(seconds=DELETABLE_SECONDS)
    for _ in range(TRIES):
        taken = await desk.answers.take_back(number, desk.now(), too_old=too_old)
        if taken.outcome is not Undone.SENDING:
            break
        await desk.clock.sleep(PAUSE_SECONDS)
    return taken


async def close(message: Message, words: Words, lawyers_desk: LawyersDesk) -> None:
    """``/close``: the asker is told."""
    ticket = await ordered_about(message, words, lawyers_desk)
    if ticket is not None:
        done = await lawyers_desk.answers.close(ticket.id, lawyers_desk.now())
        await _done(message, words("lawyers-closed" if done else "lawyers-refused-closed"), lawyers_desk)


async def mute(message: Message, words: Words, lawyers_desk: LawyersDesk) -> None:
    """``/mute``: closed, and no question of this asker for a day; nobody is told who it is."""
    ticket = await ordered_about(message, words, lawyers_desk, changes=True)
    if ticket is not None:
        done = await lawyers_desk.answers.mute(ticket.id, lawyers_desk.now())
        await _done(message, words("lawyers-muted" if done else "lawyers-refused-closed"), lawyers_desk)


async def later(message: Message, words: Words, lawyers_desk: LawyersDesk) -> None:
    """``/later``: the asker reads that a lawyer has seen the question, once a day."""
    ticket = await ordered_about(message, words, lawyers_desk, changes=True)
    if ticket is not None and not ticket.open:
        await lawyers_desk.reply(message, words("lawyers-refused-closed"))
    elif ticket is not None:
        done = await lawyers_desk.answers.later(ticket.id, lawyers_desk.now())
        await _done(message, words("lawyers-later" if done else "lawyers-later-told"), lawyers_desk)


async def ordered_about(message: Message, words: Words, desk: LawyersDesk, *, changes: bool = False) -> Ticket | None:
    """Return the ticket an order is about: by what it replies to, else by the topic. Says why there is none."""
    ticket = await desk.ticket_replied_to(message)
    topic = topic_of(message)
    if ticket is None and topic is not None:
        ticket = await desk.answers.of_topic(topic)
    reason = None
    if not desk.may_answer(writer_of(message)):
        reason = words("lawyers-refused-not-reviewer")
    elif changes and not desk.telegram_time.fresh(message.date):
        reason = words("lawyers-too-late")
    elif ticket is None:
        reason = words("lawyers-which")
    if reason is not None:
        await desk.reply(message, reason)
        return None
    return ticket


async def _done(message: Message, text: str, desk: LawyersDesk) -> None:
    desk.wake()
    await desk.reply(message, text)


async def take(query: CallbackQuery, callback_data: TakeTicket, words: Words, lawyers_desk: LawyersDesk) -> None:
    """«Беру» and «Отпустить»: the header says who works on it, for an hour or until the bot starts anew.

    A header is tapped hours after it was drawn, so its age says nothing of the tap (R15).
    """
    desk, lawyer = lawyers_desk, query.from_user.id
    ticket, taker = await desk.answers.find(callback_data.ticket), desk.memory.taken_by(callback_data.ticket)
    if not desk.may_answer(lawyer):
        await query.answer(words.plain("lawyers-only-listed"), show_alert=True)
    elif not desk.hears_at_once():
        await query.answer(words.plain("lawyers-tap-again"), show_alert=True)
    elif ticket is None or not ticket.open or not stands_under(query, ticket):
        await query.answer(words.plain("lawyers-no-longer-open"), show_alert=True)
    elif taker not in (None, lawyer):
        await query.answer(words.plain("lawyers-taken-already"), show_alert=True)
    else:
        await _mark(query, words, desk, ticket, on=callback_data.on)


def stands_under(query: CallbackQuery, ticket: Ticket) -> bool:
    """Return whether the tapped message is the ticket's header; in another place, or after a restore, it is not."""
    return query.message is not None and query.message.message_id == ticket.header


async def _mark(query: CallbackQuery, words: Words, desk: LawyersDesk, ticket: Ticket, *, on: bool) -> None:
    """Remember who works on a ticket, and show the first name in its header; it is stored nowhere."""
    lawyer = query.from_user
    if on:
        desk.memory.take(ticket.id, lawyer.id, query.message.message_id if query.message else 0)
    else:
        desk.memory.let_go(ticket.id)
    await query.answer()
    if isinstance(query.message, Message):
        screen = header_screen(words, header_of(ticket, lawyer.first_name if on else ""))
        await edited(query.message.edit_text(**screen.fields()))


def router() -> Router:
    """Return the routes of orders."""
    made = Router(name="group_orders")
    made.message.register(undo, TypedCommand("undo"), FromLawyer())
    made.message.register(close, TypedCommand("close"), FromLawyer())
    made.message.register(later, TypedCommand("later"), FromLawyer())
    made.message.register(mute, TypedCommand("mute"), FromLawyer())
    made.callback_query.register(take, TakeTicket.filter(), TappedByLawyer())
    return made
