"""Synonyms of a topic, and the plain form in which words are compared."""

import unicodedata


def plain(text: str) -> str:
    """Return the text with like letters made alike (NFKC, lower case, ё as е)."""
    whole = text.encode("utf-8", "replace").decode("utf-8")  # half a character is no text
    return unicodedata.normalize("NFKC", whole).lower().replace("ё", "е")


def synonyms(text: str) -> tuple[str, ...]:
    """Return the words of a list with commas."""
    return tuple(word.strip() for word in text.replace("\n", " ").split(",") if word.strip())
