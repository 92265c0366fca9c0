"""An update says its kind as aiogram's own does, and is not remembered for it (R13)."""

import gc
import weakref
from random import Random

import pytest
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError

from bot.handlers.inbox.validation import TransientUpdate
from tests.fuzz.shapes import KINDS, Shapes

DICE = Random(13)  # noqa: S311 -- a test's dice, to be thrown again


def test_it_says_the_same_kind_as_aiograms_own() -> None:
    shapes, kinds = Shapes(DICE, 10, 1_795_521_600), set()
    for number in range(600):
        raw = shapes.update(number)
        try:
            told = Update.model_validate(raw).event_type
        except (ValidationError, UpdateTypeLookupError):
            continue
        assert TransientUpdate.model_validate(raw).event_type == told
        kinds.add(told)
    assert len(kinds) > len(KINDS) / 2


def test_without_a_kind_it_says_so() -> None:
    with pytest.raises(UpdateTypeLookupError):
        _ = TransientUpdate(update_id=1).event_type


@pytest.mark.parametrize(("kind", "kept"), [(Update, True), (TransientUpdate, False)])
def test_nobody_keeps_it(kind: type[Update], kept: bool) -> None:
    """The first case is why this is needed: when it no longer holds, aiogram's own will do."""
    raw = {"update_id": 1, "poll_answer": {"poll_id": "1", "option_ids": [], "option_persistent_ids": []}}
    update = kind.model_validate(raw)
    assert update.event_type == "poll_answer"
    seen = weakref.ref(update)
    del update
    gc.collect()
    assert (seen() is not None) is kept
