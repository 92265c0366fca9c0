"""Replies in the lawyers' group become answers to the asker; their edits follow (A10)."""

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.core.tickets.answering import Edited, NewAnswer, QueuedAnswer, Refusal
from bot.core.tickets.tickets import Ending, Ticket
from bot.handlers.admin.late import LateTaps
from bot.handlers.tickets.group_access import (
    FromLawyer,
    InLawyersGroup,
    OrderedByLawyer,
    TappedByLawyer,
    writer_of,
)
from bot.handlers.tickets.group_buttons import DecideAnswer
from bot.handlers.tickets.group_desk import TAKEN_UP, LawyersDesk
from bot.handlers.tickets.group_messages import (
    COPIED,
    begins_with_command,
    begins_with_command_to,
    file_of,
    refusal_of,
    replies_to_topic,
    replies_to_user,
    topic_of,
)
from bot.handlers.tickets.group_screens import held_screen
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Screen, Words, edited
from bot.messages import written_entities


class ToAnotherBot(BaseFilter):
    """A command that names another bot."""

    async def __call__(self, message: Message, presentation: Presentation) -> bool:
        """Return whether it is one."""
        return begins_with_command(message) and not begins_with_command_to(message, presentation.username)


async def answer(message: Message, words: Words, lawyers_desk: LawyersDesk) -> None:
    """A message in the group: an answer if it replies to something of a ticket, else colleagues talk."""
    found = await _meant(message, lawyers_desk)
    if isinstance(found, Ticket):
        await _queue(message, words, lawyers_desk, found)
    elif found is not None:
        await _refuse(message, words, lawyers_desk, found)
    elif replies_to_topic(message) and await _to_be_hinted(message, lawyers_desk):
        await lawyers_desk.reply(message, words("lawyers-topic-hint"))


async def _meant(message: Message, desk: LawyersDesk) -> Ticket | Refusal | None:
    """Return the ticket, why there is none, or None where nothing is to be said."""
    album = desk.memory.album(message.media_group_id) if message.media_group_id else None
    ticket = await (desk.answers.find(album[0]) if album else desk.ticket_replied_to(message))
    if ticket is None:
        return Refusal.UNKNOWN if replies_to_user(message, desk.bot.id) else None
    if not desk.may_answer(writer_of(message)):
        return Refusal.NOT_REVIEWER
    if not ticket.open:
        return Refusal.EXPIRED if ticket.ending is Ending.EXPIRED else Refusal.CLOSED
    return refusal_of(message) or ticket


async def _to_be_hinted(message: Message, desk: LawyersDesk) -> bool:
    """Return whether this is the first message in a ticket's topic that replies to nothing."""
    topic = topic_of(message)
    if topic is None or message.content_type not in COPIED or await desk.answers.of_topic(topic) is None:
        return False
    return desk.memory.hint(topic)


async def _refuse(message: Message, words: Words, desk: LawyersDesk, reason: Refusal) -> None:
    await desk.reply(message, words(f"lawyers-refused-{reason}"))


async def _queue(message: Message, words: Words, desk: LawyersDesk, ticket: Ticket) -> None:
    writer, now = writer_of(message), desk.now()
    new = NewAnswer(message.message_id, _bundle(message, desk, ticket))
    desk.memory.sent_with(message.chat.id, message.message_id, file_of(message))
    queued = await desk.answers.queue(ticket.id, new, lambda seen: desk.memory.ask_first(seen, writer, now), now)
    if queued is None:
        await _refuse(message, words, desk, Refusal.CLOSED)
    elif new.bundle in (None, message.message_id):  # of an album only the first file is spoken of
        await confirm(message, words, desk, ticket.id, queued)
    else:
        desk.wake()


def _bundle(message: Message, desk: LawyersDesk, ticket: Ticket) -> int | None:
    """Return the number of the first message of an album."""
    if message.media_group_id is None:
        return None
    known = desk.memory.album(message.media_group_id)
    if known is None:
        desk.memory.begin_album(message.media_group_id, ticket.id, message.message_id)
    return known[1] if known else message.message_id


