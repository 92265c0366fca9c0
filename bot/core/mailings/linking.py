"""Puts link buttons under a draft's texts, a language after the other (A2)."""

from dataclasses import dataclass, replace

from bot.core.content import Variant
from bot.core.link_buttons import Keyboard
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import ONLY, Composer, ComposeStep
from bot.core.mailings.mailings import Mailing

STEPS = {Locale.RU: ComposeStep.LINKS_RUSSIAN, Locale.EN: ComposeStep.LINKS_ENGLISH}
"""The step that waits for the buttons of a language."""


@dataclass(frozen=True)
class PutLinks:
    """Asks for the buttons of each text that differs, and stores them with it."""

    composer: Composer

    async def ask(self, author: int, mailing: Mailing) -> str | None:
        """Wait for the buttons of the first text; return the step, None when the draft is gone."""
        step = STEPS[ONLY.get(mailing.audience, tuple(Locale))[0]]
        return step if await self.composer.wait_for(author, mailing, step) else None

    async def __call__(self, author: int, mailing: Mailing, step: str, buttons: Keyboard) -> str | None:
        """Store the buttons under the text of the step; return the next step, None when the draft is gone.

        One text for all is one content: its buttons go under both.
        """
        broadcasts = self.composer.broadcasts
        found = {language: await broadcasts.text(mailing.id, language) for language in Locale}
        language = next((locale for locale, waited in STEPS.items() if waited == step), Locale.RU)
        same = mailing.audience not in ONLY and found[Locale.RU] == found[Locale.EN]
        placed = {
            Variant(place): replace(content, keyboard=buttons)
            for place, content in found.items()
            if content is not None and (place is language or same)
        }
        more = language is Locale.RU and not same and mailing.audience not in ONLY
        next_step = STEPS[Locale.EN] if more else ComposeStep.PREVIEW
        kept = await self.composer.place(author, mailing, placed, next_step)
        return next_step if kept else None
