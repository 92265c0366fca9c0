"""docs/privacy.md names tests that exist, and /privacy says in both languages what it must (P13, T75)."""

import re

import pytest

from bot.core.locales import Locale
from bot.core.pagination import visible
from bot.core.subscribers.subscribers import Subscriber
from bot.handlers.start import help_screen
from bot.handlers.subscribers.privacy import Kept, privacy_screen
from bot.handlers.subscribers.subscription import subscription_screen
from bot.handlers.ui.menu import menu_screen
from bot.handlers.unsupported import refusal_screen
from tests.handlers.drawn import check_screen, words
from tests.tree import ROOT

PAGE = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(test_\w+)`")
SEIZED = PAGE.partition("## What a seizure surrenders")[2].partition("\n## ")[0]
ROWS = [line for line in SEIZED.splitlines() if line.startswith("| ") and not line.startswith(("| what", "| ---"))]

MUST = {
    Locale.RU: (
        "48 часов",
        "/stop",
        "/delete",
        "сквозным шифрованием",
        "номера чатов тех, кто сейчас подписан",
        "Редакция от",
    ),
    Locale.EN: ("48 hours", "/stop", "/delete", "end-to-end", "chat numbers of those who are subscribed", "Version of"),
}
NOTICES = {
    Locale.RU: ("не юридическая консультация", "не просим денег", "Что для этого сохранится", "ничего не скачал"),
    Locale.EN: (
        "not legal advice",
        "never ask for money",
        "What is stored for this",
        "has downloaded, kept and passed on nothing",
    ),
}


def test_every_test_the_page_names_exists() -> None:
    written = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    names = set(NAMED.findall(PAGE))
    assert len(names) > 12
    assert {name for name in names if f"def {name}(" not in written} == set()


def test_every_line_is_held_by_a_test_or_says_that_nothing_holds_it() -> None:
    assert len(ROWS) >= 11
    assert [row for row in ROWS if not NAMED.search(row) and not row.endswith("| – |")] == []


@pytest.mark.parametrize("locale", Locale)
def test_the_policy_says_what_it_must_on_one_message(locale: Locale) -> None:
    row = Subscriber(2**52, locale, "2026-11-24", "2026-11-24", not_found="2026-11-24", asked="2026-11-24")
    screen = privacy_screen(words(locale), Kept(2**52, row, admin=True))
    check_screen(screen, locale)
    assert [must for must in MUST[locale] if must not in screen.text] == []
    assert visible(screen.text) < 4096
    assert screen.text == privacy_screen(words(locale), Kept(2**52, row, admin=True), page=1).text


@pytest.mark.parametrize("locale", Locale)
def test_t75_the_notices_are_shown_before_anything_is_asked_for(locale: Locale) -> None:
    say = words(locale)
    screens = (
        menu_screen(say),
        menu_screen(say),
        subscription_screen(say, None, discreet=False),
        refusal_screen(say, 1),
    )
    for notice, screen in zip(NOTICES[locale], screens, strict=True):
        assert notice in screen.text
    assert NOTICES[locale][0] in help_screen(say).text
