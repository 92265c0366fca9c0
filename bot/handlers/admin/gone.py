"""Asks the admins before a mailing of reminders that found most of its people gone removes them (R17)."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.mailings.mailings import Doubted, GonePeople
from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.late import LateTaps
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.ui.callbacks import Deed, RowNumber
from bot.handlers.ui.screens import Screen, Words, edit


class RemoveGone(Deed, prefix="rmg"):
    """Remove the people whom a mailing found gone."""

    mailing: RowNumber
    gone: RowNumber
    tried: RowNumber


def question(words: Words, doubted: Doubted) -> Screen:
    """Draw what was found, and the button that removes."""
    button = RemoveGone(lang=words.locale, mailing=doubted.mailing, gone=doubted.gone, tried=doubted.tried)
    text = words("gone-most", gone=doubted.gone, tried=doubted.tried)
    return Screen(text, ((words.button("gone-remove", button, gone=doubted.gone),),))


@dataclass(frozen=True)
class GoneNotices:
    """Run by a tick: asks once about each mailing."""

    notices: AdminNotices
    people: GonePeople

    async def __call__(self) -> None:
        """Ask about one."""
        doubted = await self.people.doubted()
        if doubted and await self.notices.show(lambda words: question(words, doubted)):
            await self.people.doubt_told(doubted.mailing)


async def remove_gone(query: CallbackQuery, callback_data: RemoveGone, words: Words, gone_people: GonePeople) -> None:
    """Let them be removed; the tick does it within seconds."""
    believed = await gone_people.believe(callback_data.mailing)
    await query.answer()
    await edit(query, Screen(words("gone-believed", gone=callback_data.gone) if believed else words("gone-over")))


async def redraw_question(query: CallbackQuery, callback_data: RemoveGone, words: Words, late_taps: LateTaps) -> None:
    """A late tap removes nobody: the question is asked anew."""
    doubted = Doubted(callback_data.mailing, callback_data.gone, callback_data.tried)
    await late_taps.redraw(query, words, question(words, doubted))


def router() -> Router:
    """Return the routes of the question."""
    made = Router(name="gone")
    made.callback_query.register(remove_gone, RemoveGone.filter(), OrderedByAdmin())
    made.callback_query.register(redraw_question, RemoveGone.filter(), TappedByAdmin())
    return made
