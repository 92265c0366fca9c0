"""🧹 as a chat: what can be deleted is, both sides', and the rest is explained (P15)."""

import pytest

from bot.handlers.subscribers.clear_chat import MAX_MESSAGES_PER_CALL, delete_messages
from tests.chat import Town, town

LABEL = {"ru": "Очистить чат", "en": "Clear this chat"}
TITLE = {"ru": "Чат очищен", "en": "The chat is cleared"}


def calls(t: Town) -> list[int]:
    """How many numbers each deleteMessages carried."""
    return [len(entry.params["message_ids"].split(",")) for entry in t.telegram.ledger.accepted("deleteMessages")]


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_the_button_clears_both_sides_and_says_how_to_go_on(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        for text in ("/start", "/faq", "что-то личное", "/privacy"):
            await anna.sends(text)
        await anna.taps(LABEL[language])
        anna.sees(TITLE[language])
        assert len(anna.person.messages) == 1
        await anna.taps({"ru": "English", "en": "Русский"}[language])
        anna.sees(TITLE[{"ru": "en", "en": "ru"}[language]])


async def test_the_command_takes_messages_of_mailings_along() -> None:
    async with town() as t:
        anna, boris = await t.subscriber(), await t.subscriber("Борис")
        await t.admin().announces(
            "/seminar 2026-12-05 19:00 America/New_York | Работа | Work | https://youtu.be/abc | 90m"
        )
        await t.tick()
        assert (len(anna.from_bot), len(boris.from_bot)) == (1, 1)
        await anna.sends("/clear")
        anna.sees(TITLE["ru"])
        assert (len(anna.person.messages), len(boris.from_bot)) == (1, 1)
        await anna.sends("/privacy")
        anna.sees("напоминания: да")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("leaving", ["/stop", "/delete"])
async def test_m01_after_leaving_the_cleared_screen_says_nothing_of_a_subscription(language: str, leaving: str) -> None:
    about = {"ru": "подписк", "en": "subscription"}[language]
    async with town() as t:
        anna = await t.subscriber(language=language)
        await anna.sends("/clear")
        anna.sees(about)
        await anna.sends(leaving)
        if leaving == "/delete":
            await anna.taps({"ru": "Удалить всё", "en": "Delete everything"}[language])
        await anna.taps(LABEL[language])
        anna.sees(TITLE[language])
        anna.sees_not(about)


async def test_more_than_a_hundred_go_in_batches_and_twice_is_harmless() -> None:
    async with town() as t:
        anna = t.person()
        for _ in range(70):
            await anna.sends("/help")
            t.clock.forward(seconds=2)
        await anna.sends("/clear")
        assert calls(t) == [MAX_MESSAGES_PER_CALL, 41]
        assert len(anna.person.messages) == 1
        await anna.sends("/clear")
        assert len(anna.person.messages) == 1


async def test_what_is_two_days_old_or_a_fresh_dice_spoils_nothing() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/start")
        t.clock.forward(hours=48, seconds=1)
        await anna.sends("", dice={"emoji": "🎲", "value": 3})
        await anna.sends("/help")
        await anna.sends("/clear")
        texts = [str(message.get("text", "🎲")) for message in anna.person.messages]
        assert len(texts) == 4
        assert texts[0] == "/start"
        assert texts[2] == "🎲"


async def test_a_number_telegram_refuses_costs_only_itself() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/start")
        t.clock.forward(hours=49)
        numbers = [await anna.sends("/help") for _ in range(5)]
        assert not await delete_messages(t.app.bot, anna.id, [1, *numbers])
        assert not {message["message_id"] for message in anna.person.messages} & set(numbers)
        assert await delete_messages(t.app.bot, anna.id, [])


async def test_nothing_of_it_reaches_the_disk() -> None:
    async with town() as t:
        anna = t.person()
        for text in ("/start", "/clear"):
            await anna.sends(text)
        assert await t.app.repositories.personal_data.of(anna.id) == {}
        assert len(t.app.dispatcher["recent"]) == 1


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("way", ["/delete", "/stop"])
async def test_p15_after_leaving_it_still_takes_every_mailing(way: str, language: str) -> None:
    """The rows are gone by then; for an hour the numbers stand in memory, and the screen says so."""
    async with town() as t:
        anna = await t.subscriber(language=language)
        for day in ("05", "12"):
            await t.admin().announces(f"/seminar 2026-12-{day} 19:00 America/New_York | Работа | Work | | 90m")
            await t.tick()
        mailed = {message["message_id"] for message in anna.from_bot}
        assert len(mailed) == 2
        await anna.sends(way)
        if way == "/delete":
            await anna.taps({"ru": "Удалить всё", "en": "Delete everything"}[language])
        anna.sees({"ru": "ещё час, не дольше", "en": "for one more hour at most"}[language])
        assert await t.app.repositories.personal_data.messages(anna.id) == []
        await anna.taps(LABEL[language])
        assert not mailed & {message["message_id"] for message in anna.person.messages}


async def test_p15_an_hour_after_leaving_the_mailings_are_not_known_any_more() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await t.admin().announces(
            "/seminar 2026-12-05 19:00 America/New_York | Работа | Work | https://youtu.be/abc | 90m"
        )
        await t.tick()
        (mailed,) = [message["message_id"] for message in anna.from_bot]
        await anna.sends("/stop")
        recent = t.app.dispatcher["recent"]
        assert mailed in recent.of(anna.id)
        await t.later(hours=1)
        assert mailed not in recent.of(anna.id)
        assert mailed not in vars(recent)["_chats"].get(anna.id, {})
