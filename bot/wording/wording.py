"""The catalogues in one language: what a screen of the bot, the offline file and a page of the site are worded with."""

from dataclasses import dataclass

from bot.core.locales import Locale
from bot.texts import Argument, Texts


@dataclass(frozen=True)
class Wording:
    """Words in a language."""

    texts: Texts
    locale: Locale

    def __call__(self, key: str, /, **arguments: Argument) -> str:
        """Return a message as HTML."""
        return self.texts(self.locale, key, **arguments)

    def plain(self, key: str, /, **arguments: Argument) -> str:
        """Return a message without markup."""
        return self.texts.plain(self.locale, key, **arguments)
