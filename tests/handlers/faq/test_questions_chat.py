"""A question in words (P6): an answer, a choice, or an honest no; asked again in other words; kept nowhere."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from threading import Event

import pytest

from bot.core.faq.codes import codes
from bot.core.faq.search import OFF_TOPIC, OTHER_PROGRAMMES, Certainty, Found, Search
from bot.core.faq.wishes import Wish
from bot.core.locales import Locale
from bot.handlers.faq.question_screens import SCREEN_LABELS, TOPICS_OFFERED
from bot.handlers.faq.screens import LEGAL_HELP
from bot.handlers.faq.watches import SetWatch
from bot.handlers.ui.callbacks import CALLBACK_DATA_BYTES, ShowFound
from tests.chat import Town, town
from tests.handlers.drawn import parsed, words
from tests.test_locales import tree

say = words(Locale.RU).plain

TOPICS = (("work-permit", 2.0), ("fees", 1.0), ("seminars", 0.5), ("whats-new", 0.1))


@asynccontextmanager
async def asked(
    certainty: Certainty, *topics: tuple[str, float], instead: str = OFF_TOPIC, wish: Wish | None = None
) -> AsyncIterator[Town]:
    """A town whose search says the same of every question."""
    found = Found(certainty, topics or TOPICS, instead, wish)
    async with town() as t:
        t.app.questions.search.load = lambda: lambda _: found
        t.app.questions.search.prepare().result()
        yield t


@pytest.mark.parametrize(
    ("language", "question", "title", "label", "none"),
    [
        ("ru", "ЕАД сколько ждать", "Разрешение на работу", "Не то? Возможно:", "Ничего не подходит"),
        ("en", "EAD how long", "Work permit", "Not this? Perhaps:", "None of these"),
    ],
)
async def test_a_sure_answer_comes_with_three_other_topics_under_their_label(
    language: str, question: str, title: str, label: str, none: str
) -> None:
    async with asked(Certainty.ANSWER, *TOPICS, ("privacy", 0.05)) as t:
        anna = t.person(language=language)
        await anna.sends(question)
        anna.sees(title)
        assert anna.text.endswith(label)
        others = [label.removeprefix("⏳ ") for label in anna.labels[: anna.labels.index(none)]]
        assert others == [
            words(Locale(language)).plain(key) for key in ("faq-fees.button", "label-seminars", "label-news")
        ]
        targets = [
            button["callback_data"]
            for row in anna.last["reply_markup"]["inline_keyboard"]
            for button in row
            if "callback_data" in button
        ]
        assert len(set(targets)) == len(targets)
        await anna.taps(none)
        anna.sees("одной короткой фразой" if language == "ru" else "one short phrase")


@pytest.mark.parametrize(
    ("wish", "certainty", "sight"),
    [
        (Wish.PERSON, Certainty.NONE, "wishes-person"),
        (Wish.MENU, Certainty.NONE, "start-title"),
        (Wish.SEMINARS, Certainty.ANSWER, "seminars-none"),
    ],
)
async def test_p06_a_wish_that_the_search_knows_opens_its_screen_and_is_counted_nowhere(
    wish: Wish, certainty: Certainty, sight: str
) -> None:
    async with asked(certainty, wish=wish) as t:
        anna = t.person()
        await anna.sends("живые люди у вас водятся?")
        anna.sees(parsed(words(Locale.RU)(sight))[0])
        assert not t.app.questions.rephrasing.again(anna.id)
        assert t.query("SELECT * FROM tally") == []
        await t.later(minutes=10)
        assert t.query("SELECT * FROM tally") == []


async def test_related_topics_do_not_crowd_the_alternatives() -> None:
    async with asked(Certainty.ANSWER) as t:
        anna = t.person()
        await anna.sends("ЕАД сколько ждать")
        assert len(anna.labels) <= 9  # three others, none fits, pages, 🔔 and ↗️, back and 🌐


async def test_back_leads_from_another_topic_to_the_answer_and_from_there_to_the_choice() -> None:
    async with asked(Certainty.ANSWER) as t:
        anna = t.person()
        await anna.sends("ЕАД сколько ждать")
        answer, labels = anna.text, anna.labels
        await anna.taps(say("faq-fees.button"))
        anna.sees(say("faq-fees"))
        anna.sees_not("Не то?")
        await anna.taps("Назад")
        assert (anna.text, anna.labels) == (answer, labels)
        await anna.taps("Назад")
        anna.sees("Возможно, вы спрашиваете", say("faq-work-permit.button"), say("faq-fees.button"))
        assert len(anna.from_bot) == 1


@pytest.mark.parametrize(
    ("label", "seen"), [("faq-fees.button", "faq-fees"), ("label-seminars", "seminars-what"), ("label-news", None)]
)
async def test_back_leads_to_the_suggestions_from_whatever_was_opened(label: str, seen: str | None) -> None:
    async with asked(Certainty.SUGGEST, ("fees", 2.0), ("seminars", 1.0), ("whats-new", 0.5)) as t:
        anna = t.person()
        await anna.sends("работа")
        choice, labels = anna.text, anna.labels
        await anna.taps(say(label))
        anna.sees_not("Возможно, вы спрашиваете")
        if seen:
            anna.sees(say(seen))
        await anna.taps("English")
        await anna.taps("Back")
        anna.sees("You may be asking", words(Locale.EN).plain("faq-fees.button"))
        await anna.taps("Русский")
        assert (anna.text, anna.labels) == (choice, labels)


@pytest.mark.parametrize("certainty", [Certainty.SUGGEST, Certainty.ANSWER])
async def test_back_leads_to_the_suggestions_also_from_nothing_fits(certainty: Certainty) -> None:
    async with asked(certainty) as t:
        anna = t.person()
        for said in ("одной короткой фразой", "ответа не нашлось"):
            await anna.sends("работа")
            await anna.taps("Ничего не подходит")
            anna.sees(said)
            await anna.taps("English")
            anna.sees_not("Choose a section")
            await anna.taps("Русский")
            anna.sees(said)
            await anna.taps("Назад")
            anna.sees("Возможно, вы спрашиваете", say("faq-work-permit.button"))
            await anna.taps("Ничего не подходит")
            anna.sees(said)


@pytest.mark.parametrize("certainty", [Certainty.SUGGEST, Certainty.ANSWER])
async def test_back_leads_to_the_same_answer_from_what_is_told_of_its_changes(certainty: Certainty) -> None:
    async with asked(certainty) as t:
        anna = t.person()
        await anna.sends("работа")
        if certainty is Certainty.SUGGEST:
            await anna.taps(say("faq-work-permit.button"))
        answer, labels = anna.text, anna.labels
        await anna.taps("Сообщить, если изменится")
        await anna.taps("English")
        await anna.taps("Русский")
        await anna.taps("Сообщить, если изменится")
        anna.sees(say("watching-stop"))
        await anna.taps("Назад")
        assert (anna.text, anna.labels) == (answer, labels)
        await anna.taps("Назад")
        anna.sees("Возможно, вы спрашиваете")


async def test_a_button_of_an_older_version_that_knows_nothing_of_what_was_found_still_works() -> None:
    async with asked(Certainty.SUGGEST) as t:
        anna = t.person()
        await anna.sends("работа")
        await anna.taps_data("nof:ru:0:0")
        anna.sees("одной короткой фразой", "Меню")
        await anna.taps_data("wts:ru:0:work-permit:1")
        anna.sees(say("watching-stop"))
        await anna.taps("Назад")
        anna.sees(say("faq-work-permit"))


async def test_a_related_topic_leads_back_to_the_suggestions() -> None:
    async with asked(Certainty.SUGGEST, ("fees", 2.0)) as t:
        anna = t.person()
        await anna.sends("сколько платить")
        await anna.taps(say("faq-fees.button"))
        tree = t.app.reloading.reload.library.tree
        fees = tree.find("fees")
        assert fees is not None
        related = tree.related(fees)[0]
        await anna.taps(say(f"faq-{related.id}.button"))
        anna.sees(say(f"faq-{related.id}"))
        await anna.taps("Назад")
        anna.sees("Возможно, вы спрашиваете")


async def test_a_topic_that_is_gone_shows_the_others() -> None:
    async with asked(Certainty.SUGGEST) as t:
        anna = t.person()
        await anna.sends("работа")
        tree = t.app.reloading.reload.library.tree
        t.app.reloading.reload.library.replace(
            replace(tree, topics=tuple(each for each in tree.topics if each.id != "fees"))
        )
        await anna.taps(say("faq-fees.button"))
        anna.sees("Возможно, вы спрашиваете", "Разрешение на работу")
        anna.sees_not(say("faq-fees.button"))


async def test_the_pages_of_an_answer_that_was_found_keep_the_alternatives_and_the_way_back() -> None:
    async with asked(Certainty.ANSWER, ("immigration-court", 2.0), ("fees", 1.0)) as t:
        tree = t.app.reloading.reload.library.tree
        first = tree.topics[0].sources[0]
        many = tuple(replace(first, labels={"ru": f"источник {number}" * 3, "en": "x"}) for number in range(60))
        topics = tuple(replace(each, sources=many) if each.id == "immigration-court" else each for each in tree.topics)
        t.app.reloading.reload.library.replace(replace(tree, topics=topics))
        anna = t.person()
        await anna.sends("что будет в суде")
        await anna.taps("›")
        assert anna.text.endswith("Не то? Возможно:")
        anna.sees(say("faq-fees.button"), "‹")
        await anna.taps("Назад")
        anna.sees("Возможно, вы спрашиваете")


@pytest.mark.parametrize(
    ("language", "question", "offer"),
    [("ru", "работа", "Возможно, вы спрашиваете"), ("en", "job", "You may be asking")],
)
async def test_an_unsure_one_offers_three(language: str, question: str, offer: str) -> None:
    async with asked(Certainty.SUGGEST) as t:
        anna = t.person(language=language)
        await anna.sends(question)
        anna.sees(offer)
        assert len(anna.labels) >= 4
        await anna.taps("Семинары" if language == "ru" else "Seminars")
        anna.sees("JurisQ")


async def test_a_screen_is_never_an_answer_by_itself() -> None:
    async with asked(Certainty.ANSWER, ("whats-new", 3.0), ("gone-topic", 2.0)) as t:
        anna = t.person()
        await anna.sends("что нового")
        anna.sees("Возможно, вы спрашиваете")


@pytest.mark.parametrize(
    ("instead", "ru"), [(OFF_TOPIC, "На это у бота нет ответа"), (OTHER_PROGRAMMES, "о другой программе")]
)
async def test_what_fits_nothing_is_said_so(instead: str, ru: str) -> None:
    async with asked(Certainty.NONE, instead=instead) as t:
        anna = t.person()
        await anna.sends("рецепт борща")
        anna.sees(ru)
        anna.sees("не сохранил")
        await anna.taps("Вопросы и ответы")
        anna.sees("Выберите раздел")


@pytest.mark.parametrize(
    ("language", "questions", "none", "miss", "labels"),
    [
        (
            "ru",
            ("работа", "хочу работать", "другое"),
            "Ничего не подходит",
            "ответа не нашлось",
            ("Вопросы и ответы", "Где искать юриста", "Семинары"),
        ),
        (
            "en",
            ("job", "want a job", "else"),
            "None of these",
            "not found an answer",
            ("Questions and answers", "Finding legal help", "Seminars"),
        ),
    ],
)
async def test_other_words_are_asked_for_once_then_it_leads_elsewhere(
    language: str, questions: tuple[str, str, str], none: str, miss: str, labels: tuple[str, ...]
) -> None:
    async with asked(Certainty.SUGGEST) as t:
        anna, ben = t.person(language=language), t.person("Бен", language)
        await anna.sends(questions[0])
        await anna.taps(none)
        anna.sees_not(miss)
        await ben.sends(questions[0])
        await ben.taps(none)
        ben.sees_not(miss)
        await anna.sends(questions[1])
        await anna.taps(none)
        anna.sees(miss, *labels)
        await anna.taps(labels[1])
        anna.sees(labels[1])
        await anna.sends(questions[2])
        await anna.taps(none)
        anna.sees_not(miss)


async def test_an_honest_no_asks_for_other_words_too_and_waits_a_quarter_of_an_hour() -> None:
    async with asked(Certainty.NONE) as t:
        anna = t.person()
        await anna.sends("рецепт борща")
        anna.sees("На это у бота нет ответа")
        await anna.sends("борщ")
        anna.sees("ответа не нашлось", "не сохранил", "Где искать юриста")
        await anna.sends("щи")
        anna.sees("На это у бота нет ответа")
        t.clock.forward(minutes=16)
        await anna.sends("борщ")
        anna.sees("На это у бота нет ответа")
        assert not any((await t.app.repositories.personal_data.of(anna.id)).values())


async def test_without_the_answer_on_legal_help_the_rest_is_offered() -> None:
    async with asked(Certainty.NONE) as t:
        tree = t.app.reloading.reload.library.tree
        t.app.reloading.reload.library.replace(
            replace(tree, topics=tuple(each for each in tree.topics if each.id != LEGAL_HELP))
        )
        anna = t.person()
        for text in ("борщ", "щи"):
            await anna.sends(text)
        anna.sees("ответа не нашлось", "Семинары")
        anna.sees_not("Где искать юриста")


async def test_questions_are_counted_and_five_alike_are_written() -> None:
    async with asked(Certainty.ANSWER) as t:
        people = [t.person() for _ in range(6)]
        for person in people[:4]:
            await person.sends("ЕАД")
        await t.tick()
        assert await t.app.questions.question_stats.lately() == {}
        for person in people[4:]:
            await person.sends("ЕАД")
        await t.tick()
        assert await t.app.questions.question_stats.lately() == {"answer": 6, "topic/work-permit": 6}
        admin = t.admin()
        await admin.sends("/admin")
        await admin.taps("Ответы")
        admin.sees("Вопросы за 30 дней", "Ответ сразу: 6", "Ничего не нашлось: 0", "Разрешение на работу: 6")
        t.clock.forward(days=31)
        await admin.sends("/admin")
        await admin.taps("Ответы")
        admin.sees("вопросов слишком мало")


async def test_nobody_waits_for_a_search_that_is_being_loaded() -> None:
    async with town() as t:
        loaded, found = Event(), Found(Certainty.SUGGEST, TOPICS)

        def load() -> Search:
            assert loaded.wait(30)
            return lambda _: found

        t.app.questions.search.load = load
        anna = t.person()
        await anna.sends("когда суд")
        anna.sees("спросите ещё раз через минуту")
        loaded.set()
        t.app.questions.search.prepare().result()
        await anna.sends("когда суд")
        anna.sees("Возможно, вы спрашиваете")


async def test_a_search_that_cannot_be_loaded_is_tried_again() -> None:
    tries = iter((MemoryError(), None))

    def load() -> Search:
        if error := next(tries):
            raise error
        return lambda _: Found(Certainty.SUGGEST, TOPICS)

    async with town() as t:
        t.app.questions.search.load = load
        assert t.app.questions.search.prepare().exception()
        anna = t.person()
        await anna.sends("когда суд")
        t.app.questions.search.prepare().result()
        await anna.sends("когда суд")
        anna.sees("Возможно, вы спрашиваете")


@pytest.mark.long  # the index of every answer, built anew
async def test_the_real_search_finds_a_question_in_the_wrong_layout() -> None:
    async with town() as t:
        t.app.questions.search.prepare().result()
        anna = t.person()
        await anna.sends("hfphtitybt yf hf,jne")
        anna.sees("Разрешение на работу")
        await anna.sends("skolko zhdat razreshenie na rabotu")
        assert any("Разрешение на работу" in text for text in (anna.text, *anna.labels))


async def test_nothing_of_it_is_stored() -> None:
    async with asked(Certainty.SUGGEST) as t:
        anna = t.person()
        await anna.sends("меня зовут Иван Канарейкин")
        anna.sees("Возможно, вы спрашиваете")
        assert not any((await t.app.repositories.personal_data.of(anna.id)).values())
        for file in t.path.parent.iterdir():
            if file.is_file():
                assert "Канарейкин".encode() not in file.read_bytes()


def test_the_longest_topic_with_all_that_was_found_fits_into_a_button() -> None:
    found = codes(["fees"] * (TOPICS_OFFERED + 1))
    for topic in (*SCREEN_LABELS, *(topic.id for topic in tree().topics)):
        shown = ShowFound(lang=Locale.RU, pick=True, topic=topic, page=99, found=found, sure=True, again=True)
        watched = SetWatch(lang=Locale.RU, on=True, **shown.model_dump(exclude={"lang", "pick", "page"}))
        assert max(len(each.pack().encode()) for each in (shown, watched)) <= CALLBACK_DATA_BYTES
