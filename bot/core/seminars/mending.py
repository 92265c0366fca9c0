"""A refused form with the refused part as it is written: for what was meant without a doubt, never for a guess (A9)."""

import re

from bot.core.seminars.form import FIELD_MARK, FormError, Part, fields_of, read_link, read_minutes, split_when

_MINUTES = re.compile(r"([0-9]{1,3}) ?(?:m[a-z]*|м[а-я]*)?\.?", re.IGNORECASE)
_HOURS = re.compile(r"([0-9]{1,2}) ?(?:h[a-z]*|ч[а-я]*)\.?", re.IGNORECASE)
_BETWEEN = f" {FIELD_MARK} "


def with_zone(text: str, zone: str) -> str:
    """Return a form or a typed time with another zone; raises FormError when it has no time."""
    first, *others = fields_of(text)
    date, hour, _ = split_when(first)
    return _BETWEEN.join([f"{date} {hour} {zone}", *others])


def with_time(text: str, time: str) -> str:
    """Return a form with another time, as typed."""
    return _BETWEEN.join([time, *fields_of(text)[1:]])


def mended(text: str, error: FormError) -> str | None:
    """Return the form with the one refused part put right, and all else as it was typed; None where that is a guess."""
    try:
        if error.part is Part.ZONE and len(error.hints) == 1:
            return with_zone(text, error.hints[0])
        if error.part is Part.LENGTH:
            return _with(text, error.text, length_meant(error.text))
        if error.part is Part.LINK and "://" not in error.text:
            return _with(text, error.text, link_meant(error.text))
    except FormError:
        return None
    return None


def link_meant(written: str) -> str:
    """Return a link, also of one without its scheme; raises FormError."""
    return read_link(written if "://" in written else f"https://{written}")


def length_meant(written: str) -> str:
    """Return a length, also of minutes or hours in words: ``90``, ``90 мин``, ``2 часа``; raises FormError."""
    minutes, hours = _MINUTES.fullmatch(written), _HOURS.fullmatch(written)
    found = f"{minutes[1]}m" if minutes else f"{hours[1]}h" if hours else written
    try:
        read_minutes(found)
    except FormError as error:
        raise FormError(error.part, written) from error
    return found


def _with(text: str, written: str, instead: str) -> str | None:
    first, *others = fields_of(text)
    if others.count(written) != 1:
        return None
    return _BETWEEN.join([first, *(instead if field == written else field for field in others)])
