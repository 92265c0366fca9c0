"""«Push to subscribers?» under a new video, and a YouTube link that an admin pastes (S7, R11, R15)."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.core.videos.videos import video_id
from bot.handlers.admin.access import FromAdmin, FromAdminTooLate, OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.late import LateTaps
from bot.handlers.ui.menu import menu_below
from bot.handlers.ui.screens import Words, send
from bot.handlers.videos.desk import VideoDesk
from bot.handlers.videos.screens import PushVideo


class PastedVideo(BaseFilter):
    """A message that is a link to a video of YouTube and nothing else; handlers get the ``video``'s id."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Return whether it is one."""
        found = video_id(message.text or "")
        return {"video": found} if found is not None else False


async def take_link(message: Message, video: str, admin: int, words: Words, video_desk: VideoDesk) -> None:
    """A pasted link becomes a draft with its preview; what has gone out, or is a seminar's, does not."""
    refusal = await video_desk.refusal(video)
    if refusal is not None:
        return await send(message, menu_below(words, words(f"videos-refused-{refusal}")))
    number = await video_desk.draft(admin, video)
    await video_desk.broadcasts.preview_below(admin, words, number)
    return None


async def too_late(message: Message, words: Words) -> None:
    """A link that waited too long starts nothing."""
    await send(message, menu_below(words, words("too-late-order")))


async def push(query: CallbackQuery, callback_data: PushVideo, admin: int, words: Words, video_desk: VideoDesk) -> None:
    """The button under the question: the preview comes below."""
    refusal = await video_desk.refusal(callback_data.video)
    if refusal is not None:
        await query.answer(words.plain(f"videos-refused-{refusal}"), show_alert=True)
        return
    number = await video_desk.draft(admin, callback_data.video)
    await query.answer()
    await video_desk.broadcasts.preview_below(admin, words, number)


async def redraw(
    query: CallbackQuery, callback_data: PushVideo, words: Words, video_desk: VideoDesk, late_taps: LateTaps
) -> None:
    """A late tap makes no draft: the question is asked anew."""
    await late_taps.redraw(query, words, await video_desk.offer(words, callback_data.video))


def router() -> Router:
    """Return the routes; they stand behind those of the drafts, which a pasted link may belong to."""
    made = Router(name="videos")
    made.message.register(take_link, F.text, PastedVideo(), FromAdmin())
    made.message.register(too_late, F.text, PastedVideo(), FromAdminTooLate())
    made.callback_query.register(push, PushVideo.filter(), OrderedByAdmin())
    made.callback_query.register(redraw, PushVideo.filter(), TappedByAdmin())
    return made
