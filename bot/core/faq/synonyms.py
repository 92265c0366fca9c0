"""Synonyms of a topic, as a translator writes them."""


def synonyms(text: str) -> tuple[str, ...]:
    """Return the words of a list with commas."""
    return tuple(word.strip() for word in text.replace("\n", " ").split(",") if word.strip())
