"""The wizard's routes: an answer typed or tapped, back, out (A9, R11, R15).

Every button carries a mark of the answers it was drawn over: after another answer it is an old one, and does nothing.
"""

from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from bot.core.mailings.conversations import Conversation, Conversations, Flow
from bot.core.seminars.wizard import Entered, Question, entered_in
from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.conversation import InConversation
from bot.handlers.admin.late import LateTaps
from bot.handlers.seminar_wizard.desk import SeminarWizard
from bot.handlers.seminar_wizard.screens import (
    AnswerWizard,
    BackInWizard,
    DropWizard,
    ShowWizard,
    WizardCalendar,
    done_screen,
    dropped_wizard,
    mark_of_entered,
)
from bot.handlers.seminars.admin_desk import SeminarDesk
from bot.handlers.seminars.admin_screens import BeginWizard
from bot.handlers.seminars.preview import refuse_stale
from bot.handlers.ui.calendar_keyboard import View
from bot.handlers.ui.screens import Words, send, show

BUTTONS: tuple[type[CallbackData], ...] = (AnswerWizard, WizardCalendar, BackInWizard, DropWizard, ShowWizard)

CHOICES = frozenset({View.HOURS, View.CHOSEN})
"""Views of the calendar that are answers."""


class OwnWizard(BaseFilter):
    """A button under the question that waits now, not under one answered, dropped or an hour old."""

    async def __call__(
        self, query: CallbackQuery, callback_data: CallbackData, admin: int, seminar_wizard: SeminarWizard
    ) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get what was ``entered``."""
        entered = await seminar_wizard.entered(admin)
        if entered is None or mark_of_entered(admin, entered) != getattr(callback_data, "mark", None):
            return False
        return {"entered": entered}


async def begin(query: CallbackQuery, admin: int, words: Words, seminar_wizard: SeminarWizard) -> None:
    """«По шагам»: the first question."""
    await show(query, await seminar_wizard.begin(admin, words))


async def begin_late(query: CallbackQuery, words: Words, seminar_desk: SeminarDesk, late_taps: LateTaps) -> None:
    """A late tap begins nothing: the list is drawn anew."""
    await late_taps.redraw(query, words, await seminar_desk.list(words))


async def take_text(
    message: Message, conversation: Conversation, admin: int, words: Words, seminar_wizard: SeminarWizard
) -> None:
    """An answer that was typed."""
    asked = await seminar_wizard.take(admin, words, entered_in(conversation.step), message.text or "")
    if asked is not None:
        await send(message, asked)


async def take_tap(
    query: CallbackQuery,
    callback_data: AnswerWizard,
    entered: Entered,
    admin: int,
    words: Words,
    seminar_wizard: SeminarWizard,
) -> None:
    """An answer that was tapped."""
    asked = await seminar_wizard.take(admin, words, entered, callback_data.text)
    await show(query, asked or done_screen(words))


async def take_moment(
    query: CallbackQuery,
    callback_data: WizardCalendar,
    entered: Entered,
    admin: int,
    words: Words,
    seminar_wizard: SeminarWizard,
) -> None:
    """A day or a minute that was tapped."""
    if entered.awaited not in (Question.DAY, Question.TIME):
        return await refuse_stale(query, words)
    asked = await seminar_wizard.choose(admin, words, entered, callback_data.view, callback_data.at)
    return await show(query, asked or done_screen(words))


async def turn(
    query: CallbackQuery,
    callback_data: WizardCalendar,
    entered: Entered,
    admin: int,
    words: Words,
    seminar_wizard: SeminarWizard,
) -> None:
    """Another part of the calendar."""
    view, at = callback_data.view, callback_data.at
    await show(query, seminar_wizard.question(admin, words, entered, view=view, at=at))


async def nothing(query: CallbackQuery) -> None:
    """An empty place of the calendar: answered, so that it does not spin."""
    await query.answer()


async def back(query: CallbackQuery, entered: Entered, admin: int, words: Words, seminar_wizard: SeminarWizard) -> None:
    """«Назад»: the question before, with what was answered."""
    await show(query, await seminar_wizard.ask(admin, words, entered.back()))


async def show_question(
    query: CallbackQuery, entered: Entered, admin: int, words: Words, seminar_wizard: SeminarWizard
) -> None:
    """The question in the tapped language."""
    await show(query, seminar_wizard.question(admin, words, entered))


async def drop(query: CallbackQuery, admin: int, words: Words, conversations: Conversations) -> None:
    """«Отмена»: nobody has heard of it."""
    await conversations.drop(admin)
    await show(query, dropped_wizard(words))


async def redraw(
    query: CallbackQuery,
    entered: Entered,
    admin: int,
    words: Words,
    seminar_wizard: SeminarWizard,
    late_taps: LateTaps,
) -> None:
    """A late tap answers nothing: the question is drawn anew."""
    await late_taps.redraw(query, words, seminar_wizard.question(admin, words, entered))


def router() -> Router:
    """Return the routes."""
    made = Router(name="seminar_wizard")
    made.message.register(take_text, F.text, InConversation(Flow.WIZARD))
    tap = made.callback_query.register
    tap(begin, BeginWizard.filter(), OrderedByAdmin())
    tap(begin_late, BeginWizard.filter(), TappedByAdmin())
    tap(take_tap, AnswerWizard.filter(), OrderedByAdmin(), OwnWizard())
    tap(nothing, WizardCalendar.filter(F.view == View.NOTHING), TappedByAdmin())
    chooses = WizardCalendar.filter(F.view.in_(CHOICES) & ~F.pick)
    tap(take_moment, chooses, OrderedByAdmin(), OwnWizard())
    tap(turn, WizardCalendar.filter(~F.view.in_(CHOICES)), TappedByAdmin(), OwnWizard())
    tap(back, BackInWizard.filter(), TappedByAdmin(), OwnWizard())
    tap(show_question, ShowWizard.filter(), TappedByAdmin(), OwnWizard())
    tap(drop, DropWizard.filter(), TappedByAdmin(), OwnWizard())
    for button in BUTTONS:
        tap(redraw, button.filter(), TappedByAdmin(), OwnWizard())
        tap(refuse_stale, button.filter(), TappedByAdmin())
    return made
