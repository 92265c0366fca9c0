"""Everything failing at once, and a report that says what the ledger says (T36, F5)."""

from bot.demo.faults.plan import Fault, FaultKind, Faults, When
from tests.chaos import figures
from tests.chaos.scene import Scene, scene
from tests.chaos.virtual import on_virtual_time
from tests.sizes import trials

PEOPLE = trials(10_000, 500)
CHATS = frozenset(range(10_001, 10_001 + PEOPLE))
SEND = ("sendMessage",)
TOO_FAST = Fault(
    FaultKind.ERROR,
    methods=SEND,
    chats=CHATS,
    share=0.002,
    status=429,
    description="Too Many Requests: retry after 1",
    retry_after=1,
)
MIXED = (
    Fault(FaultKind.ERROR, methods=SEND, chats=CHATS, share=0.01, status=500, description="Internal Server Error"),
    Fault(FaultKind.RESET, methods=SEND, chats=CHATS, share=0.0025),
    Fault(FaultKind.RESET, When.AFTER, SEND, CHATS, share=0.0025),
    TOO_FAST,
)


def block(s: Scene) -> set[int]:
    """Let one in twenty have blocked the bot."""
    gone = set(s.chats[::20])
    for chat in gone:
        s.person(chat).blocked = True
    return gone


async def timed(s: Scene) -> tuple[float, dict[str, int]]:
    """Send a broadcast to its end; return how long that took by the ledger, and the report."""
    await s.broadcast()
    report = await s.report()
    times = [entry.at for entry in s.sends()]
    return max(times) - min(times), report


@on_virtual_time
async def test_f5_t36_with_everything_failing_nobody_is_lost_and_the_report_is_the_ledgers() -> None:
    async with scene(PEOPLE) as s:
        block(s)
        calm, _ = await timed(s)
    async with scene(PEOPLE, faults=Faults(*MIXED)) as s:
        gone = block(s)
        rough, report = await timed(s)
        told = {entry.chat_id for entry in s.accepted()}
        unheard = [entry for entry in s.accepted() if not entry.answered]
        assert len(unheard) > 0
        assert len(s.refused_429()) > 0
        assert s.lost(CHATS - gone) == []
        assert sum(s.doubled().values()) <= len(unheard)
        difference = abs(report["Доставлено"] + report["Неизвестно"] - len(told)) + abs(
            report["Недоступны"] - len(gone)
        )
        assert difference == 0
        assert report["Ошибки"] == report["Просрочено"] == report["Отписались"] == 0
        assert len(s.doubled()) <= report["Возможно дважды"]
        assert rough <= 1.3 * calm
        figures.note("T36", f"difference {difference} among {PEOPLE:,}")
        doubled = sum(s.doubled().values())
        figures.note(
            "F5", f"lost 0, doubled {doubled} of {len(unheard)} cut after accept, {rough / calm:.2f} of the time"
        )
