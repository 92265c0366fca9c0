"""The table of contents: every router, in the order updates meet them (cheap filters and frequent taps first)."""

from aiogram import Router

from bot.handlers import (
    broadcasts,
    errors,
    fallback,
    faq,
    privacy,
    seminars,
    seminars_admin,
    settings,
    start,
    subscription,
)


def all_routers() -> list[Router]:
    """Return freshly built routers; the last one takes what nobody understood."""
    return [
        faq.router(),
        broadcasts.drafts_router(),
        start.router(),
        seminars.router(),
        subscription.router(),
        settings.router(),
        privacy.router(),
        seminars_admin.router(),
        broadcasts.router(),
        errors.router(),
        fallback.router(),
    ]
