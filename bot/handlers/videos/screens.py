"""What admins see of a new video, and what subscribers get of it."""

from typing import Annotated

from pydantic import StringConstraints

from bot.core.content import Button, Content, Variant
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import Discreetly
from bot.core.videos.videos import VIDEO_ID, Video
from bot.handlers.ui.callbacks import Deed
from bot.handlers.ui.screens import Screen, Words
from bot.texts import Texts

VideoId = Annotated[str, StringConstraints(pattern=f"^{VIDEO_ID.pattern}$")]
"""A video's id; the data of a forged button that has another form is not parsed."""


class PushVideo(Deed, prefix="vid"):
    """Make a draft about a video."""

    video: VideoId


def offer_screen(words: Words, video: Video, listeners: int) -> Screen:
    """Ask whether the subscribers are to hear of a video."""
    text = words("videos-offer", title=video.title or video.link, link=video.link, count=listeners)
    return Screen(text, ((words.button("videos-prepare", PushVideo(lang=words.locale, video=video.id)),),))


def pushed_screen(words: Words, video: Video) -> Screen:
    """Say that a video went out by itself."""
    return Screen(words("videos-pushed", title=video.title or video.link, link=video.link))


class VideoWords:
    """Words the mailing about a video, openly and discreetly (core's ``VideoText``)."""

    def __init__(self, texts: Texts, discreetly: Discreetly) -> None:
        """Keep the texts, and what words the neutral first message (S5)."""
        self._texts = texts
        self._discreetly = discreetly

    def __call__(self, video: Video, mailing: int) -> dict[Variant, Content]:
        """Return all texts."""
        openly = {Variant(language): self._open(language, video) for language in Locale}
        return openly | {Variant(each, discreet=True): self._discreetly(each, mailing) for each in Locale}

    def _open(self, language: Locale, video: Video) -> Content:
        words = Words(self._texts, language)
        if video.title:
            text = words("videos-mailing", title=video.title, link=video.link)
        else:
            text = words("videos-mailing-untitled", link=video.link)
        return Content(text, keyboard=((Button(words.plain("videos-watch"), url=video.link),),))
