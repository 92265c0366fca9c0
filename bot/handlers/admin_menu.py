"""The admin's menu, with the button that pauses everything that is sent (A1, A13)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.core.mailings.broadcasts import ComposeStep
from bot.core.mailings.control import PauseAll
from bot.core.mailings.mailings import Mailing, Mailings, MailingState
from bot.core.mailings.schedule import Schedules
from bot.core.pagination import GAP
from bot.core.tickets.group import LawyersGroup
from bot.handlers.admin.access import FromAdmin, OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.journal import ShowJournal
from bot.handlers.admin.late import LateTaps
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.admin.statistics import ShowStatistics
from bot.handlers.admin.upcoming import Upcoming
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.schedule_screens import ShowSchedule
from bot.handlers.broadcasts.screens import BeginBroadcast, ShowBroadcast, step_screen
from bot.handlers.reviews.screens import ShowReviews
from bot.handlers.seminars.admin_screens import Do, Manage
from bot.handlers.tickets.numbers import ShowQuestions
from bot.handlers.ui.callbacks import Deed, ShowDesk
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Row, Screen, Words, edit, send, send_to, show

RUN_LABELS = {
    MailingState.QUEUED: "desk-run-queued",
    MailingState.PAUSED: "desk-run-paused",
    MailingState.STOPPED: "desk-run-stopped",
}
RUNS_SHOWN = 10
"""How many unfinished broadcasts have a button."""


class HoldAll(Deed, prefix="hld"):
    """Pause or resume all mailings."""

    on: bool


def desk_screen(
    words: Words, due: str, *, held: bool, runs: Sequence[Mailing] = (), waiting: int = 0, lawyers: bool = False
) -> Screen:
    """Draw what is due next, whether anything is sent, what can be done here, and the way to unfinished broadcasts."""
    state = words("desk-held" if held else "desk-running")
    hold = words.button("desk-resume" if held else "desk-hold", HoldAll(lang=words.locale, on=not held))
    seminars = words.button("label-seminars", Manage(lang=words.locale, do=Do.LIST))
    answers = words.button("desk-answers", ShowReviews(lang=words.locale))
    stats = words.button("desk-stats", ShowStatistics(lang=words.locale))
    journal = words.button("desk-journal", ShowJournal(lang=words.locale))
    ways = [_to_run(words, run) for run in runs[:RUNS_SHOWN]]
    if waiting:
        ways.insert(0, (words.button("desk-scheduled", ShowSchedule(lang=words.locale), count=waiting),))
    broadcast = words.button("desk-broadcast", BeginBroadcast(lang=words.locale))
    questions = words.button("desk-questions", ShowQuestions(lang=words.locale))
    first = (broadcast, questions) if lawyers else (broadcast,)
    above, below = (first, (seminars, answers), (stats, journal)), words.footer(ShowDesk(lang=words.locale))
    rows = (*above, *ways, (hold,), below)
    return Screen(GAP.join((words("desk-title"), due, state)), rows)


def _to_run(words: Words, run: Mailing) -> Row:
    target = ShowBroadcast(lang=words.locale, mailing=run.id)
    return (words.button(RUN_LABELS[run.state], target, count=run.counters.remaining),)


@dataclass(frozen=True)
class AdminDesk:
    """The desk as things are now, and the pause of everything, of which the other admins are told."""

    pause_all: PauseAll
    mailings: Mailings
    schedules: Schedules
    notices: AdminNotices
    upcoming: Upcoming
    lawyers: LawyersGroup = field(default_factory=LawyersGroup)

    async def screen(self, words: Words) -> Screen:
        """Return the desk."""
        runs = [run for run in await self.mailings.with_cards() if run.state in RUN_LABELS]
        waiting = len(await self.schedules.waiting())
        due, held = await self.upcoming.text(words), await self.pause_all.pause.on()
        return desk_screen(words, due, held=held, runs=runs, waiting=waiting, lawyers=self.lawyers.set_up)

    async def tell(self, admin: int, *, on: bool) -> None:
        """Tell the others what this admin did."""
        await self.notices.tell("desk-told-held" if on else "desk-told-resumed", but=admin)


async def show_desk(event: Message | CallbackQuery, words: Words, admin_desk: AdminDesk) -> None:
    """``/admin`` and its button: the desk as things are now."""
    await show(event, await admin_desk.screen(words))


async def pause(message: Message, admin: int, words: Words, admin_desk: AdminDesk) -> None:
    """``/pause``: everything stands still; said again, it says how to go on."""
    changed = await admin_desk.pause_all(on=True)
    await send(message, await admin_desk.screen(words))
    if changed:
        await admin_desk.tell(admin, on=True)


async def hold(query: CallbackQuery, callback_data: HoldAll, admin: int, words: Words, admin_desk: AdminDesk) -> None:
    """The button: stand still, or go on."""
    changed = await admin_desk.pause_all(on=callback_data.on)
    await query.answer(words.plain("desk-now-held" if callback_data.on else "desk-now-resumed"))
    await edit(query, await admin_desk.screen(words))
    if changed:
        await admin_desk.tell(admin, on=callback_data.on)


async def begin_broadcast(query: CallbackQuery, admin: int, words: Words, broadcast_desk: BroadcastDesk) -> None:
    """Begin from the desk's button: the question comes below, the desk stays."""
    mailing = await broadcast_desk.composer.begin(admin)
    await query.answer()
    await send_to(broadcast_desk.bot, admin, step_screen(words, ComposeStep.RUSSIAN, mailing))


async def redraw_desk(query: CallbackQuery, words: Words, admin_desk: AdminDesk, late_taps: LateTaps) -> None:
    """A late tap lets nothing go on and begins nothing: the desk is drawn anew."""
    await late_taps.redraw(query, words, await admin_desk.screen(words))


def router() -> Router:
    """Return the desk's routes: a late order may stop everything, but lets nothing go on."""
    made = Router(name="desk")
    made.message.register(show_desk, TypedCommand("admin"), FromAdmin())
    made.message.register(pause, TypedCommand("pause"), FromAdmin(only_stops=True))
    made.callback_query.register(hold, HoldAll.filter(F.on), TappedByAdmin())
    made.callback_query.register(hold, HoldAll.filter(~F.on), OrderedByAdmin())
    made.callback_query.register(redraw_desk, HoldAll.filter(~F.on), TappedByAdmin())
    made.callback_query.register(begin_broadcast, BeginBroadcast.filter(), OrderedByAdmin())
    made.callback_query.register(redraw_desk, BeginBroadcast.filter(), TappedByAdmin())
    made.callback_query.register(show_desk, ShowDesk.filter(), TappedByAdmin())
    return made
