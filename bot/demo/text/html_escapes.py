"""Character references of Telegram's HTML: four names, decimal and hexadecimal numbers, nothing else."""

import re

from bot.demo.calls import bad_request

_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]*)|#([0-9]*)|([A-Za-z]*))(;?)")
_NAMES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_MAX_REFERENCE_CHARACTERS = 10
_LAST_CODE_POINT = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def character(markup: str, at: int) -> tuple[str, int]:
    """The character of the reference at `at` (an ampersand), and the index behind it.

    An invalid reference is an ampersand. Raises Telegram's refusal (400) for a surrogate.
    """
    match = _REFERENCE.match(markup, at)
    text = _value(match) if match else ""
    if match is None or not text:
        return "&", at + 1
    return text, match.end()


def unescape(value: str) -> str:
    """An attribute's value with its references replaced."""
    pieces, at = [], 0
    while (found := value.find("&", at)) >= 0:
        pieces.append(value[at:found])
        text, at = character(value, found)
        pieces.append(text)
    return "".join([*pieces, value[at:]])


def _value(match: re.Match[str]) -> str:
    hexadecimal, decimal, name, end = match.groups()
    if name is not None:
        return _NAMES.get(name, "")
    if len(match.group()) - len(end) >= _MAX_REFERENCE_CHARACTERS:
        return ""
    code = int(hexadecimal or "0", 16) if hexadecimal is not None else int(decimal or "0")
    if not 0 < code < _LAST_CODE_POINT:
        return ""
    if code in _SURROGATES:
        raise bad_request(
            "can't parse entities: Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(code)
