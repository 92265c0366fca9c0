"""The first screens, deep links, what nobody understood, and what went wrong, without a dispatcher."""

from collections.abc import Callable

import pytest
from aiogram.enums import ContentType
from hypothesis import given
from hypothesis import strategies as st

from bot.core.locales import Locale
from bot.core.subscribers.albums import Albums
from bot.handlers.start import DeepLink, LinkTarget, help_screen, language_screen, more_screen, read_payload
from bot.handlers.subscribers.privacy import Kept, privacy_screen
from bot.handlers.ui.callbacks import Go, Place
from bot.handlers.ui.menu import menu_below, menu_screen
from bot.handlers.ui.screens import Screen, Words
from bot.handlers.unsupported import PERSONAL_TYPES, PLAYFUL_TYPES, OncePerAlbum
from tests.handlers.drawn import catalogues, check_screen, labels, parsed, seen, target, targets, words
from tests.handlers.made import message

LOCALES = list(Locale)

MENU = {
    Locale.RU: ["Первые шаги", "Вопросы и ответы", "Семинары", "Приватность", "Подписаться", "Ещё", "English"],
    Locale.EN: ["First steps", "Questions and answers", "Seminars", "Privacy", "Subscribe", "More", "Русский"],
}
FIXED = {
    "back": ("Назад", "Back"),
    "menu": ("Меню", "Menu"),
    "cancel": ("Отмена", "Cancel"),
    "label-unsubscribe": ("Отписаться", "Unsubscribe"),
    "label-delete": ("Удалить всё", "Delete everything"),
}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_menu_has_the_fixed_labels_in_order(locale: Locale) -> None:
    screen = menu_screen(words(locale))
    check_screen(screen, locale)

    assert [label.partition(" ")[2] for label in labels(screen)] == MENU[locale]


@pytest.mark.parametrize(("key", "wording"), list(FIXED.items()))
def test_shared_labels_are_exact_after_their_emoji(key: str, wording: tuple[str, str]) -> None:
    said = tuple(words(locale).plain(key).partition(" ")[2] for locale in (Locale.RU, Locale.EN))

    assert said == wording


@pytest.mark.parametrize(
    ("locale", "parts"),
    [
        (Locale.RU, ("JurisQ Legal Network", "Спектор", "не юридическая консультация", "денег, паспорт или коды")),
        (Locale.EN, ("JurisQ Legal Network", "Yakov Spektor", "not legal advice", "money, a passport or codes")),
    ],
)
def test_the_first_screen_says_who_and_what_not(locale: Locale, parts: tuple[str, ...]) -> None:
    text = seen(menu_screen(words(locale)))

    assert [part for part in parts if part not in text] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_more_and_help_are_whole_screens(locale: Locale) -> None:
    more, helping = more_screen(words(locale)), help_screen(words(locale))
    check_screen(more, locale)
    check_screen(helping, locale)

    assert Go(lang=locale, to=Place.SETTINGS).pack() in targets(more)
    assert Go(lang=locale, to=Place.HELP).pack() in targets(more)
    assert all(command in seen(helping) for command in ("/faq", "/seminars", "/stop", "/privacy", "/delete"))


@pytest.mark.parametrize("locale", LOCALES)
def test_only_an_admin_is_told_of_the_desk(locale: Locale) -> None:
    admins, readers = help_screen(words(locale), admin=True), help_screen(words(locale))
    check_screen(admins, locale)

    assert all(command in seen(admins) for command in ("/faq", "/broadcast", "/seminar ", "/cancel"))
    assert not any(command in seen(readers) for command in ("/broadcast", "/seminar ", "/cancel"))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_language_choice_leads_to_the_menu_in_it(locale: Locale) -> None:
    screen = language_screen(words(locale))

    assert seen(screen)
    assert target(screen, "Русский") == Go(lang=Locale.RU, pick=True, to=Place.MENU).pack()
    assert target(screen, "English") == Go(lang=Locale.EN, pick=True, to=Place.MENU).pack()


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "key",
    [
        "start-nothing-to-cancel",
        "start-unknown-command",
        "questions-not-now",
        "refusals-playful",
        "too-late-order",
        "already-done",
        "try-later",
    ],
)
def test_every_sentence_comes_with_the_menu(locale: Locale, key: str) -> None:
    screen = menu_below(words(locale), words(locale)(key))
    check_screen(screen, locale)

    assert len(labels(screen)) == len(MENU[locale])


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", ["already-done", "try-later", "start-old-button"])
def test_toasts_fit_telegrams_limit(locale: Locale, key: str) -> None:
    assert len(words(locale).plain(key)) <= 200


