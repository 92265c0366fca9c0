"""What is connected to what: every part of the bot, with plain constructors."""

import importlib
import os
from collections.abc import Sequence
from importlib import resources
from typing import Any, cast

from aiogram import Bot, Dispatcher, Router
from aiogram.types import User

from bot.app import App
from bot.core.clock import Clock
from bot.core.faq.inline_search import FindAnswers, TitleMatch
from bot.core.faq.library import Library
from bot.core.faq.question_stats import Tallies
from bot.core.faq.reload import Reload
from bot.core.faq.rephrasing import Rephrasing
from bot.core.faq.reviews import ReviewAnswer
from bot.core.faq.search import LazySearch, Search
from bot.core.faq.topics import read_tree
from bot.core.faq.watches import TellChanges, WatchAnswer
from bot.core.mailings.broadcasts import Composer, Confirm
from bot.core.mailings.control import Control, StandStill
from bot.core.mailings.paid_broadcasts import ConfirmPaid
from bot.core.seminars.changes import CancelSeminar, EnterSeminar, MoveSeminar, SwitchStep
from bot.core.seminars.reminders import QueueDue
from bot.core.subscribers.albums import Albums
from bot.core.subscribers.inactivity import Keep, TendIdle
from bot.core.subscribers.languages import Languages
from bot.core.subscribers.message_log import RecentMessages
from bot.core.subscribers.subscribers import Choose, ChooseLanguage, Leave, Subscribe
from bot.core.updates import SeenUpdates
from bot.delivery.pace_middleware import PacedRequests
from bot.delivery.sender import Sender
from bot.delivery.senders import senders_of
from bot.handlers.admin.access import Admins
from bot.handlers.admin.notices import Colleagues
from bot.handlers.broadcasts.open_discreet import DiscreetWords
from bot.handlers.broadcasts.progress import ProgressCards
from bot.handlers.broadcasts.stars import FareNotices, Purse
from bot.handlers.faq.offline import OfflineFile
from bot.handlers.faq.questions import Questions
from bot.handlers.faq.watches import ChangeWords
from bot.handlers.inbox import Inbox, SettleBeforeAnswer
from bot.handlers.middleware.late_answers import ForgiveLateTaps
from bot.handlers.middleware.locale import LocaleMiddleware
from bot.handlers.middleware.message_log import RememberIncoming, RememberOutgoing
from bot.handlers.middleware.prefilter import Switchboard
from bot.handlers.notices import Notice
from bot.handlers.reviews.access import Reviewers
from bot.handlers.reviews.reload import Reloading
from bot.handlers.routers import all_routers
from bot.handlers.seminars.merged_texts import JointWords
from bot.handlers.seminars.reminder_texts import ReminderWords
from bot.handlers.subscribers.inactivity import IdleWords
from bot.handlers.ui.display import Presentation
from bot.settings import Settings
from bot.storage.db.database import Database
from bot.storage.edited_answers import OverrideFiles
from bot.storage.repositories import Rows, rows_over
from bot.texts import Texts, read_catalogues

ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""What keeps the algebra of the search from taking every core."""

CHECKER = "bot.checks.reload"
"""The module that /reload runs as a process of its own."""


def build(
    settings: Settings,
    clock: Clock,
    database: Database,
    bot: Bot,
    me: User,
    *,
    routers: Sequence[Router] | None = None,
    seen: SeenUpdates | None = None,
) -> App:
    """Connect the rooms; without a database (locked mode) other routers stand in the place of all."""
    texts, rows = Texts(read_catalogues()), rows_over(database, clock)
    library, search, reload = _library(settings, rows, texts)
    questions, reloading = _questions(search, rows, clock), Reloading(bot, texts, reload)
    pace, sender = senders_of(bot, rows.outbox, clock, settings.send_rate, settings.paid_broadcast_rate)
    recent = RecentMessages(clock)
    for middleware in (SettleBeforeAnswer(), ForgiveLateTaps(), PacedRequests(pace), RememberOutgoing(recent)):
        bot.session.middleware(middleware)
    admins, languages = Admins(settings.admin_ids), Languages(rows.subscribers, settings.default_language)
    render = ReminderWords(texts, settings.display_zones)
    known: dict[str, Any] = {
        **{"clock": clock, "admins": admins, "languages": languages, "recent": recent, "albums": Albums()},
        **{"presentation": _presentation(settings, me), "reloading": reloading},
        "colleagues": Colleagues(bot, texts, languages, admins),
        "purse": Purse(bot, settings.paid_broadcast_rate),
        **_answers(settings, rows, texts, library, questions, clock),
        **_stores(rows),
        **_use_cases(rows, languages, render, texts, clock, sender),
    }
    dispatcher = build_dispatcher(texts, languages, known, routers)
    library.follow(lambda tree: dispatcher.workflow_data.update(tree=tree))
    crowd, late = Notice(texts, languages, "too-many"), Notice(texts, languages, "try-later")
    inbox = Inbox(bot, dispatcher.feed_update, seen or rows.seen, clock, on_flood=crowd, on_late=late)
    queue_due = _queue_due(settings, rows, render, texts, clock, sender)
    cards = ProgressCards(bot, texts, rows.mailings, languages, clock)
    tend_idle = TendIdle(rows.idle, IdleWords(texts), clock, sender.wake)
    changes = TellChanges(library, rows.watches, ChangeWords(texts), clock, sender.wake)
    fares = FareNotices(bot, texts, languages, admins, rows.fares)
    work = (queue_due, cards, tend_idle, recent, reload, reloading, questions, changes, fares)
    return App(bot, dispatcher, texts, admins, rows, inbox, sender, *work, clock)


def _library(settings: Settings, rows: Rows, texts: Texts) -> tuple[Library, LazySearch, Reload]:
    shipped = read_tree((resources.files("bot") / "locales" / "topics.toml").read_text(encoding="utf-8"))
    library = Library(texts, shipped)
    edited = OverrideFiles(settings.database_path.parent / "locales", CHECKER)
    search = LazySearch(lambda: load_search(texts, library))
    return library, search, Reload(edited, texts, library, rows.reviews, shipped, search.renew)


def _questions(search: LazySearch, rows: Rows, clock: Clock) -> Questions:
    return Questions(search, Tallies(rows.tallies, clock), Rephrasing(clock), clock)


def _presentation(settings: Settings, me: User) -> Presentation:
    return Presentation(
        username=me.username or "",
        official_links=settings.official_links,
        display_zones=settings.display_zones,
        admin_zone=settings.admin_zone,
        offsets=settings.reminder_offsets,
        send_rate=settings.send_rate,
    )


def _queue_due(
    settings: Settings, rows: Rows, render: ReminderWords, texts: Texts, clock: Clock, sender: Sender
) -> QueueDue:
    offsets, joint = settings.reminder_offsets, JointWords(texts, settings.display_zones)
    return QueueDue(rows.seminars, rows.ladder, render, clock, sender.wake, offsets, joint)


def _answers(
    settings: Settings, rows: Rows, texts: Texts, library: Library, questions: Questions, clock: Clock
) -> dict[str, Any]:
    return {
        **{"questions": questions, "tallies": questions.tallies},
        "find_answers": FindAnswers(questions.search, TitleMatch(texts)),
        "texts": texts,
        "tree": library.tree,
        "library": library,
        "review_answer": ReviewAnswer(library, rows.reviews, clock),
        "watch_answer": WatchAnswer(library, rows.watches, clock),
        "reviewers": Reviewers(settings.reviewers),
        "offline_file": OfflineFile(texts, settings.official_links),
    }


def _stores(rows: Rows) -> dict[str, Any]:
    names = ("subscribers", "mailings", "compositions", "drafts", "outbox", "belongings", "watches", "standstill")
    return {"seminars_store": rows.seminars, **{name: getattr(rows, name) for name in names}}


def load_search(texts: Texts, library: Library) -> Search:
    """Return the search over the texts as they stand now; seconds, and memory that readers never cost."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")  # counts only before numpy is loaded, so it is loaded here
    loading = importlib.import_module("bot.search.loading")
    topics = [topic.id for topic in library.tree.topics if topic.written]
    return cast(Search, loading.load(texts.as_now(), topics))


