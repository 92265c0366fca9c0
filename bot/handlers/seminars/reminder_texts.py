"""What a reminder says, openly and discreetly, and what opens behind a discreet broadcast (S3, S4, S5)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, MessageEntity

from bot.core.content import Button, Content, Contents, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind, Mailings, MailingState
from bot.core.mailings.outbox import Outbox
from bot.core.seminars.seminars import Seminar
from bot.handlers.seminars.screens import GetCalendar, Remind, about, watch_button
from bot.handlers.ui.callbacks import Place, RowNumber, ShowSeminar, Spoken
from bot.handlers.ui.local_time import moment
from bot.handlers.ui.screens import NOT_THERE, UNCHANGED, Row, Screen, Words, edit, no_preview
from bot.texts import Texts

EARLY_FROM = 3600
"""From this many seconds before the start a reminder does not speak of "soon"."""


class OpenMailing(Spoken, prefix="opm"):
    """Open what a discreet reminder is about: the seminar as it stands when it is tapped."""

    seminar: RowNumber


class OpenBroadcast(Spoken, prefix="opb"):
    """Open the text of a discreetly announced broadcast."""

    mailing: RowNumber


@dataclass(frozen=True)
class ReminderWords:
    """Words every message about a seminar, once for each language and variant; ``zones`` are IANA names."""

    texts: Texts
    zones: tuple[str, ...]

    def __call__(self, kind: MailingKind, seminar: Seminar, step: int = 0) -> Contents:
        """Return all texts; ``step`` is the reminder's offset in seconds."""
        contents: dict[Variant, Content] = {}
        for locale in Locale:
            words = Words(self.texts, locale)
            contents[Variant(locale)] = self._open(words, kind, seminar, step)
            contents[Variant(locale, discreet=True)] = discreet(
                words, kind, OpenMailing(lang=locale, seminar=seminar.id)
            )
        return contents

    def _open(self, words: Words, kind: MailingKind, seminar: Seminar, step: int) -> Content:
        if kind is MailingKind.CANCELLED:
            at = moment(words, seminar.start, self.zones)
            what = words("reminders-cancelled-what", title=seminar.title(words.locale), moment=at)
            return _content([words("reminders-cancelled"), what], ((words.go("label-seminars", Place.SEMINARS),),))
        blocks = [*_lead(words, kind, seminar, step), about(words, seminar, self.zones)]
        live = kind is MailingKind.STEP and step == 0
        return _content(blocks, _rows(words, seminar, live=live))


@dataclass(frozen=True)
class DiscreetWords:
    """Words the neutral first message of a broadcast (core's ``Discreetly``)."""

    texts: Texts

    def __call__(self, locale: Locale, mailing: int) -> Content:
        """Return the neutral text with the button that opens the mailing."""
        opening = OpenBroadcast(lang=locale, mailing=mailing)
        return discreet(Words(self.texts, locale), MailingKind.BROADCAST, opening)


def discreet(words: Words, kind: MailingKind, opening: Spoken) -> Content:
    """Return a first message that tells whoever looks over the shoulder nothing (S5)."""
    return _content([words(f"reminders-discreet-{kind.value}")], ((words.button("reminders-open", opening),),))


async def open_broadcast(
    query: CallbackQuery, callback_data: OpenBroadcast, words: Words, mailings: Mailings, outbox: Outbox, bot: Bot
) -> None:
    """The broadcast itself, in the place of its neutral announcement."""
    await query.answer()
    content = await _broadcast(mailings, outbox, callback_data.mailing, words.locale)
    footer = words.footer(OpenBroadcast(lang=words.locale, mailing=callback_data.mailing))
    if content is None:
        await edit(query, Screen(words("reminders-broadcast-gone"), (footer,)))
        return
    await _replace(query, bot, content, footer)


async def _broadcast(mailings: Mailings, outbox: Outbox, mailing_id: int, locale: Locale) -> Content | None:
    """A draft is nobody's to read, whatever a forged button says; one text for all may be in one language."""
    mailing = await mailings.get(mailing_id)
    if mailing is None or mailing.kind is not MailingKind.BROADCAST or mailing.state is MailingState.DRAFT:
        return None
    content = await outbox.content(mailing_id, Variant(locale))
    return content or await outbox.content(mailing_id, Variant(locale.other))


async def _replace(query: CallbackQuery, bot: Bot, content: Content, footer: Row) -> None:
    """Edit the tapped message into what an author typed: the entities as stored, nothing parsed again."""
    stored = json.loads(content.entities) if content.entities else []
    rows = [[_inline(button) for button in row] for row in content.keyboard]
    what: dict[str, Any] = {
        "text": content.text,
        "entities": [MessageEntity.model_validate(entity) for entity in stored],
        "parse_mode": ParseMode.HTML if content.entities is None else None,
        "reply_markup": InlineKeyboardMarkup(inline_keyboard=[*rows, list(footer)]),
        "link_preview_options": no_preview(),
    }
    if not isinstance(query.message, Message) or not await _edited(query.message, what):
        await bot.send_message(query.from_user.id, **what)


async def _edited(message: Message, what: dict[str, Any]) -> bool:
    """Return False where Telegram no longer lets the message be edited."""
    try:
        await message.edit_text(**what)
    except TelegramBadRequest as refusal:
        if any(words in refusal.message for words in NOT_THERE):
            return False
        if UNCHANGED not in refusal.message:
            raise
    return True


def _lead(words: Words, kind: MailingKind, seminar: Seminar, step: int) -> list[str]:
    if kind is MailingKind.ANNOUNCEMENT:
        return [words("reminders-announcement")]
    if kind is MailingKind.MOVED:
        return [words("reminders-moved"), words("reminders-moved-old")]
    if step >= EARLY_FROM:
        return [words("reminders-early")]
    name = "reminders-soon" if step else "reminders-live"
    return [words(name), words(f"{name}-link")] if seminar.plan.link else [words(name)]


def _rows(words: Words, seminar: Seminar, *, live: bool) -> tuple[Row, ...]:
    locale, number = words.locale, seminar.id
    link: list[Row] = [(watch_button(words, seminar.plan.link),)] if seminar.plan.link else []
    card = words.button("seminars-card", ShowSeminar(lang=locale, seminar=number))
    if live:
        return (*link, (card,))
    calendar = words.button("seminars-calendar", GetCalendar(lang=locale, seminar=number))
    quiet = words.button("seminars-dont-remind", Remind(lang=locale, seminar=number, want=False))
    return (*link, (calendar, card), (quiet,))


def _content(blocks: Sequence[str], rows: Sequence[Row]) -> Content:
    keyboard = tuple(tuple(Button(b.text, b.callback_data, b.url) for b in row) for row in rows)
    return Content("\n\n".join(blocks), keyboard=keyboard)


def _inline(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=button.text, callback_data=button.data, url=button.url)
