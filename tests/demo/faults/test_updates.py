"""Faults of updates, met by a small poller that does what a careful bot has to do."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.chats.person import Person
from bot.demo.faults.plan import Faults
from bot.demo.faults.strange import NEW_FIELD, NEW_VALUE
from bot.demo.faults.updates import NEW_KIND, Unruly
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from tests.demo.doors.test_faults import Hurry


@dataclass
class Poller:
    """Confirms what it has read; keeps texts by update id, so that a repetition has no second effect."""

    telegram: Telegram
    offset: int = 0
    texts: dict[int, str] = field(default_factory=dict)
    ids: list[int] = field(default_factory=list)
    odd: list[Any] = field(default_factory=list)

    async def ask(self) -> int:
        """Call getUpdates once and return the number of updates."""
        reply = await self.telegram.call("getUpdates", {"offset": self.offset, "timeout": 0})
        for update in reply.body.get("result", []):
            self._take(update)
        return len(reply.body.get("result", []))

    async def ask_all(self) -> None:
        for _ in range(200):
            await self.telegram.world.sleep(1)  # sooner, the same offset is answered with one update only
            if not await self.ask():
                return

    def _take(self, update: Any) -> None:
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            self.odd.append(update)
            return
        self.ids.append(update["update_id"])
        self.offset = max(self.offset, update["update_id"] + 1)
        message = update.get("message")
        if isinstance(message, dict) and "text" in message:
            self.texts[update["update_id"]] = message["text"]
        else:
            self.odd.append(update)


def play(unruly: Unruly) -> tuple[Poller, Person]:
    clock = Hurry()
    telegram = Telegram(now=clock, sleep=clock.sleep, limits=Limits(model="off"), faults=Faults(unruly=unruly))
    return Poller(telegram), telegram.person(7, "A")


def says(anna: Person, count: int) -> list[str]:
    return [anna.sends(f"text {number}")["text"] for number in range(count)]


async def test_duplicates_in_one_answer() -> None:
    poller, anna = play(Unruly(duplicate=1))
    said = says(anna, 3)
    await poller.ask()
    assert len(poller.ids) == 6
    assert list(poller.texts.values()) == said


async def test_an_echo_comes_after_its_confirmation() -> None:
    poller, anna = play(Unruly(echo=1))
    said = says(anna, 2)
    await poller.ask()
    confirmed = poller.offset
    says(anna, 1)
    await poller.ask()
    assert poller.ids[2:4] == poller.ids[:2]
    assert all(update_id < confirmed for update_id in poller.ids[2:4])
    assert list(poller.texts.values()) == [*said, "text 0"]


async def test_shuffled_within_an_answer() -> None:
    poller, anna = play(Unruly(reorder=1, seed=3))
    said = says(anna, 20)
    await poller.ask()
    assert list(poller.texts.values()) != said
    assert sorted(poller.texts.values()) == sorted(said)


async def test_missing_ones_leave_gaps() -> None:
    unruly = Unruly(drop=0.5)
    poller, anna = play(unruly)
    says(anna, 40)
    await poller.ask_all()
    assert 5 < len(unruly.dropped) < 35
    whole = range(min(poller.ids + unruly.dropped), min(poller.ids + unruly.dropped) + 40)
    assert sorted(poller.ids + unruly.dropped) == list(whole)


async def test_a_lost_update_is_lost_for_good() -> None:
    poller, anna = play(Unruly(drop=1))
    says(anna, 2)
    assert await poller.ask() == 0
    poller.telegram.faults.unruly = None
    says(anna, 1)
    assert await poller.ask() == 1


async def test_ids_go_on_anywhere_when_nothing_waits() -> None:
    poller, anna = play(Unruly(restart=1, seed=1))
    firsts = []
    for _ in range(6):
        says(anna, 2)
        poller.offset = 0
        await poller.ask()
        firsts.append(poller.ids[-2])
        assert poller.ids[-1] == poller.ids[-2] + 1
        await poller.ask()
    assert firsts != sorted(firsts)


async def test_ids_restarted_by_hand() -> None:
    poller, anna = play(Unruly())
    says(anna, 1)
    updates = poller.telegram.world.updates
    with pytest.raises(ValueError, match="nothing waits"):
        updates.restart(5)
    await poller.ask()
    await poller.ask()
    updates.restart(5)
    says(anna, 1)
    assert await poller.ask() == 1
    assert poller.ids[-1] == 5 < poller.ids[0]
    updates.clear()
    updates.restart()
    says(anna, 1)
    poller.offset = 0
    assert await poller.ask() == 1
    assert 0 < poller.ids[-1] < 2**31


async def test_kinds_nobody_knows_have_ids_of_their_own() -> None:
    unruly = Unruly(unknown_kinds=1)
    poller, anna = play(unruly)
    said = says(anna, 3)
    await poller.ask_all()
    assert list(poller.texts.values()) == said
    assert [NEW_KIND in update for update in poller.odd] == [True] * 3
    assert [update["update_id"] for update in poller.odd] == unruly.strangers
    assert poller.ids == list(range(poller.ids[0], poller.ids[0] + 6))


async def test_fields_and_words_nobody_knows() -> None:
    poller, anna = play(Unruly(unknown_fields=1, unknown_values=1))
    says(anna, 1)
    reply = await poller.telegram.call("getUpdates", {})
    message = reply.body["result"][0]["message"]
    assert message[NEW_FIELD] and message["from"][NEW_FIELD]
    assert (message["chat"]["type"], message["text"]) == (NEW_VALUE, "text 0")
    assert NEW_FIELD not in anna.messages[0]


async def test_what_is_no_update_at_all() -> None:
    unruly = Unruly(unparsable=1, seed=5)
    poller, anna = play(unruly)
    for _ in range(20):
        says(anna, 1)
        await poller.ask()
    assert len(poller.texts) == 20
    ours = [update for update in poller.odd if isinstance(update, dict) and update.get("update_id") in unruly.strangers]
    assert len(ours) == 20
    assert len(poller.odd) == 40


@given(
    st.builds(
        Unruly,
        duplicate=st.floats(0, 1),
        echo=st.floats(0, 0.5),
        reorder=st.floats(0, 1),
        drop=st.floats(0, 1),
        unknown_kinds=st.floats(0, 1),
        unknown_fields=st.floats(0, 1),
        unknown_values=st.floats(0, 1),
        unparsable=st.floats(0, 0.5),
        seed=st.integers(0, 999),
    ),
    st.lists(st.integers(0, 4), max_size=10),
)
async def test_a_careful_poller_loses_only_what_was_dropped(unruly: Unruly, bursts: list[int]) -> None:
    poller, anna = play(unruly)
    for count in bursts:
        says(anna, count)
        await poller.ask()
    poller.telegram.faults.unruly = None
    await poller.ask_all()
    assert len(poller.texts) == sum(bursts) - len(unruly.dropped)
    assert set(poller.ids) >= set(unruly.strangers)
    assert not set(poller.ids) & set(unruly.dropped)
