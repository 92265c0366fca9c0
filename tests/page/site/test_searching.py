"""O10: the search of the site, which has no server: in Chromium, from files."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.core.locales import Locale
from tests.page.site.searching import SEARCH, labelled, scored
from tests.tree import ROOT

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

FLOOR = {Locale.RU: 0.8, Locale.EN: 0.8}
"""Of the first set of labelled questions; docs/site.md has what it is today."""


async def test_the_right_answer_is_among_three(browser: "Browser", tmp_path: Path) -> None:
    questions = labelled([ROOT / "tests" / "search" / "labelled" / "first.jsonl"])
    for locale, score in (await scored(browser, questions, tmp_path)).items():
        assert score.count > 50
        assert score.three >= FLOOR[locale], (locale, score)


async def test_short_questions_find_their_answer_first(phone: "BrowserContext", stick: Path) -> None:
    page = await phone.new_page()
    try:
        for lang, asked in (
            (
                "ru",
                {
                    **{"сколько стоит": "fees", "Разрешение на работу?": "work-permit", "когда семинар": "seminars"},
                    **{
                        "как отличить подделку": "verify",
                        "что хранит бот": "what-is-stored",
                        "скачать файл": "answers",
                    },
                    **{"разришение на роботу": "work-permit", "апеляция": "after-denial", "cevvf gjikbys": "fees"},
                    **{"и589": "application-and-evidence", "последние новости": "news"},
                },
            ),
            (
                "en",
                {
                    **{"how much does it cost": "fees", "work permit": "work-permit", "next seminar": "seminars"},
                    **{"lawyer": "find-legal-help", "wait": "waiting-periods", "fake": "verify"},
                },
            ),
        ):
            await page.goto((stick / lang / "search.html").as_uri())
            found = await page.evaluate(SEARCH, list(asked))
            assert {text: ids[0] for text, ids in zip(asked, found, strict=True)} == asked
    finally:
        await page.close()


async def test_what_is_found_has_the_mark_of_its_age_and_an_empty_question_says_nothing(
    phone: "BrowserContext", stick: Path
) -> None:
    page = await phone.new_page()
    try:
        await page.goto((stick / "ru" / "search.html").as_uri())
        await page.fill("#words", "пошлина")
        await page.keyboard.press("Enter")
        await page.locator("#found a").first.wait_for()
        assert await page.locator("#found a").first.inner_text() == "⏳ Сборы и пошлины"
        await page.fill("#words", " ")
        await page.keyboard.press("Enter")
        assert await page.locator("#found").inner_text() == ""
        assert await page.locator("#words").get_attribute("autocomplete") == "off", "no phone keeps what was asked"
    finally:
        await page.close()


async def test_without_a_script_there_is_no_form_that_does_nothing(stick: Path) -> None:
    assert "<form" not in (stick / "ru" / "search.html").read_text(encoding="utf-8"), "w3m shows also what is hidden"


async def test_words_that_do_not_load_are_said_and_asked_for_again(phone: "BrowserContext", stick: Path) -> None:
    page = await phone.new_page()
    try:
        await page.route("**/words.js", lambda route: route.abort())
        await page.goto((stick / "ru" / "search.html").as_uri())
        await page.fill("#words", "сколько стоит")
        await page.keyboard.press("Enter")
        await page.locator("#found", has_text="не загрузились").wait_for()
        await page.unroute("**/words.js")
        await page.keyboard.press("Enter")
        await page.locator("#found a").first.wait_for()
        assert await page.locator("#found a").first.inner_text() == "⏳ Сборы и пошлины"
    finally:
        await page.close()
