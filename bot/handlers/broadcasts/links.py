"""Link buttons under a broadcast: asked for on the card, typed a line each, checked, or left out (A2)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.core.link_buttons import BadLine, Keyboard, read_buttons
from bot.core.mailings.broadcasts import ComposeStep
from bot.core.mailings.conversations import Conversation, Flow
from bot.core.mailings.linking import STEPS, PutLinks
from bot.handlers.admin.access import OrderedByAdmin
from bot.handlers.admin.conversation import InConversation
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.runs import OwnDraft
from bot.handlers.broadcasts.screens import ComposeAct, ComposeBroadcast, gone_screen, links_screen
from bot.handlers.ui.screens import Words, send, send_to, show


async def ask(
    query: CallbackQuery, callback_data: ComposeBroadcast, admin: int, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Wait for the buttons of the first text."""
    number = callback_data.mailing
    mailing = await broadcast_desk.mailings.get(number)
    step = await PutLinks(broadcast_desk.composer).ask(admin, mailing) if mailing else None
    return await show(query, gone_screen(words, number) if step is None else links_screen(words, step, number))


async def take(
    message: Message, conversation: Conversation, admin: int, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Put the typed buttons under the text, or say which line is none."""
    buttons = read_buttons(message.text or "")
    if isinstance(buttons, BadLine):
        return await send(message, links_screen(words, conversation.step, conversation.object, buttons))
    return await _put(admin, words, broadcast_desk, conversation, buttons)


async def leave_out(
    query: CallbackQuery, conversation: Conversation, admin: int, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """«Без кнопок»: none under this text."""
    await _put(admin, words, broadcast_desk, conversation, ())
    await query.answer()


async def _put(
    admin: int, words: Words, broadcast_desk: BroadcastDesk, conversation: Conversation, buttons: Keyboard
) -> None:
    """Store them, then ask for those of the next text or show the preview."""
    number = conversation.object
    mailing = await broadcast_desk.mailings.get(number)
    put = PutLinks(broadcast_desk.composer)
    step = await put(admin, mailing, conversation.step, buttons) if mailing else None
    if step is not None and step != ComposeStep.PREVIEW:
        await send_to(broadcast_desk.bot, admin, links_screen(words, step, number))
    else:
        await broadcast_desk.preview_below(admin, words, number)


def register_links(made: Router) -> None:
    """Register the routes; they stand before those of the composer's other steps."""
    for step in STEPS.values():
        made.message.register(take, F.text, InConversation(Flow.BROADCAST, step))
    tap = made.callback_query.register
    tap(ask, ComposeBroadcast.filter(F.act == ComposeAct.LINKS), OrderedByAdmin(), OwnDraft())
    tap(leave_out, ComposeBroadcast.filter(F.act == ComposeAct.NO_LINKS), OrderedByAdmin(), OwnDraft())
