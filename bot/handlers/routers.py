"""The table of contents: every router, in the order updates meet them (cheap filters and frequent taps first)."""

from aiogram import Router

from bot.handlers import admin_menu as desk
from bot.handlers import errors, groups, start, verify
from bot.handlers import unknown as fallback
from bot.handlers import unsupported as refusals
from bot.handlers.broadcasts import compose as broadcasts
from bot.handlers.deadlines import routes as deadlines
from bot.handlers.faq import inline, news, offline, questions
from bot.handlers.faq import routes as faq
from bot.handlers.faq import watches as watching
from bot.handlers.reviews import routes as reviews
from bot.handlers.seminars import admin as seminars_admin
from bot.handlers.seminars import routes as seminars
from bot.handlers.subscribers import clear_chat as clearing
from bot.handlers.subscribers import export as my_data
from bot.handlers.subscribers import inactivity as idle
from bot.handlers.subscribers import preferences as settings
from bot.handlers.subscribers import privacy, subscription


def all_routers() -> list[Router]:
    """Return freshly built routers; the last one takes what nobody understood."""
    return [
        groups.router(),
        faq.router(),
        broadcasts.drafts_router(),
        start.router(),
        watching.router(),
        news.router(),
        verify.router(),
        offline.router(),
        inline.router(),
        seminars.router(),
        subscription.router(),
        settings.router(),
        privacy.router(),
        my_data.router(),
        clearing.router(),
        idle.router(),
        refusals.router(),
        desk.router(),
        reviews.router(),
        seminars_admin.router(),
        broadcasts.router(),
        deadlines.router(),
        errors.router(),
        questions.router(),
        fallback.router(),
    ]
