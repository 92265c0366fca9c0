"""📚 «Ответы»: what needs a lawyer, ✅ «Проверено мной сегодня», and /reload of edited answers (A12)."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.core.clock import Clock
from bot.core.faq.library import Library
from bot.core.faq.question_stats import QuestionStats
from bot.core.faq.reviews import ReviewAnswer, Reviewed
from bot.core.faq.topics import Tree
from bot.handlers.admin.access import FromAdmin
from bot.handlers.reviews.access import FromReviewer, TappedAtDesk
from bot.handlers.reviews.question_stats import asked_lately
from bot.handlers.reviews.reload import Reloading
from bot.handlers.reviews.screens import SetReviewed, ShowReview, ShowReviews, desk_screen, list_screen, review_screen
from bot.handlers.ui.screens import Screen, Words, edit, send

TOLD = {
    Reviewed.DONE: "reviews-done",
    Reviewed.CHANGED: "reviews-text-changed",
    Reviewed.LOST: "reviews-lost",
}


def router() -> Router:
    """Return the routes of the desk; whoever is neither admin nor reviewer falls through."""
    routes = Router(name="reviews")
    routes.message.register(take_edited, Command("reload", ignore_case=True), FromAdmin())
    routes.message.register(send_desk, Command("admin", ignore_case=True), FromReviewer())
    routes.callback_query.register(show_desk, ShowReviews.filter(F.care.is_(None)), TappedAtDesk())
    routes.callback_query.register(show_list, ShowReviews.filter(), TappedAtDesk())
    routes.callback_query.register(show_answer, ShowReview.filter(), TappedAtDesk())
    routes.callback_query.register(stamp, SetReviewed.filter(), TappedAtDesk(reviewers_only=True))
    return routes


async def send_desk(message: Message, words: Words, tree: Tree, clock: Clock, question_stats: QuestionStats) -> None:
    """/admin of a reviewer who is no admin: this desk alone (an admin has met another router)."""
    asked = await question_stats.lately()
    await send(message, desk_screen(words, tree, clock.now().date(), asked_lately(words, tree, asked)))


async def show_desk(
    query: CallbackQuery, words: Words, tree: Tree, clock: Clock, question_stats: QuestionStats
) -> None:
    """How many answers need what."""
    asked = await question_stats.lately()
    await query.answer()
    await edit(query, desk_screen(words, tree, clock.now().date(), asked_lately(words, tree, asked)))


async def show_list(query: CallbackQuery, callback_data: ShowReviews, words: Words, tree: Tree, clock: Clock) -> None:
    """Those that need this."""
    await query.answer()
    today, care = clock.now().date(), callback_data.care
    shown = list_screen(words, tree, today, care, callback_data.page) if care else desk_screen(words, tree, today)
    await edit(query, shown)


async def show_answer(
    query: CallbackQuery, callback_data: ShowReview, words: Words, library: Library, clock: Clock, reviewer: str
) -> None:
    """An answer as it is to be checked."""
    await query.answer()
    await edit(query, _answer(words, library, clock, callback_data.topic, callback_data.page, reviewer))


async def stamp(
    query: CallbackQuery,
    callback_data: SetReviewed,
    words: Words,
    library: Library,
    clock: Clock,
    reviewer: str,
    review_answer: ReviewAnswer,
) -> None:
    """✅: kept first, then the answer with its new line."""
    outcome = await review_answer(callback_data.topic, reviewer, callback_data.seen)
    await query.answer(words.plain(TOLD[outcome]), show_alert=outcome is not Reviewed.DONE)
    await edit(query, _answer(words, library, clock, callback_data.topic, 0, reviewer))


async def take_edited(message: Message, admin: int, words: Words, reloading: Reloading) -> None:
    """/reload: the edited answers, all or none, by the next tick."""
    reloading.ask(admin, words.locale)
    await send(message, Screen(words("reviews-checking")))


def _answer(words: Words, library: Library, clock: Clock, topic_id: str, page: int, reviewer: str) -> Screen:
    today, topic = clock.now().date(), library.tree.find(topic_id)
    if topic is None:
        return desk_screen(words, library.tree, today)
    return review_screen(words, topic, today, page, seen=library.print_of(topic), reviewer=reviewer)