def build_dispatcher(
    texts: Texts, languages: Languages, known: dict[str, Any], routers: Sequence[Router] | None = None
) -> Dispatcher:
    """Return the dispatcher with its middleware and routers; ``known`` is what handlers may ask for by name."""
    dispatcher = Dispatcher(disable_fsm=True, **known)
    dispatcher.update.outer_middleware(RememberIncoming(known["recent"]))
    dispatcher.update.outer_middleware(LocaleMiddleware(texts, languages, known["choose_language"]))
    dispatcher.include_router(Switchboard(routers or all_routers()))
    return dispatcher


def _use_cases(
    rows: Rows, languages: Languages, render: ReminderWords, texts: Texts, clock: Clock, sender: Sender
) -> dict[str, Any]:
    wake = sender.wake
    confirm = Confirm(rows.mailings, rows.compositions, clock, wake)
    return {
        "subscribe": Subscribe(rows.subscribers, languages, clock),
        "leave": Leave(rows.subscribers, languages, sender),
        "keep": Keep(rows.subscribers, clock),
        "choose": Choose(rows.subscribers, clock),
        "choose_language": ChooseLanguage(rows.subscribers, languages, clock),
        "enter_seminar": EnterSeminar(rows.seminars, clock),
        "move_seminar": MoveSeminar(rows.seminars, render, clock, wake),
        "cancel_seminar": CancelSeminar(rows.seminars, render, clock, wake),
        "switch_step": SwitchStep(rows.seminars),
        "composer": Composer(rows.compositions, DiscreetWords(texts), clock),
        "confirm": confirm,
        "confirm_paid": ConfirmPaid(rows.mailings, rows.compositions, confirm),
        "control": Control(rows.mailings, clock, wake),
        "stand_still": StandStill(rows.standstill, sender.recall, wake),
    }
