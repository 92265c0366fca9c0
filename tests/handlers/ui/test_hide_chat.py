"""«Скрыть»: a discreet message that was opened is covered again in its place, whatever it was (S5, promise 3)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.faq.topics import Change, Tree
from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Choice
from tests.chat import Chatter, Town, town
from tests.handlers.broadcasts.test_open_discreet import RUSSIAN, broadcast
from tests.handlers.seminars import test_merged_texts_chat as joint

FORM = "/seminar 2026-12-05 19:00 America/New_York | Разрешение на работу | Work permits | https://youtu.be/abc | 90m"
START = timedelta(days=11.5)
LABELS = {
    "ru": ("Открыть", "Скрыть", "Hide", "English", "Меню"),
    "en": ("Open", "Hide", "Скрыть", "Русский", "Menu"),
}
NEUTRAL = {
    "announcement": {"ru": "Назначена встреча", "en": "A meeting is planned"},
    "reminder": {"ru": "Напоминание о встрече", "en": "Meeting reminder"},
}
TITLE = {"ru": "Разрешение на работу", "en": "Work permits"}


async def discreet(t: Town, language: str = "ru") -> Chatter:
    """A subscriber over whose shoulder somebody looks."""
    anna = await t.subscriber("Анна", language)
    await t.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
    return anna


async def opens_and_hides(anna: Chatter, language: str, content: str) -> None:
    """Open the newest message and hide it again, in its place and to the letter; twice."""
    opening, hide, *_, menu = LABELS[language]
    neutral, labels, sent = anna.text, anna.labels, len(anna.from_bot)
    for _ in range(2):
        await anna.taps(opening)
        anna.sees(content, hide)
        anna.sees_not(menu, "Назад", "Back")
        await anna.taps(hide)
        assert (anna.text, anna.labels, len(anna.from_bot)) == (neutral, labels, sent)


@pytest.mark.parametrize("language", LABELS)
async def test_every_message_about_a_seminar_can_be_hidden_again(language: str) -> None:
    async with town() as t:
        anna = await discreet(t, language)
        await t.admin().announces(FORM)
        await t.tick()
        assert anna.text == NEUTRAL["announcement"][language]
        await opens_and_hides(anna, language, TITLE[language])
        await t.later(seconds=(START - timedelta(minutes=10)).total_seconds())
        assert anna.text == NEUTRAL["reminder"][language]
        await opens_and_hides(anna, language, TITLE[language])
        await t.later(minutes=10)
        await opens_and_hides(anna, language, TITLE[language])


async def test_a_moved_and_a_cancelled_one_are_hidden_as_what_they_were() -> None:
    async with town() as t:
        anna, admin = await discreet(t), t.admin()
        await admin.announces(FORM)
        await t.tick()
        await admin.taps("Перенести")
        await admin.sends("2026-12-06 19:00 America/New_York")
        await admin.taps("Перенести ·")
        assert anna.text == "Встреча перенесена"
        await opens_and_hides(anna, "ru", "Семинар перенесён")
        await admin.taps("Отменить семинар")
        await admin.taps("Отменить семинар ·")
        assert anna.text == "Встреча отменена"
        await opens_and_hides(anna, "ru", "Семинар отменён")


@pytest.mark.parametrize("language", LABELS)
async def test_what_is_done_in_the_opened_message_does_not_lose_the_button(language: str) -> None:
    opening, _, hide_other, other, _ = LABELS[language]
    async with town() as t:
        anna = await discreet(t, language)
        await t.admin().announces(FORM)
        await t.tick()
        await anna.taps(opening)
        await anna.taps({"ru": "Не напоминать", "en": "Don't remind me"}[language])
        await anna.taps(other)
        anna.sees(TITLE["en" if language == "ru" else "ru"])
        await anna.taps(hide_other)
        assert anna.text == NEUTRAL["announcement"]["en" if language == "ru" else "ru"]
        assert len(anna.from_bot) == 1


async def test_two_seminars_in_one_message_are_hidden_together() -> None:
    async with town() as t:
        anna = await discreet(t)
        await joint.two(t)
        await joint.day_ahead(t, anna)
        text, labels = anna.text, anna.labels
        assert len(labels) == 2
        await anna.taps(labels[1])
        anna.sees("Семья")
        await anna.taps("Скрыть")
        assert (anna.text, anna.labels) == (text, labels)
        await anna.taps(labels[0])
        anna.sees("Разрешение на работу")


async def test_a_broadcast_is_hidden_again() -> None:
    async with town() as t:
        anna = await discreet(t)
        await broadcast(t)
        await opens_and_hides(anna, "ru", RUSSIAN.text)


async def test_the_question_after_a_year_is_hidden_again() -> None:
    async with town() as t:
        anna = await discreet(t)
        await t.later(days=364)
        await t.later(days=1)
        assert anna.text == "Один вопрос"
        await opens_and_hides(anna, "ru", "Вам ещё нужны")
        await anna.taps("Открыть")
        await anna.taps("Да, оставить")
        await anna.taps("Скрыть")
        assert anna.text == "Один вопрос"


async def test_a_changed_answer_is_hidden_again_from_wherever_one_has_gone() -> None:
    async with town() as t:
        anna = await discreet(t)
        await anna.sends("/start faq_work-permit")
        await anna.taps("Сообщить, если изменится")
        await anna.taps("Сообщить, если изменится")
        change = Change(t.clock.now().date() + timedelta(days=1), {"ru": "строка", "en": "line"})
        base: Tree = t.app.reloading.reload.shipped
        topics = tuple(replace(each, changes=(change,)) if each.id == "work-permit" else each for each in base.topics)
        t.app.tell_changes.library.replace(replace(base, topics=topics))
        await t.later(days=1)
        assert (anna.text, anna.labels) == ("Новое сообщение", ["Открыть"])
        await anna.taps("Открыть")
        anna.sees("Скрыть", "строка")
        for label in ("Открыть ответ", "Назад", "Назад", "Первые шаги", "Сообщить, если изменится"):
            await anna.taps(label)
            anna.sees("Скрыть")
            assert max(len(row) for row in anna.last["reply_markup"]["inline_keyboard"]) <= 2
        await anna.taps("Скрыть")
        assert (anna.text, anna.labels) == ("Новое сообщение", ["Открыть"])


async def test_an_old_message_is_hidden_in_its_place_where_telegram_tells_its_number_alone() -> None:
    async with town() as t:
        anna = await discreet(t)
        await broadcast(t)
        await anna.taps("Открыть")
        number, sent = anna.last["message_id"], len(anna.from_bot)
        inaccessible = {"message_id": number, "date": 0, "chat": {"id": anna.id, "type": "private"}}
        tap = {"id": anna.person.taps(number, "x"), "from": anna.person.user, "chat_instance": "1"}
        await t.settle()
        t.telegram.world.updates.add("callback_query", {**tap, "data": "covb:ru:0:1", "message": inaccessible})
        await t.settle()
        assert (anna.text, len(anna.from_bot)) == ("Новое сообщение", sent)


async def test_a_message_that_came_openly_has_nothing_to_hide() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await t.admin().announces(FORM)
        await t.tick()
        await anna.taps("Подробнее")
        anna.sees_not("Скрыть")
        await anna.sends("/start")
        anna.sees_not("Скрыть")


@pytest.mark.parametrize("data", ["opm:ru:0:1", "opm:ru:0:1:step:1"])
async def test_buttons_of_older_messages_open_and_hide_too(data: str) -> None:
    async with town() as t:
        anna = await discreet(t)
        await t.admin().announces(FORM)
        await t.tick()
        await anna.taps_data(data)
        anna.sees(TITLE["ru"], "Скрыть")
        await anna.taps("Скрыть")
        assert anna.text == NEUTRAL["reminder"]["ru"]


@pytest.mark.parametrize(
    "data",
    [
        "covr:ru:0:broadcast:1",
        "covr:ru:0:step:",
        "covr:ru:0:step:1-2-3-4",
        "covr:ru:0:step:x",
        "covr:ru:0:step:9999999999999999999",
        "opm:ru:0:1:idle:1",
    ],
)
async def test_a_forged_button_shows_the_menu(data: str) -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/help")
        await anna.taps_data(data)
        anna.sees("не юридическая консультация")
        assert anna.toasts == ["Эта кнопка больше не действует. Вот меню."]


async def test_a_forged_cover_is_only_ever_the_neutral_line() -> None:
    async with town() as t:
        anna = t.person(language="en")
        await anna.sends("/help")
        await anna.taps_data("covc:en:0:no-such-topic")
        assert (anna.text, anna.labels) == ("New message", ["Open"])
        assert not await t.app.repositories.personal_data.of(anna.id)
        await anna.taps("Open")
        anna.sees("no longer here", "Hide", "Menu")
        await anna.taps("Menu")
        anna.sees("Hide", "not legal advice")
        assert Locale.EN.value in str(anna.last["reply_markup"])
