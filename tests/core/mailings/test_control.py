"""A13: stopping says so to the sender, letting go wakes it, and doing it twice changes nothing."""

from dataclasses import dataclass

from bot.core.mailings.control import PauseAll
from tests.core.seminars.seminar_memory import Bell


@dataclass
class MemoryStandstill:
    """core.standstill.Pause."""

    held: bool = False

    async def on(self) -> bool:
        return self.held

    async def switch(self, *, on: bool) -> bool:
        changed, self.held = self.held is not on, on
        return changed


async def test_it_stops_once_and_goes_on_once() -> None:
    row, recalled, woken = MemoryStandstill(), Bell(), Bell()
    pause_all = PauseAll(row, recalled, woken)
    assert [await pause_all(on=True), await pause_all(on=True)] == [True, False]
    assert (await row.on(), recalled.rings, woken.rings) == (True, 2, 0)
    assert [await pause_all(on=False), await pause_all(on=False)] == [True, False]
    assert (await row.on(), recalled.rings, woken.rings) == (False, 2, 2)
