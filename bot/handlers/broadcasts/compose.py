"""Composing and previewing a broadcast (A2, A3); runs.py has what follows its confirmation."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.core.content import MESSAGE_UNITS, Content, TextProblem, check_content
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import ComposeStep
from bot.core.mailings.conversations import Conversation, Conversations, Flow
from bot.core.media import Uncopied
from bot.core.pagination import GAP
from bot.handlers.admin.access import FromAdmin, OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.conversation import HasConversation, InConversation
from bot.handlers.broadcasts.albums import AlbumsBefore, FileOfAlbum, take_file
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.links import register_links
from bot.handlers.broadcasts.paid import paid_router
from bot.handlers.broadcasts.runs import OwnDraft, redraw_draft, refuse_stale, runs_router
from bot.handlers.broadcasts.screens import (
    ComposeAct,
    ComposeBroadcast,
    ShowBroadcast,
    dropped_screen,
    gone_screen,
    problem_screen,
    step_screen,
    uncopied_screen,
)
from bot.handlers.broadcasts.sound import register_sound
from bot.handlers.broadcasts.whom import register_whom
from bot.handlers.contents.content import BadContent, GoodContent, RestOfPaste, typed
from bot.handlers.contents.media import uncopied
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Screen, Words, send, show
from bot.handlers.unsupported import OncePerAlbum

FIX_LANGUAGES = {ComposeAct.FIX_RUSSIAN: Locale.RU, ComposeAct.FIX_ENGLISH: Locale.EN}


async def begin(message: Message, admin: int, words: Words, broadcast_desk: BroadcastDesk) -> None:
    """Start a draft in place of an older one and ask for the Russian text, or take the message replied to."""
    answered, composer = message.reply_to_message, broadcast_desk.composer
    content = typed(answered) if answered and not answered.media_group_id else None
    problem = check_content(content) if content else None
    if content and not problem:
        mailing = await composer.begin(admin, content)
        return await send(message, step_screen(words, ComposeStep.ENGLISH, mailing))
    mailing = await composer.begin(admin)
    if problem:
        return await send(message, problem_screen(words, problem, mailing))
    if answered is None:
        return await send(message, step_screen(words, ComposeStep.RUSSIAN, mailing))
    what = Uncopied.ALBUM if answered.media_group_id else uncopied(answered)
    return await send(message, uncopied_screen(words, what, mailing))


async def take_russian(
    message: Message,
    content: Content,
    conversation: Conversation,
    admin: int,
    words: Words,
    broadcast_desk: BroadcastDesk,
) -> None:
    """Store the Russian text and ask for the English one."""
    number = conversation.object
    kept = await broadcast_desk.composer.russian(admin, number, content)
    await send(message, step_screen(words, ComposeStep.ENGLISH, number) if kept else gone_screen(words, number))


async def take_english(
    message: Message,
    content: Content,
    conversation: Conversation,
    admin: int,
    words: Words,
    broadcast_desk: BroadcastDesk,
) -> None:
    """Store the English text and show the preview."""
    await broadcast_desk.composer.english(admin, conversation.object, content)
    await broadcast_desk.preview_below(admin, words, conversation.object)


async def take_correction(
    message: Message,
    content: Content,
    conversation: Conversation,
    admin: int,
    words: Words,
    broadcast_desk: BroadcastDesk,
) -> None:
    """Put a corrected text in its place and show the preview again."""
    mailing = await broadcast_desk.mailings.get(conversation.object)
    if mailing is not None:
        await broadcast_desk.composer.correct(admin, mailing, conversation.step, content)
    await broadcast_desk.preview_below(admin, words, conversation.object)


async def refuse_rest(
    message: Message, conversation: Conversation, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Say that a paste was cut and only its beginning taken; the draft stays as it is."""
    draft = await broadcast_desk.draft(words, conversation.chat, conversation)
    sentence = words("broadcasts-cut-paste", limit=MESSAGE_UNITS)
    await send(message, Screen(GAP.join((sentence, draft.text)), draft.rows))


