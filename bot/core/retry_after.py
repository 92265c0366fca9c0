"""How long to wait when Telegram answers 429: believed, within bounds (R6).

A proxy or a fault can put any number there. A negative one would mean no wait at all and a storm of calls; ten years
would stop the bot for good.
"""

MIN_WAIT_SECONDS = 1.0
MAX_WAIT_SECONDS = 3600.0
"""Telegram is asked again once an hour at the least: longer bans exist, and one call an hour does not prolong them."""


def bounded(seconds: float) -> float:
    """Return the ``retry_after`` of a 429, in seconds, brought within the bounds."""
    return min(MAX_WAIT_SECONDS, max(MIN_WAIT_SECONDS, seconds))
