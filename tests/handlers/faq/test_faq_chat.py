"""The FAQ as a chat: one message, every written answer within reach, in both languages, leaving no row."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.core.faq.search import Certainty, Found
from bot.core.faq.topics import Tree
from bot.core.locales import Locale
from bot.demo.chats.person import buttons
from bot.wording.answer_text import answer_state
from tests.chat import Chatter, town
from tests.handlers.drawn import parsed, words

LABELS = {
    "ru": ("Вопросы и ответы", "Назад", "English", "⚠️ Черновик"),
    "en": ("Questions and answers", "Back", "Русский", "⚠️ Draft"),
}


async def reads_everything(anna: Chatter, tree: Tree, language: str) -> int:
    """Walk through all groups and topics by their buttons; return how many answers were seen."""
    say = words(Locale(language))
    back = LABELS[language][1]
    answers = 0
    for group in tree.open_groups():
        await anna.taps(say.plain(f"group-{group}"))
        for topic in tree.written(group):
            await anna.taps(say.plain(f"faq-{topic.id}.button"))
            anna.sees(
                say.plain(f"faq-{topic.id}"),
                parsed(say(f"faq-{topic.id}.short"))[0].split("Сейчас:" if language == "ru" else "Now:")[1][:60],
            )
            answers += 1
            await anna.taps(back)
        await anna.taps(back)
    return answers


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_every_answer_is_reached_by_buttons_in_one_message(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/faq")
        tree: Tree = t.app.reloading.reload.library.tree
        answers = await reads_everything(anna, tree, language)

        assert answers == len([topic for topic in tree.topics if topic.written]) >= 9
        assert len(anna.from_bot) == 1
        assert t.telegram.ledger.refused() == []
        assert not any((await t.app.repositories.subscribers.count()).values())


@pytest.mark.parametrize(
    ("day", "mark"), [(datetime(2026, 12, 25, tzinfo=UTC), "⏳ "), (datetime(2028, 1, 1, tzinfo=UTC), "⚠️ ")]
)
@pytest.mark.parametrize("language", ["ru", "en"])
async def test_p05_the_menu_marks_the_age_of_the_first_steps(language: str, day: datetime, mark: str) -> None:
    """Also below a sentence of the bot, and on the way back to the menu."""
    say = words(Locale(language))
    first = f"{mark}{say.plain('label-first-steps')}"
    async with town(start=day) as t:
        anna = t.person(language=language)
        await anna.sends("/start")
        assert first in anna.labels
        anna.sees(parsed(say("start-first-steps-past" if mark == "⏳ " else "start-first-steps-shut"))[0])
        await anna.taps(first)
        await anna.taps(LABELS[language][1])
        assert first in anna.labels
        await anna.sends("/nosuchcommand")
        assert first in anna.labels


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_p05_what_is_shared_carries_the_day_of_the_answer(language: str) -> None:
    say = words(Locale(language))
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/start faq_first-steps")
        tree = t.app.reloading.reload.library.tree
        topic = tree.find("first-steps")
        assert topic is not None
        url = next(b["url"] for b in buttons(anna.last) if b["text"] == say.plain("answers-share"))
        shared = parse_qs(urlsplit(url).query)
        assert shared["text"] == [f"{say.plain('faq-first-steps')}\n{parsed(answer_state(say, tree, topic))[0]}"]
        assert "2026" in shared["text"][0]


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_an_unchecked_answer_says_so_and_shows_links(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/start faq_first-steps")
        anna.sees(LABELS[language][3])
        kinds = {entity["type"] for entity in anna.last["entities"]}

        assert {"expandable_blockquote", "text_link", "bold"} <= kinds


async def test_p05_a_part_that_was_compared_long_ago_opens_behind_a_button() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/start faq_work-permit")
        anna.sees("150", "Что могло измениться")
        t.clock.forward(days=400)
        await anna.sends("/start faq_work-permit")
        anna.sees("Разрешение на работу", "Сейчас:", "могло измениться после", "Источники")
        anna.sees_not("150")
        assert anna.labels[0].endswith("Где искать юриста")
        await anna.taps("Показать, что могло измениться")
        anna.sees("150", "с тех пор не сверялось", "Источники")
        await anna.taps("Назад")
        anna.sees("Сейчас:")
        anna.sees_not("150")


async def test_p05_a_found_answer_leads_back_from_what_was_shut() -> None:
    async with town() as t:
        t.app.questions.search.load = lambda: lambda _: Found(Certainty.ANSWER, (("work-permit", 9.0), ("fees", 1.0)))
        t.app.questions.search.prepare().result()
        t.clock.forward(days=400)
        anna = t.person()
        await anna.sends("когда можно работать")
        await anna.taps("Показать, что могло измениться")
        anna.sees("150")
        await anna.taps("Назад")
        anna.sees("Сейчас:")
        assert any("Сборы" in label for label in anna.labels)


async def test_the_language_is_switched_inside_an_answer() -> None:
    async with town() as t:
        anna = t.person(language="ru")
        await anna.sends("/start faq_first-steps")
        await anna.taps("English")
        anna.sees("First steps", LABELS["en"][3])
        await anna.taps("Back")
        anna.sees("Choose a question")
        await anna.taps("Русский")
        anna.sees("Выберите вопрос")


async def test_related_answers_are_one_tap_away() -> None:
    async with town() as t:
        anna = t.person(language="en")
        await anna.sends("/start faq_first-steps")
        await anna.taps("Finding legal help")
        anna.sees("Now:", "General information")
