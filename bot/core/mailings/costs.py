"""How many messages a broadcast takes (A6)."""

from collections.abc import Mapping
from datetime import timedelta

from bot.core.content import Content
from bot.core.locales import Locale


def messages_needed(texts: Mapping[Locale, Content], recipients: int, in_russian: int) -> int:
    """Return how many messages it takes to tell so many people, of whom so many read Russian."""
    in_russian = min(in_russian, recipients) if Locale.EN in texts else recipients
    cost = {language: sum(content.parts) for language, content in texts.items()}
    readers = {Locale.RU: in_russian, Locale.EN: recipients - in_russian}
    return sum(cost.get(language, 1) * count for language, count in readers.items())


def eta(counters_remaining: int, rate: float) -> timedelta:
    """Return how long so many messages take at a rate in messages a second."""
    return timedelta(seconds=counters_remaining / rate) if rate > 0 else timedelta(0)
