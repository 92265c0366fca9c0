"""/verify and «Ещё» as chats (P1, P18)."""

import pytest

from tests.chat import town


@pytest.mark.parametrize(("language", "never"), [("ru", "Чего мы никогда не просим"), ("en", "What we never ask for")])
async def test_verify_shows_the_name_and_the_links(language: str, never: str) -> None:
    async with town(official_links="https://example.org/page,https://t.me/example") as t:
        anna = t.person(language=language)
        await anna.sends("/verify")
        anna.sees(never, "@seminar_demo_bot", "example.org/page", "t.me/example")


@pytest.mark.parametrize(
    ("language", "none", "pages", "instead"),
    [
        ("ru", "пока не указаны", "официальн", "на ближайшем семинаре"),
        ("en", "No official pages are listed", "official page", "at the next seminar"),
    ],
)
async def test_without_links_it_says_so_and_sends_nobody_to_them(
    language: str, none: str, pages: str, instead: str
) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/verify")
        anna.sees(none, instead)
        assert anna.text.lower().count(pages) == 1


async def test_more_leads_everywhere() -> None:
    async with town() as t:
        anna = t.person()
        for label, seen in [
            ("Настоящий ли бот", "@"),
            ("Что нового", "менялись"),
            ("Ответы в одном", "без интернета"),
            ("Посчитать", "Что посчитать"),
        ]:
            await anna.sends("/start")
            await anna.taps("Ещё")
            await anna.taps(label)
            anna.sees(seen)


async def test_an_answer_can_be_shared() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/start faq_fees")
        urls = [b["url"] for row in anna.last["reply_markup"]["inline_keyboard"] for b in row if "url" in b]
        assert urls == [
            url for url in urls if url.startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fseminar_demo_bot")
        ]
        assert urls
