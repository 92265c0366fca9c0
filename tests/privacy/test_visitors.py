"""Visitors without end leave no row, and the memory that knows them stays bounded (T69, T77, R13)."""

import pytest

from bot.core.locales import Locale
from bot.core.subscribers.languages import MAX_REMEMBERED_CHATS, Languages
from bot.core.subscribers.message_log import MESSAGES_IN_ALL, RecentMessages
from bot.handlers.inbox.limits import InboxLimits
from bot.handlers.inbox.throttle import Throttle
from tests.chat import town
from tests.clock import ManualClock
from tests.privacy.test_overdue import counts
from tests.resident import Resident, forget_what_was_told
from tests.sizes import trials

FEW, MANY = 300, trials(100_000, 300)
CROWD = 100_000
TOGETHER, ROUND = 20, 500
TELLING = 30_000
"""From so many visitors on the memory can be judged: the bounded memories are full before the part that is measured."""

OF_NOBODY = {"meta", "tally"}
"""Sums of what at least five have asked are kept; no person is in them."""

LEAK = 0.5
"""MiB for 10,000 visitors: 50 bytes that stay of each."""


class Nobody:
    """A store without rows."""

    async def get(self, _chat: int) -> None:
        """Find nothing."""


@pytest.mark.parametrize("visitors", [FEW, pytest.param(MANY, marks=pytest.mark.long, id="many")])
async def test_t69_visitors_leave_no_row(visitors: int) -> None:
    async with town() as t:
        resident = Resident(visitors)
        for number in range(visitors):
            visitor = t.person("x", number=10**9 + number)
            visitor.person.sends(("/start", "/faq", "/privacy", "/clear", "привет")[number % 5])
            visitor.person.sends_photo()
            if number % TOGETHER == TOGETHER - 1:
                await t.settle()
            t.clock.forward(seconds=1)
            if number % ROUND == ROUND - 1:
                await t.tick()
                forget_what_was_told(t)
            resident.look(number + 1)
        kept = {name: count for name, count in counts(t).items() if count}
        rows = sum(count for name, count in kept.items() if name not in OF_NOBODY)
        print(f"visitors {visitors}, rows {rows}, {resident.line()}")
        assert kept.keys() <= OF_NOBODY
        assert visitors < TELLING or resident.per_ten_thousand() < LEAK


async def test_t77_a_hundred_thousand_chats_are_known_by_a_bounded_memory() -> None:
    clock = ManualClock()
    languages = Languages(Nobody(), Locale.RU)  # type: ignore[arg-type]  # the one method that is needed
    throttle = Throttle(clock, 20, 1, InboxLimits().watched)
    recent = RecentMessages(clock)
    for chat in range(CROWD):
        await languages.of(chat, None, "ru")
        throttle.admit(chat)
        recent.learn(chat, 1, clock.now())
    assert (len(languages), len(throttle), len(recent)) == (
        MAX_REMEMBERED_CHATS,
        InboxLimits().watched,
        MESSAGES_IN_ALL,
    )
