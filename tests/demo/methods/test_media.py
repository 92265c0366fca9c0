"""Files, photos and copies, over HTTP and in process."""

from collections.abc import Awaitable, Callable

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError
from aiogram.types import BufferedInputFile

from bot.demo.calls import Refusal, Upload
from bot.demo.chats.files import Files
from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram
from tests.demo.methods.test_send import keyboard, refusal

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (320).to_bytes(4, "big") + (200).to_bytes(4, "big") + b"\0"


async def test_documents(bot: Bot, anna: Person) -> None:
    file = BufferedInputFile(b"BEGIN:VCALENDAR", "семинар.ics")
    sent = await bot.send_document(7, file, caption="<b>x</b>")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("семинар.ics", 15)
    assert sent.document.mime_type == "text/calendar"
    assert (sent.caption, sent.caption_entities and sent.caption_entities[0].type) == ("x", "bold")
    again = await bot.send_document(7, sent.document.file_id)
    assert again.document == sent.document
    content = await bot.download(sent.document)
    assert content is not None
    assert content.read() == b"BEGIN:VCALENDAR"


async def test_photos(bot: Bot, anna: Person) -> None:
    sent = await bot.send_photo(7, BufferedInputFile(PNG, "chart.png"), caption="x")
    assert sent.photo is not None
    assert (sent.photo[0].width, sent.photo[0].height, sent.photo[0].file_size) == (320, 200, len(PNG))
    again = await bot.send_photo(7, sent.photo[0].file_id)
    assert again.photo == sent.photo
    assert again.caption is None
    jpeg = await bot.send_photo(7, BufferedInputFile(b"\xff\xd8\xff", "x.jpg"))
    assert jpeg.photo is not None
    assert jpeg.photo[0].width == 800


async def test_refused_files(bot: Bot, anna: Person) -> None:
    photo = (await bot.send_photo(7, BufferedInputFile(PNG, "x.png"))).photo
    assert photo is not None
    cases: dict[str, Callable[[], Awaitable[object]]] = {
        "Bad Request: wrong file identifier/HTTP URL specified": lambda: bot.send_document(7, "BQAC"),
        "Bad Request: failed to get HTTP URL content": lambda: bot.send_document(7, "https://x.org/a.pdf"),
        "Bad Request: can't use file of type Photo as Document": lambda: bot.send_document(7, photo[0].file_id),
        "Bad Request: there is no document in the request": lambda: bot.send_document(7, "attach://x"),
        "Bad Request: file must be non-empty": lambda: bot.send_document(7, BufferedInputFile(b"", "x")),
        "Bad Request: IMAGE_PROCESS_FAILED": lambda: bot.send_photo(7, BufferedInputFile(b"text", "x.png")),
        "Bad Request: message caption is too long": lambda: bot.send_photo(
            7, BufferedInputFile(PNG, "x.png"), caption="x" * 1025
        ),
        "Request Entity Too Large": lambda: bot.send_document(7, BufferedInputFile(bytes(20 * 1024 * 1024 + 1), "x")),
    }
    for complaint, call in cases.items():
        assert await refusal(call()) == complaint


async def test_longest_caption(bot: Bot, anna: Person) -> None:
    sent = await bot.send_photo(7, BufferedInputFile(PNG, "x.png"), caption=f"<b>{'😀' * 512}</b>")
    assert sent.caption == "😀" * 512


async def test_copies_carry_formatting_and_nothing_else(bot: Bot, telegram: Telegram, anna: Person) -> None:
    john = telegram.person(8, "John")
    john.sends("/start")
    bold = {"type": "bold", "offset": 0, "length": 2}
    asked = anna.sends("как быть", entities=[bold], reply_to=1, forward_origin={"type": "hidden_user"})
    copied = await bot.copy_message(8, 7, asked["message_id"])
    arrived = john.messages[-1]
    assert arrived["message_id"] == copied.message_id
    assert (arrived["text"], arrived["entities"]) == ("как быть", [bold])
    assert arrived["from"]["id"] == 42
    assert not arrived.keys() & {"reply_to_message", "forward_origin"}


async def test_copied_media_may_get_another_caption(bot: Bot, anna: Person) -> None:
    asked = anna.sends_document(caption="see x.org")
    await bot.copy_message(7, 7, asked["message_id"])
    assert anna.messages[-1]["document"] == asked["document"]
    assert anna.messages[-1]["caption_entities"] == asked["caption_entities"]
    await bot.copy_message(7, 7, asked["message_id"], caption="<i>y</i>", reply_markup=keyboard(callback_data="z"))
    assert anna.messages[-1]["caption"] == "y"
    assert anna.messages[-1]["caption_entities"][0]["type"] == "italic"
    assert anna.press("Да")


async def test_what_cannot_be_copied(bot: Bot, telegram: Telegram, anna: Person) -> None:
    service = anna.sends("", pinned_message={"message_id": 1})
    assert await refusal(bot.copy_message(7, 7, 99)) == "Bad Request: message to copy not found"
    assert await refusal(bot.copy_message(7, 98, 1)) == "Bad Request: chat not found"
    assert await refusal(bot.copy_message(7, 7, service["message_id"])) == "Bad Request: message can't be copied"
    anna.blocks()
    with pytest.raises(TelegramForbiddenError):
        await bot.copy_message(7, 7, 1)


def test_one_content_has_one_unique_id() -> None:
    files = Files()
    one, other = (files.store("document", Upload(name, b"same")) for name in ("a.txt", "b.txt"))
    assert one.unique_id == other.unique_id
    assert one.file_id != other.file_id
    assert files.get(other.file_id) is other


@pytest.mark.parametrize(
    ("name", "path"),
    [("a.pdf", "documents/file_0.pdf"), ("a", "documents/file_0"), ("../a.p/d?f", "documents/file_0.pdf"[:-4])],
)
def test_paths_are_telegrams_own(name: str, path: str) -> None:
    files = Files()
    stored = files.store("document", Upload(name, b"x"))
    assert stored.path == path
    assert files.at(path) is stored
    assert files.at("documents/file_1") is None


@pytest.mark.parametrize(
    ("upload", "mime"),
    [
        (Upload("a.pdf", b"x"), "application/pdf"),
        (Upload("a.pdf", b"x", "text/plain"), "text/plain"),
        (Upload("a.unheard", b"x"), "application/octet-stream"),
    ],
)
def test_types(upload: Upload, mime: str) -> None:
    assert Files().store("document", upload).mime == mime


def test_unknown_files() -> None:
    assert Files().find("x") is None
    with pytest.raises(Refusal, match="wrong file identifier/HTTP URL specified"):
        Files().get("x")
