"""Deleting and editing everywhere under kills, pauses, /stop and /delete: report and ledger differ by 0 (A7, T36)."""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from bot.core.mailings.amendments import AmendmentKind, AmendmentOrder
from bot.core.mailings.outbox import Outcome, Parcel
from bot.delivery.amendments import AmendingCourier
from bot.demo.ledger import Entry
from tests.chat import Chatter, Town
from tests.handlers.broadcasts.restarts import Server, server
from tests.sizes import dice, trials

PEOPLE = 30
OLD, NEW = "Привет всем", "Привет всем, исправлено"
LABELS = {AmendmentKind.DELETE: "↩️ Удалить", AmendmentKind.EDIT: "✏️ Исправить"}
SAID = {AmendmentKind.DELETE: "Удалено", AmendmentKind.EDIT: "Исправлено"}
METHODS = {AmendmentKind.DELETE: "deleteMessages", AmendmentKind.EDIT: "editMessageText"}
KILLS_A_TRIAL = 5


@dataclass
class Run:
    """One amendment, and what happens to it. ``unwritten``: done by Telegram, and the process died before it wrote."""

    place: Server
    kind: AmendmentKind
    draw: Random
    people: list[Chatter]
    admin: Chatter
    unwritten: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)

    async def begin(self, t: Town) -> None:
        """Send a broadcast to everybody and confirm the amendment, with everything held."""
        await self.admin.sends("/broadcast")
        await self.admin.sends(OLD)
        await self.admin.taps("Одно для всех")
        await self.admin.taps(f"Отправить {PEOPLE}")
        await t.tick()
        if self.kind is AmendmentKind.DELETE:
            await self.admin.taps("Удалить у всех")
        else:
            await self.admin.taps("Исправить у всех")
            await self.admin.sends(NEW)
        await t.app.repositories.pause.switch(on=True)
        await self.admin.taps(f"{LABELS[self.kind]} {PEOPLE}")

    async def goes_on(self, t: Town) -> None:
        """Work on some messages; of those done, write down only some, as a process that dies in between."""
        rows, courier = t.app.repositories.amended_rows, AmendingCourier(t.app.bot, t.app.repositories.outbox)
        await t.app.repositories.pause.switch(on=False)
        claimed = list(await rows.claim(t.clock.now(), self.draw.randint(0, 6)))
        await t.app.repositories.pause.switch(on=True)
        done = claimed[: self.draw.randint(0, len(claimed))]
        outcomes = [Outcome(parcel, await courier.deliver(parcel)) for parcel in done]
        written = outcomes[: self.draw.randint(0, len(outcomes))]
        await rows.record(written, t.clock.now())
        self._note(done, [outcome.parcel for outcome in written])

    def _note(self, done: list[Parcel], written: list[Parcel]) -> None:
        self.unwritten |= {parcel.chat for parcel in done}
        self.unwritten -= {parcel.chat for parcel in written}

    async def leaves(self, t: Town) -> None:
        """Let somebody of whom the bot knows how it stands leave, by /stop or by /delete."""
        staying = [person for person in self.people if person.id not in self.left | self.unwritten]
        if len(staying) > PEOPLE // 2:
            person = self.draw.choice(staying)
            self.left.add(person.id)
            if self.draw.random() < 0.5:
                await person.sends("/stop")
            else:
                await person.sends("/delete")
                await person.taps("Удалить всё")

    async def stands_still(self, t: Town) -> None:
        """First all mailings are paused, then the amendment alone: nothing is done meanwhile."""
        before, control = len(self.accepted()), t.app.dispatcher["amendment_desk"].control
        await t.tick()
        await control(self._number(t), AmendmentOrder.PAUSE)
        await t.app.repositories.pause.switch(on=False)
        await t.tick()
        assert len(self.accepted()) == before
        await t.app.repositories.pause.switch(on=True)
        await control(self._number(t), AmendmentOrder.RESUME)

    def _number(self, t: Town) -> int:
        return int(t.query("SELECT max(id) FROM amendment")[0][0])

    def accepted(self) -> set[int]:
        """In which chats Telegram did it to the message of the broadcast."""
        method, chats = METHODS[self.kind], {person.id for person in self.people}
        calls = [each for each in self.place.telegram.ledger.entries if each.method == method and each.accepted]
        return {each.chat_id for each in calls if each.chat_id in chats and self._meant(each)}

    def _meant(self, call: Entry) -> bool:
        return self.kind is AmendmentKind.DELETE or call.text == NEW


@pytest.mark.parametrize("trial", range(trials(200 // KILLS_A_TRIAL, 2)))
async def test_after_kills_pauses_and_leaving_the_report_is_the_ledgers(trial: int, tmp_path: Path) -> None:
    draw, place = dice(f"amendment {trial}"), server(tmp_path)
    async with place.process() as t:
        people = [await t.subscriber(f"Анна {number}") for number in range(PEOPLE)]
        run = Run(place, list(AmendmentKind)[trial % 2], draw, people, t.admin())
        await run.begin(t)
        await run.goes_on(t)
    for _ in range(KILLS_A_TRIAL - 1):
        place.clock.forward(seconds=draw.uniform(1, 300))
        async with place.process(run.admin, *people) as t:
            for act in draw.sample((run.goes_on, run.stands_still, run.leaves, run.goes_on), 3):
                await act(t)
    async with place.process(run.admin, *people) as t:
        await t.app.repositories.pause.switch(on=False)
        for _ in range(3):
            await t.later(seconds=200)
        done, left = run.accepted(), run.left
        run.admin.sees(f"{SAID[run.kind]}: {len(done)}", "Недоступно: 0", "Ошибки: 0")
        run.admin.sees(f"Отписались: {len(left - done)}", f"Всего: {PEOPLE}")
        assert done | left == {person.id for person in people}
        assert t.query('SELECT state, total - done - unreachable - failed - "left" FROM amendment') == [("done", 0)]
        assert sum(person.got(OLD) - person.got(NEW) for person in people if person.id not in left) == 0
