"""S4 whatever happens: every wanted step of close seminars is told at most once a person, and none is lost."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.locales import Locale
from bot.core.mailings.outbox import Later, Sent, Unknown, Verdict
from bot.core.seminars.changes import CancelSeminar, MoveSeminar
from bot.core.seminars.seminars import Seminar, SeminarState, When
from tests.sizes import examples
from tests.storage.conftest import Store
from tests.storage.mailings.test_merging import nothing, queue, render, says

EVENTS = ["queue", "queue", "claim", "claim", "crash", "later", "unknown", "move", "cancel", "leave"]


@dataclass
class World:
    """Close seminars, people and their wishes; ``told`` counts first tellings by (seminar, revision, chat)."""

    store: Store
    numbers: list[int]
    chats: list[int]
    told: Counter[tuple[int, int, int]] = field(default_factory=Counter)
    queued: set[tuple[int, int]] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)

    async def seminar(self, number: int) -> Seminar:
        """One as it stands."""
        found = await self.store.rows.seminars.get(number)
        assert found
        return found

    async def queue(self, which: int) -> None:
        """Queue the step of one, once a revision."""
        seminar = await self.seminar(self.numbers[which % len(self.numbers)])
        key = (seminar.id, seminar.revision)
        if seminar.state is SeminarState.PLANNED and key not in self.queued:
            self.queued.add(key)
            await queue(self.store, seminar)

    async def deliver(self, verdict: Verdict, limit: int = 100) -> None:
        """Claim, note what was told of which seminar, settle."""
        for parcel in await self.store.claim(limit):
            for number in await says(self.store, parcel):
                seminar = await self.seminar(number)
                assert seminar.state is SeminarState.PLANNED
                fresh = not parcel.maybe and not isinstance(verdict, Later)
                self.told[number, seminar.revision, parcel.chat] += fresh
            await self.store.record([parcel], verdict)

    async def claim(self, which: int) -> None:
        """Send a few."""
        await self.deliver(Sent((1,)), which + 1)

    async def later(self, which: int) -> None:
        """Have a few put off."""
        await self.deliver(Later(5), which + 1)
        self.store.clock.forward(seconds=which * 3)

    async def unknown(self, which: int) -> None:
        """Send a few and hear nothing."""
        await self.deliver(Unknown(), which + 1)

    async def crash(self, which: int) -> None:
        """Die with a few in flight, and start again."""
        for parcel in await self.store.claim(which):
            for number in await says(self.store, parcel):
                seminar = await self.seminar(number)
                self.told[number, seminar.revision, parcel.chat] += not parcel.maybe
        await self.store.rows.outbox.recover()

    async def move(self, which: int) -> None:
        """Move one."""
        when = When(self.store.now + timedelta(hours=24, minutes=13 * which), "x", "UTC")
        move = MoveSeminar(self.store.rows.seminars, render, self.store.clock, nothing)
        await move(self.numbers[which % len(self.numbers)], when)

    async def cancel(self, which: int) -> None:
        """Cancel one."""
        cancel = CancelSeminar(self.store.rows.seminars, render, self.store.clock, nothing)
        await cancel(self.numbers[which % len(self.numbers)])

    async def leave(self, which: int) -> None:
        """Let somebody leave."""
        chat = self.chats[which % len(self.chats)]
        self.gone.add(chat)
        await self.store.rows.subscribers.erase(chat)


async def begin(store: Store, minutes: list[int], wishes: list[list[bool]]) -> World:
    """Empty the file and fill it."""
    async with store.database.writing() as tx:
        for table in ("mailing", "seminar_choice", "subscriber", "seminar"):
            await tx.execute(f"DELETE FROM {table}")  # noqa: S608 -- a test's own words
    chats = list(range(1, len(wishes) + 1))
    await store.people(*chats)
    numbers = [(await store.seminar(hours=24 + each / 60)).id for each in sorted(minutes)]
    for chat, wanted in zip(chats, wishes, strict=True):
        for number, want in zip(numbers, wanted, strict=False):
            await store.rows.seminars.choose(number, chat, Locale.RU, wanted=want)
    return World(store, numbers, chats)


@settings(max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.integers(0, 120), min_size=2, max_size=4),
    st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=1, max_size=4),
    st.lists(st.tuples(st.sampled_from(EVENTS), st.integers(0, 3)), max_size=14),
)
async def test_every_wanted_step_is_told_once(
    store: Store, minutes: list[int], wishes: list[list[bool]], events: list[tuple[str, int]]
) -> None:
    world = await begin(store, minutes, wishes)
    for event, which in events:
        await getattr(world, event)(which)
    for place in range(len(world.numbers)):
        await world.queue(place)
    for _ in range(5):
        await world.deliver(Sent((1,)))
        store.clock.forward(seconds=10)
    assert max(world.told.values(), default=0) <= 1
    for place, number in enumerate(world.numbers):
        seminar = await world.seminar(number)
        for chat in set(world.chats) - world.gone:
            wants = wishes[chat - 1][place] and seminar.state is SeminarState.PLANNED
            assert world.told[number, seminar.revision, chat] >= wants
