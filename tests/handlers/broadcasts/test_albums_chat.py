"""A2, A6: albums in the composer: gathered in message order, taken whole, sent as one, deleted as one."""

import random
from typing import Any

import pytest

from bot.core.subscribers.subscribers import Choice
from bot.demo.calls import JsonObject
from tests.chat import Chatter, Town, town
from tests.handlers.broadcasts.test_media_chat import CAPTION, sends, shown
from tests.handlers.broadcasts.test_misleading_chat import composing

LONG_CAPTION = "😀" * 512


def album(admin: Chatter, kinds: tuple[str, ...], group: str = "g1", captions: bool = True) -> list[JsonObject]:
    """Let an admin send an album; its updates wait."""
    return [
        sends(admin.person, kind, f"{CAPTION} {number}" if captions else None, media_group_id=group)
        for number, kind in enumerate(kinds)
    ]


async def waiting(t: Town) -> list[JsonObject]:
    """All updates the bot has not got yet."""
    t.clock.forward(seconds=1)
    return await t.updates()


async def hands_over(t: Town, order: list[int], pause: float = 0.1) -> None:
    """Let the bot get the waiting updates in another order, with pauses between them."""
    batch = await waiting(t)
    for index in order:
        await t.app.inbox.take(batch[index])
        await t.later(seconds=pause)


async def composed(
    t: Town, admin: Chatter, kinds: tuple[str, ...] = ("photo", "video"), **fields: Any
) -> list[JsonObject]:
    """A draft of one album for all."""
    sent = album(admin, kinds, **fields)
    await t.settle()
    await t.later(seconds=3)
    await admin.taps("Одно для всех")
    await t.later(seconds=1)
    return sent


def albums(chatter: Chatter) -> list[list[JsonObject]]:
    """The albums from the bot in a chat, in order."""
    found: dict[str, list[JsonObject]] = {}
    for message in chatter.from_bot:
        if "media_group_id" in message:
            found.setdefault(message["media_group_id"], []).append(message)
    return list(found.values())


@pytest.mark.parametrize("kinds", [("photo", "video") * 5, ("document",) * 3, ("audio", "audio")])
@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_an_album_out_of_order_is_sent_in_the_order_of_its_messages(kinds: tuple[str, ...], seed: int) -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await composing(t)
        sent = album(admin, kinds)
        order = list(range(len(kinds)))
        random.Random(seed).shuffle(order)  # noqa: S311 -- a trial that can be repeated
        await hands_over(t, order, pause=1.2)
        assert admin.got("Русский текст принят") == 0
        await t.later(seconds=3)
        assert admin.got("Русский текст принят") == 1
        await admin.taps("Одно для всех")
        await t.later(seconds=1)
        assert [shown(each) for each in albums(admin)[0]] == [shown(each) for each in sent]
        admin.sees("Отправить 1")
        await admin.taps("Отправить 1")
        await t.later(seconds=5)
        assert [shown(each) for each in albums(anna)[0]] == [shown(each) for each in sent]
        assert t.query("SELECT total, delivered FROM mailing") == [(1, 1)]
        (numbers,) = t.query("SELECT json_array_length(messages) FROM delivery")[0]
        assert numbers == len(kinds)


async def test_a_restart_between_the_files_loses_none() -> None:
    async with town() as t:
        admin = await composing(t)
        album(admin, ("photo",) * 4)
        batch = await waiting(t)
        for raw in batch[:2]:
            await t.app.inbox.take(raw)
        assert t.query("SELECT count(*), max(taken) FROM album_item") == [(2, 0)]
        t.clock.forward(seconds=200)  # the bot was away; its next tick finds what is stored
        await t.settle()
        await t.later(seconds=3)
        assert t.query("SELECT json_array_length(media) FROM mailing_text WHERE discreet = 0") == [(4,)]


async def test_a_file_that_comes_late_is_put_in_its_place_and_shown_anew() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await composing(t)
        album(admin, ("photo",) * 3)
        batch = await waiting(t)
        await t.app.inbox.take(batch[0])
        await t.app.inbox.take(batch[2])
        await t.later(seconds=3)
        await admin.taps("Одно для всех")
        assert len(albums(admin)[0]) == 2
        confirm = admin.last
        await t.settle()
        await t.later(seconds=3)
        assert [each["caption"][-1] for each in albums(admin)[1]] == ["0", "1", "2"]
        admin.sees("Отправить 1")
        await admin.taps("Отправить 1", confirm["message_id"])
        assert "изменена" in admin.toasts[-1]
        assert t.query("SELECT state FROM mailing") == [("draft",)]


async def test_another_message_ends_the_album_before_it() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await composing(t)
        album(admin, ("photo", "photo"))
        admin.person.sends("The English text")
        await t.settle()
        admin.sees("Отправить 1")
        assert len(albums(admin)[0]) == 2
        await t.later(seconds=5)
        assert len(albums(admin)) == 1


