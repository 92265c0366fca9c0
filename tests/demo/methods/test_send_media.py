"""Files of every kind: taken by upload and by file_id, refused as Telegram refuses them."""

import pytest

from bot.demo.calls import Upload
from bot.demo.limits import Limits
from bot.demo.methods.send_media import API_NAMES
from bot.demo.telegram import Reply, Telegram

KINDS = sorted(API_NAMES.items())


def opened() -> Telegram:
    """A Telegram with one person."""
    telegram = Telegram(now=lambda: 1_000_000.0, limits=Limits(model="off"))
    telegram.person(7, "Анна").started = True
    return telegram


async def sent(telegram: Telegram, method: str, **params: object) -> Reply:
    """One call to that person."""
    return await telegram.call(method, {"chat_id": 7, **params})


@pytest.mark.parametrize(("method", "kind"), KINDS)
async def test_an_upload_can_be_sent_again_by_its_id(method: str, kind: str) -> None:
    telegram = opened()
    first = await telegram.call(method, {"chat_id": 7, "caption": "x"}, {kind: Upload("a.bin", b"x")})
    message = first.body["result"]
    assert ("caption" in message) is (kind not in ("video_note", "sticker"))
    again = await sent(telegram, method, **{kind: message[kind]["file_id"]})
    assert again.body["result"][kind] == message[kind]
    assert ("document" in again.body["result"]) is (kind == "animation")


@pytest.mark.parametrize(("method", "kind"), KINDS)
async def test_what_telegram_refuses(method: str, kind: str) -> None:
    telegram = opened()
    other = telegram.person(7, "Анна").sends_document()["document"]["file_id"]
    name = "".join(part.title() for part in kind.split("_"))
    for value, words in {
        "": f"there is no {kind.replace('_', ' ')} in the request",
        "nothing": "wrong file identifier/HTTP URL specified",
        other: f"can't use file of type Document as {name}",
        "https://example.org/a": "failed to get HTTP URL content",
    }.items():
        reply = await sent(telegram, method, **({kind: value} if value else {}))
        assert (reply.status, reply.body["description"]) == (400, f"Bad Request: {words}")


@pytest.mark.parametrize(("method", "kind"), KINDS)
async def test_who_forbids_recordings_gets_everything_else(method: str, kind: str) -> None:
    telegram = opened()
    anna = telegram.person(7, "Анна")
    file = anna.sends_file(kind)[kind]["file_id"]
    anna.forbids_recordings = True
    reply = await sent(telegram, method, **{kind: file})
    forbidden = kind in ("voice", "video_note")
    assert reply.status == (400 if forbidden else 200)
    assert ("VOICE_MESSAGES_FORBIDDEN" in str(reply.body.get("description"))) is forbidden
    telegram.group(-5, "x")
    assert (await telegram.call(method, {"chat_id": -5, kind: file})).status == 200


async def test_how_a_file_is_shown() -> None:
    telegram = opened()
    photo = telegram.person(7, "Анна").sends_photo()["photo"][-1]["file_id"]
    reply = await sent(telegram, "sendPhoto", photo=photo, has_spoiler=True, show_caption_above_media=True)
    assert reply.body["result"]["has_media_spoiler"] is True
    assert reply.body["result"]["show_caption_above_media"] is True