@pytest.mark.parametrize("key", ["start-title", "start-about", "start-notice"])
def test_nobody_is_shouted_at(key: str) -> None:
    assert all("!" not in parsed(catalogues()(locale, key))[0] for locale in LOCALES)


@pytest.mark.parametrize(
    ("payload", "link"),
    [
        ("faq_first-steps", DeepLink(LinkTarget.FAQ, "first-steps")),
        ("faq_no_such", DeepLink(LinkTarget.FAQ, "no_such")),
        ("seminar_12", DeepLink(LinkTarget.SEMINAR, "12")),
        ("subscribe", DeepLink(LinkTarget.SUBSCRIBE)),
        ("ask", DeepLink(LinkTarget.ASK)),
        ("ask_1", None),
        ("as_ru_rvn", DeepLink(LinkTarget.SWITCHES, "ru_rvn")),
        ("as", None),
        ("as_", None),
        ("as_" + "a" * 62, None),
        ("", None),
        (None, None),
        ("faq_", None),
        ("faq", None),
        ("seminar", None),
        ("seminar_-1", None),
        ("seminar_1x", None),
        ("seminar_" + "9" * 30, None),
        ("seminar_١", None),
        ("subscribe_me", None),
        ("faq_" + "a" * 60, DeepLink(LinkTarget.FAQ, "a" * 60)),
        ("faq_" + "a" * 61, None),
        ("faq_a b", None),
        ("faq_тема", None),
        ("faq_a\n", None),
        ("FAQ_first-steps", None),
    ],
)
def test_payloads(payload: str | None, link: DeepLink | None) -> None:
    assert read_payload(payload) == link


@given(st.text(max_size=80))
def test_no_payload_breaks_the_reader(payload: str) -> None:
    link = read_payload(payload)

    assert link is None or f"{link.target}_{link.what}".rstrip("_") == payload.rstrip("_")


async def test_an_album_is_answered_once() -> None:
    once, albums = OncePerAlbum(), Albums()
    first, second = (message(photo=True, album="a").model_copy(update={"message_id": number}) for number in (5, 6))

    assert [await once(each, albums) for each in (first, second, first)] == [True, False, True]
    assert [await once(message(photo=True), albums) for _ in range(2)] == [True, True]


def test_service_messages_are_not_other_content() -> None:
    service = {ContentType.PINNED_MESSAGE, ContentType.MESSAGE_AUTO_DELETE_TIMER_CHANGED, ContentType.TEXT}

    assert not (PERSONAL_TYPES | PLAYFUL_TYPES) & service
    assert not PERSONAL_TYPES & PLAYFUL_TYPES


SHARED_ROW_CHARACTERS = 10
"""What half a row shows on a phone of 320 pixels, an emoji before it not counted."""


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize(
    "draw", [menu_screen, more_screen, lambda said: privacy_screen(said, Kept(chat=1))], ids=["menu", "more", "privacy"]
)
def test_no_label_in_half_a_row_is_cut_on_a_small_phone(draw: Callable[[Words], Screen], locale: Locale) -> None:
    shared = [button.text for row in draw(words(locale)).rows if len(row) > 1 for button in row]
    assert [label for label in shared if len(label.split(" ", 1)[-1]) > SHARED_ROW_CHARACTERS] == []
