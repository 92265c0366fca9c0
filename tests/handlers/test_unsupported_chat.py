"""Photos and the like are refused, never fetched, and deleted at a tap; albums get one answer (P11, T71, T84, T85)."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.chaos.figures import note
from tests.chat import Chatter, Town, town
from tests.tree import ROOT

SENDS: dict[str, Callable[[Chatter], Any]] = {
    "photo": lambda anna: anna.person.sends_photo(caption="мой паспорт"),
    "document": lambda anna: anna.person.sends_document("passport.pdf"),
    "voice": lambda anna: anna.person.sends_voice(),
    "contact": lambda anna: anna.person.sends_contact("+1700055501"),
    "location": lambda anna: anna.person.sends_location(),
    "video": lambda anna: anna.person.sends(
        "", video={"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1, "duration": 1}
    ),
}


def fetched(t: Town) -> list[str]:
    """Calls that would look at what was sent."""
    return [entry.method for entry in t.telegram.ledger.entries if entry.method in {"getFile", "copyMessage"}]


@pytest.mark.parametrize("kind", SENDS)
async def test_t71_it_is_refused_never_fetched_and_gone_at_a_tap(kind: str) -> None:
    async with town() as t:
        anna = t.person()
        SENDS[kind](anna)
        await t.settle()
        anna.sees("ничего не скачал")
        await anna.taps("Удалить из чата")
        anna.sees("Удалено из чата")
        assert [message["from"]["is_bot"] for message in anna.person.messages] == [True]
        await anna.taps("English")
        anna.sees("Deleted from the chat")
        assert fetched(t) == []


def test_t71_no_code_of_the_bot_could_fetch_a_file() -> None:
    """The pretended Telegram serves it; the bot does not ask."""
    files = [path for path in (ROOT / "bot").rglob("*.py") if "demo" not in path.parts]
    words = re.compile(r"get_file|\.download|GetFile|stream_content")
    assert [path for path in files if words.search(path.read_text(encoding="utf-8"))] == []


async def test_t84_an_album_of_ten_gets_one_answer_and_goes_as_a_whole() -> None:
    async with town() as t:
        anna = t.person()
        for _ in range(10):
            anna.person.sends_photo(media_group_id="77")
        await t.settle()
        assert len(anna.from_bot) == 1
        await anna.taps("Удалить из чата")
        anna.sees("Удалено из чата")
        assert len(anna.person.messages) == 1
    note("T84", "one answer; it goes as a whole")


async def test_t85_two_albums_get_two_answers_and_only_one_goes() -> None:
    async with town() as t:
        anna, boris = t.person(), t.person("Борис")
        for person in (anna, anna, boris):
            person.person.sends_photo(media_group_id="77")
        await t.settle()
        first = anna.last["message_id"]
        for _ in range(2):
            anna.person.sends_photo(media_group_id="78")
        await t.settle()
        assert (len(anna.from_bot), len(boris.from_bot)) == (2, 1)
        await anna.taps("Удалить из чата", first)
        assert sum("photo" in message for message in anna.person.messages) == 2
        assert sum("photo" in message for message in boris.person.messages) == 1
    note("T85", "an answer each; only the one that was meant goes")


async def test_what_is_too_old_is_said_so() -> None:
    async with town() as t:
        anna = t.person()
        anna.person.sends_photo()
        await t.settle()
        await anna.taps("English")
        anna.sees("has downloaded, kept and passed on nothing")
        t.clock.forward(hours=49)
        await anna.taps("Delete from the chat")
        anna.sees("more than two days old")
        await anna.taps("Русский")
        anna.sees("старше двух суток")


async def test_stickers_dice_and_polls_get_one_quiet_sentence_and_edits_none() -> None:
    async with town() as t:
        anna = t.person()
        anna.person.sends_sticker()
        await anna.sends("", dice={"emoji": "🎲", "value": 3})
        assert [len(anna.from_bot), anna.got("Такое бот не понимает")] == [2, 2]
        sent = t.telegram.ledger.accepted("sendMessage", anna.id)
        assert all(entry.params["disable_notification"] for entry in sent)
        number = await anna.sends("привет")
        anna.person.edits(number, "/delete")
        await t.settle()
        assert len(anna.from_bot) == 3
