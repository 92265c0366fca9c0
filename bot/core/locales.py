"""Which of the two languages a person reads."""

from enum import StrEnum


class Locale(StrEnum):
    """A language the bot speaks; the value is its Telegram and Fluent code."""

    RU = "ru"
    EN = "en"

    @property
    def other(self) -> "Locale":
        """Return the language the switch on every screen leads to."""
        return Locale.EN if self is Locale.RU else Locale.RU


RUSSIAN_READERS = frozenset({"ru", "uk", "be", "kk", "ky", "uz", "tg", "hy", "az", "ka", "ro"})
"""First subtags of Telegram's ``language_code`` whose people are shown Russian.

See docs/requirements.md, "Interface languages".
"""


def guess_locale(language_code: str | None, default: Locale) -> Locale:
    """Choose a language from Telegram's ``language_code`` (IETF tag), or the default when there is none."""
    if not language_code:
        return default
    first = language_code.replace("_", "-").split("-")[0].lower()
    return Locale.RU if first in RUSSIAN_READERS else Locale.EN


def mostly_cyrillic(text: str) -> bool:
    """Return whether more of the letters are Cyrillic than not."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum("Ѐ" <= letter <= "ӿ" for letter in letters) * 2 > len(letters)
