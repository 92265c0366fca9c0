"""The page without a mouse, with a screen reader, on narrow and wide screens, in dark colours."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.page.visitor import Visitor, visiting

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

# The WCAG 2 contrast of every visible text with its background.
CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const paint = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const bad = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (element.matches(".spoken, .spoiler, :disabled")) continue;
    const grounds = [];
    for (let at = element; at; at = at.parentElement) grounds.unshift(getComputedStyle(at).backgroundColor);
    const ground = paint(["white", ...grounds]);
    const ink = paint(["white", ...grounds, getComputedStyle(element).color]);
    const [low, high] = [light(ground), light(ink)].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) bad.push(`${element.className || element.tagName} ${ratio.toFixed(2)} ${element.textContent}`);
  }
  return bad;
}"""


async def tour(visitor: Visitor) -> list[str]:
    """Everything the page can show at once, looked at for contrast."""
    found: list[str] = await visitor.page.evaluate(CONTRAST)
    await visitor.starts()
    await visitor.taps("Ещё")
    await visitor.taps("Файл")
    await visitor.sees("памятка")
    await visitor.writes("/rich")
    await visitor.sees("жирный")
    await visitor.page.locator(".in .reply").last.click()
    await visitor.page.fill("#text", "/")
    found += await visitor.page.evaluate(CONTRAST)
    await visitor.page.fill("#text", "@seminar_demo_bot ")
    await visitor.page.locator("#results").wait_for()
    found += await visitor.page.evaluate(CONTRAST)
    await visitor.page.click("#attach")
    found += await visitor.page.evaluate(CONTRAST)
    return found


