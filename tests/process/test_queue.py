"""kill -9 while orders queue: none is lost, none acts twice, the last one holds for each person (R1, T01)."""

import asyncio
from collections import Counter
from functools import partial
from pathlib import Path
from random import Random

import pytest

from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Choice
from bot.demo.chats.person import Person
from bot.demo.limits import Limits
from bot.handlers.subscribers.preferences import SetChoice
from bot.handlers.subscribers.subscription import TakeSubscription
from bot.handlers.ui.callbacks import Go, Place
from tests.chaos.figures import note
from tests.process.stage import Stage, stage
from tests.sizes import dice, trials
from tests.waiting import until

PEOPLE, ORDERS, KILLS = trials(1_000, 200), trials(5, 3), trials(40, 6)
State = tuple[str, int, int] | None
"""Language, news, discreet; None without a row."""

pytestmark = pytest.mark.process


def orders() -> dict[str, str]:
    """What people can order, by name: a command, or the data of a button."""
    ru = Locale.RU
    return {
        "stop": "/stop",
        "take": TakeSubscription(lang=ru, discreet=False).pack(),
        "take discreetly": TakeSubscription(lang=ru, discreet=True).pack(),
        "no news": SetChoice(lang=ru, choice=Choice.NEWS, on=False).pack(),
        "news": SetChoice(lang=ru, choice=Choice.NEWS, on=True).pack(),
        "discreet": SetChoice(lang=ru, choice=Choice.DISCREET, on=True).pack(),
        "english": Go(lang=Locale.EN, pick=True, to=Place.MENU).pack(),
    }


def after(state: State, order: str) -> State:
    """The row as one order leaves it."""
    if order == "stop":
        return None
    if state is None:
        # A reader's choice of a language may be forgotten by a restart, and every button here carries Russian.
        return ("ru", 1, int(order == "take discreetly")) if order.startswith("take") else None
    language, news, discreet = state
    return {
        "no news": (language, 0, discreet),
        "news": (language, 1, discreet),
        "discreet": (language, news, 1),
        "english": ("en", news, discreet),
    }.get(order, state)


def plan(chance: Random) -> list[str]:
    """Three orders that leave a trace when one is lost, repeated or swapped."""
    first = chance.choice(("take", "take discreetly"))
    return [first, *chance.choices([name for name in orders() if name != "take discreetly"], k=ORDERS - 1)]


def gives(person: Person, order: str) -> None:
    """Send one order."""
    data = orders()[order]
    if data.startswith("/"):
        person.sends(data)
    else:
        person.taps(person.messages[1]["message_id"], data)


async def welcome(play: Stage) -> list[Person]:
    """Let people come and get the message whose buttons they will tap."""
    people = [play.telegram.person(20_001 + number, "x", "ru") for number in range(PEOPLE)]
    for person in people:
        person.sends("/start")
    await until(lambda: all(len(person.messages) == 2 for person in people), within=120)
    return people


def answered(play: Stage, people: list[Person]) -> int:
    """How many orders have been answered so far."""
    chats = {person.id for person in people}
    sent = sum(entry.chat_id in chats for entry in play.telegram.ledger.accepted("sendMessage"))
    return sent - len(people) + len(play.telegram.ledger.accepted("answerCallbackQuery"))


def reached(play: Stage, people: list[Person], point: int) -> bool:
    """Whether so many orders have been answered, or nothing waits any more."""
    return answered(play, people) >= point or not len(play.telegram.world.updates)


@pytest.mark.long
async def test_orders_survive_being_killed(tmp_path: Path) -> None:
    chance = dice("T01")
    async with stage(tmp_path, Limits(model="off", latency=(0.01, 0.1), after=(0.01, 0.05)), SEND_RATE="1000") as play:
        await play.start()
        people = await welcome(play)
        plans = {person.id: plan(chance) for person in people}
        for turn in range(ORDERS):
            for person in people:
                gives(person, plans[person.id][turn])
        done = answered(play, people)
        for _ in range(KILLS):
            point = done + chance.randint(0, PEOPLE * ORDERS // (KILLS + 2))
            await until(partial(reached, play, people, point), within=60)
            await play.kill()
            done = answered(play, people)
            await play.start()
        await until(lambda: not len(play.telegram.world.updates), within=60)
        await asyncio.sleep(0.5)
        assert await play.stop() == 0
        rows = await play.query("SELECT chat, language, news, discreet FROM subscriber JOIN person ON number = person")
        found: dict[int, State] = {chat: (language, news, discreet) for chat, language, news, discreet in rows}
        wanted: dict[int, State] = {person.id: final(plans[person.id]) for person in people}
        wrong = {chat: (plans[chat], found.get(chat)) for chat, state in wanted.items() if found.get(chat) != state}
        print(f"\nkills={KILLS} orders={PEOPLE * ORDERS} wrong={len(wrong)}")
        assert wrong == {}
        assert answers_to_stop(play, people) <= Counter(
            {person.id: plans[person.id].count("stop") for person in people}
        )
        note("T01", f"{KILLS} kills while {PEOPLE * ORDERS:,} updates queue: effects lost 0, doubled 0")


def final(named: list[str]) -> State:
    """The row after all orders."""
    state: State = None
    for order in named:
        state = after(state, order)
    return state


def answers_to_stop(play: Stage, people: list[Person]) -> Counter[int]:
    """How often each person was told to be unsubscribed: an order that acts once is answered once at most."""
    return Counter(
        person.id for person in people for text in play.telegram.ledger.texts(person.id) if "Вы отписаны" in text
    )
