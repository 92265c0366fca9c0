"""The part of ``wiring.py`` that answers questions: the search, the reviews, answers edited beside the database."""

from dataclasses import dataclass
from typing import Any

from aiogram import Bot

from bot.core.asked_days import AskedDays
from bot.core.clock import Clock
from bot.core.faq.fair_queue import FairQueue
from bot.core.faq.inline_search import FindAnswers, TitleMatch
from bot.core.faq.library import Library
from bot.core.faq.question_stats import QuestionStats
from bot.core.faq.reload import Reload
from bot.core.faq.rephrasing import Rephrasing
from bot.core.faq.search import LazySearch
from bot.core.faq.topics import Tree
from bot.core.faq.watches import WatchAnswer
from bot.core.faq.wishes import read_wishes
from bot.desk_wiring import stamping
from bot.handlers.admin.access import Admins
from bot.handlers.admin.aliases import Aliases
from bot.handlers.faq.inline import InlineOffer
from bot.handlers.faq.offline import OfflineFile
from bot.handlers.faq.question_screens import FoundScreens
from bot.handlers.faq.questions import Questions
from bot.handlers.reviews.desk import ReviewDesk
from bot.handlers.reviews.reload import Reloading
from bot.handlers.seminars.reader_screens import SeminarScreens
from bot.handlers.tickets.ask_desk import AskDesk
from bot.handlers.ui.display import Presentation
from bot.handlers.wishes import WishScreens
from bot.search_loading import load_search
from bot.settings import Settings
from bot.storage.edited_answers import EditedAnswers
from bot.storage.repositories import Repositories
from bot.texts import Texts

CHECKER = "bot.checks.reload"
"""The module that /reload runs as a process of its own."""


@dataclass(frozen=True)
class AnswerParts:
    """What answers questions. ``known``: what handlers ask for by name."""

    questions: Questions
    reloading: Reloading
    asked_days: AskedDays
    known: dict[str, Any]


def answer_parts(
    settings: Settings,
    repositories: Repositories,
    clock: Clock,
    bot: Bot,
    *,
    texts: Texts,
    library: Library,
    shipped: Tree,
    aliases: Aliases,
    presentation: Presentation,
    seminar_screens: SeminarScreens,
    ask_desk: AskDesk,
) -> AnswerParts:
    """Connect them; ``shipped``: the tree of topics that came with the program."""
    search = LazySearch(lambda: load_search(texts, library), FairQueue(clock))
    edited = EditedAnswers(settings.database_path.parent / "locales", CHECKER)
    reload = Reload(edited, texts, library, repositories.reviews, shipped, search.renew)
    keep_print = repositories.reviews.in_force if settings.database_url else None
    reloading = Reloading(bot, texts, reload, repositories.journal, aliases, keep_print)
    question_stats, asked_days = QuestionStats(repositories.question_stats, clock), AskedDays(clock)
    found, wishes = (
        FoundScreens(seminar_screens, presentation),
        WishScreens(seminar_screens, presentation, Admins(settings.admin_ids), ask_desk),
    )
    questions = Questions(search, question_stats, Rephrasing(clock), found, wishes)
    known = {
        "questions": questions,
        "wishes": read_wishes(texts),
        "wish_screens": questions.wish_screen,
        "inline_offer": InlineOffer(FindAnswers(search, TitleMatch(texts)), repositories.seminars, presentation, clock),
        "review_desk": ReviewDesk(library, question_stats, *stamping(library, repositories.reviews, clock)),
        "watch_answer": WatchAnswer(library, repositories.watches, clock),
        "asked_days": asked_days,
        "offline_file": OfflineFile(texts, presentation.addresses),
        "reloading": reloading,
    }
    return AnswerParts(questions, reloading, asked_days, known)
