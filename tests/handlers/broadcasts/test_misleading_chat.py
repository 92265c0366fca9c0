"""M10, B03, B04, B13: what organisers do naturally in the composer is taken, or refused aloud."""

from datetime import timedelta

import pytest

from bot.core.content import Content
from bot.core.locales import Locale
from bot.core.mailings.mailings import Audience
from bot.core.mailings.previews import Preview
from bot.core.mailings.stars import Offer
from bot.handlers.broadcasts.screens import card_screen
from bot.handlers.ui.screens import Words
from tests.chaos import figures
from tests.chat import ADMIN, Chatter, Town, town
from tests.handlers.broadcasts.test_compose import WORDS

FORWARDED = {"type": "hidden_user", "date": 1_764_000_000, "sender_user_name": "x"}
SEMINAR = "/seminar 2026-12-05 19:00 America/New_York | Тема | Topic"
PIECE = "Семинар переносится. " * 190


async def composing(t: Town) -> Chatter:
    """An admin who has begun a draft."""
    admin = t.admin()
    await admin.sends("/start")
    await admin.sends("/broadcast")
    return admin


@pytest.mark.parametrize("second", ["остаток того же текста", "the rest of the same text", PIECE])
async def test_b03_the_rest_of_a_paste_is_no_text_of_its_own(second: str) -> None:
    async with town() as t:
        await t.subscriber()
        admin = await composing(t)
        admin.person.sends(PIECE)
        admin.person.sends(second)
        admin.person.sends("третья часть")
        await t.settle()
        assert admin.got("Telegram разрезал одну вставку") == 2
        admin.sees("Telegram разрезал одну вставку", "Русский текст принят", "Одно для всех")
        t.clock.forward(minutes=1)
        await admin.sends("A seminar is moved.")
        assert [
            text for (text,) in t.query("SELECT content FROM mailing_text WHERE discreet = 0 ORDER BY language")
        ] == [
            "A seminar is moved.",
            PIECE.strip(),
        ]
    figures.note("T110", "the rest of a paste is refused aloud, and never becomes the next text")


async def test_b03_two_texts_of_usual_length_may_follow_at_once() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await composing(t)
        admin.person.sends("Завтра семинар")
        admin.person.sends("A seminar tomorrow")
        await t.settle()
        admin.sees("Отправить 1")


async def test_b03_m10_russian_as_the_english_text_is_not_taken_without_a_word() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await composing(t)
        await admin.sends(PIECE)
        t.clock.forward(minutes=1)
        await admin.sends("остаток того же текста")
        admin.sees("Английский текст написан кириллицей", "Исправить английский")


async def test_m10_real_english_gets_no_warning_and_each_copy_is_labelled() -> None:
    async with town() as t:
        await t.subscriber()
        await t.subscriber("John", "en")
        await t.subscriber("Jane", "en")
        admin = await composing(t)
        await admin.sends("Завтра семинар")
        await admin.sends("A seminar tomorrow")
        said = [str(message.get("text")) for message in admin.from_bot[-5:]]
        assert said[1] == "Завтра семинар"
        assert said[3] == "A seminar tomorrow"
        assert "Русский текст" in said[0]
        assert "Английский текст" in said[2]
        admin.sees("Читают по-русски: 1, по-английски: 2")
        admin.sees_not("кириллицей")


async def test_m10_one_text_for_all_is_labelled_so() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await composing(t)
        await admin.sends("Завтра семинар")
        await admin.taps("Одно для всех")
        said = [str(message.get("text")) for message in admin.from_bot[-3:]]
        assert "Один текст для всех" in said[0]
        admin.sees_not("кириллицей")


async def test_b13_the_content_of_a_forwarded_post_is_content() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await composing(t)
        await admin.sends("Пост канала", forward_origin=FORWARDED)
        admin.sees("Русский текст принят")
        await admin.taps("Одно для всех")
        await admin.sends("Другой пост", forward_origin=FORWARDED)
        admin.sees("Отправить 1")
        assert anna.got("пост") == 0
        await admin.taps("Отправить 1")
        await t.tick()
        assert anna.text == "Другой пост"
        assert "forward_origin" not in anna.last
    figures.note("T112", "a forwarded post is content; nothing is sent before its preview is confirmed")


async def test_b13_no_order_may_be_forwarded() -> None:
    async with town() as t:
        admin = await composing(t)
        await admin.sends("/broadcast", forward_origin=FORWARDED)
        await admin.sends("/cancel", forward_origin=FORWARDED)
        await admin.sends("Завтра семинар")
        admin.sees("Русский текст принят")


async def test_b13_beside_a_seminar_it_is_refused_aloud() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        await admin.sends(SEMINAR)
        await admin.sends("Пост канала", forward_origin=FORWARDED)
        admin.sees("Пересланное сообщение здесь не подходит", "Объявить")


@pytest.mark.parametrize(("language", "said"), [("ru", "Правка отправленного"), ("en", "Editing a message you have")])
async def test_m10_an_edit_of_the_sent_text_changes_nothing_and_is_told(language: str, said: str) -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = t.person(language=language, number=ADMIN)
        await admin.sends("/start")
        await admin.sends("/broadcast")
        sent = await admin.sends("В суботу семинар")
        admin.person.edits(sent, "В субботу семинар")
        await t.settle()
        admin.sees(said)
        await admin.taps("Одно для всех" if language == "ru" else "One for all")
        admin.person.edits(sent, "В понедельник семинар")
        await t.settle()
        admin.sees(said, "1")
        await admin.taps("Отправить 1" if language == "ru" else "Send 1")
        await t.tick()
        assert anna.text == "В суботу семинар"
    figures.note("T111", "an edit of the sent text, before and after the preview, changes nothing and is told")


