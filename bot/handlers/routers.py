"""Every router, in the order in which updates are offered to them: cheap filters and frequent taps first."""

from aiogram import Router

from bot.handlers import admin_menu, drafts, errors, groups, start, unknown, unsupported, verify, wishes
from bot.handlers.admin import gone, journal, statistics
from bot.handlers.amendments import approval as edit_approval
from bot.handlers.amendments import routes as amendments
from bot.handlers.approvals import routes as approvals
from bot.handlers.broadcasts import compose, open_discreet, scheduling
from bot.handlers.deadlines import routes as deadlines
from bot.handlers.faq import inline, news, offline, questions, watches
from bot.handlers.faq import routes as faq
from bot.handlers.reviews import routes as reviews
from bot.handlers.seminar_editing import routes as seminar_editing
from bot.handlers.seminar_imports import routes as seminar_imports
from bot.handlers.seminar_wizard import routes as seminar_wizard
from bot.handlers.seminars import admin as seminars_admin
from bot.handlers.seminars import preview as seminar_preview
from bot.handlers.seminars import routes as seminars
from bot.handlers.subscribers import carried, clear_chat, export, inactivity, preferences, privacy, subscription
from bot.handlers.tickets import ask_routes, ask_typed, group_answers, group_canned, group_orders, group_watch, numbers
from bot.handlers.videos import routes as videos


def all_routers() -> list[Router]:
    """Return newly built routers; the last one takes what no other one took."""
    return [
        group_watch.router(),
        group_answers.only_in_the_group(group_orders.router(), group_canned.router(), group_answers.router()),
        groups.router(),
        faq.router(),
        compose.cancel_router(),
        ask_routes.cancel_router(),
        start.router(),
        watches.router(),
        news.router(),
        verify.router(),
        offline.router(),
        inline.router(),
        seminar_preview.copies_router(),
        seminars.router(),
        open_discreet.router(),
        subscription.router(),
        carried.router(),
        preferences.router(),
        privacy.router(),
        export.router(),
        clear_chat.router(),
        inactivity.router(),
        unsupported.router(),
        ask_routes.router(),
        ask_typed.router(),
        *_desk_routers(),
        deadlines.router(),
        errors.router(),
        questions.router(),
        wishes.router(),
        unknown.router(),
    ]


def _desk_routers() -> list[Router]:
    """Return what admins and reviewers work with."""
    return [
        admin_menu.router(),
        gone.router(),
        journal.router(),
        statistics.router(),
        numbers.router(),
        reviews.router(),
        seminars_admin.router(),
        seminar_wizard.router(),
        seminar_editing.router(),
        seminar_imports.router(),
        approvals.router(),
        scheduling.router(),
        compose.router(),
        amendments.router(),
        edit_approval.router(),
        drafts.router(),
        videos.router(),
    ]
