"""The FAQ as a chat: one message, every written answer within reach, in both languages, leaving no row."""

import pytest

from bot.core.faq.topics import Tree
from bot.core.locales import Locale
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
            anna.sees(say.plain(f"faq-{topic.id}"), parsed(say(f"faq-{topic.id}.short"))[0][:60])
            answers += 1
            await anna.taps(back)
        await anna.taps(back)
    return answers


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_every_answer_is_reached_by_buttons_in_one_message(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/faq")
        tree: Tree = t.app.dispatcher["tree"]
        answers = await reads_everything(anna, tree, language)

        assert answers == len([topic for topic in tree.topics if topic.written]) >= 9
        assert len(anna.from_bot) == 1
        assert t.telegram.ledger.refused() == []
        assert not any((await t.app.repositories.subscribers.count()).values())


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_an_unchecked_answer_says_so_and_shows_links(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/start faq_first-steps")
        anna.sees(LABELS[language][3])
        kinds = {entity["type"] for entity in anna.last["entities"]}

        assert {"expandable_blockquote", "text_link", "bold"} <= kinds


async def test_a_risky_answer_is_withheld_when_nobody_checked_it_for_thirty_days() -> None:
    async with town() as t:
        anna = t.person()
        t.clock.forward(days=30)
        await anna.sends("/start faq_first-steps")
        anna.sees_not("не показываем")
        t.clock.forward(days=1)
        await anna.sends("/start faq_first-steps")
        anna.sees("Первые шаги", "не показываем", "24 ноября 2026 года", "Источники")


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
        await anna.taps("How long it takes")
        anna.sees("How long it takes", "Two queues")
