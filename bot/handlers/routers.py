"""The table of contents: every router, in the order updates meet them (cheap filters and frequent taps first)."""

from aiogram import Router

from bot.handlers import (
    broadcasts,
    clearing,
    deadlines,
    desk,
    errors,
    fallback,
    faq,
    groups,
    idle,
    inline,
    my_data,
    news,
    offline,
    privacy,
    questions,
    refusals,
    reviews,
    seminars,
    seminars_admin,
    settings,
    start,
    subscription,
    verify,
    watching,
)


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
