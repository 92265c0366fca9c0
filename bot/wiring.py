"""What is connected to what: every part of the bot, with plain constructors."""

from importlib import resources
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import User

from bot.core.broadcasts import Composer, Confirm, Control
from bot.core.clock import Clock
from bot.core.languages import Languages
from bot.core.reminders import QueueDue
from bot.core.seminar_changes import CancelSeminar, EnterSeminar, MoveSeminar, SwitchStep
from bot.core.subscribers import Choose, ChooseLanguage, Leave, Subscribe
from bot.core.topics import read_tree
from bot.delivery.courier import Courier
from bot.delivery.pace import Pace
from bot.delivery.paced import PacedRequests
from bot.delivery.sender import Sender
from bot.delivery.wire import wire_of
from bot.handlers.admins import Admins
from bot.handlers.inbox import Inbox, SettleBeforeAnswer
from bot.handlers.late_taps import ForgiveLateTaps
from bot.handlers.middleware import LocaleMiddleware
from bot.handlers.notices import Notice
from bot.handlers.presentation import Presentation
from bot.handlers.progress import ProgressCards
from bot.handlers.reminders import DiscreetWords, ReminderWords
from bot.handlers.routers import all_routers
from bot.running import App
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.rows import Rows, rows_over
from bot.texts import Texts, read_catalogues


def build(settings: Settings, clock: Clock, database: Database, bot: Bot, me: User) -> App:
    """Connect the rooms."""
    texts, rows = Texts(read_catalogues()), rows_over(database, clock)
    pace = Pace(settings.send_rate, clock)
    sender = Sender(rows.outbox, Courier(wire_of(bot), rows.outbox), pace, clock)
    for middleware in (SettleBeforeAnswer(), ForgiveLateTaps(), PacedRequests(pace)):
        bot.session.middleware(middleware)
    admins, languages = Admins(settings.admin_ids), Languages(rows.subscribers, settings.default_language)
    render = ReminderWords(texts, settings.display_zones)
    known: dict[str, Any] = {
        "texts": texts,
        "tree": read_tree((resources.files("bot") / "locales" / "topics.toml").read_text(encoding="utf-8")),
        "clock": clock,
        "admins": admins,
        "languages": languages,
        "presentation": _presentation(settings, me),
        **_stores(rows),
        **_use_cases(rows, languages, render, texts, clock, sender),
    }
    dispatcher = build_dispatcher(texts, languages, known)
    crowd, late = Notice(texts, languages, "too-many"), Notice(texts, languages, "try-later")
    inbox = Inbox(bot, dispatcher.feed_update, rows.seen, clock, on_flood=crowd, on_late=late)
    queue_due = QueueDue(rows.seminars, rows.ladder, render, clock, sender.wake, settings.reminder_offsets)
    cards = ProgressCards(bot, texts, rows.mailings, languages, clock)
    return App(bot, dispatcher, texts, admins, rows, inbox, sender, queue_due, cards, clock)


def _presentation(settings: Settings, me: User) -> Presentation:
    return Presentation(
        username=me.username or "",
        official_links=settings.official_links,
        display_zones=settings.display_zones,
        admin_zone=settings.admin_zone,
        offsets=settings.reminder_offsets,
        send_rate=settings.send_rate,
    )


def _stores(rows: Rows) -> dict[str, Any]:
    names = ("subscribers", "mailings", "compositions", "drafts", "outbox")
    return {"seminars_store": rows.seminars, **{name: getattr(rows, name) for name in names}}


def build_dispatcher(texts: Texts, languages: Languages, known: dict[str, Any]) -> Dispatcher:
    """Return the dispatcher with its middleware and routers; ``known`` is what handlers may ask for by name."""
    dispatcher = Dispatcher(disable_fsm=True, **known)
    dispatcher.update.outer_middleware(LocaleMiddleware(texts, languages, known["choose_language"]))
    dispatcher.include_routers(*all_routers())
    return dispatcher


def _use_cases(
    rows: Rows, languages: Languages, render: ReminderWords, texts: Texts, clock: Clock, sender: Sender
) -> dict[str, Any]:
    wake = sender.wake
    return {
        "subscribe": Subscribe(rows.subscribers, languages, clock),
        "leave": Leave(rows.subscribers, languages, sender),
        "choose": Choose(rows.subscribers, clock),
        "choose_language": ChooseLanguage(rows.subscribers, languages, clock),
        "enter_seminar": EnterSeminar(rows.seminars, clock),
        "move_seminar": MoveSeminar(rows.seminars, render, clock, wake),
        "cancel_seminar": CancelSeminar(rows.seminars, render, clock, wake),
        "switch_step": SwitchStep(rows.seminars),
        "composer": Composer(rows.compositions, DiscreetWords(texts), clock),
        "confirm": Confirm(rows.mailings, rows.compositions, clock, wake),
        "control": Control(rows.mailings, clock, wake),
    }
