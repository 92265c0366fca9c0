"""What an admin typed, as one line: no line breaks, no doubled blanks, no invisible signs, but whole emoji."""

import re

_PICTURE = "[\u00a9\u00ae\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
_DRESSED = f"{_PICTURE}(?:\ufe0f|[\U0001f3fb-\U0001f3ff])?"
_EMOJI = re.compile(
    f"\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"  # the flag of a part of a country: tag letters name it
    f"|{_DRESSED}(?:\u200d{_DRESSED})*"  # pictures joined into one
    "|(?P<other>.)",
    re.DOTALL,
)


def one_line(text: str) -> str:
    """Return the text without what nobody sees. A joiner, a selector and tag letters stay only inside an emoji."""
    return " ".join(_EMOJI.sub(_kept, text).split())


def _kept(found: re.Match[str]) -> str:
    sign = found["other"]
    return sign if sign is not None and (sign.isprintable() or sign.isspace()) else "" if sign else found[0]
