"""The subscription's screens: consent before the row, the truth after it."""

from dataclasses import replace

import pytest

from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Subscriber
from bot.handlers.subscribers.subscription import (
    GiveUpSubscription,
    ShowLeft,
    ShowSubscription,
    TakeSubscription,
    left_screen,
    subscription_screen,
)
from tests.handlers.drawn import check_screen, labels, seen, target, targets, words

ROW = Subscriber(7, Locale.RU, joined="2026-11-24", active="2026-11-24")
LOCALES = list(Locale)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("discreet", [False, True])
def test_the_offer_carries_the_discreet_choice_in_its_buttons_only(locale: Locale, discreet: bool) -> None:
    screen = subscription_screen(words(locale), None, discreet=discreet)
    check_screen(screen, locale)

    switch, subscribe, _, language = targets(screen)
    assert ShowSubscription.unpack(switch).discreet is not discreet
    assert TakeSubscription.unpack(subscribe).discreet is discreet
    assert ShowSubscription.unpack(language).discreet is discreet
    assert labels(screen)[0].startswith("✅" if discreet else "⬜️")


@pytest.mark.parametrize(
    ("locale", "stored"),
    [
        (Locale.RU, ("номер этого чата", "язык", "настройки", "день подписки", "/stop", "ни имени")),
        (Locale.EN, ("number of this Telegram chat", "language", "settings", "day you subscribed", "/stop", "no name")),
    ],
)
def test_the_offer_says_what_is_stored_and_for_how_long(locale: Locale, stored: tuple[str, ...]) -> None:
    text = seen(subscription_screen(words(locale), None, discreet=False))

    assert [part for part in stored if part not in text] == []


@pytest.mark.parametrize(("locale", "title"), [(Locale.RU, "Вы подписаны"), (Locale.EN, "You are subscribed")])
def test_a_subscriber_sees_what_is_on_and_the_way_out(locale: Locale, title: str) -> None:
    screen = subscription_screen(words(locale), replace(ROW, news=False, discreet=True), discreet=False)
    check_screen(screen, locale)
    text, say = seen(screen), words(locale)

    assert title in text
    assert say("subscription-reminders") in text
    assert say("subscription-recordings") in text
    assert say("subscription-news") not in text
    assert say("subscription-is-discreet") in text
    assert say("subscription-silent") not in text
    assert GiveUpSubscription.unpack(target(screen, {"ru": "Отписаться", "en": "Unsubscribe"}[locale]))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_subscriber_of_nothing_is_told_so(locale: Locale) -> None:
    row = replace(ROW, reminders=False, recordings=False, news=False, silent=True)
    text = seen(subscription_screen(words(locale), row, discreet=False))

    assert words(locale)("subscription-nothing") in text
    assert words(locale)("subscription-silent") in text


@pytest.mark.parametrize(("locale", "title"), [(Locale.RU, "Вы отписаны"), (Locale.EN, "You are unsubscribed")])
def test_leaving_says_so_and_offers_to_come_back(locale: Locale, title: str) -> None:
    screen = left_screen(words(locale))
    check_screen(screen, locale)

    assert title in seen(screen)
    assert target(screen, {"ru": "Подписаться", "en": "Subscribe"}[locale]).endswith(":subscribe")
    assert ShowLeft.unpack(targets(screen)[-1]).pick
