"""/reload runs in a tick and tells its outcome afterwards, because the checker takes seconds (A12).

Requests are not stored. After a crash no edited answer is half loaded; the next start checks and loads the files.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from aiogram import Bot

from bot.core.events import Event, event
from bot.core.faq.reload import ChangedMeanwhile, Edited, Reload
from bot.core.journal import Act, Action, Journal, acting, hash_of
from bot.core.locales import Locale
from bot.core.pagination import GAP
from bot.handlers.admin.aliases import Aliases
from bot.handlers.ui.screens import Words
from bot.texts import Texts

PROBLEMS_SHOWN = 10

KeepPrint = Callable[[str], Awaitable[None]]


@dataclass
class Reloading:
    """Runs /reload once for everybody who asked; a request during a run starts another: files may have changed."""

    bot: Bot
    texts: Texts
    reload: Reload
    journal: Journal
    aliases: Aliases
    keep_print: KeepPrint | None = None
    """Where several machines work in turn: told the fingerprint of what is in force."""
    _asked: dict[int, Locale] = field(default_factory=dict)

    def ask(self, admin: int, locale: Locale) -> None:
        """Ask for a reload by the next tick; the outcome is told in this language."""
        self._asked[admin] = locale

    async def start(self) -> Sequence[str]:
        """Take the edited answers that are there, and return what is wrong with them; then the program's own stand."""
        refused = await self.reload.start()
        await self._keep_print(refused)
        return refused

    async def _keep_print(self, refused: Sequence[str]) -> None:
        if self.keep_print is not None:
            await self.keep_print(hash_of(*(Edited().prints() if refused else self.reload.prints())))

    async def __call__(self) -> None:
        """Reload the edited answers if an admin has asked (run by a tick)."""
        asked, self._asked = self._asked, {}
        if not asked:
            return
        before = acting.set(", ".join(dict.fromkeys(map(self.aliases.of, asked))))
        try:
            told = await self._carried_out()
        finally:
            acting.reset(before)
        for admin, locale in asked.items():
            await self._tell(admin, told(Words(self.texts, locale)))

    async def _carried_out(self) -> Callable[[Words], str]:
        """Reload; return a function that words the outcome in a language."""
        try:
            faults = await self.reload()
            await self._note(faults)
        except ChangedMeanwhile:
            return lambda words: words("reviews-changed-meanwhile")
        except Exception as error:  # of any kind: the admin who asked must be told
            kind = type(error).__name__
            event(Event.RELOAD_FAILED, kind=error)
            return lambda words: words("reviews-checker-failed", kind=kind)
        edited = self.reload.any_edited()
        return lambda words: outcome(words, faults, edited=edited)

    async def _note(self, faults: Sequence[str]) -> None:
        """Write down what came of it: what was taken stands in memory, so there is no transaction to write it in."""
        action = Action.ANSWERS_REFUSED if faults else Action.ANSWERS_RELOADED
        try:
            await self.journal.note(Act(action, count=len(faults), content=hash_of(*self.reload.prints())))
            if not faults:
                await self._keep_print(faults)
        except Exception as trouble:  # the admin must be told what happened to the answers all the same
            event(Event.JOURNAL_NOT_WRITTEN, kind=trouble)

    async def _tell(self, admin: int, text: str) -> None:
        try:
            await self.bot.send_message(admin, text)
        except Exception as trouble:  # the other admins are still told
            event(Event.RELOAD_NOT_TOLD, kind=trouble)


def outcome(words: Words, faults: Sequence[str], *, edited: bool) -> str:
    """Return the outcome in words."""
    if not faults:
        return words("reviews-reloaded") if edited else words("reviews-none-edited")
    lines = [words("reviews-fault", fault=fault) for fault in faults[:PROBLEMS_SHOWN]]
    more = [words("reviews-more-faults", count=len(faults) - PROBLEMS_SHOWN)] if len(faults) > PROBLEMS_SHOWN else []
    return GAP.join((words("reviews-not-reloaded"), "\n".join((*lines, *more))))
