"""What may grow in a month, and by how much."""

from collections.abc import Sequence

from tests.soak.month import Evening, slope

WARM_DAYS = 5
"""Days in which caches fill, and the first rows reach their end."""

RESIDENT_A_DAY = 2**20
FILE_TO_LIVE = 1.2
"""Against the rows at the fullest moment, and at the end of the day."""

LOG_BYTES = 16 * 2**20


def faults(evenings: Sequence[Evening], *, few: bool = False) -> list[str]:
    """Say what is not as it should be; of ``few`` days no slope says anything."""
    late = list(evenings[WARM_DAYS:])
    found = []
    if not few:
        if (grows := slope([each.resident for each in late])) > RESIDENT_A_DAY:
            found.append(f"resident memory grows by {grows / 2**20:.1f} MiB a day")
        if late[-1].descriptors > late[0].descriptors:
            found.append(f"descriptors grow from {late[0].descriptors} to {late[-1].descriptors}")
        if late[-1].tasks > late[0].tasks:
            found.append(f"tasks grow from {late[0].tasks} to {late[-1].tasks}")
        fullest = max(each.fullest for each in late)
        if late[-1].file > FILE_TO_LIVE * late[-1].live:
            found.append(f"the file is {late[-1].file / late[-1].live:.2f} times its rows at the end of a day")
        if late[-1].file > FILE_TO_LIVE * fullest:
            found.append(f"the file is {late[-1].file / fullest:.2f} times its rows at the fullest moment")
    if (most := max(each.log for each in evenings)) > LOG_BYTES:
        found.append(f"the log reached {most / 2**20:.0f} MiB")
    return found
