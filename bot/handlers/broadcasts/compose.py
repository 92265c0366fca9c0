"""Broadcasts by admins: composed and previewed (A2, A3); what follows stands in broadcast_runs."""

from typing import Any

from aiogram import Bot, F, Router
from aiogram.filters import BaseFilter, Command
from aiogram.types import CallbackQuery, Message

from bot.core.clock import Clock
from bot.core.content import Content, TextProblem
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import Composer, ComposeStep
from bot.core.mailings.conversations import Conversation, Conversations, Flow
from bot.core.mailings.mailings import Mailings, MailingState
from bot.handlers.admin.access import FromAdmin, TappedByAdmin
from bot.handlers.admin.conversation import InConversation
from bot.handlers.broadcasts.content import BadText, GoodText, send_copy
from bot.handlers.broadcasts.paid import paid_router
from bot.handlers.broadcasts.runs import OwnDraft, refuse_stale, runs_router
from bot.handlers.broadcasts.screens import (
    ComposeAct,
    ComposeBroadcast,
    ShowBroadcast,
    card_screen,
    dropped_screen,
    fault_screen,
    gone_screen,
    only_text_screen,
    refused_screen,
    step_screen,
)
from bot.handlers.broadcasts.stars import Purse
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Words, edit, send, send_to

FIXED = {ComposeAct.FIX_RUSSIAN: Locale.RU, ComposeAct.FIX_ENGLISH: Locale.EN}


class HasDraft(BaseFilter):
    """An admin who is in the middle of something; handlers get the ``draft``."""

    async def __call__(
        self, message: Message, admin: int, conversations: Conversations, clock: Clock
    ) -> bool | dict[str, Any]:
        """Return whether it is one."""
        draft = await conversations.get(admin, clock.now())
        return {"draft": draft} if draft else False


async def begin(message: Message, admin: int, words: Words, composer: Composer) -> None:
    """Start a draft in place of an older one and ask for the Russian text."""
    mailing = await composer.begin(admin)
    await send(message, step_screen(words, ComposeStep.RUSSIAN, mailing))


async def take_russian(
    message: Message, content: Content, draft: Conversation, admin: int, words: Words, composer: Composer
) -> None:
    """Store the Russian text and ask for the English one."""
    kept = await composer.russian(admin, draft.object, content)
    next_screen = step_screen(words, ComposeStep.ENGLISH, draft.object) if kept else gone_screen(words, draft.object)
    await send(message, next_screen)


async def take_english(
    message: Message,
    content: Content,
    draft: Conversation,
    admin: int,
    words: Words,
    composer: Composer,
    mailings: Mailings,
    presentation: Presentation,
    purse: Purse,
    bot: Bot,
) -> None:
    """Store the English text and show the preview."""
    await composer.english(admin, draft.object, content)
    await preview_below(bot, admin, words, composer, mailings, presentation, purse, draft.object)


async def take_correction(
    message: Message,
    content: Content,
    draft: Conversation,
    admin: int,
    words: Words,
    composer: Composer,
    mailings: Mailings,
    presentation: Presentation,
    purse: Purse,
    bot: Bot,
) -> None:
    """Put a corrected text in its place and show the preview again."""
    mailing = await mailings.get(draft.object)
    if mailing is not None:
        await composer.correct(admin, mailing, draft.step, content)
    await preview_below(bot, admin, words, composer, mailings, presentation, purse, draft.object)


async def refuse_text(message: Message, fault: TextProblem, draft: Conversation, words: Words) -> None:
    """Say what is wrong with a text; the draft stays as it is."""
    await send(message, fault_screen(words, fault, draft.object))


async def refuse_content(message: Message, draft: Conversation, words: Words) -> None:
    """Say that only texts can be sent; the draft stays as it is."""
    await send(message, only_text_screen(words, draft.object))


async def choose_audience(
    query: CallbackQuery,
    callback_data: ComposeBroadcast,
    admin: int,
    words: Words,
    composer: Composer,
    mailings: Mailings,
    presentation: Presentation,
    purse: Purse,
    bot: Bot,
) -> None:
    """Take «one for all» or «Russian readers only» for the English text and show the preview."""
    decide = composer.one_for_all if callback_data.act is ComposeAct.ONE_FOR_ALL else composer.russian_only
    await decide(admin, callback_data.mailing)
    await query.answer()
    await preview_below(bot, admin, words, composer, mailings, presentation, purse, callback_data.mailing)


