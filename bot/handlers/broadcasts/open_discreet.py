"""A broadcast in discreet mode: its neutral first message, and what a tap opens (S5)."""

from dataclasses import dataclass
from typing import Any

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery

from bot.core.content import Content, Variant
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import ONLY
from bot.core.mailings.mailings import MailingKind, Mailings
from bot.core.mailings.outbox import Outbox
from bot.handlers.contents.open_media import OpenedMedia, hide, send_below
from bot.handlers.ui.callbacks import Cover, RowNumber, Spoken
from bot.handlers.ui.discreet import discreet
from bot.handlers.ui.screens import Screen, Words, replace
from bot.messages import payload
from bot.texts import Texts


class OpenBroadcast(Spoken, prefix="opb"):
    """Open the text of a discreetly announced broadcast."""

    mailing: RowNumber


class CoverBroadcast(Cover, prefix="covb"):
    """Hide an opened broadcast again."""

    mailing: RowNumber


@dataclass(frozen=True)
class DiscreetText:
    """Words the neutral first message of a broadcast (core's ``Discreetly``)."""

    texts: Texts

    def __call__(self, locale: Locale, mailing: int) -> Content:
        """Return the neutral text with the button that opens the mailing."""
        return _neutral(Words(self.texts, locale), mailing)


def router() -> Router:
    """Return the routes that open a broadcast and hide it; every subscriber may tap them: no admin filter."""
    routes = Router(name="open_discreet")
    routes.callback_query.register(open_broadcast, OpenBroadcast.filter())
    routes.callback_query.register(cover_broadcast, CoverBroadcast.filter())
    routes.callback_query.register(open_again, OpenedMedia.filter(F.again))
    routes.callback_query.register(hide, OpenedMedia.filter())
    return routes


async def open_broadcast(
    query: CallbackQuery, callback_data: OpenBroadcast, words: Words, bot: Bot, mailings: Mailings, outbox: Outbox
) -> None:
    """Show the broadcast in the place of its neutral first message; a file comes below it."""
    await query.answer()
    content = await _broadcast(mailings, outbox, callback_data.mailing, words.locale)
    if content is not None and content.media:
        await replace(query, payload(_neutral(words, callback_data.mailing)))
        await send_below(bot, query.from_user.id, words, callback_data.mailing, content)
    else:
        await replace(query, _opened(words, callback_data.mailing, content))


async def open_again(
    query: CallbackQuery, callback_data: OpenedMedia, words: Words, bot: Bot, mailings: Mailings, outbox: Outbox
) -> None:
    """🌐 under a file that was opened: what the other language has, in its place."""
    await hide(query, callback_data, words, bot)
    content = await _broadcast(mailings, outbox, callback_data.mailing, words.locale)
    if content is not None and content.media:
        await send_below(bot, query.from_user.id, words, callback_data.mailing, content)
    else:
        await bot.send_message(query.from_user.id, **_opened(words, callback_data.mailing, content))


async def cover_broadcast(query: CallbackQuery, callback_data: CoverBroadcast, words: Words) -> None:
    """«Скрыть»: the neutral first message again, in the place of the broadcast."""
    await query.answer()
    await replace(query, payload(_neutral(words, callback_data.mailing)))


def _opened(words: Words, mailing: int, content: Content | None) -> dict[str, Any]:
    """Return the message of an opened text, or of one that is no longer kept."""
    opened = words.covered_by(CoverBroadcast(lang=words.locale, mailing=mailing))
    footer = opened.footer(OpenBroadcast(lang=words.locale, mailing=mailing))
    if content is None:
        return Screen(words("reminders-broadcast-gone"), (footer,)).fields()
    return payload(content, (footer,))


def _neutral(words: Words, mailing: int) -> Content:
    return discreet(words, MailingKind.BROADCAST, OpenBroadcast(lang=words.locale, mailing=mailing))


async def _broadcast(mailings: Mailings, outbox: Outbox, mailing_id: int, locale: Locale) -> Content | None:
    """Return the text, also when it exists in the other language only.

    What has not gone out yet is never shown: a forged button may name a draft, or what waits or was taken back.
    """
    mailing = await mailings.get(mailing_id)
    if mailing is None or mailing.kind is not MailingKind.BROADCAST or mailing.started is None:
        return None
    if mailing.retracted:  # a neutral message that Telegram would not delete opens nothing
        return None
    shown = ONLY.get(mailing.audience, (locale, locale.other))  # what was not previewed for its readers opens nowhere
    found = [await outbox.content(mailing_id, Variant(language)) for language in shown]
    return next(filter(None, found), None)
