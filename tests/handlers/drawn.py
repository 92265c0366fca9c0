"""Screens as Telegram would take them: parsed by the pretended Telegram's own rules, with their buttons."""

from functools import lru_cache
from typing import Any

from bot.core.content import MESSAGE_UNITS
from bot.core.locales import Locale
from bot.demo.methods.formatting import formatted
from bot.demo.text.utf16 import units
from bot.handlers.ui.callbacks import CALLBACK_DATA_BYTES, carried_language
from bot.handlers.ui.screens import Screen, Words
from bot.texts import Texts, read_catalogues


@lru_cache(maxsize=1)
def catalogues() -> Texts:
    """The package's own catalogues."""
    return Texts(read_catalogues())


def words(locale: Locale) -> Words:
    """The package's words in a language."""
    return Words(catalogues(), locale)


def parsed(markup: str) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities as Telegram reads them; fails when it would refuse."""
    text, entities = formatted(markup, "HTML", None)
    assert text
    assert units(text) <= MESSAGE_UNITS
    return text, entities


def seen(screen: Screen) -> str:
    """The text a person sees."""
    return parsed(screen.text)[0]


def labels(screen: Screen) -> list[str]:
    """The labels of all buttons, in order."""
    return [button.text for row in screen.rows for button in row]


def targets(screen: Screen) -> list[str]:
    """The callback data of all buttons that call back, in order."""
    return [button.callback_data for row in screen.rows for button in row if button.callback_data]


def target(screen: Screen, label: str) -> str:
    """The callback data of the button with this label; an emoji before it may be left out."""
    found = [b.callback_data for row in screen.rows for b in row if b.text == label or b.text.endswith(f" {label}")]
    assert len(found) == 1, (label, labels(screen))
    assert found[0] is not None
    return found[0]


def check_screen(screen: Screen, locale: Locale) -> None:
    """What holds for every screen: it parses, fits, and has Back or Menu and the language switch in its last row."""
    seen(screen)
    for data in targets(screen):
        assert len(data.encode()) <= CALLBACK_DATA_BYTES
        carried, chosen = carried_language(data)
        assert carried is (locale.other if chosen else locale), data
    switch = words(locale).plain("language-switch")
    assert [button.text for button in screen.rows[-1]][-1] == switch
