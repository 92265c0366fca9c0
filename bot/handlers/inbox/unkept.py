"""An update that is gone when it is done with.

aiogram keeps the last 128 updates for good, names and words and all, in a cache of which kind each of them is.
"""

from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError


class UnkeptUpdate(Update):
    """An update that says its kind without being remembered for it."""

    @property
    def event_type(self) -> str:
        """Return the name of the field that is filled; raises UpdateTypeLookupError."""
        filled = (name for name in type(self).model_fields if name != "update_id" and getattr(self, name) is not None)
        for name in filled:
            return name
        raise UpdateTypeLookupError("no field of a kind known here")
