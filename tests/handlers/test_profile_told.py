"""What Telegram shows of the bot is told when it has changed: starts are counted by their calls."""

import asyncio
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3
from aiogram.methods import SetMyShortDescription

from bot.demo.chats.person import Person
from bot.demo.doors.in_process import InProcessSession
from bot.demo.telegram import Telegram
from bot.handlers.profile import introduction
from bot.lifespan import opened
from tests import built_once
from tests.chat import ADMIN, TOKEN, Fixed
from tests.clock import START, ManualClock
from tests.group_chat import LAWYERS, lawyers_group
from tests.waiting import until

EVERYBODY, DESK, GROUP = 1 + 3 * 13, 13, 13
"""Calls for everybody, for an admin, for the lawyers' group."""

SECOND = 9002


class Starts:
    """Starts of the bot over one Telegram and one database."""

    def __init__(self, folder: Path) -> None:
        self.clock = ManualClock(START)
        self.telegram = Telegram(token=TOKEN, now=lambda: self.clock.now().timestamp(), sleep=self.clock.sleep)
        self.values: dict[str, Any] = {
            "bot_token": TOKEN,
            "admin_ids": str(ADMIN),
            "database_path": folder / "bot.db",
            "database_unencrypted": True,
        }
        self.starts_chat(ADMIN)

    def starts_chat(self, admin: int) -> None:
        """Let an admin press Start, so that there is a chat."""
        self.telegram.person(admin, "Админ").started = True

    async def calls(self) -> int:
        """Start, present the bot, look after the lawyers' group, end; return how often something was set."""
        built_once.install()
        before = len(self.made())
        async with opened(Fixed(**self.values), self.clock, asyncio.Event(), InProcessSession(self.telegram)) as app:
            await app.tickets.keep_group_true.start()
            await app.own_profile.introduce(asyncio.Event())
            await app.tickets.keep_group_true()
            await app.tickets.offer_menu()
        with closing(sqlcipher3.connect(str(self.values["database_path"]))) as connection:
            prints = dict(connection.execute("SELECT name, value FROM meta WHERE name LIKE 'profile%'").fetchall())
        assert prints
        assert not any(str(each) in str(prints) for each in (ADMIN, SECOND, LAWYERS)), "whose menu nobody can read"
        built_once.give_back(app.dispatcher)
        return len(self.made()) - before

    def made(self) -> list[str]:
        """Every call that set something."""
        return [
            each.method for each in self.telegram.ledger.entries if each.method.startswith(("setMy", "setChatMenu"))
        ]


async def test_a_start_tells_what_has_changed_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    starts = Starts(tmp_path)
    assert await starts.calls() == EVERYBODY + DESK
    assert await starts.calls() == 0
    looks = [each for each in starts.telegram.ledger.entries if each.method == "getMyCommands"]
    assert len(looks) == 1, "one look a start, once something was told"

    # a changed text: the short description in both languages, told for all thirteen codes
    def reworded(*args: Any, **named: Any) -> Any:
        for call in introduction(*args, **named):
            short = isinstance(call, SetMyShortDescription)
            yield call.model_copy(update={"short_description": "!"}) if short else call

    monkeypatch.setattr("bot.handlers.own_profile.introduction", reworded)
    assert await starts.calls() == 13
    monkeypatch.undo()
    assert await starts.calls() == 13
    assert await starts.calls() == 0

    # an admin more, who has not pressed Start: one call is refused, and tried again at each start
    starts.values["admin_ids"] = f"{ADMIN},{SECOND}"
    assert await starts.calls() == 1
    assert await starts.calls() == 1
    starts.starts_chat(SECOND)
    assert await starts.calls() == DESK
    assert await starts.calls() == 0

    # lawyers: /ask for everybody and the admins, and a menu for the group
    lawyers_group(starts.telegram, LAWYERS)
    starts.values["lawyer_chat_id"] = LAWYERS
    assert await starts.calls() == 13 + 2 * DESK + GROUP
    assert await starts.calls() == 0

    # somebody changes the commands by hand in BotFather
    await starts.telegram.call("setMyCommands", {"commands": [{"command": "other", "description": "!"}]})
    assert await starts.calls() == EVERYBODY + 2 * DESK
    assert await starts.calls() == 0


