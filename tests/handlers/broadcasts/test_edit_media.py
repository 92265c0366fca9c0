"""«Исправить у всех» of files: captions and files that Telegram can replace; the rest is refused by name (A7)."""

import pytest

from tests.chat import Chatter, Town, town
from tests.handlers.broadcasts.test_media_chat import CAPTION, KINDS, WORDLESS, composed, sends, shown
from tests.handlers.broadcasts.test_misleading_chat import composing

NEW = "Новая подпись"
REPLACED = ("photo", "video", "animation", "audio", "document")
FIXED = {"voice": "Голосовое", "video_note": "Видео в кружке", "sticker": "Стикер"}


async def delivered(t: Town, kind: str) -> tuple[Chatter, Chatter]:
    """Somebody who got a file, and the admin under whose report the buttons stand."""
    anna = await t.subscriber()
    admin = await composing(t)
    await composed(t, admin, kind)
    await admin.taps("Отправить 1")
    await t.tick()
    await admin.taps("Исправить у всех")
    return anna, admin


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in WORDLESS])
async def test_a_text_becomes_the_caption_of_the_same_file(kind: str) -> None:
    async with town() as t:
        anna, admin = await delivered(t, kind)
        number, file = anna.last["message_id"], anna.last[kind]
        await admin.sends(NEW)
        assert (admin.from_bot[-2]["caption"], admin.from_bot[-2][kind]) == (NEW, file)
        assert anna.last["caption"] == CAPTION
        await admin.taps("✏️ Исправить 1")
        await t.tick()
        assert (anna.last["message_id"], anna.last["caption"], anna.last[kind]) == (number, NEW, file)
        admin.sees("Исправлено: 1", "Ошибки: 0", "Всего: 1")


@pytest.mark.parametrize("kind", REPLACED)
async def test_a_file_is_replaced_by_one_of_another_kind(kind: str) -> None:
    async with town() as t:
        anna, admin = await delivered(t, kind)
        other = "video" if kind == "photo" else "photo"
        sent = sends(admin.person, other, NEW)
        await t.settle()
        await admin.taps("✏️ Исправить 1")
        await t.tick()
        assert shown(anna.last) == shown(sent)
        admin.sees("Исправлено: 1")


@pytest.mark.parametrize("kind", FIXED)
async def test_what_stays_what_it_is_is_refused_by_name_before_anything_is_touched(kind: str) -> None:
    async with town() as t:
        anna, admin = await delivered(t, kind)
        before = shown(anna.last)
        sends(admin.person, "photo", NEW)
        await t.settle()
        admin.sees("Так исправить нельзя", FIXED[kind], "Пока ничего не изменено")
        admin.sees_not("✏️ Исправить 1")
        assert shown(anna.last) == before
        assert t.query("SELECT count(*) FROM amendment") == [(0,)]


@pytest.mark.parametrize("kind", WORDLESS)
async def test_what_has_no_caption_takes_no_text(kind: str) -> None:
    async with town() as t:
        _, admin = await delivered(t, kind)
        await admin.sends(NEW)
        admin.sees("Так исправить нельзя", FIXED[kind])


async def test_a_text_does_not_become_a_file() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await composing(t)
        await admin.sends("Просто текст")
        await admin.taps("Одно для всех")
        await admin.taps("Отправить 1")
        await t.tick()
        await admin.taps("Исправить у всех")
        sends(admin.person, "photo", NEW)
        await t.settle()
        admin.sees("Так исправить нельзя", "Текст не может стать файлом")
        admin.sees_not("✏️ Исправить 1")


async def test_a_caption_too_long_for_telegram_is_refused_at_the_preview() -> None:
    async with town() as t:
        anna, admin = await delivered(t, "photo")
        await admin.sends("я" * 1025)
        admin.sees("Telegram не принимает")
        assert anna.last["caption"] == CAPTION


async def test_a_correction_may_be_a_file_and_answers_a_file() -> None:
    async with town() as t:
        anna, admin = await delivered(t, "photo")
        first = anna.last["message_id"]
        await admin.taps_data("baf:ru:0:1")
        sent = sends(admin.person, "document", NEW)
        await t.settle()
        await admin.taps("Одно для всех")
        await admin.taps("Отправить 1")
        await t.tick()
        assert shown(anna.last) == shown(sent)
        assert anna.last["reply_to_message"]["message_id"] == first
