"""What tells who asks is found, with its place; what does not is left alone (P10)."""

import pytest

from bot.core.tickets.identity import PLACES_NAMED, Entity, Found, Identity, identities, quoted

NOT_ACCEPTED = [
    ("пишите t.me/ivan_petrov", Identity.LINK, "t.me/ivan_petrov"),
    ("HTTPS://T.ME/Ivan_Petrov?start=1", Identity.LINK, "T.ME/Ivan_Petrov"),
    ("http://telegram.me/ivan", Identity.LINK, "telegram.me/ivan"),
    ("telegram.dog/@ivan", Identity.LINK, "telegram.dog/@ivan"),
    ("www.t.me/ivan", Identity.LINK, "www.t.me/ivan"),
    ("ivan1.t.me", Identity.LINK, "ivan1.t.me"),
    ("t.me/+79991234567", Identity.LINK, "t.me/+79991234567"),
    ("t.me/contact/abcDEF", Identity.LINK, "t.me/contact/abcDEF"),
    ("tg://user?id=123456", Identity.LINK, "tg://user?id=123456"),
    ("tg:resolve?domain=ivan", Identity.LINK, "tg:resolve?domain=ivan"),
    ("ｔ.me/ivan", Identity.LINK, "t.me/ivan"),
    ("t\u200b.me\u2060/ivan", Identity.LINK, "t.me/ivan"),
]
WARNED = [
    ("я @ivan_petrov", Identity.NAME, "@ivan_petrov"),
    ("почта ivan@mail.ru", Identity.EMAIL, "ivan@mail.ru"),
    ("мой +7 (999) 123-45-67", Identity.PHONE, "+7 (999) 123-45-67"),
    ("718 555 01 42 звоните", Identity.PHONE, "718 555 01 42"),
    ("https://vk.com/id1", Identity.NETWORK, "vk.com/id1"),
    ("www.instagram.com/ivan", Identity.NETWORK, "www.instagram.com/ivan"),
    ("m.facebook.com/ivan", Identity.NETWORK, "m.facebook.com/ivan"),
    ("wa.me/79991234567", Identity.NETWORK, "wa.me/79991234567"),
    ("youtube.com/@ivan", Identity.NETWORK, "youtube.com/@ivan"),
]
HARMLESS = [
    "Подал I-589 12 ноября 2024 года, интервью через 150 дней.",
    "https://t.me/uscis_news/123",
    "https://t.me/asylum_seminar_bot?start=faq_first-steps",
    "t.me/+AbCdEfGh",
    "https://www.uscis.gov/i-589 и 8 CFR 208.7",
    "Стоит 1 000 долларов, в 2024 и 2025 году",
    "статья 8 U.S.C. 1158(a)(2)(B)",
    "сайт fix.com/page и art.me/x",
    "дата 2024-11-05 12:30 и 05.11.2024 12:30",
]


@pytest.mark.parametrize(("text", "identity", "place"), NOT_ACCEPTED)
def test_a_link_to_a_person_is_not_accepted(text: str, identity: Identity, place: str) -> None:
    assert [each for each in identities(text) if not each.accepted] == [Found(identity, place)]


@pytest.mark.parametrize(("text", "identity", "place"), WARNED)
def test_what_may_be_the_askers_wish_is_warned_of(text: str, identity: Identity, place: str) -> None:
    found = identities(text)
    assert found == (Found(identity, place),)
    assert found[0].accepted


@pytest.mark.parametrize("text", HARMLESS)
def test_what_tells_nobody_is_let_alone(text: str) -> None:
    assert identities(text) == ()


@pytest.mark.parametrize(
    ("kind", "url", "found"),
    [
        ("text_mention", "", Found(Identity.PROFILE, "Иван")),
        ("custom_emoji", "", Found(Identity.EMOJI, "Иван")),
        ("mention", "", Found(Identity.NAME, "Иван")),
        ("phone_number", "", Found(Identity.PHONE, "Иван")),
        ("email", "", Found(Identity.EMAIL, "Иван")),
        ("text_link", "tg://user?id=5", Found(Identity.LINK, "Иван → tg://user?id=5")),
        ("text_link", "https://t.me/ivan", Found(Identity.LINK, "Иван → t.me/ivan")),
        ("text_link", "https://vk.com/id1", Found(Identity.NETWORK, "Иван → vk.com/id1")),
        ("text_link", "https://www.uscis.gov", None),
        ("bold", "", None),
    ],
)
def test_entities_are_looked_at_where_they_stand(kind: str, url: str, found: Found | None) -> None:
    """Offsets are UTF-16 units: the flag before it has four."""
    text, entity = "🇺🇸 это Иван и всё", Entity(kind, 9, 4, url)
    assert identities(text, [entity]) == ((found,) if found else ())


def test_what_is_not_accepted_comes_first_and_each_place_once() -> None:
    text = "@ivan_petrov, @ivan_petrov и t.me/ivan"
    found = identities(text, [Entity("mention", 0, 12), Entity("url", 29, 9)])
    assert [each.identity for each in found] == [Identity.LINK, Identity.NAME]


def test_a_place_is_quoted_on_one_line_and_cut() -> None:
    assert quoted("а\n\n б") == "а б"
    assert quoted("х" * 50) == "х" * 40 + "…"


def test_of_hundreds_of_places_some_are_named_and_none_that_is_not_accepted_is_hidden_by_them() -> None:
    names = " ".join(f"@name{number}" for number in range(400))
    found = identities(f"{names} t.me/ivan")
    assert found[0] == Found(Identity.LINK, "t.me/ivan")
    assert len(found) == 1 + PLACES_NAMED


def test_r16_a_hostile_text_is_looked_through_in_a_moment() -> None:
    for hostile in ("a" * 4096, "a." * 2048, "1 " * 2048, "@" * 4096, "t.me/" * 800, "tg:" * 1300, "+1" * 2048):
        identities(hostile)


def test_a_broken_text_breaks_nothing() -> None:
    assert identities("\ud800 t.me/ivan", [Entity("text_mention", 900, 5), Entity("mention", 0, 1)])
