"""Edits of what was copied: made in its place at once, or copied anew (A10)."""

from typing import Protocol


class EditsCopies(Protocol):
    """Lets a copy follow the message it was made of."""

    async def follow(self, row_id: int, text: str, entities: str) -> bool:
        """Show what the message says now, in the lane of the lawyers; ``entities`` is Telegram's JSON array."""
        ...
