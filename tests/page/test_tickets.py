"""Question, answer, addition and closing in Chromium on a small phone, in both languages (P10, A10)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.page.test_demo import CALM, Guest, visiting

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

UNCUT = "() => [...document.querySelectorAll('.key')].every(key => key.scrollWidth <= key.clientWidth)"
ABOVE_THE_FOLD = """([title, label]) => {
    const last = (selector, text) =>
        [...document.querySelectorAll(selector)].filter(each => each.textContent.includes(text)).at(-1);
    last('.message.in', title).scrollIntoView({block: 'start'});
    return last('.key', label).getBoundingClientRect().bottom
        <= document.querySelector('#composer').getBoundingClientRect().top + 2;
}"""
"""With the notice at the upper edge the button below it is seen whole, but for its lower edge."""


@dataclass(frozen=True)
class Sights:
    """What one person taps, and what is read behind it. ``said``: question, answer, addition."""

    persona: str
    said: tuple[str, str, str]
    ask: tuple[str, str]
    begin: tuple[str, str]
    send: tuple[str, str]
    check: str
    whose: tuple[str, str]
    add: tuple[str, str]
    added: str
    close: tuple[str, str]
    surely: tuple[str, str]


SIGHTS = (
    Sights(
        persona="anna",
        said=("Сколько дней на апелляцию?", "Тридцать дней.", "А в суде?"),
        ask=("Спросить юриста", "Не пишите"),
        begin=("Задать вопрос", "одним сообщением"),
        send=("Отправить", "Вопрос принят"),
        check="уйдёт это сообщение",
        whose=("Ответ юриста · ", "юрист ответил"),
        add=("Дополнить", "Дополнение к вопросу"),
        added="Дополнение принято",
        close=("Закрыть вопрос", "Ответы на него больше не придут, дополнить"),
        surely=("Да, закрыть", "закрыт. Ответы"),
    ),
    Sights(
        persona="john",
        said=("How many days for an appeal?", "Thirty days.", "And in court?"),
        ask=("Ask a lawyer", "Do not write"),
        begin=("Ask a question", "in one message"),
        send=("Send", "is accepted"),
        check="goes to the lawyers",
        whose=("A lawyer’s answer · ", "a lawyer has answered"),
        add=("Add", "More for the question"),
        added="What you added is accepted",
        close=("Close question", "nothing can be added"),
        surely=("Yes, close it", "is closed. No more"),
    ),
)


async def answer(guest: Guest, question: str, text: str) -> None:
    """Reply to a question in the lawyers' group."""
    await guest.page.click("#tab-lawyer")
    await guest.last(question).locator(".reply").click()
    await guest.writes(text, text)
    await guest.page.locator(".message.out .reaction", has_text="👍").last.wait_for()


async def walk(guest: Guest, see: Sights) -> None:
    """Ask, read the answer, add, and close."""
    question, said, addition = see.said
    await guest.taps(*see.ask)
    assert await guest.page.evaluate(ABOVE_THE_FOLD, [see.ask[0], see.begin[0]])
    await guest.taps(*see.begin)
    await guest.writes(question, see.check)
    await guest.taps(*see.send)
    await answer(guest, question, said)
    await guest.page.click(f"#tab-{see.persona}")
    await guest.taps(*see.whose)
    await guest.taps(*see.add)
    await guest.writes(addition, see.check)
    await guest.taps(see.send[0], see.added)
    assert await guest.page.evaluate(UNCUT)
    await guest.page.click("#tab-lawyer")
    await guest.last(addition).wait_for()
    shown = await guest.page.inner_text("#chat")
    assert [name for name in ("Анна", "John") if name in shown] == []
    await guest.page.click(f"#tab-{see.persona}")
    await guest.taps(*see.close)
    await guest.taps(*see.surely)


async def test_a_question_to_the_lawyers_is_answered_added_to_and_closed(phone: "BrowserContext") -> None:
    async with visiting(phone, CALM) as guest:
        await guest.page.set_viewport_size({"width": 360, "height": 740})
        for first, see in zip((True, False), SIGHTS, strict=True):
            await (guest.comes(see.persona) if first else guest.becomes(see.persona))
            await walk(guest, see)
