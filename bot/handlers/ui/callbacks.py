"""What a button sends back when it is tapped.

Every screen's button carries the language it was drawn in, so that a reader without a row keeps it after a restart
(docs/requirements.md, "Interface languages"), and whether it is the 🌐 button that chooses it. Both come first in the
packed form, where the middleware reads them without knowing the screen.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import takewhile
from typing import Annotated, Self

from aiogram.filters.callback_data import CallbackData
from pydantic import AfterValidator, Field

from bot.core.locales import Locale

CALLBACK_DATA_BYTES = 64
"""Telegram's limit for callback data (Bot API, InlineKeyboardButton)."""


ROW_NUMBERS = 2**63
"""Every row's number is below it (SQLite)."""

RowNumber = Annotated[int, Field(ge=0, lt=ROW_NUMBERS)]
"""A database row's number; the data of a forged button that has another value is not parsed."""


class Spoken(CallbackData, prefix="spoken"):
    """A button that leads to a screen in a language; ``pick`` marks the one that chooses the language.

    Last fields that are None are left out, so that a button of an older version, which had no such field, is read too.
    """

    lang: Locale
    pick: bool = False

    def pack(self) -> str:
        """Return the data of the button."""
        packed = super().pack()
        for name in self._may_be_left_out():
            if getattr(self, name) is not None:
                break
            packed = packed.removesuffix(self.__separator__)
        return packed

    @classmethod
    def unpack(cls, value: str) -> Self:
        """Read the data of a button; raises TypeError or ValueError when it is none of these."""
        missing = len(cls.model_fields) - value.count(cls.__separator__)
        left_out = missing if 0 < missing <= len(list(cls._may_be_left_out())) else 0
        return super().unpack(value + cls.__separator__ * left_out)

    @classmethod
    def _may_be_left_out(cls) -> Iterator[str]:
        """Yield the names of the last fields whose default is None, the very last one first."""
        fields = reversed(cls.model_fields.items())
        yield from (name for name, _ in takewhile(lambda item: item[1].default is None, fields))


def _not_picked(pick: bool) -> bool:
    if pick:
        raise ValueError("chooses no language")
    return pick


class Deed(Spoken, prefix="deed"):
    """A button that changes something: it never chooses the language too, since an update has one effect."""

    pick: Annotated[bool, AfterValidator(_not_picked)] = False


class Place(StrEnum):
    """A screen that needs no argument."""

    MENU = "menu"
    MORE = "more"
    HELP = "help"
    FAQ = "faq"
    SEMINARS = "seminars"
    SUBSCRIBE = "subscribe"
    SETTINGS = "settings"
    PRIVACY = "privacy"
    DELETE = "delete"
    NEWS = "news"
    VERIFY = "verify"
    OFFLINE = "offline"
    DEADLINES = "deadlines"
    CLEAR = "clear"
    ASK = "ask"
    CARRY = "carry"


class Go(Spoken, prefix="go"):
    """Show a screen; ``came`` is where Back leads if not to the menu."""

    to: Place
    came: Place | None = None


class AskBelow(Spoken, prefix="tkm"):
    """Show how lawyers are asked, below a mailing that is to stay as it is."""


class ShowDesk(Spoken, prefix="dsk"):
    """Show the admin's desk."""


class ShowGroup(Spoken, prefix="grp"):
    """Show the topics of a group."""

    group: str


class ShowTopic(Spoken, prefix="top"):
    """Show a page of an answer; ``came`` is where Back leads if not to its group."""

    topic: str
    page: int = 0
    came: Place | None = None


class ShowFound(Spoken, prefix="fnd"):
    """Show a topic that a question found; Back leads to what it was opened from.

    ``found`` is what else was found, as codes, ``sure`` whether the first of them was shown as the answer, ``again`` as
    in ``NoneFits``.
    """

    topic: str
    page: int = 0
    found: str
    sure: bool
    again: bool = False


class ShowChoice(Spoken, prefix="cho"):
    """Show the topics that a question may be about; ``found`` are their codes."""

    found: str
    again: bool = False


class NoneFits(Spoken, prefix="nof"):
    """None of the topics that were offered fits the question.

    ``found`` are the codes of what was offered, ``again`` whether the question had been put in other words.
    """

    again: bool = False
    found: str | None = None


class AskWatch(Spoken, prefix="wta"):
    """Show what being told of an answer's changes stores, or that it is stored.

    ``came`` is as in ``ShowTopic``; ``found``, ``sure`` and ``again`` are as in ``ShowFound``, if a question found it.
    """

    topic: str
    came: Place | None = None
    found: str | None = None
    sure: bool | None = None
    again: bool | None = None


class ShowShut(AskWatch, prefix="sht"):
    """Show a page of what is long past its recheck in an answer; the other fields are as in ``AskWatch``."""

    page: int = 0


class ShowSeminar(Spoken, prefix="sem"):
    """Show a seminar's card."""

    seminar: RowNumber


class Cover(Spoken, prefix="cov"):
    """«Скрыть»: a discreet message that was opened shows its neutral line again; every class of it begins so."""


def carried_cover(data: Iterable[str | None], locale: Locale) -> str | None:
    """Return the data of «Скрыть» among the buttons of a message, in another language; None where there is none."""
    for packed in data:
        prefix, _, rest = [*(packed or "").split(":", 2), "", ""][:3]
        if prefix.startswith(str(Cover.__prefix__)) and rest:
            return f"{prefix}:{locale.value}:{rest}"
    return None


def carried_language(data: str | None) -> tuple[Locale | None, bool]:
    """Return the language packed into callback data and whether it is a choice; (None, False) for any other data."""
    _, language, pick = [*(data or "").split(":", 2), "", ""][:3]
    if language not in set(Locale):
        return None, False
    return Locale(language), pick.split(":", 1)[0] == "1"
