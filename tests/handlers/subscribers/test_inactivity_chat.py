"""After a year without a change: one question, open or discreet; "yes" keeps, silence removes (S10)."""

import pytest

from bot.core.subscribers.subscribers import Choice
from bot.demo.faults.plan import Fault, FaultKind
from tests.chat import Chatter, Town, town

QUESTION = {"ru": "Вам ещё нужны", "en": "Do you still need"}
YES = {"ru": "Да, оставить", "en": "Yes, keep it"}


async def later(t: Town, days: int) -> None:
    """Let days pass one by one, with the hourly work."""
    for _ in range(days):
        await t.later(days=1)


async def a_year_on(t: Town) -> None:
    """Jump a year ahead."""
    await t.later(days=364)
    await t.later(days=1)


async def gone(t: Town, anna: Chatter) -> bool:
    """Whether nothing is stored of her."""
    return not await t.app.repositories.personal_data.of(anna.id)


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_who_says_yes_stays_and_is_asked_in_a_year_again(language: str) -> None:
    async with town() as t:
        anna = await t.subscriber(language=language)
        await t.later(days=364)
        assert anna.from_bot == []
        await t.later(days=1)
        anna.sees(QUESTION[language])
        await anna.taps(YES[language])
        await later(t, 40)
        assert anna.got(QUESTION[language]) == 0
        row = await t.app.repositories.subscribers.get(anna.id)
        assert row is not None
        assert row.asked is None
        await t.later(days=325)
        assert anna.got(QUESTION[language]) == 1


async def test_who_says_nothing_is_asked_once_and_gone_after_thirty_days() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await a_year_on(t)
        await later(t, 29)
        assert (anna.got(QUESTION["ru"]), await gone(t, anna)) == (1, False)
        await anna.sends("/privacy")
        anna.sees("день, когда бот спросил")
        await later(t, 1)
        assert (anna.got(QUESTION["ru"]), await gone(t, anna)) == (1, True)
        await anna.taps(YES["ru"], 1)
        assert "Подписка на семинары" in anna.person.log[1]["text"]


async def test_whom_telegram_refuses_is_tried_once_a_month_and_stays() -> None:
    async with town() as t:
        anna, boris = await t.subscriber(), await t.subscriber("Борис")
        words = "Bad Request: CHAT_RESTRICTED"
        refusal = Fault(FaultKind.ERROR, methods=("sendMessage",), chats=(anna.id,), status=400, description=words)
        t.telegram.faults.add(refusal)
        await t.later(days=364)
        for _ in range(24 * 3):
            await t.later(hours=1)
        assert (boris.got(QUESTION["ru"]), len(t.telegram.ledger.refused())) == (1, 1)
        await later(t, 90)
        assert (len(t.telegram.ledger.refused()), await gone(t, anna), await gone(t, boris)) == (4, False, True)
        t.telegram.faults.remove(refusal)
        await later(t, 30)
        assert (anna.got(QUESTION["ru"]), await gone(t, anna)) == (1, False)
        await later(t, 30)
        assert (anna.got(QUESTION["ru"]), await gone(t, anna)) == (1, True)


async def test_any_change_is_an_answer() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await a_year_on(t)
        await t.app.dispatcher["choose"](anna.id, Choice.NEWS, on=False)
        await later(t, 60)
        assert (anna.got(QUESTION["ru"]), await gone(t, anna)) == (1, False)


async def test_a_discreet_question_opens_behind_a_button() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await t.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
        await a_year_on(t)
        assert (anna.text, anna.labels) == ("Один вопрос", ["Открыть"])
        await anna.taps("Открыть")
        anna.sees(QUESTION["ru"])
        await anna.taps(YES["ru"])
        anna.sees("Подписка остаётся")
        await anna.taps("English")
        anna.sees("The subscription stays")


async def test_a_new_language_is_a_change_too() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await a_year_on(t)
        await anna.taps("English")
        anna.sees("You are subscribed")
        await later(t, 40)
        assert not await gone(t, anna)


async def test_the_question_lets_one_leave_at_once() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await a_year_on(t)
        await anna.taps("Отписаться")
        anna.sees("Вы отписаны")
        assert await gone(t, anna)
        await anna.taps_data("idl:ru:0")
        anna.sees("Подписка на семинары")
        await anna.taps_data("kpt:ru:0")
        anna.sees("Подписка на семинары")