async def test_who_is_no_admin_any_more_loses_the_menu_with_the_next_word(tmp_path: Path) -> None:
    """The id is kept nowhere: by the word it is known whose menu that is. Until then, and through starts, it waits."""
    starts, stop, offset = Starts(tmp_path), asyncio.Event(), 0
    starts.values["admin_ids"] = f"{ADMIN},{SECOND}"
    starts.starts_chat(SECOND)
    await starts.calls()
    former, reader = starts.telegram.person(SECOND, "Вторая"), starts.telegram.person(SECOND + 1, "Ира")
    starts.values["admin_ids"] = str(ADMIN)
    assert await starts.calls() == await starts.calls() == 0
    assert "broadcast" in named(former), "nobody knows yet whose it is"

    def deletions() -> int:
        return sum(each.method == "deleteMyCommands" for each in starts.telegram.ledger.entries)

    async with opened(Fixed(**starts.values), starts.clock, stop, InProcessSession(starts.telegram)) as app:
        running = asyncio.ensure_future(app.own_profile.run(stop))
        await until(lambda: starts.telegram.ledger.entries[-1].method == "getMyCommands")
        for person, text in ((reader, "/start"), (starts.telegram.person(ADMIN, "Админ"), "/start"), (former, "/faq")):
            assert deletions() == 0
            person.sends(text)
            (raw,) = (await starts.telegram.call("getUpdates", {"offset": offset})).body["result"]
            await app.inbox.take(raw)
            offset = raw["update_id"] + 1
            await asyncio.sleep(0)
        await until(lambda: "broadcast" not in named(former))
        assert named(former) == named(reader)
        assert "broadcast" in named(starts.telegram.person(ADMIN, "Админ"))
        await until(lambda: deletions() == DESK)
        stop.set()
        await running
    assert await starts.calls() == 0, "and is forgotten"
    with closing(sqlcipher3.connect(str(starts.values["database_path"]))) as connection:
        kept = connection.execute("SELECT value FROM meta WHERE name = 'profile-former'").fetchall()
    assert kept == [("{}",)]
    starts.values["admin_ids"] = f"{ADMIN},{SECOND}"
    assert await starts.calls() == DESK, "an admin again"


def named(person: Person) -> list[str]:
    """Which commands a person's menu has."""
    return [command["command"] for command in person.commands()]


async def test_an_admin_who_presses_start_gets_the_menu_while_the_bot_runs(tmp_path: Path) -> None:
    """Before that Telegram knows no chat to give it to; a second Start of theirs tells nothing."""
    starts, stop = Starts(tmp_path), asyncio.Event()
    starts.values["admin_ids"] = str(SECOND)
    async with opened(Fixed(**starts.values), starts.clock, stop, InProcessSession(starts.telegram)) as app:
        running = asyncio.ensure_future(app.own_profile.run(stop))
        await until(lambda: len(starts.made()) == EVERYBODY + 1)
        admin = starts.telegram.person(SECOND, "Вторая")
        admin.sends("/start")
        for raw in (await starts.telegram.call("getUpdates", {"timeout": 0})).body["result"]:
            await app.inbox.take(raw)
        await until(lambda: len(starts.made()) == EVERYBODY + 1 + DESK)
        assert "broadcast" in [command["command"] for command in admin.commands()]
        app.own_profile.admin_started()
        await until(lambda: starts.telegram.ledger.entries[-1].method == "getMyCommands")
        stop.set()
        await running
    assert len(starts.made()) == EVERYBODY + 1 + DESK
