"""Two days of the month, as `make soak` lets thirty pass: what the bot holds does not grow."""

import pytest

from tests.chaos.virtual import on_virtual_time
from tests.sizes import trials
from tests.soak.month import MAILINGS_A_DAY, Evening, month, slope
from tests.soak.verdict import faults

DAYS, DELIVERIES = 2, trials(4_000, 400)


@pytest.mark.long
@on_virtual_time
async def test_two_days_of_the_month() -> None:
    async with month(DELIVERIES // MAILINGS_A_DAY // DAYS) as found:
        for number in range(1, DAYS + 1):
            await found.day(number)
    assert found.evenings[-1].deliveries >= DELIVERIES * 0.9
    assert faults(found.evenings, few=True) == []


def test_what_grows_is_named() -> None:
    flat = [Evening(day, 100 * day, 2**27, 20, 60, 900, 2**20, 2**20, 2**20, 2**20) for day in range(1, 11)]
    assert slope([1, 2, 3]) == 1
    assert faults(flat) == []
    leaking = [
        Evening(day, 1, 2**27 + day * 2**22, 20 + day, 60 + day, 9, 3 * 2**20, 2**20, 2**20, 2**25) for day in range(10)
    ]
    assert len(faults(leaking)) == 6