async def refuse_text(message: Message, problem: TextProblem, conversation: Conversation, words: Words) -> None:
    """Say what is wrong with a text; the draft stays as it is."""
    await send(message, problem_screen(words, problem, conversation.object))


async def refuse_content(message: Message, conversation: Conversation, words: Words) -> None:
    """Say by name what cannot be sent; the draft stays as it is."""
    await send(message, uncopied_screen(words, uncopied(message), conversation.object))


async def choose_audience(
    query: CallbackQuery, callback_data: ComposeBroadcast, admin: int, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Take «one for all» or «Russian readers only» for the English text and show the preview."""
    composer = broadcast_desk.composer
    decide = composer.one_for_all if callback_data.act is ComposeAct.ONE_FOR_ALL else composer.russian_only
    await decide(admin, callback_data.mailing)
    await query.answer()
    await broadcast_desk.preview_below(admin, words, callback_data.mailing)


async def fix(
    query: CallbackQuery, callback_data: ComposeBroadcast, admin: int, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Wait for a corrected text."""
    number = callback_data.mailing
    mailing = await broadcast_desk.mailings.get(number)
    asked = mailing is not None and await broadcast_desk.composer.fix(admin, mailing, FIX_LANGUAGES[callback_data.act])
    await show(query, step_screen(words, callback_data.act, number) if asked else gone_screen(words, number))


async def drop(query: CallbackQuery, admin: int, words: Words, conversations: Conversations) -> None:
    """Delete the draft."""
    await conversations.drop(admin)
    await show(query, dropped_screen(words, Flow.BROADCAST))


async def show_draft(
    query: CallbackQuery, conversation: Conversation, admin: int, words: Words, broadcast_desk: BroadcastDesk
) -> None:
    """Draw what the composer waits for, in the tapped language."""
    await show(query, await broadcast_desk.draft(words, admin, conversation))


async def cancel(
    message: Message, conversation: Conversation, admin: int, words: Words, conversations: Conversations
) -> None:
    """/cancel: drop the conversation the admin is in."""
    await conversations.drop(admin)
    await send(message, dropped_screen(words, conversation.flow))


def router() -> Router:
    """Return the routes of a broadcast."""
    made = Router(name="broadcasts")
    made.message.filter(AlbumsBefore())
    made.message.register(begin, TypedCommand("broadcast"), F.text, FromAdmin())
    register_links(made)
    register_sound(made)
    register_whom(made)
    into = InConversation(Flow.BROADCAST, relayed=True)
    made.message.register(take_file, FileOfAlbum(), into)
    made.message.register(refuse_rest, into, RestOfPaste())
    for step, take in ((ComposeStep.RUSSIAN, take_russian), (ComposeStep.ENGLISH, take_english)):
        made.message.register(take, GoodContent(), InConversation(Flow.BROADCAST, step, relayed=True))
    made.message.register(take_correction, GoodContent(), into)
    made.message.register(refuse_text, BadContent(), into)
    made.message.register(refuse_content, into, OncePerAlbum())
    _register_buttons(made)
    made.include_routers(paid_router(), runs_router())
    return made


def _register_buttons(made: Router) -> None:
    compose, tap = ComposeBroadcast.filter, made.callback_query.register
    tap(
        choose_audience,
        compose(F.act.in_({ComposeAct.ONE_FOR_ALL, ComposeAct.RUSSIAN_ONLY})),
        OrderedByAdmin(),
        OwnDraft(),
    )
    tap(fix, compose(F.act.in_(set(FIX_LANGUAGES))), OrderedByAdmin(), OwnDraft())
    tap(drop, compose(F.act == ComposeAct.DROP), TappedByAdmin(), OwnDraft())
    tap(redraw_draft, compose(), TappedByAdmin(), OwnDraft())
    tap(refuse_stale, compose(), TappedByAdmin())
    tap(show_draft, ShowBroadcast.filter(), TappedByAdmin(), OwnDraft())


def cancel_router() -> Router:
    """Return /cancel for an admin with an unfinished conversation; its router is before start.py's."""
    made = Router(name="conversations")
    made.message.register(cancel, TypedCommand("cancel"), F.text, FromAdmin(only_stops=True), HasConversation())
    return made
