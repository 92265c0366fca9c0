"""kill -9 while questions and answers are carried: lost 0, doubled what was in flight at most (R2, P10)."""

import asyncio
from functools import partial
from pathlib import Path

import pytest

from bot.core.clock import SystemClock, epoch
from bot.core.tickets.codes import CodeWord
from bot.demo.chats.group import Group
from bot.demo.limits import Limits
from bot.storage.db.sqlite import open_database
from bot.storage.people.people import number_for
from tests.chaos.figures import note
from tests.group_chat import LAWYERS, lawyers_group, words_of
from tests.process.stage import Stage, stage
from tests.sizes import dice, trials
from tests.waiting import until

ANSWERS, QUESTIONS = 40, 4
TRIALS = trials(20, 2)
TICKET = """
INSERT INTO ticket (word, number, person, language, state, asked, expires, header)
VALUES (?, ?, ?, 'ru', 'waiting', ?, ?, ?) RETURNING id
"""
MESSAGE = "INSERT INTO ticket_message (ticket, kind, source, state) VALUES (?, ?, ?, 'due')"
UNDER_WAY = "SELECT count(*) FROM ticket_message WHERE state = 'sending'"
FIRST = 20_001
DAY = 86_400

pytestmark = [pytest.mark.process, pytest.mark.long]


async def writes(play: Stage, group: Group, trial: int) -> None:
    """Write, while no bot runs, questions that wait to be copied, and answers that wait to be copied back."""
    clock = SystemClock()
    lawyer, now = {"id": 7001, "is_bot": False, "first_name": "Вера"}, epoch(clock.now())
    group.joins(lawyer)
    database = await open_database(play.path, play.key, clock)
    async with database.writing() as tx:
        await tx.execute("DELETE FROM ticket")
        for number in range(ANSWERS + QUESTIONS):
            asker = play.telegram.person(FIRST + number, "x")
            asker.started = True
            person = await number_for(tx, asker.id)
            asks = number < QUESTIONS
            code = (CodeWord.MAPLE.value, 100 + number, person, now, now + DAY, None if asks else 1)
            ticket = await tx.insert(TICKET, code)
            kind, chat, author = ("question", asker, asker.user) if asks else ("answer", group, lawyer)
            source = chat.place(author, {"text": f"{kind} {trial}-{number}."})["message_id"]
            await tx.execute(MESSAGE, (ticket, kind, source))
    await database.close()


def arrived(play: Stage, group: Group, trial: int) -> dict[int, int]:
    """How often each of them stands where it is to stand."""
    found = {}
    for number in range(ANSWERS + QUESTIONS):
        kind, chat = (
            ("question", group) if number < QUESTIONS else ("answer", play.telegram.person(FIRST + number, "x"))
        )
        text = f"{kind} {trial}-{number}."
        found[number] = sum(words_of(each) == text and each["from"]["is_bot"] for each in chat.messages)
    return found


def reached(play: Stage, group: Group, trial: int, count: int) -> bool:
    """Whether so many have arrived."""
    return sum(map(bool, arrived(play, group, trial).values())) >= count


async def test_p10_kills_in_both_directions_lose_nothing(tmp_path: Path) -> None:
    chance, doubled, flight = dice("ticket kills"), 0, 0
    limits = Limits(latency=(0.005, 0.02), after=(0.005, 0.02), per_group_per_minute=10_000)
    async with stage(tmp_path, limits, LAWYER_CHAT_ID=str(LAWYERS)) as play:
        group = lawyers_group(play.telegram)
        for trial in range(TRIALS):
            await play.start()
            await play.stop()
            await writes(play, group, trial)
            await play.start()
            await until(partial(reached, play, group, trial, chance.randrange(1, ANSWERS)), within=30)
            await asyncio.sleep(chance.uniform(0, 0.02))
            await play.kill()
            ((sending,),) = await play.query(UNDER_WAY)
            flight += sending
            await play.start()
            await until(partial(reached, play, group, trial, ANSWERS + QUESTIONS), within=60)
            await asyncio.sleep(0.2)
            counts = arrived(play, group, trial)
            doubled += sum(counts.values()) - len(counts)
            assert max(counts.values()) <= 2
            await play.kill()
        assert doubled <= flight
        note("P10", f"{TRIALS} kills -9 while {ANSWERS} answers and {QUESTIONS} questions are carried: "
             f"lost 0, doubled {doubled}, in flight {flight}")  # fmt: skip