async def test_two_albums_in_a_row_are_one_for_each_language() -> None:
    async with town() as t:
        anna, john = await t.subscriber(), await t.subscriber("John", "en")
        admin = await composing(t)
        russian = album(admin, ("photo", "photo"))
        english = album(admin, ("document", "document", "document"), "g2")
        await t.settle()
        await t.later(seconds=3)
        await admin.taps("Отправить 2")
        await t.later(seconds=5)
        assert [shown(each) for each in albums(anna)[0]] == [shown(each) for each in russian]
        assert [shown(each) for each in albums(john)[0]] == [shown(each) for each in english]


async def test_an_album_corrects_a_text_and_a_text_an_album() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await composing(t)
        await admin.sends("Привет")
        await admin.sends("Hello")
        await admin.taps("Исправить английский")
        album(admin, ("photo", "photo"), captions=False)
        await t.settle()
        await t.later(seconds=3)
        assert len(albums(admin)[0]) == 2
        await admin.taps("Исправить английский")
        await admin.sends("Hello again")
        assert t.query("SELECT content, media FROM mailing_text WHERE discreet = 0 AND language = 'en'") == [
            ("Hello again", None)
        ]


async def test_what_telegram_would_not_take_is_refused_before_anything_is_sent() -> None:
    async with town() as t:
        admin = await composing(t)
        album(admin, ("photo", "document"))
        await t.settle()
        await t.later(seconds=3)
        admin.sees("Такой альбом Telegram не примет", "Отмена")
        sends(admin.person, "photo", LONG_CAPTION + "x", media_group_id="g2")
        sends(admin.person, "photo", LONG_CAPTION, media_group_id="g2")
        await t.settle()
        await t.later(seconds=3)
        admin.sees("Подпись не помещается", "1024")
        for group, caption in (("g3", LONG_CAPTION), ("g4", LONG_CAPTION)):
            sends(admin.person, "photo", caption, media_group_id=group)
            sends(admin.person, "photo", None, media_group_id=group)
            await t.settle()
            await t.later(seconds=3)
        admin.sees("Отправлять некому")
        assert t.query("SELECT DISTINCT taken FROM album_item") == [(1,)]


async def test_one_file_alone_of_an_album_is_a_message() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await composing(t)
        (sent,) = await composed(t, admin, ("photo",))
        await admin.taps("Отправить 1")
        await t.later(seconds=5)
        assert shown(anna.last) == shown(sent)
        assert "media_group_id" not in anna.last


async def test_a_file_of_an_album_that_was_confirmed_meanwhile_goes_to_nobody_and_is_told() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await composing(t)
        await composed(t, admin)
        sends(admin.person, "photo", media_group_id="g1")
        await t.settle()
        await admin.taps("Отправить 1")
        await t.later(seconds=4)
        assert len(albums(anna)[0]) == 2
        assert admin.got("Он никуда не отправлен") == 1
        await t.later(seconds=4)
        assert admin.got("Он никуда не отправлен") == 1


async def test_an_album_of_a_dropped_draft_is_forgotten() -> None:
    async with town() as t:
        admin = await composing(t)
        album(admin, ("photo", "photo"))
        await t.settle()
        await admin.sends("/cancel")
        await t.later(seconds=4)
        assert t.query("SELECT * FROM album_item") == []
        admin.sees("Черновик рассылки удалён")


async def test_a_reply_to_a_part_of_an_album_asks_for_the_whole() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        sent = album(admin, ("photo", "photo"))
        await t.settle()
        await admin.sends("/broadcast", reply_to=sent[0]["message_id"])
        admin.sees("только один его файл", "целиком")


async def test_an_album_that_waited_too_long_changes_nothing_and_is_told() -> None:
    async with town() as t:
        admin = await composing(t)
        album(admin, ("photo", "photo"))
        t.clock.forward(seconds=400)
        await t.settle()
        await t.later(seconds=3)
        admin.sees("шло до бота больше пяти минут", "Отмена")
        assert t.query("SELECT * FROM album_item") == []


async def test_taking_back_and_clearing_delete_every_file() -> None:
    async with town() as t:
        anna, john = await t.subscriber(), await t.subscriber("John")
        admin = await composing(t)
        await composed(t, admin, ("photo",) * 10)
        await admin.taps("Отправить 2")
        await t.later(seconds=5)
        assert len(albums(anna)[0]) == len(albums(john)[0]) == 10
        await anna.sends("/clear")
        assert albums(anna) == []
        await t.later(seconds=5)
        await admin.taps("Удалить у всех")
        await admin.taps("Удалить")
        await t.later(seconds=5)
        assert albums(john) == []


async def test_s5_an_album_opens_below_its_neutral_message_and_all_of_it_is_hidden_again() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await t.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
        admin = await composing(t)
        await composed(t, admin, ("photo",) * 10)
        await admin.taps("Отправить 1")
        await t.later(seconds=5)
        assert [message.get("text") for message in anna.from_bot] == ["Новое сообщение"]
        await anna.taps("Открыть")
        assert len(albums(anna)[0]) == 10
        await t.later(seconds=30)
        await anna.taps("English")
        assert len(albums(anna)) == 1
        await anna.taps("Hide")
        assert [message.get("text") for message in anna.from_bot] == ["Новое сообщение"]
