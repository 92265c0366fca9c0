"""What a site is made of: the same records of the same day make the same bytes."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.faq.topics import Tree
from bot.core.locales import Locale
from bot.core.seminars.recordings import Recording
from bot.core.seminars.seminars import Seminar
from bot.texts import Texts
from bot.wording.wording import Wording


@dataclass(frozen=True)
class About:
    """What the operator's settings say. ``username`` has no @; ``address`` ends in no slash and may be empty.

    ``bot`` is the bot's id, by which calendars and feeds know what they have: its name may change.
    """

    username: str
    official: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    successor: str = ""
    address: str = ""
    bot: int = 0


@dataclass(frozen=True)
class Records:
    """Everything that is shown.

    ``seminars``: those that are not over, soonest first, cancelled ones too; ``past``: those with a recording, the last
    one first. ``scheduled`` is False where no database was there to ask: what is planned is not known then.
    """

    texts: Texts
    tree: Tree
    about: About
    seminars: Sequence[Seminar] = ()
    past: Sequence[tuple[Seminar, Recording]] = ()
    scheduled: bool = True

    def wording(self, locale: Locale) -> Wording:
        """Return the words of a language."""
        return Wording(self.texts, locale)
