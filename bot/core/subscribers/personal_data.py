"""Everything that is stored about one chat, as it stands in the tables (P13)."""

from collections.abc import Mapping, Sequence
from typing import Protocol

Row = Mapping[str, object]


class PersonalData(Protocol):
    """What the database holds of a chat."""

    async def of(self, chat: int) -> Mapping[str, Sequence[Row]]:
        """Return every row of the chat, column by column, by the name of its table; tables without one are left out."""
        ...

    async def messages(self, chat: int) -> Sequence[int]:
        """Return the numbers of the messages that mailings have sent to the chat, while they are kept."""
        ...
