"""Which part of what an admin typed cannot be used, what stands there, and what may be meant."""

from bot.core.seminars.form import TITLE_SIGNS, FormError, Part
from bot.handlers.ui.screens import Words
from bot.texts import Safe

QUOTED_CHARACTERS = 200
"""How much of what an admin wrote is shown back."""


def fault_lines(words: Words, error: FormError) -> tuple[str, ...]:
    """Return what cannot be used, what was typed there, and what may be meant."""
    written = [words("seminars-fault-written", text=_quoted(error.text))] if error.text else []
    hint = [words("seminars-fault-hint", hint=", ".join(error.hints))] if error.hint else []
    return (fault_head(words, error), *written, *hint)


def fault_head(words: Words, error: FormError) -> str:
    """Return what cannot be used."""
    return words("seminars-fault-head", reason=Safe(_reason(words, error)))


def _reason(words: Words, error: FormError) -> str:
    if error.part is Part.ZONE and not error.text:
        return words("seminars-fault-zone-missing")
    return words(f"seminars-fault-{error.part.value}", limit=TITLE_SIGNS)


def _quoted(text: str) -> str:
    return text if len(text) <= QUOTED_CHARACTERS else f"{text[:QUOTED_CHARACTERS]}…"
