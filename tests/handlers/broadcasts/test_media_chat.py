"""A2, A3: any content in the composer, one message at a time: taken as it is, or refused by name."""

from typing import Any

import pytest

from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Choice
from bot.demo.calls import JsonObject, Upload
from bot.demo.chats.file_objects import file_content, photo_size
from bot.demo.chats.person import Person
from tests.chat import Chatter, Town, town
from tests.handlers.broadcasts.test_misleading_chat import FORWARDED, composing

BOLD = [{"type": "bold", "offset": 0, "length": 6}]
CAPTION = "Важное объявление"
KINDS = ("photo", "video", "animation", "audio", "document", "voice", "video_note", "sticker")
WORDLESS = ("video_note", "sticker")


def sends(person: Person, kind: str, caption: str | None = CAPTION, **fields: Any) -> JsonObject:
    """Let somebody send a file of a kind, with a bold word in its caption."""
    words = None if kind in WORDLESS else caption
    if words:
        fields["caption_entities"] = BOLD
    if kind == "photo":
        return person.sends_photo(caption=words, **fields)
    if kind == "document":
        return person.sends_document(caption=words, **fields)
    return person.sends_file(kind, caption=words, **fields)


def shown(message: JsonObject) -> JsonObject:
    """What of a message its reader sees."""
    fields = (*KINDS, "text", "entities", "caption", "caption_entities", "has_media_spoiler", "reply_markup")
    return {name: message[name] for name in fields if name in message}


async def composed(t: Town, admin: Chatter, kind: str, **fields: Any) -> JsonObject:
    """A draft with one file for all; returns what was sent."""
    sent = sends(admin.person, kind, **fields)
    await t.settle()
    await admin.taps("Одно для всех")
    return sent


@pytest.mark.parametrize("kind", KINDS)
async def test_a_file_reaches_people_as_it_was_sent(kind: str) -> None:
    async with town() as t:
        anna, john = await t.subscriber(), await t.subscriber("John", "en")
        admin = await composing(t)
        sent = await composed(t, admin, kind)
        copy = admin.from_bot[-2]
        assert shown(copy) == shown(sent)
        await admin.taps("Отправить 2")
        await t.tick()
        assert shown(anna.last) == shown(john.last) == shown(sent)
        assert "forward_origin" not in anna.last


async def test_a_source_deleted_or_edited_after_the_preview_changes_nothing() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await composing(t)
        sent = await composed(t, admin, "photo")
        admin.person.deletes(sent["message_id"])
        await admin.taps("Отправить 1")
        await t.tick()
        assert shown(anna.last) == shown(sent)


async def test_a_forwarded_file_is_content_and_no_forward() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await composing(t)
        await composed(t, admin, "video", forward_origin=FORWARDED)
        await admin.taps("Отправить 1")
        await t.tick()
        assert (anna.last["caption"], anna.last["caption_entities"]) == (CAPTION, BOLD)
        assert "forward_origin" not in anna.last
        assert not [entry for entry in t.telegram.ledger.entries if entry.method.startswith(("forward", "copy"))]


async def test_a_reply_to_a_file_begins_with_it() -> None:
    async with town() as t:
        await t.subscriber()
        admin = t.admin()
        await admin.sends("/start")
        sent = sends(admin.person, "voice")
        await t.settle()
        await admin.sends("/broadcast", reply_to=sent["message_id"])
        admin.sees("Русский текст принят")
        await admin.sends("A voice message for Russian readers")
        assert shown(admin.from_bot[-4]) == shown(sent)


async def test_a_reply_to_a_poll_says_so_and_waits_for_another_content() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        poll = admin.person.sends("", poll=POLL)
        await t.settle()
        await admin.sends("/broadcast", reply_to=poll["message_id"])
        admin.sees("Опрос разослать нельзя", "Отмена")
        await admin.sends("Тогда текст")
        admin.sees("Русский текст принят")


