"""Which menus were given, and to whom none is due any more: told by fingerprints alone."""

from collections.abc import Mapping

from bot.core import profile_record
from bot.core.profile_record import Audience, Described, ProfileRecord


class Kept:
    """Rows in memory, and how often they were written."""

    def __init__(self) -> None:
        self.rows: dict[Audience, Mapping[str, str]] = {}
        self.written = 0

    async def load(self, audience: Audience) -> Mapping[str, str]:
        return self.rows.get(audience, {})

    async def keep(self, audience: Audience, prints: Mapping[str, str]) -> None:
        self.rows[audience] = prints
        self.written += 1


ANNA, VERA = (Described(name, f"menu of {name}", "content") for name in ("Anna", "Vera"))


async def told(store: Kept) -> ProfileRecord:
    """Both have their menus."""
    record: ProfileRecord = ProfileRecord(store, "42:token")
    await record.told(Audience.EVERYBODY, [ANNA, VERA])
    return record


async def test_a_place_that_is_no_longer_wanted_is_kept_until_it_is_taken_back() -> None:
    store = Kept()
    record = await told(store)
    assert await record.retire([ANNA, VERA]) == frozenset()
    gone = await record.retire([ANNA])
    assert gone == {record.print_of(VERA.place)}
    assert await record.to_tell(Audience.EVERYBODY, [ANNA]) == []
    before = store.written
    assert await record.retire([ANNA]) == gone, "through any number of starts"
    assert await record.taken_back([]) == gone
    assert store.written == before, "nothing changed, nothing is written"
    assert await record.taken_back([VERA]) == frozenset()


async def test_who_is_wanted_again_is_no_former_one() -> None:
    record = await told(Kept())
    await record.retire([ANNA])
    assert await record.retire([ANNA, VERA]) == frozenset()


async def test_of_very_many_some_are_kept() -> None:
    record = await told(Kept())
    many = [Described(str(number), str(number), "") for number in range(profile_record.MOST_FORMER * 2)]
    await record.told(Audience.EVERYBODY, many)
    assert len(await record.retire([])) == profile_record.MOST_FORMER