async def confirm(message: Message, words: Words, desk: LawyersDesk, ticket: int, queued: QueuedAnswer) -> None:
    """Show that an answer is taken up, or ask whether it is to be sent too. The sender is woken behind that."""
    writer = writer_of(message)
    if queued.held:
        desk.memory.asked(queued.row, writer)
        await desk.reply(message, held_screen(words, queued.row))
        return
    desk.memory.answered(ticket, writer)
    try:
        await desk.show_taken_up(message, queued.row)
    finally:
        desk.wake()


async def decide(query: CallbackQuery, callback_data: DecideAnswer, words: Words, lawyers_desk: LawyersDesk) -> None:
    """«Отправить тоже», «Не отправлять»: whoever wrote the answer decides, once."""
    desk, row, lawyer = lawyers_desk, callback_data.row, query.from_user.id
    if not desk.may_answer(lawyer):
        await query.answer(words.plain("lawyers-only-listed"), show_alert=True)
        return
    if desk.memory.writer_of(row) not in (None, lawyer):
        await query.answer(words.plain("lawyers-not-yours"), show_alert=True)
        return
    decided = await desk.answers.decide(row, desk.now(), send=callback_data.send)
    if decided is None:
        await query.answer(words.plain("lawyers-decided"), show_alert=True)
        return
    await query.answer()
    await _show(query, words("lawyers-sent-too" if callback_data.send else "lawyers-not-sent"))
    if callback_data.send and query.message is not None:
        desk.memory.answered(decided.ticket, lawyer)
        desk.wake()
        await desk.react(query.message.chat.id, decided.number, TAKEN_UP)


async def ask_again(
    query: CallbackQuery, callback_data: DecideAnswer, words: Words, late_taps: LateTaps, lawyers_desk: LawyersDesk
) -> None:
    """A late tap decides nothing: the question is drawn anew."""
    if lawyers_desk.may_answer(query.from_user.id):
        await late_taps.redraw(query, words, held_screen(words, callback_data.row))


async def _show(query: CallbackQuery, text: str) -> None:
    """Put a sentence in the place of the tapped card."""
    if isinstance(query.message, Message):
        await edited(query.message.edit_text(**Screen(text).fields()))


async def follow_edit(message: Message, words: Words, lawyers_desk: LawyersDesk) -> None:
    """An answer was edited: its copy follows, or the lawyer is told that it cannot."""
    desk, file = lawyers_desk, file_of(message)
    if message.text is None and file is None:
        return  # a place on a map that moves: each step would be a new message
    if not desk.may_answer(writer_of(message)):
        if await desk.answers.of_message(message.message_id) is not None:
            await _refuse(message, words, desk, Refusal.NOT_REVIEWER)
        return
    in_place = desk.memory.has_file(message.chat.id, message.message_id, file)
    found = await desk.answers.edited(message.message_id, desk.now(), in_place=in_place)
    if found.outcome is Edited.CLOSED:
        await desk.reply(message, words("lawyers-edit-closed"))
    elif found.outcome is Edited.FOLLOWS and in_place:
        entities = written_entities(message.entities or message.caption_entities or ())
        await desk.edits.follow(found.row, message.text or message.caption or "", entities)
    else:
        desk.memory.sent_with(message.chat.id, message.message_id, file)
        desk.wake()


async def say_nothing(_event: Message | CallbackQuery) -> None:
    """Anything else in the group is not for the bot, and no screen of a reader is shown there."""


def router() -> Router:
    """Return the routes of answers."""
    made = Router(name="group_answers")
    made.message.register(say_nothing, ToAnotherBot())
    made.message.register(answer, FromLawyer())
    made.edited_message.register(follow_edit, FromLawyer())
    made.callback_query.register(decide, DecideAnswer.filter(), OrderedByLawyer())
    made.callback_query.register(ask_again, DecideAnswer.filter(), TappedByLawyer())
    return made


def only_in_the_group(*routers: Router) -> Router:
    """Return a router that answers in the lawyers' group alone, and there in the place of all others."""
    made, rest = Router(name="group_of_lawyers"), Router(name="group_rest")
    for observer in (made.message, made.edited_message, made.callback_query):
        observer.filter(InLawyersGroup())
    for observer in (rest.message, rest.edited_message, rest.callback_query):
        observer.register(say_nothing, F)
    made.include_routers(*routers, rest)
    return made
