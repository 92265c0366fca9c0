"""The part of ``wiring.py`` that brings updates in."""

from aiogram import Bot, Dispatcher

from bot.core.clock import Clock
from bot.core.faq.library import Library
from bot.core.health.vitals import Vitals
from bot.core.subscribers.languages import Languages
from bot.core.tickets.group import LawyersGroup
from bot.core.updates import SeenUpdates
from bot.handlers.inbox import Inbox, InboxLimits, InboxNotices
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
) -> Inbox:
    """Return the inbox over the dispatcher."""
    return Inbox(
        bot,
        dispatcher.feed_update,
        seen,
        clock,
        limits=InboxLimits(editors=settings.admin_ids, lawyers=lawyers),
        notices=InboxNotices(
            flood=MenuNotice(texts, library, languages, "too-many", lawyers),
            late=MenuNotice(texts, library, languages, "try-later", lawyers),
        ),
    )
