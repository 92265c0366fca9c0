"""The pictures of the page for lawyers (docs/lawyer.md, docs/lawyer.ru.md), on a phone of 360 pixels.

``python -m tests.page.screens lawyer`` takes these alone. Everybody in the group reads one language, so that each
language has a demo of its own.
"""

from dataclasses import dataclass

from playwright.async_api import Browser

from bot.core.locales import Locale
from tests.page.camera import Camera, phone

NARROW = (360, 740)


@dataclass(frozen=True)
class Talk:
    """What is said and tapped in one language. ``ask``, ``begin``, ``send``: a label and what is read behind it."""

    asker: str
    front: str
    begin: tuple[str, str]
    send: tuple[str, str]
    check: str
    question: str
    answer: str
    canned: str
    undone: str


TALKS = {
    Locale.RU: Talk(
        asker="anna",
        front="Не пишите",
        begin=("Задать вопрос", "одним сообщением"),
        send=("Отправить", "Вопрос принят"),
        check="уйдёт это сообщение",
        question="Пришла повестка в суд, а адвоката у меня нет. Что делать?",
        answer="Придите в назначенный день, даже без адвоката. Бесплатных юристов называет ответ «Где искать юриста».",
        canned="Готовые ответы",
        undone="Ответ удалён у автора",
    ),
    Locale.EN: Talk(
        asker="john",
        front="Do not write",
        begin=("Ask a question", "in one message"),
        send=("Send", "is accepted"),
        check="goes to the lawyers",
        question="I have a hearing in court and no lawyer. What should I do?",
        answer="Be there on that day, with or without a lawyer. The answer “Finding legal help” names free ones.",
        canned="Ready answers",
        undone="The answer was deleted",
    ),
}


async def ask(asker: Camera, talk: Talk) -> None:
    """Send the question."""
    await asker.write("/ask", talk.front)
    await asker.tap(*talk.begin)
    await asker.write(talk.question, talk.check)
    await asker.tap(*talk.send)


async def take_lawyers(browser: Browser, address: str, locale: Locale) -> None:
    """Take those of one language."""
    talk = TALKS[locale]
    async with (
        phone(browser, address, talk.asker, "light", NARROW) as asker,
        phone(browser, address, "lawyer/group", "light", NARROW) as lawyer,
    ):
        await ask(asker, talk)
        await lawyer.wait(talk.question)
        await lawyer.take(f"lawyer-question-{locale}")
        await lawyer.reply(talk.question, talk.answer)
        await lawyer.react("👍")
        await lawyer.take(f"lawyer-answer-{locale}")
        await asker.wait(talk.answer)
        await asker.take(f"lawyer-arrived-{locale}")
        await lawyer.write("/c", talk.canned)
        await lawyer.take(f"lawyer-canned-{locale}", top=talk.canned)
        await lawyer.reply(talk.answer, "/undo", own=True)
        await lawyer.wait(talk.undone)
        await lawyer.take(f"lawyer-undo-{locale}")
