"""A Telegram of tomorrow: unknown kinds, fields and shapes everywhere; nobody is harmed, nothing leaks (T06)."""

import json
from pathlib import Path

import pytest

from bot.demo.chats.person import Person
from bot.demo.faults.plan import Fault, FaultKind, When
from bot.demo.faults.strange import Twist
from bot.demo.faults.updates import Unruly
from tests.chaos.figures import note
from tests.chaos.test_inbox_world import World, living, printed
from tests.sizes import trials
from tests.waiting import until

ROUNDS = trials(40, 4)
LONGEST_PAUSE_SECONDS = 70
"""Half of the answers are strange: after several in a row the bot asks again only after a minute (T08)."""
CANARIES = ("Canary", "canary", "7000", "42:TEST", "value_of_tomorrow", "field_of_tomorrow")


def acts(person: Person, number: int) -> None:
    """One of the many things people do."""
    deeds = (
        lambda: person.sends(f"canary words {number}"),
        lambda: person.sends("/start canary_payload"),
        lambda: person.sends("/subscribe"),
        lambda: person.taps(1, f"canary:{number}"),
        lambda: person.taps(1, "go:ru:0:faq"),
        lambda: person.sends_photo(caption="canary photo"),
        lambda: person.sends_contact("+1700055501"),
        person.sends_voice,
        person.sends_location,
        person.sends_sticker,
        lambda: person.sends_document("canary.pdf"),
        person.blocks,
        person.unblocks,
    )
    deeds[number % len(deeds)]()


async def everybody_acts(world: World, rounds: int) -> None:
    """People do everything, some of it in an unknown shape."""
    for turn in range(rounds):
        people = [world.person() for _ in range(13)]
        for number, person in enumerate(people):
            person.started = True
            acts(person, number + turn)
            acts(person, number + turn + 1)
        await until(lambda: world.task.done() or not len(world.telegram.world.updates), LONGEST_PAUSE_SECONDS)


def clean(found: str) -> None:
    """Nothing of anybody was printed, and no exception surfaced."""
    leaks = [word for word in CANARIES if word in found]
    assert leaks == [], found[-3000:]
    assert "Traceback" not in found, found[-3000:]
    assert "loop_failure" not in found
    assert "unraisable" not in found


async def test_t06_updates_of_every_unknown_shape(tmp_path: Path) -> None:
    with printed() as output:
        async with living(tmp_path / "bot.db", send_rate=1000) as world:
            world.telegram.faults.unruly = Unruly(
                duplicate=0.2,
                echo=0.2,
                reorder=0.3,
                unknown_kinds=0.3,
                unknown_fields=0.5,
                unknown_values=0.3,
                unparsable=0.3,
                seed=ROUNDS,
            )
            await everybody_acts(world, ROUNDS)
            world.telegram.faults.clear()
            anna = world.person()
            await world.asks(anna, "/start", "Вопросы и ответы")
            assert world.app.inbox.counters.invalid > 0
            assert world.app.inbox.counters.foreign > 0
        failed = [
            line for line in output.getvalue().splitlines() if "handler_failed" in line or "attempt_failed" in line
        ]
        assert failed == []  # who blocks the bot before the answer came is no failure
    clean(output.getvalue())
    note("T06", "exceptions 0, leaks 0")


@pytest.mark.parametrize("twist", Twist)
async def test_t06_answers_of_every_unknown_shape(tmp_path: Path, twist: Twist) -> None:
    """What Telegram answers may be new too: the effect stands, and the bot goes on."""
    with printed() as output:
        async with living(tmp_path / "bot.db", send_rate=1000) as world:
            fault = Fault(FaultKind.STRANGE, When.AFTER, twist=twist, share=0.5)
            world.telegram.faults.add(fault)
            await everybody_acts(world, max(1, ROUNDS // 4))
            world.telegram.faults.clear()
            world.person().sends("/start")  # the question under way may still be answered strangely
            await until(lambda: world.task.done() or not len(world.telegram.world.updates), LONGEST_PAUSE_SECONDS)
            await world.asks(world.person(), "/start", "Вопросы и ответы")
    clean(output.getvalue())


@pytest.mark.parametrize("stranger", [None, 17, "update", [], [1], True], ids=json.dumps)
async def test_t06_something_that_is_no_update_hides_nobody(
    tmp_path: Path, stranger: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes in every answer: were the whole answer refused for it, nobody would ever be heard again (R1)."""
    async with living(tmp_path / "bot.db") as world:
        unruly = Unruly()
        monkeypatch.setattr(unruly, "handed_out", lambda batch: [stranger, *batch])
        world.telegram.faults.unruly = unruly
        await world.asks(world.person(), "/start", "Вопросы и ответы")
        world.telegram.faults.clear()
        assert world.app.inbox.counters.invalid > 0