async def test_m10_an_edit_beside_a_seminar_is_told_too_and_readers_edit_as_they_like() -> None:
    async with town() as t:
        admin, anna = t.admin(), t.person()
        await admin.sends("/start")
        sent = await admin.sends(SEMINAR)
        admin.person.edits(sent, SEMINAR.replace("19:00", "20:00"))
        question = await anna.sends("/start")
        count = len(anna.from_bot)
        anna.person.edits(question, "Сколько ждать интервью?")
        await t.settle()
        admin.sees("Правка отправленного сообщения", "19:00", "Объявить")
        assert len(anna.from_bot) == count


@pytest.mark.parametrize(
    ("begins", "said"),
    [("/broadcast", "Черновик рассылки ждал час и удалён"), (SEMINAR, "Черновик семинара ждал час и удалён")],
)
async def test_what_comes_after_the_draft_expired_is_told_so_once(begins: str, said: str) -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = t.admin()
        await admin.sends("/start")
        await admin.sends(begins)
        t.clock.forward(minutes=61)
        await admin.sends("Как получить разрешение на работу?")
        admin.sees(said, "Первые шаги")
        assert anna.got("разрешение") == 0
        await admin.sends("Как получить разрешение на работу?")
        admin.sees_not(said)
    figures.note("T114", "a text after the draft's hour is sent to nobody, changes nothing and is told so")


async def test_a_photo_after_the_draft_expired_is_told_so_too() -> None:
    async with town() as t:
        admin = await composing(t)
        t.clock.forward(minutes=61)
        admin.person.sends_photo()
        await t.settle()
        admin.sees("Черновик рассылки ждал час и удалён")


async def test_a2_a_reply_to_a_message_begins_with_its_text() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = t.admin()
        await admin.sends("/start")
        written = next(message for message in admin.person.messages if message["message_id"] == 1)
        answered = {**written, "text": "Завтра семинар", "entities": [{"type": "bold", "offset": 0, "length": 6}]}
        await admin.sends("/broadcast", reply_to_message=answered)
        admin.sees("Русский текст принят")
        await admin.taps("Одно для всех")
        await admin.taps("Отправить 1")
        await t.tick()
        assert (anna.text, anna.last["entities"][0]["type"]) == ("Завтра семинар", "bold")


async def test_a2_a_reply_to_a_picture_begins_with_it() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        photo = admin.person.sends_photo()
        await t.settle()
        await admin.sends("/broadcast", reply_to_message=photo)
        admin.sees("Русский текст принят")


async def test_a3_a_count_that_has_moved_far_is_asked_about_again() -> None:
    async with town() as t:
        for _ in range(20):
            await t.subscriber()
        admin = await composing(t)
        await admin.sends("Завтра семинар")
        await admin.taps("Одно для всех")
        admin.sees("Отправить 20")
        newcomers = [await t.subscriber() for _ in range(11)]
        await admin.taps("Отправить 20")
        assert "Подписчиков стало заметно больше или меньше" in admin.toasts[-1]
        await t.tick()
        assert newcomers[0].got("Завтра семинар") == 0
        admin.sees("Отправить 31")
        for _ in range(10):
            await t.subscriber()
        await admin.taps("Отправить 31")
        await t.tick()
        assert newcomers[0].text == "Завтра семинар"


async def test_b13_without_a_draft_it_is_a_question_as_ever() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        await admin.sends("Пост канала", forward_origin=FORWARDED)
        admin.sees_not("Пересланное")


async def test_b04_an_album_into_a_draft_is_answered_once() -> None:
    async with town() as t:
        admin = await composing(t)
        for _ in range(10):
            admin.person.sends_photo(media_group_id="album")
        await t.settle()
        await t.later(seconds=4)
        assert admin.got("Русский текст принят") == 1
    figures.note("T113", "an album of ten is answered once")


async def test_the_desk_begins_a_broadcast() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        await admin.sends("/admin")
        await admin.taps("📣 Рассылка")
        admin.sees("Новая рассылка")
        await admin.sends("/help")
        admin.sees("/reload")


async def test_r15_a_late_tap_on_the_desk_begins_nothing() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        await admin.sends("/admin")
        admin.person.press("📣 Рассылка")
        t.clock.forward(seconds=400)
        await t.settle()
        assert t.query("SELECT * FROM draft") == []


def card(words: Words, recipients: int) -> str:
    """The card of a broadcast to so many, with a faster way at hand."""
    content = Content("Текст")
    texts = ((Locale.RU, content), (Locale.EN, content))
    preview = Preview(1, Audience.ALL, recipients, texts, "0123456789ab", "ba9876543210")
    return card_screen(words, preview, 30, Offer(1000, 10**9)).text


def test_a_faster_way_is_offered_only_where_it_saves_more_than_a_minute() -> None:
    words = WORDS[Locale.RU]
    assert timedelta(seconds=1_850 / 30 - 1_850 / 1_000) < timedelta(minutes=1)
    assert "⚡" not in card(words, 31)
    assert "⚡" not in card(words, 1_850)
    assert "⚡" in card(words, 2_000)


async def test_r16_whoever_edits_in_a_flood_can_still_leave() -> None:
    async with town() as t:
        anna = await t.subscriber()
        sent = await anna.sends("/start")
        for number in range(60):
            anna.person.edits(sent, f"правка {number}")
        await t.settle()
        await anna.sends("/stop")
        anna.sees("Вы отписаны")
        assert anna.got("Слишком много сообщений") == 0
