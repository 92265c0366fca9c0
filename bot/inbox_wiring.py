"""The part of ``wiring.py`` that brings updates in: by polling, or through a webhook."""

import re
from collections.abc import Awaitable, Callable

from aiogram import Bot, Dispatcher
from aiogram.types import Update

from bot.core.clock import Clock
from bot.core.faq.library import Library
from bot.core.faq.wishes import Wish, Wishes
from bot.core.health.vitals import Vitals
from bot.core.subscribers.languages import Languages
from bot.core.subscribers.message_log import RecentMessages
from bot.core.subscribers.subscribers import ComeBack
from bot.core.telegram_time import TelegramTime
from bot.core.tickets.group import LawyersGroup
from bot.core.typed_days import read_days
from bot.core.updates import SeenUpdates
from bot.handlers.inbox import Inbox, InboxLimits, InboxNotices, Poller, Webhook, WebhookInbox
from bot.handlers.middleware.message_log import learn_incoming
from bot.handlers.notices import MenuNotice
from bot.settings import Settings
from bot.texts import Texts

START = re.compile(r"/start\b", re.ASCII | re.IGNORECASE)


def inbox_of(
    settings: Settings,
    bot: Bot,
    dispatcher: Dispatcher,
    seen: SeenUpdates,
    clock: Clock,
    vitals: Vitals,
    *,
    texts: Texts,
    library: Library,
    languages: Languages,
    lawyers: LawyersGroup,
    telegram_time: TelegramTime,
    wishes: Wishes,
    recent: RecentMessages,
    come_back: ComeBack,
) -> Inbox:
    """Return the inbox over the dispatcher: a webhook where one is set, else a poller."""
    limits = InboxLimits(
        editors=settings.admin_ids,
        lawyers=lawyers,
        ahead=telegram_time.skew,
        precious=precious(wishes),
        held_back=beside_the_answer(recent, come_back),
    )
    notices = InboxNotices(
        flood=MenuNotice(texts, library, languages, "too-many", lawyers),
        late=MenuNotice(texts, library, languages, "try-later", lawyers),
    )
    parts = (bot, dispatcher.feed_update, seen, clock)
    webhook = webhook_of(settings)
    if webhook is None:
        return Poller(*parts, limits=limits, notices=notices, vitals=vitals)
    return WebhookInbox(webhook, *parts, listens=telegram_time, limits=limits, notices=notices, vitals=vitals)


def webhook_of(settings: Settings) -> Webhook | None:
    """Return the webhook of the settings, if there is to be one."""
    if not settings.webhook_url or settings.webhook_secret is None:
        return None
    return Webhook(settings.webhook_url, settings.webhook_secret.get_secret_value(), settings.webhook_listen)


def precious(wishes: Wishes) -> Callable[[str], bool]:
    """Return what tells a text that is answered whatever its writer wrote later.

    It wants to leave, to delete, it despairs; or it is a day of somebody's life, whose message is deleted (P20).
    """

    def is_precious(text: str) -> bool:
        leaves = wishes.wish(text) in (Wish.LEAVE, Wish.DELETE)
        return leaves or wishes.despairs(text) or read_days(text, asked=True) is not None

    return is_precious


def beside_the_answer(
    recent: RecentMessages, come_back: Callable[[int], Awaitable[None]]
) -> Callable[[Update], Awaitable[None]]:
    """Return what is done of a request to read that may never be answered.

    🧹 finds its message, and /start is a sign of life (P15, S9).
    """

    async def held_back(update: Update) -> None:
        message = update.message
        if message is not None and START.match(message.text or ""):
            await come_back(message.chat.id)
        learn_incoming(recent, update)

    return held_back
