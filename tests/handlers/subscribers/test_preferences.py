"""The settings' screen: every switch shows its state and carries the value it would set."""

from dataclasses import replace

import pytest

from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Choice, Subscriber
from bot.handlers.subscribers.preferences import CHOICE_KEYS, SetChoice, settings_screen
from tests.handlers.drawn import check_screen, labels, seen, target, targets, words

ROW = Subscriber(7, Locale.RU, joined="2026-11-24", active="2026-11-24")
LOCALES = list(Locale)


def with_switch(choice: Choice, on: bool) -> Subscriber:
    """The row with one switch set."""
    return replace(ROW, **{choice.value: on})  # type: ignore[arg-type]  # a bool each


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("choice", list(Choice))
@pytest.mark.parametrize("on", [False, True])
def test_a_switch_shows_its_state_and_sets_the_other_value(locale: Locale, choice: Choice, on: bool) -> None:
    screen = settings_screen(words(locale), with_switch(choice, on))
    check_screen(screen, locale)

    found = [SetChoice.unpack(data) for data in targets(screen) if data.startswith("set:")]
    (button,) = [data for data in found if data.choice is choice]
    assert button.on is not on
    label = labels(screen)[list(CHOICE_KEYS).index(choice)]
    assert label == f"{'✅' if on else '⬜️'} {words(locale).plain(CHOICE_KEYS[choice])}"


def test_every_choice_has_a_switch() -> None:
    assert set(CHOICE_KEYS) == set(Choice)


@pytest.mark.parametrize(("locale", "word"), [(Locale.RU, "не выдаёт, о чём речь"), (Locale.EN, "does not give away")])
def test_discreet_is_explained(locale: Locale, word: str) -> None:
    assert word in seen(settings_screen(words(locale), ROW))


@pytest.mark.parametrize(("locale", "label"), [(Locale.RU, "Подписаться"), (Locale.EN, "Subscribe")])
def test_a_stranger_is_shown_the_way_to_a_subscription(locale: Locale, label: str) -> None:
    screen = settings_screen(words(locale), None)
    check_screen(screen, locale)

    assert target(screen, label).endswith(":subscribe")
    assert not [data for data in targets(screen) if data.startswith("set:")]
