"""A broadcast in discreet mode: its neutral first message, and the text that a tap opens (S5)."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.content import Content, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind, Mailings, MailingState
from bot.core.mailings.outbox import Outbox
from bot.handlers.ui.callbacks import Cover, RowNumber, Spoken
from bot.handlers.ui.discreet import discreet
from bot.handlers.ui.screens import Screen, Words, edit, replace
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
    return routes


async def open_broadcast(
    query: CallbackQuery, callback_data: OpenBroadcast, words: Words, mailings: Mailings, outbox: Outbox
) -> None:
    """Show the broadcast in the place of its neutral first message."""
    await query.answer()
    content = await _broadcast(mailings, outbox, callback_data.mailing, words.locale)
    opened = words.covered_by(CoverBroadcast(lang=words.locale, mailing=callback_data.mailing))
    footer = opened.footer(OpenBroadcast(lang=words.locale, mailing=callback_data.mailing))
    if content is None:
        await edit(query, Screen(words("reminders-broadcast-gone"), (footer,)))
        return
    await replace(query, payload(content, (footer,)))


async def cover_broadcast(query: CallbackQuery, callback_data: CoverBroadcast, words: Words) -> None:
    """«Скрыть»: the neutral first message again, in the place of the broadcast."""
    await query.answer()
    await replace(query, payload(_neutral(words, callback_data.mailing)))


def _neutral(words: Words, mailing: int) -> Content:
    return discreet(words, MailingKind.BROADCAST, OpenBroadcast(lang=words.locale, mailing=mailing))


async def _broadcast(mailings: Mailings, outbox: Outbox, mailing_id: int, locale: Locale) -> Content | None:
    """Return the text, also when it exists in the other language only. A draft is never shown (forged buttons)."""
    mailing = await mailings.get(mailing_id)
    if mailing is None or mailing.kind is not MailingKind.BROADCAST or mailing.state is MailingState.DRAFT:
        return None
    content = await outbox.content(mailing_id, Variant(locale))
    return content or await outbox.content(mailing_id, Variant(locale.other))