async def test_contrast_by_day(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        assert await tour(anna) == []


async def test_contrast_by_night(desktop: "BrowserContext") -> None:
    async with visiting(desktop) as anna:
        assert await tour(anna) == []


async def test_by_keyboard_alone(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.tabs_to("СТАРТ")
        await anna.press("Enter")
        await anna.sees("Здравствуйте")
        assert await anna.focused() == "Сообщение"
        await anna.page.keyboard.type("первая")
        await anna.press("Shift+Enter")
        await anna.page.keyboard.type("вторая")
        await anna.press("Enter")
        await anna.until("() => [...document.querySelectorAll('.in .text')].at(-1).textContent === 'первая\\nвторая'")
        await anna.page.keyboard.type("/se")
        await anna.press("ArrowDown")
        active = await anna.page.get_attribute("#text", "aria-activedescendant")
        assert await anna.page.inner_text(f"#{active} strong") == "/settings"
        await anna.press("ArrowDown", "Enter")
        await anna.sees("Разрешение на работу")
        assert await anna.page.input_value("#text") == ""


async def test_the_first_tab_stop_leads_to_the_message_field(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.reload()
        await anna.page.locator("#composer").wait_for()
        await anna.press("Tab")
        assert await anna.focused() == "К полю сообщения"
        await anna.press("Enter")
        assert await anna.focused() == "Сообщение"
        assert anna.page.url.endswith("#anna")


@pytest.mark.parametrize("width", [320, 390])
async def test_a_label_is_cut_at_one_line(phone: "BrowserContext", width: int) -> None:
    async with visiting(phone) as anna:
        await anna.page.set_viewport_size({"width": width, "height": 700})
        await anna.starts()
        label = "Сообщить, если изменится ответ на этот вопрос или ссылки под ним"
        keyboard = {"inline_keyboard": [[{"text": label, "callback_data": "x"}, {"text": "B", "callback_data": "y"}]]}
        await anna.stage.script.call("sendMessage", chat_id=1001, text="длинная кнопка", reply_markup=keyboard)
        await anna.sees("длинная кнопка")
        key = anna.page.locator(".key", has_text="Сообщить").last
        assert await key.get_attribute("title") == label
        assert await key.evaluate("e => e.scrollWidth > e.clientWidth && e.clientHeight < 50")


async def test_a_long_label_alone_in_its_row_widens_nothing(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.page.set_viewport_size({"width": 320, "height": 700})
        await anna.starts()
        label = "Разрешение на работу · Нью-Йорк 12 дек. · Москва 13 дек."
        keyboard = {"inline_keyboard": [[{"text": label, "callback_data": "x"}]]}
        await anna.stage.script.call("sendMessage", chat_id=1001, text="список", reply_markup=keyboard)
        await anna.sees("список")
        key = anna.page.locator(".key", has_text="Разрешение").last
        assert await key.evaluate("e => e.getBoundingClientRect().right <= innerWidth && e.scrollWidth > e.clientWidth")


async def test_a_week_of_days_stands_whole_in_a_row(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.page.set_viewport_size({"width": 320, "height": 700})
        await anna.starts()
        keyboard = {"inline_keyboard": [[{"text": str(day), "callback_data": str(day)} for day in range(22, 29)]]}
        await anna.stage.script.call("sendMessage", chat_id=1001, text="неделя", reply_markup=keyboard)
        message = await anna.sees("неделя")
        cut = "keys => keys.filter(key => key.scrollWidth > key.clientWidth).length"
        assert await message.locator(".key").evaluate_all(cut) == 0


async def test_a_draft_survives_a_reload(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.fill("#text", "не дописано")
        await anna.page.reload()
        await anna.until("() => document.querySelector('#text').value === 'не дописано'")


async def test_no_ring_stays_on_a_key_after_a_tap(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.taps("Вопросы и ответы")
        await anna.sees("Сколько ждать")
        ringed = "() => [...document.querySelectorAll('.key')].filter(e => getComputedStyle(e).outlineStyle !== 'none')"
        assert await anna.page.evaluate(f"{ringed}.length") == 0
        await anna.page.locator(".key").last.focus()
        await anna.press("Tab", "Shift+Tab")
        assert await anna.page.evaluate(f"{ringed}.length") == 1


async def test_focus_survives_an_edit_in_place(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.locator("#scroll").focus()
        await anna.tabs_to("Вопросы и ответы")
        await anna.press("Enter")
        await anna.sees("Сколько ждать")
        assert await anna.page.evaluate("() => document.activeElement.matches('.key')")
        await anna.tabs_to("Назад")
        await anna.press("Enter")
        await anna.sees("Здравствуйте")
        assert await anna.page.evaluate("() => document.activeElement.matches('.key')")


async def test_escape_closes_the_menus(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.fill("#text", "/")
        await anna.page.locator("#menu").wait_for()
        await anna.press("Escape")
        assert await anna.page.locator("#menu").is_hidden()
        for opener, panel in {"#more": "#more-list", "#guide-open": "#guide"}.items():
            await anna.page.click(opener)
            await anna.page.locator(panel).wait_for()
            await anna.press("Escape")
            assert await anna.page.locator(panel).is_hidden()
            assert await anna.page.evaluate("id => document.activeElement.matches(id)", opener)


async def test_arrows_move_between_people(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.page.locator("#tab-anna").focus()
        await anna.press("ArrowRight")
        assert anna.page.url.endswith("#john")
        assert "John" in await anna.focused()
        await anna.press("ArrowLeft", "ArrowLeft")
        assert anna.page.url.endswith("#lawyer/group")
        await anna.press("ArrowLeft")
        assert anna.page.url.endswith("#admin")


async def test_reply_by_keyboard_quotes_and_escape_forgets(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.page.locator(".in .reply").last.focus()
        await anna.press("Enter")
        assert "Здравствуйте" in await anna.page.inner_text("#replying")
        await anna.press("Escape")
        assert await anna.page.locator("#replying").is_hidden()
        await anna.page.locator(".in .reply").last.click()
        await anna.writes("ответ")
        message = anna.page.locator(".message.out", has_text="ответ")
        assert "Здравствуйте" in await message.locator(".quoted").inner_text()


async def test_the_end_stays_in_sight_when_the_chat_shrinks(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.taps("Вопросы и ответы")
        await anna.writes("/rich")
        await anna.sees("жирный")
        await anna.page.locator(".in .reply").last.click()
        await anna.page.set_viewport_size({"width": 390, "height": 500})
        await anna.until(
            "() => { const e = document.getElementById('scroll');"
            " return e.scrollHeight - e.scrollTop - e.clientHeight < 2; }"
        )


async def test_what_a_screen_reader_is_told(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        log = anna.page.locator("#log")
        assert await log.get_attribute("role") == "log"
        assert await log.get_attribute("aria-live") == "polite"
        assert await anna.page.get_attribute("#toasts", "role") == "status"
        assert await log.get_attribute("aria-busy") == "false"
        names: list[Any] = await anna.page.evaluate(
            "() => [...document.querySelectorAll('button, textarea, a, [role=tab], img')]"
            ".filter(element => element.checkVisibility())"
            ".map(element => (element.ariaLabel || element.alt || element.textContent).trim())"
        )
        assert all(names)
        assert await anna.page.locator(".bubble .spoken").first.text_content() == "Вы:"


@pytest.mark.parametrize("width", [320, 390])
async def test_a_phone_does_not_scroll_sideways(phone: "BrowserContext", width: int) -> None:
    async with visiting(phone, "#admin") as admin:
        await admin.page.set_viewport_size({"width": width, "height": 600})
        await admin.starts()
        for persona in admin.stage.personas:
            persona.person.sends("/start")
        await admin.writes("ы" * 400 + " https://example.org/" + "a" * 300)
        await admin.sees("ыыыы")
        await admin.page.locator(".in .reply").last.click()
        await admin.page.locator("#tab-john .badge").wait_for()
        for selector in ("html", "#scroll", "#chat", "#tabs"):
            fits = await admin.page.locator(selector).evaluate("e => e.scrollWidth <= e.clientWidth")
            assert fits, selector
        box = await admin.page.locator("#send").bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= width


async def test_the_card_leaves_the_banner_in_sight(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        assert await anna.page.locator("#guide").is_hidden()
        await anna.page.click("#guide-open")
        assert await anna.page.locator("#steps li").count() == 9
        banner = await anna.page.locator(".banner").first.bounding_box()
        card = await anna.page.locator("#guide").bounding_box()
        assert banner is not None
        assert card is not None
        assert card["y"] >= banner["y"] + banner["height"]


async def test_a_desktop_shows_people_chat_and_card(desktop: "BrowserContext") -> None:
    async with visiting(desktop) as anna:
        assert await anna.page.locator("#guide").is_visible()
        assert await anna.page.locator("#guide-open").is_hidden()
        assert await anna.page.locator("#tab-john .note").is_visible()
        width = await anna.page.locator("#chat").evaluate("e => e.clientWidth")
        assert 360 <= width <= 460


async def test_a_long_message_is_read_from_its_beginning(phone: "BrowserContext") -> None:
    async with visiting(phone) as anna:
        await anna.starts()
        await anna.stage.script.call("sendMessage", chat_id=1001, text="начало\n" + "строка\n" * 80 + "конец")
        await anna.sees("начало")
        box = await anna.page.locator(".message", has_text="начало").bounding_box()
        assert box is not None
        assert 100 < box["y"] < 300
        await anna.page.click("#newest")
        await anna.page.locator("#newest").wait_for(state="hidden")
