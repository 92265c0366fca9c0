"""M10, B03, B04, B13: what organisers do naturally in the composer is taken, or refused aloud."""

from datetime import timedelta

from bot.core.content import Content
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import Preview
from bot.core.mailings.mailings import Audience
from bot.core.mailings.stars import Offer
from bot.handlers.broadcasts.screens import card_screen
from bot.handlers.ui.screens import Words
from tests.chat import Chatter, Town, town
from tests.handlers.broadcasts.test_compose import WORDS

PIECE = "Семинар переносится. " * 190


async def composing(t: Town) -> Chatter:
    """An admin who has begun a draft."""
    admin = t.admin()
    await admin.sends("/start")
    await admin.sends("/broadcast")
    return admin


async def test_b03_m10_russian_as_the_english_text_is_not_taken_without_a_word() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await composing(t)
        await admin.sends(PIECE)
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


async def test_b13_a_forwarded_post_is_refused_aloud_and_the_draft_stays() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await composing(t)
        origin = {"type": "hidden_user", "date": 1_764_000_000, "sender_user_name": "x"}
        await admin.sends("Пост канала", forward_origin=origin)
        admin.sees("Пересланное сообщение бот не берёт")
        await admin.sends("Завтра семинар")
        admin.sees("Русский текст принят")


async def test_b13_without_a_draft_it_is_a_question_as_ever() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        origin = {"type": "hidden_user", "date": 1_764_000_000, "sender_user_name": "x"}
        await admin.sends("Пост канала", forward_origin=origin)
        admin.sees_not("Пересланное")


async def test_b04_an_album_into_a_draft_is_answered_once() -> None:
    async with town() as t:
        admin = await composing(t)
        for _ in range(10):
            admin.person.sends_photo(media_group_id="album")
        await t.settle()
        assert admin.got("Пока рассылать можно только текст") == 1


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
