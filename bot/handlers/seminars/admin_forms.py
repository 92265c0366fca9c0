"""What an admin types about seminars: the one-line form, a new time, and which of two moments was meant (A9)."""

from collections.abc import Callable
from datetime import datetime

from aiogram import F, Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.core.clock import Clock, epoch
from bot.core.mailings.conversations import Conversation, Flow
from bot.core.seminars.announcing import NOT_YET
from bot.core.seminars.form import FormError, Meant, parse_plan, parse_when, understood
from bot.core.seminars.mending import with_zone
from bot.handlers.admin.access import FromAdmin, OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.conversation import InConversation
from bot.handlers.admin.late import LateTaps
from bot.handlers.seminars.admin_desk import SeminarDesk
from bot.handlers.seminars.admin_screens import PickMoment, ask_moment, picked_moment, question_over_screen
from bot.handlers.seminars.change_desk import SeminarChanges
from bot.handlers.seminars.fault_screens import PickPlace, picked_place
from bot.handlers.seminars.preview_desk import SeminarPreviews
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Screen, Words, send, show


def options(parse: Callable[[str, datetime], tuple[Meant, ...]], text: str, now: datetime) -> tuple[Meant, ...]:
    """Return what a question's text can still mean; nothing when it is no question of ours or its time is over."""
    found = understood(parse, text, now)
    return () if isinstance(found, FormError) else found


def remembered(message: object) -> str:
    """Return the form that a question holds in its own text, so that nothing else has to keep it."""
    if not isinstance(message, Message) or message.text is None:
        return ""
    codes = [entity for entity in message.entities or () if entity.type == "code"]
    return codes[0].extract_from(message.text) if codes else ""


async def enter(
    message: Message, command: CommandObject, admin: int, words: Words, seminar_previews: SeminarPreviews
) -> None:
    """``/seminar`` with a form: previewed, or asked about, or told what is wrong. Nobody else hears of it yet."""
    asked = await seminar_previews.read(admin, words, command.args or "", NOT_YET)
    if asked is not None:
        await send(message, asked)


async def pick_start(
    query: CallbackQuery,
    callback_data: PickMoment,
    admin: int,
    words: Words,
    clock: Clock,
    seminar_previews: SeminarPreviews,
) -> None:
    """The answer which of two moments a new seminar begins at: its preview comes below."""
    text = remembered(query.message)
    plans = options(parse_plan, text, clock.now())
    chosen = next((plan for plan in plans if epoch(plan.when.start) == callback_data.at), None)
    if chosen is None:
        await show(query, ask_moment(words, text, [plan.when for plan in plans]))
    else:
        await seminar_previews.keep(admin, chosen)
        await show(query, picked_moment(words, chosen.when))
        await seminar_previews.below(admin, words, chosen)


async def pick_time(
    query: CallbackQuery,
    callback_data: PickMoment,
    admin: int,
    words: Words,
    clock: Clock,
    seminar_changes: SeminarChanges,
) -> None:
    """The answer which of two moments a seminar moves to: the preview of the move comes below."""
    text, number = remembered(query.message), callback_data.seminar
    whens = options(parse_when, text, clock.now())
    chosen = next((when for when in whens if epoch(when.start) == callback_data.at), None)
    if chosen is None:
        await show(query, ask_moment(words, text, whens, number))
    else:
        await seminar_changes.propose(admin, number, chosen)
        await show(query, picked_moment(words, chosen))
        await seminar_changes.move_below(admin, words, number)


def asked(query: CallbackQuery, callback_data: PickMoment, words: Words, now: datetime) -> Screen:
    """Return the question which of two moments is meant, from its own text."""
    text, number = remembered(query.message), callback_data.seminar
    whens = options(parse_when, text, now) if number else [plan.when for plan in options(parse_plan, text, now)]
    return ask_moment(words, text, whens, number)


async def ask_again(query: CallbackQuery, callback_data: PickMoment, words: Words, clock: Clock) -> None:
    """The question in the tapped language."""
    await show(query, asked(query, callback_data, words, clock.now()))


async def ask_late(
    query: CallbackQuery, callback_data: PickMoment, words: Words, clock: Clock, late_taps: LateTaps
) -> None:
    """A late tap picks nothing: the question is asked again."""
    await late_taps.redraw(query, words, asked(query, callback_data, words, clock.now()))


async def new_time(
    message: Message, conversation: Conversation, admin: int, words: Words, seminar_changes: SeminarChanges
) -> None:
    """The new time of a seminar: previewed, or asked about, or told what is wrong."""
    asked = await seminar_changes.read_new_time(admin, words, conversation, message.text or "")
    if asked is not None:
        await send(message, asked)


async def pick_place(
    query: CallbackQuery,
    callback_data: PickPlace,
    admin: int,
    words: Words,
    seminar_previews: SeminarPreviews,
    seminar_changes: SeminarChanges,
) -> None:
    """The answer which place is meant: the line goes on with it."""
    line, number = placed(remembered(query.message), callback_data.zone), callback_data.seminar
    if not line:
        await show(query, question_over_screen(words))
        return
    if number:
        asked = await seminar_changes.read(admin, words, number, line)
    else:
        asked = await seminar_previews.read(admin, words, line)
    await show(query, asked or picked_place(words, callback_data.zone))


async def ask_place_again(
    query: CallbackQuery, callback_data: PickPlace, words: Words, seminar_desk: SeminarDesk
) -> None:
    """The question which place is meant, in the tapped language."""
    await show(query, place_asked(query, callback_data, words, seminar_desk))


async def ask_place_late(
    query: CallbackQuery, callback_data: PickPlace, words: Words, seminar_desk: SeminarDesk, late_taps: LateTaps
) -> None:
    """A late tap picks no place: the question is asked again."""
    await late_taps.redraw(query, words, place_asked(query, callback_data, words, seminar_desk))


def place_asked(query: CallbackQuery, callback_data: PickPlace, words: Words, seminar_desk: SeminarDesk) -> Screen:
    """Return the question which place is meant, from its own text; that it is over when it asks nothing any more."""
    line, number, now = remembered(query.message), callback_data.seminar, seminar_desk.clock.now()
    found = understood(seminar_desk.read_when if number else seminar_desk.read_plan, line, now)
    return (
        seminar_desk.form_error(words, found, line, number)
        if isinstance(found, FormError)
        else question_over_screen(words)
    )


def placed(line: str, zone: str) -> str:
    """Return a line with the zone that was picked; as it is when it holds no time."""
    try:
        return with_zone(line, zone)
    except FormError:
        return line


def forms() -> Router:
    """Return the router of what admins type about seminars."""
    router = Router(name="seminar_forms")
    router.message.register(enter, F.text, TypedCommand("seminar", magic=F.args), FromAdmin())
    router.message.register(new_time, F.text, InConversation(Flow.MOVE))
    router.callback_query.register(ask_place_again, PickPlace.filter(F.zone == ""), TappedByAdmin())
    router.callback_query.register(pick_place, PickPlace.filter(), OrderedByAdmin())
    router.callback_query.register(ask_place_late, PickPlace.filter(), TappedByAdmin())
    router.callback_query.register(ask_again, PickMoment.filter(F.at == 0), TappedByAdmin())
    router.callback_query.register(pick_start, PickMoment.filter(F.seminar == 0), OrderedByAdmin())
    router.callback_query.register(pick_time, PickMoment.filter(), OrderedByAdmin())
    router.callback_query.register(ask_late, PickMoment.filter(), TappedByAdmin())
    return router
