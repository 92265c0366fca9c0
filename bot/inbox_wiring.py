"""The part of ``wiring.py`` that brings updates in: by polling, or through a webhook."""

from collections.abc import Callable

from aiogram import Bot, Dispatcher

from bot.core.clock import Clock
from bot.core.faq.library import Library
from bot.core.faq.wishes import Wish, Wishes
from bot.core.health.vitals import Vitals
from bot.core.subscribers.languages import Languages
from bot.core.telegram_time import TelegramTime
from bot.core.tickets.group import LawyersGroup
from bot.core.updates import SeenUpdates
from bot.handlers.inbox import Inbox, InboxLimits, InboxNotices, Poller, Webhook, WebhookInbox
from bot.handlers.notices import MenuNotice
from bot.settings import Settings
from bot.texts import Texts


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
) -> Inbox:
    """Return the inbox over the dispatcher: a webhook where one is set, else a poller."""
    limits = InboxLimits(
        editors=settings.admin_ids, lawyers=lawyers, ahead=telegram_time.skew, precious=precious(wishes)
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
    """Return what tells a text that is answered whatever its writer wrote later: to leave, to delete, despair."""
    return lambda text: wishes.wish(text) in (Wish.LEAVE, Wish.DELETE) or wishes.despairs(text)
