"""The short version of `make fuzz`: nothing comes through, whatever an update looks like (T83)."""

import json

import pytest
from aiogram.types import Update
from pydantic import ValidationError

from tests.chaos.figures import note
from tests.fuzz.mutations import mutated
from tests.fuzz.run import fuzz
from tests.fuzz.shapes import KINDS, Shapes
from tests.sizes import SEED, dice, trials

SHORT = trials(100_000, 2_000)
DICE = dice("T83")


@pytest.mark.long
async def test_t83_mutated_updates_harm_nobody() -> None:
    figures = await fuzz(SHORT, seed=SEED)
    print(figures.line())
    assert (figures.crashes, dict(figures.unhandled)) == (0, {})
    assert figures.effects == []
    assert figures.obeyed > 3
    assert figures.handled > SHORT / 10
    assert figures.invalid > SHORT / 10
    note("T83", f"{SHORT:,} mutated updates: crashes 0, effects 0")


def test_the_shapes_are_telegrams_and_of_every_kind() -> None:
    shapes, unreadable = Shapes(DICE, 10, 1_795_521_600), 0
    kinds: set[str] = set()
    for number in range(600):
        update = shapes.update(number)
        kinds |= update.keys()
        try:
            Update.model_validate(update)
        except ValidationError:
            unreadable += 1
    assert len(kinds & set(KINDS)) > len(KINDS) / 2
    assert unreadable < 60


def test_a_mutation_changes_something_and_spares_the_original() -> None:
    shapes = Shapes(DICE, 10, 1_795_521_600)
    updates = [shapes.update(number) for number in range(200)]
    before = json.dumps(updates)
    changed = sum(repr(mutated(update, DICE)) != repr(update) for update in updates)
    assert changed > 100  # some mutations leave an update as it was
    assert json.dumps(updates) == before
