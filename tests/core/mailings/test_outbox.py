"""Only a group moves, and only to where it cannot move again."""

import pytest

from bot.core.mailings.outbox import may_migrate

GROUPS = (-1, -4_012_345_678, -999_999_999_999)
SUPERGROUPS = (-1_000_000_000_001, -1_001_234_567_890, -1_997_852_516_352)


@pytest.mark.parametrize("old", GROUPS)
@pytest.mark.parametrize("new", SUPERGROUPS)
def test_a_group_becomes_a_supergroup_and_not_the_other_way(old: int, new: int) -> None:
    assert may_migrate(old, new)
    assert not may_migrate(new, old)


@pytest.mark.parametrize("old", [5, 0, *SUPERGROUPS, -1_000_000_000_000])
@pytest.mark.parametrize("new", [7, *GROUPS, *SUPERGROUPS])
def test_no_person_and_no_supergroup_moves(old: int, new: int) -> None:
    assert not may_migrate(old, new)


@pytest.mark.parametrize("new", [7, 0, *GROUPS, -1_000_000_000_000])
def test_a_group_becomes_no_person_and_no_other_group(new: int) -> None:
    assert not may_migrate(-5, new)
