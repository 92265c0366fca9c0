"""Texts in bubbles: every entity, offsets behind emoji, dates, and text that looks like markup."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.page.visitor import Visitor, visiting

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]


async def placed(anna: Visitor, text: str, entities: list[dict[str, Any]], **fields: Any) -> None:
    """Put a message from the bot into the chat without Telegram's checks, so that it may be invalid."""
    person = anna.stage.personas[0].person
    person.place(person.world.bot, {"text": text, "entities": entities, **fields})


async def test_every_entity_behind_emoji(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.writes("/rich")
        message = await anna.sees("жирный")
        texts = {
            "strong": "жирный",
            "s": "нет",
            "blockquote": "цитата",
            "pre code": 'print("👍")',
            "em > u": "и подчёркнутый",
        }
        for selector, text in texts.items():
            assert await message.locator(selector).text_content() == text
        # A block ends its line by itself: no empty line after it.
        text = await message.locator(".text").text_content() or ""
        assert text.endswith('print("👍")цитатаhttps://example.org a@example.org #тег')
        assert await message.locator("pre").get_attribute("data-language") == "python"
        assert await message.locator("a").evaluate_all("links => links.map(link => link.href)") == [
            "https://example.org/",
            "mailto:a@example.org",
        ]
        assert await message.locator("a").first.get_attribute("rel") == "noopener noreferrer"
        assert await message.locator(".tag").inner_text() == "#тег"
        spoiler = message.locator(".spoiler")
        assert await spoiler.evaluate("e => getComputedStyle(e).color") == "rgba(0, 0, 0, 0)"
        await spoiler.press("Enter")
        assert await spoiler.evaluate("e => getComputedStyle(e).color") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "</div><h1>x</h1>",
        "&lt;b&gt;",
        "\u202eevil",
        "%s {0} ${x}",
    ],
)
async def test_hostile_text_stays_text(phone: "BrowserContext", text: str) -> None:
    async with visiting(phone) as anna:
        anna.page.on("dialog", lambda dialog: anna.problems.append(dialog.message))
        await anna.starts()
        await anna.writes(text)
        await anna.until(
            "text => [...document.querySelectorAll('.in .text')].some(element => element.textContent === text)", text
        )
        assert await anna.page.locator("#log img, #log script, #log h1").count() == 0


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:" + "/" * 3 + "etc/passwd",
        "vbscript:x",
    ],
)
async def test_hostile_addresses_are_no_links(phone: "BrowserContext", address: str) -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        button = {"text": "жми", "url": address}
        entity = {"type": "text_link", "offset": 0, "length": 5, "url": address}
        await placed(anna, "ловля", [entity], reply_markup={"inline_keyboard": [[button]]})
        message = await anna.sees("ловля")
        assert await message.locator("a").count() == 0
        assert await anna.key("жми").is_disabled()


async def test_entities_that_overlap_or_leave_the_text(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        ranges = [("bold", 0, 4), ("italic", 2, 4), ("code", 5, 900), ("underline", -3, 4), ("constructor", 0, 9)]
        entities = [{"type": kind, "offset": offset, "length": length} for kind, offset, length in ranges]
        await placed(anna, "👍👍abcd", entities)
        message = await anna.sees("abcd")
        assert await message.locator(".text").text_content() == "👍👍abcd"
        # No entity may cut a character in half.
        assert await message.locator(".text *").evaluate_all("all => all.every(e => e.textContent.isWellFormed())")
        bold = await message.locator("strong").all_text_contents()
        assert "".join(bold) == "👍👍"


async def test_a_moment_is_in_the_readers_zone(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        # 2026-12-06 00:00 UTC
        moment = {"type": "date_time", "offset": 3, "length": 6, "unix_time": 1796515200}
        for flags, shown in {"wDt": "воскресенье, 6 декабря 2026", "d": "06.12.26", "T": "03:00:00"}.items():
            await placed(anna, "👍 старое", [{**moment, "date_time_format": flags}])
            time = (await anna.sees("👍")).locator("time.moment")
            assert shown in (await time.inner_text()).replace("\xa0", " ")
            assert await time.get_attribute("title") == "старое"
            assert await time.get_attribute("datetime") == "2026-12-06T00:00:00.000Z"
        await placed(anna, "👍 старое", [{**moment, "date_time_format": ""}])
        await anna.sees("старое")


async def test_relative_moments_follow_the_clock(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.page.clock.install()
        await anna.page.reload()
        await anna.starts()
        await anna.writes("/seminars")
        time = (await anna.sees("Разрешение")).locator("[data-relative]")
        assert await time.inner_text() == "через 2 часа"
        await anna.page.clock.fast_forward(3600_000)
        await anna.until("() => document.querySelector('[data-relative]').textContent === 'через 1 час'")


async def test_an_expandable_quote_opens_and_closes(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.taps("Вопросы и ответы")
        quote = (await anna.sees("Сколько ждать")).locator("blockquote")
        inner, toggle = quote.locator(".quote-text"), quote.get_by_role("button")
        closed = await inner.evaluate("e => [e.clientHeight, e.scrollHeight]")
        assert closed[0] < closed[1]
        assert await toggle.get_attribute("aria-expanded") == "false"
        await toggle.click()
        assert await inner.evaluate("e => e.clientHeight === e.scrollHeight")
        assert await toggle.inner_text() == "Свернуть"
        await placed(anna, "коротко", [{"type": "expandable_blockquote", "offset": 0, "length": 7}])
        assert await (await anna.sees("коротко")).get_by_role("button", name="Показать").count() == 0


async def test_an_admins_markers_become_formatting(phone: "BrowserContext") -> None:
    async with visiting(phone, "#admin") as admin:
        await admin.starts()
        await admin.writes("👍 **важно** и __тихо __ **__оба__** 2**3**4 снег")
        message = await admin.sees("снег")
        sent = admin.stage.personas[2].person.messages[-1]
        assert await message.locator("strong").all_text_contents() == ["важно", "оба", "3"]
        assert await message.locator("em").all_text_contents() == ["оба"]
        assert sent["text"] == "👍 важно и __тихо __ оба 234 снег"
        assert "жирный" in str(await admin.page.get_attribute("#text", "placeholder"))


async def test_others_markers_stay_as_they_are(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.writes("**важно**")
        await anna.sees("**важно**")


async def test_bubbles_say_their_language(phone: "BrowserContext") -> None:
    async with visiting(phone, "#john") as john:
        await john.starts()
        assert await (await john.sees("Здравствуйте")).locator(".text").get_attribute("lang") == "ru"
        await john.writes("how long")
        assert await (await john.sees("how long")).locator(".text").get_attribute("lang") == "en"


async def test_disabled_and_unknown_buttons_do_nothing(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        buttons = [{"text": "Нельзя", "disabled": {}, "callback_data": "x"}, {"text": "Касса", "pay": True}]
        await placed(anna, "кнопки", [], reply_markup={"inline_keyboard": [buttons]})
        await anna.sees("кнопки")
        assert await anna.key("Нельзя").is_disabled()
        assert await anna.key("Касса").is_disabled()


async def test_photos_and_other_content_have_words(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        person = anna.stage.personas[0].person
        person.sends_photo(b"\x89PNG\r\n\x1a\n", caption="снимок")
        image = (await anna.sees("снимок")).locator("img")
        assert await image.get_attribute("alt") == "Фото"
        person.sends_voice()
        person.sends_sticker("👍")
        await anna.sees("Голосовое сообщение")
        await anna.sees("Стикер 👍")
