"""Everything that is stored about one chat, as it stands in the tables (P13)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.core.locales import Locale

Row = Mapping[str, object]


@dataclass(frozen=True)
class KnownOfChat:
    """Everything the bot knows of a chat on a day: ``stored`` by table; the language and the messages are in memory."""

    day: date
    stored: Mapping[str, Sequence[Row]]
    administrator: bool
    language: Locale
    messages: Sequence[int]


class PersonalData(Protocol):
    """What the database holds of a chat."""

    async def of(self, chat: int) -> Mapping[str, Sequence[Row]]:
        """Return every row of the chat, column by column, by the name of its table; tables without one are left out."""
        ...

    async def messages(self, chat: int) -> Sequence[int]:
        """Return the numbers of the messages that mailings have sent to the chat, while they are kept."""
        ...
