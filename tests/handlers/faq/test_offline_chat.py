"""The file with every answer: whole, self-contained, small, and named after nothing where it must be (P19)."""

import re

import pytest

from bot.core.faq.topics import Tree
from bot.core.locales import Locale
from tests.chat import Chatter, Town, town

MOST = 300 * 1024


async def taken(t: Town, reader: Chatter) -> tuple[str, str]:
    """Take the file; return its name and text."""
    await reader.sends("/start")
    await reader.taps("⋯")
    await reader.taps("📄")
    await reader.taps("⬇️")
    document = reader.last["document"]
    return document["file_name"], t.telegram.world.files.get(document["file_id"]).upload.content.decode()


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_every_answer_is_in_it_in_both_languages(language: str) -> None:
    async with town(official_links="https://example.org/a") as t:
        _, page = await taken(t, t.person(language=language))
        tree: Tree = t.app.reloading.reload.library.tree
        for topic in tree.topics:
            assert f'id="ru-{topic.id}"' in page
            assert f'href="#en-{topic.id}"' in page
            assert all(source.url.replace("&", "&amp;") in page for source in topic.sources)
        assert page.count("<article") == 2 * len(tree.topics)
        assert page.count("⚠️ Черновик") == page.count("⚠️ Draft") == len(tree.topics)
        assert "24 ноября 2026 года" in page
        assert len(page.encode()) <= MOST


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_it_says_where_to_look_when_the_bot_is_gone(language: str) -> None:
    async with town(successor="@seminar_second_bot", site_url="https://mirror.example.org") as t:
        _, page = await taken(t, t.person(language=language))
        for said in ("Если этот бот исчезнет", "If this bot disappears", 'href="https://t.me/seminar_second_bot"'):
            assert said in page
        assert 'href="https://mirror.example.org"' in page
        for link in ("as_ru_rvn", "as_ru_rvnd", "as_en_rvn", "as_en_rvnd"):
            assert page.count(f'href="https://t.me/seminar_second_bot?start={link}"') == 1
    async with town(successor="https://example.org/next") as t:
        _, page = await taken(t, t.person(language=language))
        assert 'href="https://example.org/next"' in page and "start=as_" not in page
    async with town() as t:
        _, page = await taken(t, t.person(language=language))
        assert "исчезнет" not in page and "disappears" not in page


async def test_nothing_is_loaded_from_anywhere() -> None:
    async with town() as t:
        _, page = await taken(t, t.person())
        assert not re.search(r"<(?:script|img|link|iframe|object|embed|form)\b|@import|url\(|\bsrc=", page)
        assert "default-src 'none'" in page
        assert '<div id="en" lang="en">' in page
        assert page.count("<p>") == page.count("</p>") - page.count("<p class")


async def test_a_discreet_person_gets_a_neutral_name() -> None:
    async with town() as t:
        anna = await t.subscriber()
        assert (await taken(t, anna))[0] == "otvety.html"
        await anna.sends("/settings")
        await anna.taps("Незаметно")
        assert (await taken(t, anna))[0] == "zametki.html"


async def test_a_page_is_made_once_for_the_same_answers() -> None:
    async with town() as t:
        made = t.app.dispatcher["offline_file"]
        tree = t.app.reloading.reload.library.tree
        assert made(tree, Locale.RU) is made(tree, Locale.RU)
        assert made(tree, Locale.EN) is not made(tree, Locale.RU)


@pytest.mark.parametrize(("language", "other"), [("ru", "en"), ("en", "ru")])
async def test_it_begins_in_the_readers_language(language: str, other: str) -> None:
    async with town() as t:
        _, page = await taken(t, t.person(language=language))
        assert page.startswith(f'<!doctype html><html lang="{language}">')
        assert f'id="l-{language}" checked>' in page
        assert f'id="l-{other}">' in page
        assert page.index(f'<div id="{language}"') < page.index(f'<div id="{other}"')
