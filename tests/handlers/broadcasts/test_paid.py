"""What the card says of paying, and its buttons: both languages, Telegram's limits, no button that does not work."""

import itertools

import pytest

from bot.core.content import Content, units
from bot.core.locales import Locale
from bot.core.mailings.mailings import Audience, Counters, Mailing, MailingKind, MailingState
from bot.core.mailings.previews import Preview
from bot.core.mailings.stars import Fare, Offer
from bot.demo.text.html import parse_html
from bot.handlers.broadcasts.paid_offer import SendPaid
from bot.handlers.broadcasts.progress import progress_screen
from bot.handlers.broadcasts.screens import SendBroadcast, card_screen
from bot.handlers.ui.callbacks import CALLBACK_DATA_BYTES, carried_language
from bot.handlers.ui.screens import Screen, Words
from bot.texts import Texts, read_catalogues

TEXTS = Texts(read_catalogues())
WORDS = {locale: Words(TEXTS, locale) for locale in Locale}
LARGEST = 2**63 - 1
BALANCES = (None, 0, 10**9)


def preview(recipients: int) -> Preview:
    """A broadcast in both languages for so many."""
    texts = ((Locale.RU, Content("Привет", "[]")), (Locale.EN, Content("Hello", "[]")))
    return Preview(LARGEST, Audience.ALL, recipients, texts, "0123456789ab", "ba9876543210")


def card(locale: Locale = Locale.RU, recipients: int = 60_000, balance: int | None = 10_000) -> Screen:
    """The card with an offer."""
    return card_screen(WORDS[locale], preview(recipients), 30, Offer(1000, balance))


def labels(screen: Screen) -> list[str]:
    """What the buttons say."""
    return [button.text for row in screen.rows for button in row]


def mailing(state: MailingState, fare: Fare) -> Mailing:
    """A broadcast under way, or over."""
    return Mailing(1, MailingKind.BROADCAST, state, Audience.ALL, Counters(total=9, delivered=3), 7, 77, fare=fare)


@pytest.mark.parametrize(("locale", "balance"), list(itertools.product(Locale, BALANCES)))
def test_everything_fits_and_carries_its_language(locale: Locale, balance: int | None) -> None:
    screen = card(locale, 10**9, balance)
    text, _ = parse_html(screen.text)
    assert units(text) <= 4096
    for button in itertools.chain.from_iterable(screen.rows):
        assert len((button.callback_data or "").encode()) <= CALLBACK_DATA_BYTES
        assert carried_language(button.callback_data)[0] in set(Locale)
        assert len(button.text) <= 40


def test_both_ways_are_told_with_time_and_price() -> None:
    text, _ = parse_html(card().text)
    assert "Займёт: около 34 мин" in text
    assert "за звёзды Telegram\n\nЗаймёт: меньше минуты\nЦена: до 6000 ⭐ с баланса бота\nНа балансе: 10000 ⭐" in text
    text, _ = parse_html(card(Locale.EN).text)
    assert "Takes: about 34 min" in text
    assert "for Telegram Stars\n\nTakes: less than a minute\nPrice: up to 6000 ⭐" in text


@pytest.mark.parametrize(
    ("locale", "free", "paid"),
    [(Locale.RU, "Отправить 60000", "⚡ Быстро за 6000 ⭐"), (Locale.EN, "Send 60000", "⚡ Fast for 6000 ⭐")],
)
def test_the_free_button_comes_first_and_only_the_other_pays(locale: Locale, free: str, paid: str) -> None:
    screen = card(locale)
    assert labels(screen)[:2] == [free, paid]
    assert SendBroadcast.unpack(screen.rows[0][0].callback_data or "").mark == "0123456789ab"
    tapped = SendPaid.unpack(screen.rows[1][0].callback_data or "")
    assert (tapped.mailing, tapped.stars, tapped.mark) == (LARGEST, 6000, "ba9876543210")


def test_an_unknown_balance_is_not_told_and_may_do() -> None:
    screen = card(balance=None)
    assert "На балансе:" not in screen.text
    assert "⚡ Быстро за 6000 ⭐" in labels(screen)


@pytest.mark.parametrize(("locale", "words"), [(Locale.RU, "не хватает звёзд"), (Locale.EN, "does not cover this")])
def test_what_the_bot_cannot_pay_has_no_button(locale: Locale, words: str) -> None:
    screen = card(locale, balance=5_999)
    assert words in screen.text
    assert not [label for label in labels(screen) if "⚡" in label]
    assert [label for label in labels(screen) if "60000" in label]


@pytest.mark.parametrize(("recipients", "offered"), [(0, False), (31, False), (1_850, False), (2_000, True)])
def test_what_saves_no_minute_is_not_worth_it(recipients: int, offered: bool) -> None:
    assert any("⚡" in label for label in labels(card(recipients=recipients))) is offered
    assert ("⚡" in card(recipients=recipients).text) is offered


def test_without_an_offer_nothing_is_said_of_money() -> None:
    screen = card_screen(WORDS[Locale.RU], preview(60_000), 30, None)
    assert "⭐" not in screen.text + "".join(labels(screen))


@pytest.mark.parametrize("state", [MailingState.QUEUED, MailingState.PAUSED, MailingState.DONE, MailingState.CANCELLED])
@pytest.mark.parametrize(
    ("locale", "words"), [(Locale.RU, "перестал принимать платные"), (Locale.EN, "stopped taking")]
)
def test_the_run_says_that_it_goes_on_for_nothing(state: MailingState, locale: Locale, words: str) -> None:
    shown = {fare: words in progress_screen(WORDS[locale], mailing(state, fare), 30).text for fare in Fare}
    assert shown == {Fare.FREE: False, Fare.PAID: False, Fare.ENDED: True, Fare.TOLD: True}
