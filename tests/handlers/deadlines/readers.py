"""A reader at the deadline helper."""

from tests.chat import Chatter, Town

MORE = {"ru": "Ещё", "en": "More"}


async def at_the_helper(t: Town, *taps: str, language: str = "ru") -> Chatter:
    """Let somebody come who has opened the helper, and chosen something there."""
    reader = t.person(language=language)
    await reader.sends("/start")
    for label in (MORE[language], "🧮", *taps):
        await reader.taps(label)
    return reader
