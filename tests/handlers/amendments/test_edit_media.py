"""«Исправить у всех» of files: captions and files that Telegram can replace; the rest is refused by name (A7)."""

import pytest

from bot.demo.calls import JsonObject
from tests.chat import Chatter, Town, town
from tests.handlers.broadcasts.test_albums_chat import album, albums
from tests.handlers.broadcasts.test_albums_chat import composed as composed_album
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


async def delivered_album(t: Town, *kinds: str) -> tuple[Chatter, Chatter]:
    """Somebody who got an album, and the admin under whose report the buttons stand."""
    anna = await t.subscriber()
    admin = await composing(t)
    await composed_album(t, admin, kinds)
    await admin.taps("Отправить 1")
    await t.later(seconds=5)
    return anna, admin


async def replaced(t: Town, admin: Chatter, *kinds: str) -> list[JsonObject]:
    """Another album, sent by the admin in the place of the one that was delivered."""
    await admin.taps("Исправить у всех")
    sent = album(admin, kinds, group="g2")
    await t.settle()
    await t.later(seconds=3)
    return sent


async def test_a_text_is_the_caption_of_an_album() -> None:
    async with town() as t:
        anna, admin = await delivered_album(t, "photo", "video")
        numbers = [message["message_id"] for message in albums(anna)[0]]
        await admin.taps("Исправить у всех")
        await admin.sends(NEW)
        await admin.taps("✏️ Исправить 1")
        await t.later(seconds=5)
        assert [message["caption"] for message in albums(anna)[0]] == [NEW, f"{CAPTION} 1"]
        assert [message["message_id"] for message in albums(anna)[0]] == numbers
        admin.sees("Исправлено: 1", "Ошибки: 0", "Всего: 1")


async def test_an_album_is_replaced_file_by_file() -> None:
    async with town() as t:
        anna, admin = await delivered_album(t, "photo", "photo", "photo")
        sent = await replaced(t, admin, "photo", "photo", "photo")
        await admin.taps("✏️ Исправить 1")
        await t.later(seconds=5)
        assert [shown(message) for message in albums(anna)[0]] == [shown(message) for message in sent]
        admin.sees("Исправлено: 1")


@pytest.mark.parametrize("kinds", [("photo", "photo", "photo"), ("photo", "video")])
async def test_neither_the_number_nor_the_kinds_of_an_album_change(kinds: tuple[str, ...]) -> None:
    async with town() as t:
        _, admin = await delivered_album(t, "photo", "photo")
        await replaced(t, admin, *kinds)
        admin.sees("Так исправить нельзя", "В альбоме нельзя менять")


async def test_an_album_is_deleted_whole() -> None:
    async with town() as t:
        anna, admin = await delivered_album(t, "photo", "video", "photo")
        assert len(albums(anna)[0]) == 3
        await admin.taps("Удалить у всех")
        await admin.taps("↩️ Удалить 1")
        await t.later(seconds=5)
        assert albums(anna) == []
        admin.sees("Удалено: 1", "Всего: 1")
