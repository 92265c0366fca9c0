"""/verify and «Ещё» as chats (P1, P18)."""

from importlib import resources

import pytest

from bot.core.faq.topics import shipped_tree
from tests.chat import Chatter, town


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


def copies(chatter: Chatter) -> list[str]:
    """What the buttons of the newest message copy."""
    rows = chatter.last["reply_markup"]["inline_keyboard"]
    return [button["copy_text"]["text"] for row in rows for button in row if "copy_text" in button]


@pytest.mark.parametrize(("language", "gone"), [("ru", "Если этот бот исчезнет"), ("en", "If this bot disappears")])
async def test_a_successor_is_named_and_copied_and_nothing_when_there_is_none(language: str, gone: str) -> None:
    links = "https://example.org/page,https://example.org/" + "x" * 60
    async with town(successor="@seminar_second_bot", official_links=links) as t:
        anna = t.person(language=language)
        await anna.sends("/verify")
        anna.sees(gone, "@seminar_second_bot")
        assert copies(anna) == ["@seminar_second_bot", "https://example.org/page"]
        targets = [entity["url"] for entity in anna.last["entities"] if entity["type"] == "text_link"]
        assert "https://t.me/seminar_second_bot" in targets
    async with town(successor="https://example.org/next") as t:
        anna = t.person(language=language)
        await anna.sends("/verify")
        anna.sees(gone, "example.org/next")
        assert copies(anna) == ["https://example.org/next"]
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/verify")
        anna.sees_not(gone)
        assert copies(anna) == []


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_forms_and_numbers_are_copied_where_the_page_shows_them(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        for topic in shipped_tree(resources.files("bot") / "locales").topics:
            if not topic.copied:
                continue
            await anna.sends(f"/start faq_{topic.id}")
            assert copies(anna) == list(topic.copied), topic.id
            assert all(text in anna.text for text in topic.copied)


async def test_a_seminars_link_is_copied() -> None:
    async with town() as t:
        admin, anna = t.admin(), t.person()
        await admin.sends("/start")
        await admin.announces("/seminar 2026-12-05 19:00 UTC | Работа | Work | https://youtu.be/abc | 1h")
        await anna.sends("/seminars")
        assert copies(anna) == ["https://youtu.be/abc"]


async def test_the_site_is_named_where_somebody_looks_for_a_way_without_telegram() -> None:
    async with town(site_url="https://mirror.example.org") as t:
        anna = t.person()
        await anna.sends("/verify")
        anna.sees("То же без Telegram", "mirror.example.org")
        assert "https://mirror.example.org" in copies(anna)
        await anna.sends("/seminars")
        anna.sees("Следить без подписки")
        assert "https://mirror.example.org/ru/seminars.html" in str(anna.last["entities"])
        await anna.sends("/start")
        await anna.taps("Ещё")
        urls = [b["url"] for row in anna.last["reply_markup"]["inline_keyboard"] for b in row if "url" in b]
        assert urls == ["https://mirror.example.org/ru/index.html"]


async def test_without_a_site_nothing_is_said_of_one() -> None:
    async with town() as t:
        anna = t.person()
        for command in ("/verify", "/seminars"):
            await anna.sends(command)
            anna.sees_not("без Telegram", "Следить без подписки")


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
