"""Which buttons are coloured: by the key of their label, so that one button looks the same on every screen.

Red is what deletes for good or cannot be taken back, already on the way to its question. Blue is what a screen is for,
where the tap does it: at most one a screen. Nothing that a person must find to leave is coloured: /stop loses nothing.
"""

from collections.abc import Mapping
from enum import StrEnum


class Style(StrEnum):
    """As Telegram names them (Bot API, InlineKeyboardButton)."""

    DANGER = "danger"
    PRIMARY = "primary"


DANGER = (
    "label-delete",
    "seminars-admin-cancel",
    "seminars-change-cancel",
    "broadcasts-to-cancelled",
    "amendments-delete",
    "amendments-confirm-delete",
    "gone-remove",
)
PRIMARY = (
    "label-subscribe",
    "idle-keep",
    "offline-get",
    "tickets-begin",
    "tickets-send",
    "broadcasts-send",
    "broadcasts-approve",
    "broadcasts-calendar-order",
    "amendments-confirm-edit",
    "amendments-approve",
    "seminars-preview-announce",
    "seminars-edit-tell",
    "seminars-change-move",
    "recordings-tell",
)
STYLES: Mapping[str, Style] = {**dict.fromkeys(DANGER, Style.DANGER), **dict.fromkeys(PRIMARY, Style.PRIMARY)}


def style_of(key: str, *, leads: bool = False) -> Style | None:
    """Return the colour of a button; one that only ``leads`` to another screen is never blue."""
    style = STYLES.get(key)
    return None if leads and style is Style.PRIMARY else style
