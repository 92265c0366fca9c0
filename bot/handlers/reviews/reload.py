"""/reload is asked for, carried out beside the updates, and its outcome told: the checker takes seconds (A12).

Nothing of it is kept: after a crash no edited answer is half taken, and the next start checks and takes what is there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from aiogram import Bot

from bot.core.events import Event, event
from bot.core.faq.reload import ChangedMeanwhile, Reload
from bot.core.locales import Locale
from bot.core.pagination import GAP
from bot.handlers.ui.screens import Words
from bot.texts import Texts

FAULTS_SHOWN = 10


@dataclass
class Reloading:
    """Whoever asks while one is under way gets another: the files may be others by then."""

    bot: Bot
    texts: Texts
    reload: Reload
    _asked: dict[int, Locale] = field(default_factory=dict)

    def ask(self, admin: int, locale: Locale) -> None:
        """Want it done by the next tick, and told in this language."""
        self._asked[admin] = locale

    async def __call__(self) -> None:
        """Do it, if somebody has asked; run by a tick."""
        asked, self._asked = self._asked, {}
        if not asked:
            return
        told = await self._carried_out()
        for admin, locale in asked.items():
            await self._tell(admin, told(Words(self.texts, locale)))

    async def _carried_out(self) -> Callable[[Words], str]:
        """Return what says, in a language, what became of it."""
        try:
            faults = await self.reload()
        except ChangedMeanwhile:
            return lambda words: words("reviews-changed-meanwhile")
        except Exception as error:  # whatever the machine has: who asked must hear of it
            kind = type(error).__name__
            event(Event.RELOAD_FAILED, kind=error)
            return lambda words: words("reviews-checker-failed", kind=kind)
        edited = self.reload.any_edited()
        return lambda words: outcome(words, faults, edited=edited)

    async def _tell(self, admin: int, text: str) -> None:
        try:
            await self.bot.send_message(admin, text)
        except Exception as trouble:  # the others are told all the same
            event(Event.RELOAD_NOT_TOLD, kind=trouble)


def outcome(words: Words, faults: Sequence[str], *, edited: bool) -> str:
    """Say what became of it."""
    if not faults:
        return words("reviews-reloaded") if edited else words("reviews-none-edited")
    lines = [words("reviews-fault", fault=fault) for fault in faults[:FAULTS_SHOWN]]
    more = [words("reviews-more-faults", count=len(faults) - FAULTS_SHOWN)] if len(faults) > FAULTS_SHOWN else []
    return GAP.join((words("reviews-not-reloaded"), "\n".join((*lines, *more))))
