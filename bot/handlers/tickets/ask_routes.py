"""✉️ /ask: the notice, the draft, a ticket of one's own (P10)."""

from aiogram import Bot, F, Router
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.core.faq.topics import Tree
from bot.core.tickets.asking import AskDraft, AskRefusal
from bot.core.tickets.tickets import Ticket
from bot.handlers.tickets.ask_buttons import (
    AddToTicket,
    AskToClose,
    BeginQuestion,
    CancelQuestion,
    ChangeQuestion,
    CloseTicket,
    SendQuestion,
    ShowDraft,
    ShowTicket,
    ShowTicketBelow,
)
from bot.handlers.tickets.ask_desk import AskDesk
from bot.handlers.tickets.ask_screens import begin_row, here, with_sentence
from bot.handlers.ui.callbacks import AskBelow, Go, Place
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Screen, Words, edit, send_to, show


class HasDraft(BaseFilter):
    """Somebody who has a question that is not sent yet."""

    async def __call__(self, message: Message, ask_desk: AskDesk) -> bool:
        """Return whether the chat has one."""
        return await ask_desk.asking.draft(message.chat.id) is not None


def cancel_router() -> Router:
    """Return /cancel beside a question that is not sent yet; its router is before start.py's."""
    made = Router(name="cancel_question")
    made.message.register(cancel, TypedCommand("cancel"), HasDraft())
    return made


def router() -> Router:
    """Return the routes of /ask."""
    made = Router(name="ask")
    made.message.register(show_ask, TypedCommand("ask"))
    made.callback_query.register(show_ask, Go.filter(F.to == Place.ASK))
    made.callback_query.register(ask_below, AskBelow.filter())
    made.callback_query.register(begin, BeginQuestion.filter())
    made.callback_query.register(add, AddToTicket.filter())
    made.callback_query.register(show_draft, ShowDraft.filter())
    made.callback_query.register(send_question, SendQuestion.filter())
    made.callback_query.register(change, ChangeQuestion.filter())
    made.callback_query.register(cancel, CancelQuestion.filter())
    made.callback_query.register(show_ticket, ShowTicket.filter())
    made.callback_query.register(show_ticket_below, ShowTicketBelow.filter())
    made.callback_query.register(ask_to_close, AskToClose.filter())
    made.callback_query.register(close, CloseTicket.filter())
    return made


def chat_of(event: Message | CallbackQuery) -> int:
    """Return the private chat of whoever writes or taps."""
    return event.from_user.id if event.from_user else 0


def below(query: CallbackQuery) -> int:
    """Return the number of the tapped message: what is written for the draft stands below it."""
    return query.message.message_id if query.message else 0


async def show_ask(event: Message | CallbackQuery, words: Words, tree: Tree, ask_desk: AskDesk) -> None:
    """/ask, and its button: the notice, and the open tickets."""
    await show(event, await ask_desk.front(words, tree, chat_of(event)))


async def ask_below(query: CallbackQuery, words: Words, tree: Tree, ask_desk: AskDesk, bot: Bot) -> None:
    """The same below a mailing, which stays; in the place of a discreet one that was opened, which can be hidden."""
    screen = await ask_desk.front(words, tree, query.from_user.id)
    await query.answer()
    await (edit(query, screen) if words.cover else send_to(bot, query.from_user.id, screen))


async def begin(query: CallbackQuery, words: Words, tree: Tree, ask_desk: AskDesk) -> None:
    """«Задать вопрос»."""
    draft = AskDraft(query.from_user.id, below(query))
    await show(query, await _begun(words, tree, ask_desk, draft))


async def add(
    query: CallbackQuery, callback_data: AddToTicket, words: Words, tree: Tree, ask_desk: AskDesk, bot: Bot
) -> None:
    """«Дополнить»: below the tapped message, which may be a lawyer's answer."""
    draft = AskDraft(query.from_user.id, below(query), ticket=callback_data.ticket)
    screen = await _begun(words, tree, ask_desk, draft)
    await query.answer()
    await send_to(bot, query.from_user.id, screen)


async def _begun(words: Words, tree: Tree, ask_desk: AskDesk, draft: AskDraft) -> Screen:
    """Return what a new draft waits for, or why there is none."""
    if not ask_desk.screens.group.set_up:
        return await ask_desk.front(words, tree, draft.chat)
    begun = await ask_desk.asking.begin(draft)
    if isinstance(begun, AskDraft):
        return await ask_desk.draft(words, begun)
    unsent = await ask_desk.asking.draft(draft.chat) if begun is AskRefusal.OPEN else None
    if unsent is None:
        return ask_desk.screens.refused(words, tree, begun)
    return with_sentence(words, "tickets-refused-open", await ask_desk.draft(words, unsent))


