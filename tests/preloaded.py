"""What every part of a run needs and takes seconds to import: loaded once, in the server the parts are forked from.

None of the bot is: what a measured part has loaded before it is measured would not count.
"""

import aiohttp.web
import babel.dates
import fluent.runtime
import icalendar
import pydantic_settings
from aiogram.methods import AnswerCallbackQuery, EditMessageText, GetUpdates, SendMessage
from aiogram.types import Update

__all__ = ["aiohttp", "babel", "fluent", "icalendar", "pydantic_settings"]

# Types are built at their first use (docs/decisions/lazy-telegram-types.md), and every part uses these.
for each in (Update, SendMessage, EditMessageText, AnswerCallbackQuery, GetUpdates):
    each.model_rebuild()
