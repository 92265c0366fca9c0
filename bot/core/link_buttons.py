"""Link buttons under a broadcast, typed a line each: «Текст — https://…» (A2)."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from bot.core.content import Button, units

MAX_BUTTONS = 8
LABEL_UNITS = 40
"""A longer label is cut on a small phone."""

BETWEEN = " —–:|-"
"""Signs between a label and its address."""

ADDRESS = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z0-9-]{2,}")
"""A name with a dot: no address of a machine in somebody's own network, no sign of another alphabet."""

ADDRESS_CHARACTERS = 1_000

Keyboard = tuple[tuple[Button, ...], ...]


class LinkFault(StrEnum):
    """Why a line is no button; the value ends the key of its sentence in the catalogue."""

    FORM = "form"
    HTTPS = "https"
    ADDRESS = "address"
    LABEL = "label"
    MANY = "many"


@dataclass(frozen=True)
class BadLine:
    """The first line that is no button, counted from 1, and why."""

    number: int
    fault: LinkFault


def read_buttons(text: str) -> Keyboard | BadLine:
    """Return a button a line, or what is wrong with the first bad one."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MAX_BUTTONS:
        return BadLine(MAX_BUTTONS + 1, LinkFault.MANY)
    rows = []
    for number, line in enumerate(lines, 1):
        button = _read(line)
        if isinstance(button, LinkFault):
            return BadLine(number, button)
        rows.append((button,))
    return tuple(rows) or BadLine(1, LinkFault.FORM)


def _read(line: str) -> Button | LinkFault:
    url = line.rsplit(maxsplit=1)[-1].lstrip(BETWEEN)  # no pattern: it would take minutes over a long line of dashes
    if "." not in url[1:-1] and not url.partition("://")[2]:
        return LinkFault.FORM
    label = line[: -len(url)].strip().strip(BETWEEN)
    fault = _address_fault(url)
    if fault is not None:
        return fault
    if not any(map(str.isalnum, label)):
        return LinkFault.FORM
    return LinkFault.LABEL if units(label) > LABEL_UNITS else Button(label, url=url)


def _address_fault(url: str) -> LinkFault | None:
    """Return why an address is not one that a button may open: only https, no name or password in it."""
    if not url.startswith("https://"):
        return LinkFault.HTTPS
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return LinkFault.ADDRESS
    plain = parts.username is None and parts.password is None and port is None and len(url) <= ADDRESS_CHARACTERS
    return None if plain and ADDRESS.fullmatch(parts.hostname or "") else LinkFault.ADDRESS