async def show_draft(query: CallbackQuery, words: Words, tree: Tree, ask_desk: AskDesk) -> None:
    """What the draft waits for."""
    await show(query, await _shown(words, tree, ask_desk, query.from_user.id))


async def _shown(words: Words, tree: Tree, ask_desk: AskDesk, chat: int) -> Screen:
    """Return the draft as it is now; without one, the first screen, which says so once if its hour is over."""
    draft = await ask_desk.asking.draft(chat)
    if draft is not None:
        return await ask_desk.draft(words, draft)
    over = await ask_desk.asking.forget_expired(chat)
    front = await ask_desk.front(words, tree, chat)
    return with_sentence(words, "tickets-draft-over", front) if over else front


async def send_question(
    query: CallbackQuery, callback_data: SendQuestion, words: Words, tree: Tree, ask_desk: AskDesk
) -> None:
    """«Отправить»: exactly what was shown; a second tap finds no draft and shows where the ticket stands."""
    chat = query.from_user.id
    draft = await ask_desk.asking.draft(chat)
    if draft is None or not draft.messages:
        return await show(query, await _shown(words, tree, ask_desk, chat))
    if max(draft.messages) != callback_data.last:
        return await show(query, with_sentence(words, "tickets-changed", await ask_desk.draft(words, draft)))
    await show(query, await _sent(words, tree, ask_desk, draft))
    return None


async def _sent(words: Words, tree: Tree, ask_desk: AskDesk, draft: AskDraft) -> Screen:
    sent = await ask_desk.asking.send(draft, words.locale)
    if isinstance(sent, Ticket):
        return await ask_desk.sent(words, sent, draft)
    return ask_desk.screens.refused(words, tree, sent) if sent else await ask_desk.front(words, tree, draft.chat)


async def change(query: CallbackQuery, words: Words, tree: Tree, ask_desk: AskDesk) -> None:
    """«Изменить»: the text is waited for anew."""
    draft = await ask_desk.asking.draft(query.from_user.id)
    if draft is None:
        return await show(query, await ask_desk.front(words, tree, query.from_user.id))
    await show(query, await ask_desk.draft(words, await ask_desk.asking.again(draft)))
    return None


async def cancel(event: Message | CallbackQuery, words: Words, tree: Tree, ask_desk: AskDesk) -> None:
    """«Отмена», /cancel: nothing is sent, however late it is tapped (R15)."""
    dropped = await ask_desk.asking.asks.drop(chat_of(event))
    if not dropped:
        return await show(event, await ask_desk.front(words, tree, chat_of(event)))
    await show(event, Screen(words("tickets-cancelled"), (begin_row(words), words.footer(here(words)))))
    return None


async def show_ticket(
    query: CallbackQuery, callback_data: ShowTicket, words: Words, tree: Tree, ask_desk: AskDesk
) -> None:
    """Where a ticket stands."""
    await show(query, await ask_desk.one(words, tree, query.from_user.id, callback_data.ticket))


async def show_ticket_below(
    query: CallbackQuery, callback_data: ShowTicketBelow, words: Words, tree: Tree, ask_desk: AskDesk, bot: Bot
) -> None:
    """The same below an answer, which stays."""
    screen = await ask_desk.one(words, tree, query.from_user.id, callback_data.ticket)
    await query.answer()
    await send_to(bot, query.from_user.id, screen)


async def ask_to_close(
    query: CallbackQuery, callback_data: AskToClose, words: Words, tree: Tree, ask_desk: AskDesk, bot: Bot
) -> None:
    """«Закрыть вопрос» asks once, below the tapped message; 🌐 draws the question itself anew."""
    ticket = await ask_desk.asking.asks.find(query.from_user.id, callback_data.ticket)
    if ticket is None or not ticket.open:
        screen = ask_desk.screens.refused(words, tree, AskRefusal.CLOSED)
    else:
        screen = ask_desk.screens.closing(words, ticket)
    await query.answer()
    await (edit(query, screen) if callback_data.pick else send_to(bot, query.from_user.id, screen))


async def close(query: CallbackQuery, callback_data: CloseTicket, words: Words, tree: Tree, ask_desk: AskDesk) -> None:
    """Close it; obeyed however late, and a second tap says the same (R15)."""
    closed = await ask_desk.asking.close(query.from_user.id, callback_data.ticket)
    if closed is None:
        return await show(query, ask_desk.screens.refused(words, tree, AskRefusal.CLOSED))
    await show(query, ask_desk.screens.ticket(words, closed))
    return None
