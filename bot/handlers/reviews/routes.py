"""📚 «Ответы»: what needs a reviewer, ✅ under texts and facts, and /reload of edited answers (A12)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.core.faq.reviews import Reviewed
from bot.handlers.admin.access import Admins, FromAdmin
from bot.handlers.admin.late import LateTaps
from bot.handlers.reviews.access import FromReviewer, OrderedByReviewer, TappedAtDesk
from bot.handlers.reviews.desk import ReviewDesk
from bot.handlers.reviews.reload import Reloading
from bot.handlers.reviews.screens import SetFact, SetReviewed, ShowFact, ShowFacts, ShowReview, ShowReviews
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Screen, Words, edit, send, show

OUTCOME_KEYS = {
    Reviewed.DONE: "reviews-done",
    Reviewed.CHANGED: "reviews-text-changed",
    Reviewed.LOST: "reviews-lost",
}


def router() -> Router:
    """Return the routes of the desk; other people's updates go on to the next router."""
    routes = Router(name="reviews")
    routes.message.register(take_edited, TypedCommand("reload"), FromAdmin())
    routes.message.register(show_desk, TypedCommand("admin"), FromReviewer())
    routes.callback_query.register(show_desk, ShowReviews.filter(F.care.is_(None)), TappedAtDesk())
    routes.callback_query.register(show_list, ShowReviews.filter(), TappedAtDesk())
    routes.callback_query.register(show_answer, ShowReview.filter(), TappedAtDesk())
    routes.callback_query.register(stamp, SetReviewed.filter(), OrderedByReviewer())
    routes.callback_query.register(show_facts, ShowFacts.filter(), TappedAtDesk())
    routes.callback_query.register(show_fact, ShowFact.filter(), TappedAtDesk())
    routes.callback_query.register(stamp_fact, SetFact.filter(), OrderedByReviewer())
    routes.callback_query.register(redraw_fact, SetFact.filter(), TappedAtDesk(reviewers_only=True))
    routes.callback_query.register(redraw_answer, SetReviewed.filter(), TappedAtDesk(reviewers_only=True))
    return routes


async def show_desk(event: Message | CallbackQuery, words: Words, admins: Admins, review_desk: ReviewDesk) -> None:
    """How many answers need what; also /admin of a reviewer who is no admin (admin_menu.py answers an admin's)."""
    admin = event.from_user is not None and event.from_user.id in admins.ids
    await show(event, await review_desk.front(words, admin=admin))


async def show_list(query: CallbackQuery, callback_data: ShowReviews, words: Words, review_desk: ReviewDesk) -> None:
    """A page of the answers that need something."""
    await show(query, review_desk.list(words, callback_data.care, callback_data.page))


async def show_answer(
    query: CallbackQuery, callback_data: ShowReview, words: Words, reviewer: str, review_desk: ReviewDesk
) -> None:
    """An answer as it is to be checked."""
    await show(query, review_desk.answer(words, callback_data.topic, callback_data.page, reviewer))


async def stamp(
    query: CallbackQuery, callback_data: SetReviewed, words: Words, reviewer: str, review_desk: ReviewDesk
) -> None:
    """✅ under a text: stored first, then the answer with its new line."""
    await _say(query, words, await review_desk.stamp_text(words, callback_data, reviewer))
    await edit(query, review_desk.answer(words, callback_data.topic, 0, reviewer))


async def redraw_answer(
    query: CallbackQuery,
    callback_data: SetReviewed,
    words: Words,
    reviewer: str,
    review_desk: ReviewDesk,
    late_taps: LateTaps,
) -> None:
    """A late ✅ says nothing about the answer: it is shown again as it is now."""
    await late_taps.redraw(query, words, review_desk.last_page(words, callback_data.topic, reviewer))


async def show_facts(query: CallbackQuery, callback_data: ShowFacts, words: Words, review_desk: ReviewDesk) -> None:
    """A page of the facts that are due."""
    await show(query, review_desk.facts(words, callback_data.page))


async def show_fact(
    query: CallbackQuery, callback_data: ShowFact, words: Words, reviewer: str, review_desk: ReviewDesk
) -> None:
    """A fact as it is to be compared with its source."""
    await show(query, review_desk.fact(words, callback_data.fact, reviewer))


async def stamp_fact(
    query: CallbackQuery, callback_data: SetFact, words: Words, reviewer: str, review_desk: ReviewDesk
) -> None:
    """✅ under a fact: stored first, then the fact with its new day."""
    await _say(query, words, await review_desk.stamp_fact(callback_data, reviewer))
    await edit(query, review_desk.fact(words, callback_data.fact, reviewer))


async def redraw_fact(
    query: CallbackQuery,
    callback_data: SetFact,
    words: Words,
    reviewer: str,
    review_desk: ReviewDesk,
    late_taps: LateTaps,
) -> None:
    """A late ✅ says nothing about the fact: it is shown again as it is now."""
    await late_taps.redraw(query, words, review_desk.fact(words, callback_data.fact, reviewer))


async def _say(query: CallbackQuery, words: Words, outcome: Reviewed) -> None:
    await query.answer(words.plain(OUTCOME_KEYS[outcome]), show_alert=outcome is not Reviewed.DONE)


async def take_edited(message: Message, admin: int, words: Words, reloading: Reloading) -> None:
    """/reload: the edited answers, all or none, by the next tick."""
    reloading.ask(admin, words.locale)
    await send(message, Screen(words("reviews-checking")))