async def fix(
    query: CallbackQuery,
    callback_data: ComposeBroadcast,
    admin: int,
    words: Words,
    composer: Composer,
    mailings: Mailings,
) -> None:
    """Wait for a corrected text."""
    mailing = await mailings.get(callback_data.mailing)
    asked = mailing is not None and await composer.fix(admin, mailing, FIXED[callback_data.act])
    await query.answer()
    number = callback_data.mailing
    await edit(query, step_screen(words, callback_data.act, number) if asked else gone_screen(words, number))


async def drop(query: CallbackQuery, admin: int, words: Words, conversations: Conversations) -> None:
    """Throw the draft away."""
    await conversations.drop(admin)
    await query.answer()
    await edit(query, dropped_screen(words, Flow.BROADCAST))


async def show_draft(
    query: CallbackQuery,
    callback_data: ShowBroadcast,
    draft: Conversation,
    admin: int,
    words: Words,
    composer: Composer,
    mailings: Mailings,
    presentation: Presentation,
    purse: Purse,
) -> None:
    """Draw what the composer waits for, in the tapped language."""
    await query.answer()
    mailing = await mailings.get(draft.object)
    if draft.step == ComposeStep.PREVIEW and mailing is not None:
        preview = await composer.preview(admin, mailing)
        return await edit(query, card_screen(words, preview, presentation.send_rate, await purse.offer()))
    return await edit(query, step_screen(words, draft.step, draft.object))


async def cancel(message: Message, draft: Conversation, admin: int, words: Words, conversations: Conversations) -> None:
    """/cancel: drop whatever the admin was in the middle of."""
    await conversations.drop(admin)
    await send(message, dropped_screen(words, draft.flow))


async def preview_below(
    bot: Bot,
    admin: int,
    words: Words,
    composer: Composer,
    mailings: Mailings,
    presentation: Presentation,
    purse: Purse,
    number: int,
) -> Message:
    """Send exact copies of the texts and then the card; what Telegram refuses is refused here (A3)."""
    mailing = await mailings.get(number)
    if mailing is None or mailing.state is not MailingState.DRAFT:
        return await send_to(bot, admin, gone_screen(words, number))
    preview = await composer.preview(admin, mailing)
    for language, content in preview.copies:
        reason = await send_copy(bot, admin, content)
        if reason is not None:
            return await send_to(bot, admin, refused_screen(words, preview, language, reason))
    return await send_to(bot, admin, card_screen(words, preview, presentation.send_rate, await purse.offer()))


def router() -> Router:
    """Return the routes of a broadcast."""
    made = Router(name="broadcasts")
    made.message.register(begin, Command("broadcast"), F.text, FromAdmin())
    for step, take in ((ComposeStep.RUSSIAN, take_russian), (ComposeStep.ENGLISH, take_english)):
        made.message.register(take, GoodText(), InConversation(Flow.BROADCAST, step))
    made.message.register(take_correction, GoodText(), InConversation(Flow.BROADCAST))
    made.message.register(refuse_text, BadText(), InConversation(Flow.BROADCAST))
    made.message.register(refuse_content, InConversation(Flow.BROADCAST))
    _register_buttons(made)
    made.include_routers(paid_router(), runs_router())
    return made


def _register_buttons(made: Router) -> None:
    compose, tap = ComposeBroadcast.filter, made.callback_query.register
    tap(choose_audience, compose(F.act.in_({ComposeAct.ONE_FOR_ALL, ComposeAct.RUSSIAN_ONLY})), *_own())
    tap(fix, compose(F.act.in_(set(FIXED))), *_own())
    tap(drop, compose(F.act == ComposeAct.DROP), *_own())
    tap(refuse_stale, compose(), TappedByAdmin())
    tap(show_draft, ShowBroadcast.filter(), *_own())


def _own() -> tuple[BaseFilter, ...]:
    return (TappedByAdmin(), OwnDraft())


def drafts_router() -> Router:
    """Return /cancel for an admin who is in the middle of something; it comes before everybody's /cancel."""
    made = Router(name="drafts")
    made.message.register(cancel, Command("cancel"), F.text, FromAdmin(), HasDraft())
    return made