POLL = {
    "id": "1",
    "question": "?",
    "options": [],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
REFUSED: list[tuple[str, Any, str]] = [
    ("poll", POLL, "Опрос"),
    ("dice", {"emoji": "🎲", "value": 3}, "Кубик"),
    ("contact", {"phone_number": "+1", "first_name": "x"}, "Контакт"),
    ("location", {"latitude": 1, "longitude": 1}, "Место на карте"),
    ("venue", {"location": {"latitude": 1, "longitude": 1}, "title": "x", "address": "y"}, "Место на карте"),
    ("story", {"chat": {"id": 1, "type": "private"}, "id": 1}, "Историю"),
    ("paid_media", {"star_count": 1, "paid_media": []}, "Платный пост"),
    ("game", {"title": "x", "description": "y", "photo": []}, "Игру"),
    ("pinned_message", {"chat": {"id": 1, "type": "private"}, "message_id": 1, "date": 0}, "Такое сообщение"),
]


@pytest.mark.parametrize(("field", "value", "named"), REFUSED)
async def test_what_cannot_be_copied_is_refused_by_name(field: str, value: Any, named: str) -> None:
    async with town() as t:
        admin = await composing(t)
        admin.person.sends("", **{field: value})
        await t.settle()
        admin.sees(f"{named}", "разослать нельзя", "Черновик на месте", "Отмена")
        assert t.query("SELECT step FROM draft") == [("ru",)]


async def test_a_caption_longer_than_a_bot_may_send_is_refused() -> None:
    async with town() as t:
        admin = await composing(t)
        sends(admin.person, "photo", "😀" * 513)
        await t.settle()
        admin.sees("Подпись не помещается", "1024")
        sends(admin.person, "photo", "😀" * 512)
        await t.settle()
        admin.sees("Русский текст принят")


async def test_a_file_needs_no_words_and_its_look_is_kept() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await composing(t)
        await composed(t, admin, "photo", caption=None, has_media_spoiler=True)
        await admin.taps("Отправить 1")
        await t.tick()
        assert anna.last["has_media_spoiler"] is True
        assert "caption" not in anna.last


async def test_a_videos_own_picture_and_beginning_are_kept() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await composing(t)
        files = admin.person.world.files
        cover = photo_size(files.store("photo", Upload("cover.png", b"\x89PNG\r\n\x1a\n")))
        video = file_content("video", files.store("video", Upload("video.mp4", b"x")))["video"]
        admin.person.sends("", video={**video, "cover": [cover], "start_timestamp": 7})
        await t.settle()
        await admin.taps("Одно для всех")
        params = [entry.params for entry in t.telegram.ledger.accepted("sendVideo")][-1]
        assert (params["cover"], int(params["start_timestamp"])) == (cover["file_id"], 7)


async def test_each_language_has_its_own_kind() -> None:
    async with town() as t:
        anna, john = await t.subscriber(), await t.subscriber("John", "en")
        admin = await composing(t)
        sends(admin.person, "photo")
        await t.settle()
        await admin.sends("Only a text in English")
        await admin.taps("Исправить английский")
        voice = sends(admin.person, "voice", "In English")
        await t.settle()
        await admin.taps("Отправить 2")
        await t.tick()
        assert "photo" in anna.last
        assert shown(john.last) == shown(voice)


async def test_who_forbids_voice_messages_fails_alone_and_stays() -> None:
    async with town() as t:
        people = [await t.subscriber(f"n{number}") for number in range(6)]
        people[0].person.forbids_recordings = True
        admin = await composing(t)
        await composed(t, admin, "voice")
        await admin.taps("Отправить 6")
        await t.later(seconds=5)
        assert [("voice" in each.last) if each.from_bot else False for each in people] == [False] + [True] * 5
        assert t.query("SELECT state, delivered, failed, refused FROM mailing") == [("done", 5, 1, 0)]
        assert t.query("SELECT count(*) FROM subscriber") == [(6,)]


@pytest.mark.parametrize("language", list(Locale))
async def test_s5_a_file_opens_below_its_neutral_message_and_is_hidden_again(language: Locale) -> None:
    russian = language is Locale.RU
    async with town() as t:
        anna = await t.subscriber("Анна", language.value)
        await t.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
        admin = await composing(t)
        sends(admin.person, "photo")
        await t.settle()
        await admin.sends("The English text")
        await admin.taps("Отправить 1")
        await t.tick()
        neutral = anna.text
        assert neutral == ("Новое сообщение" if russian else "New message")
        assert len(anna.from_bot) == 1
        await anna.taps("Открыть" if russian else "Open")
        if not russian:
            assert anna.text == "The English text"
            await anna.taps("Русский")
        assert anna.last["caption"] == CAPTION
        assert anna.from_bot[0]["text"] == "Новое сообщение"
        await anna.taps("English")
        assert anna.text == "The English text"
        assert not [message for message in anna.from_bot if "photo" in message]
        await anna.taps("Русский")
        await anna.taps("Скрыть")
        assert [message.get("text") for message in anna.from_bot] == ["Новое сообщение"] * len(anna.from_bot)


async def test_s5_what_is_too_old_to_be_deleted_is_told() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await t.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
        admin = await composing(t)
        await composed(t, admin, "photo")
        await admin.taps("Отправить 1")
        await t.tick()
        await anna.taps("Открыть")
        t.clock.forward(hours=49)
        await anna.taps("Скрыть")
        assert "Удалите его сами" in anna.toasts[-1]


async def test_a_files_message_is_cleared_like_any_other() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await composing(t)
        await composed(t, admin, "video_note")
        await admin.taps("Отправить 1")
        await t.tick()
        assert "video_note" in anna.last
        await anna.sends("/clear")
        assert not [message for message in anna.person.messages if "video_note" in message]


async def test_a_file_telegram_no_longer_knows_is_refused_in_the_preview() -> None:
    async with town() as t:
        admin = await composing(t)
        sends(admin.person, "photo")
        await t.settle()
        t.telegram.world.files.forget()
        await admin.taps("Одно для всех")
        admin.sees("не принимает", "больше не узнаёт файл", "Исправить")
        admin.sees_not("Отправить 0")
