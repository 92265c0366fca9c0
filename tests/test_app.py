"""The bot as a whole starts, works, and ends when it must, in this process and on real time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from bot import app as running
from bot import lifespan as root
from bot.app import App
from bot.core.clock import SystemClock
from bot.core.faq.question_stats import SHOWN_FROM
from bot.core.faq.search import Certainty, Found
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals, vitals_by
from bot.core.locales import Locale
from bot.demo.doors.in_process import InProcessSession
from bot.demo.faults.plan import Fault, FaultKind, Faults, When
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.handlers.inbox import TokenRejected
from bot.lifespan import Stopped, opened
from bot.settings import BadSettings
from bot.storage.db.instance_lock import AnotherInstance
from tests.chat import ADMIN, TOKEN, Fixed
from tests.waiting import until


def pretended(token: str = TOKEN, faults: Faults | None = None) -> Telegram:
    """A Telegram on the real clock."""
    clock = SystemClock()
    now: Any = lambda: clock.now().timestamp()  # noqa: E731 -- one expression
    return Telegram(token=token, now=now, limits=Limits(model="off"), faults=faults or Faults())


@asynccontextmanager
async def started(
    telegram: Telegram, folder: Path, stop: asyncio.Event, vitals: Vitals | None = None
) -> AsyncIterator[App]:
    """Open the bot over it."""
    values: dict[str, Any] = {
        "bot_token": TOKEN,
        "admin_ids": str(ADMIN),
        "database_path": folder / "bot.db",
        "database_unencrypted": True,
    }
    async with opened(Fixed(**values), SystemClock(), stop, InProcessSession(telegram), vitals=vitals) as app:
        yield app


async def test_it_introduces_itself_answers_and_stops(tmp_path: Path) -> None:
    telegram, stop = pretended(), asyncio.Event()
    anna = telegram.person(5, "Анна")
    async with started(telegram, tmp_path, stop) as app:
        running = asyncio.ensure_future(app.run(stop))
        anna.sends("/start")
        await until(lambda: len(anna.messages) == 2)
        await until(lambda: bool(anna.commands()))
        stop.set()
        await running


async def test_a_token_rejected_while_it_runs_ends_it(tmp_path: Path) -> None:
    telegram, stop = pretended(), asyncio.Event()
    async with started(telegram, tmp_path, stop) as app:
        telegram.token = "42:NEW"
        with pytest.raises(TokenRejected):
            await asyncio.wait_for(app.run(stop), 10)


async def test_a_token_rejected_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(TokenRejected):
        async with started(pretended("42:OTHER"), tmp_path, asyncio.Event()):
            pass


async def test_a_stop_while_telegram_is_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(root, "FIRST_RETRY_SECONDS", 0.01)
    telegram = pretended(faults=Faults(Fault(FaultKind.HTML, When.BEFORE, methods=["getMe"])))
    stop = asyncio.Event()

    async def after_three() -> None:
        await until(lambda: len(telegram.ledger.entries) > 2)
        stop.set()

    stopping = asyncio.ensure_future(after_three())
    with pytest.raises(Stopped):
        async with started(telegram, tmp_path, stop):
            pass
    await stopping


async def test_a_start_that_waits_for_telegram_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(root, "FIRST_RETRY_SECONDS", 0.05)
    fault = Fault(FaultKind.HTML, When.BEFORE, methods=["getMe"], calls=(1, 2))
    vitals = vitals_by(SystemClock())
    waiting = asyncio.ensure_future(until(lambda: Trouble.TELEGRAM in vitals.troubles))
    async with started(pretended(faults=Faults(fault)), tmp_path, asyncio.Event(), vitals):
        await waiting
        assert list(vitals.troubles) == []


async def test_a_stop_that_lasts_too_long_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "STOP_TIMEOUT_SECONDS", 0.2)
    telegram, stop = pretended(), asyncio.Event()
    async with started(telegram, tmp_path, stop) as app:

        async def stuck(_: asyncio.Event) -> None:
            await asyncio.sleep(60)

        monkeypatch.setattr(app.sender, "run", stuck)
        stop.set()
        await asyncio.wait_for(app.run(stop), 5)


async def test_another_bots_database_is_left_alone(tmp_path: Path) -> None:
    async with started(pretended(), tmp_path, asyncio.Event()):
        pass
    before = (tmp_path / "bot.db").read_bytes()
    other = Fixed(
        bot_token="43:TEST",  # type: ignore[arg-type]  # as the environment gives it
        database_path=tmp_path / "bot.db",
        database_unencrypted=True,
    )
    with pytest.raises(BadSettings, match="another bot"):
        async with opened(other, SystemClock(), asyncio.Event(), InProcessSession(pretended("43:TEST"))):
            pass
    assert (tmp_path / "bot.db").read_bytes() == before


async def test_a_second_one_steps_back(tmp_path: Path) -> None:
    async with started(pretended(), tmp_path, asyncio.Event()):
        with pytest.raises(AnotherInstance):
            async with started(pretended(), tmp_path, asyncio.Event()):
                pass


async def test_the_search_is_loaded_before_anybody_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "SEARCH_LOAD_DELAY_SECONDS", 0.05)
    telegram, stop, loaded = pretended(), asyncio.Event(), Event()
    async with started(telegram, tmp_path, stop) as app:
        monkeypatch.setattr(app.questions.search, "load", loaded.set)
        asyncio.get_running_loop().call_later(0.5, stop.set)
        await asyncio.wait_for(app.run(stop), 15)
    assert loaded.is_set()


async def test_what_is_enough_is_counted_at_a_stop(tmp_path: Path) -> None:
    telegram, stop = pretended(), asyncio.Event()
    anna = telegram.person(5, "Анна")
    async with started(telegram, tmp_path, stop) as app:
        working = asyncio.ensure_future(app.run(stop))
        anna.sends("/start")
        await until(lambda: len(anna.messages) == 2)  # the ticks of the start are over
        for _ in range(SHOWN_FROM):
            app.questions.question_stats.count(Found(Certainty.SUGGEST, (("fees", 1.0),)), Locale.RU)
        stop.set()
        await asyncio.wait_for(working, 10)
        assert await app.questions.question_stats.lately() == {"suggest": SHOWN_FROM, "topic/fees": SHOWN_FROM}
