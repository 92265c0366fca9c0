"""The plan of faults: which calls fail, how often, and that a seed always gives the same ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.faults.plan import Fault, FaultKind, Faults, When
from bot.demo.faults.strange import NEW_FIELD, NEW_VALUE, Twist, twisted
from tests.demo.conftest import START_SECONDS


def struck(
    faults: Faults, count: int = 20, method: str = "sendMessage", chat: int | None = 7, at: float = START_SECONDS
) -> list[int]:
    """The numbers (from 1) of the calls that fail."""
    return [n for n in range(1, count + 1) if faults.strike(method, chat, at) is not None]


def test_no_plan_strikes_nothing() -> None:
    assert not Faults()
    assert struck(Faults()) == []


def test_every_call() -> None:
    assert struck(Faults(Fault(FaultKind.RESET)), 3) == [1, 2, 3]


def test_methods_in_any_spelling() -> None:
    faults = Faults(Fault(FaultKind.RESET, methods=["sendMessage", "GETUPDATES"]))
    assert struck(faults, 1, "SENDMESSAGE") == [1]
    assert struck(faults, 1, "getUpdates") == [1]
    assert struck(faults, 1, "getMe") == []


@pytest.mark.parametrize(("chat", "strikes"), [(7, True), (8, False), (None, False)])
def test_chats(chat: int | None, strikes: bool) -> None:
    assert bool(struck(Faults(Fault(FaultKind.RESET, chats={7})), 1, chat=chat)) is strikes


def test_every_nth() -> None:
    assert struck(Faults(Fault(FaultKind.RESET, every=7))) == [7, 14]


def test_exact_calls() -> None:
    assert struck(Faults(Fault(FaultKind.RESET, calls=[2, 3, 19]))) == [2, 3, 19]


def test_only_matching_calls_are_counted() -> None:
    faults = Faults(Fault(FaultKind.RESET, methods=["sendMessage"], calls=[2]))
    assert struck(faults, 5, "getMe") == []
    assert struck(faults, 5) == [2]


@pytest.mark.parametrize(("at", "strikes"), [(9.9, False), (10, True), (19.9, True), (20, False)])
def test_between_two_moments(at: float, strikes: bool) -> None:
    assert bool(struck(Faults(Fault(FaultKind.RESET, since=10, until=20)), 1, at=at)) is strikes


def test_a_share_is_kept_and_a_seed_repeats_it() -> None:
    first, same, other = (struck(Faults(Fault(FaultKind.RESET, share=0.3), seed=seed), 2000) for seed in (1, 1, 2))
    assert first == same != other
    assert 500 < len(first) < 700


@given(st.integers(0, 1000), st.floats(0, 1))
def test_shares_of_nothing_and_everything(seed: int, share: float) -> None:
    assert struck(Faults(Fault(FaultKind.RESET, share=0), seed=seed)) == []
    assert len(struck(Faults(Fault(FaultKind.RESET, share=1), seed=seed))) == 20
    assert len(struck(Faults(Fault(FaultKind.RESET, share=share), seed=seed))) <= 20


def test_one_fault_does_not_change_anothers_dice() -> None:
    half = Fault(FaultKind.RESET, share=0.5)
    alone = struck(Faults(half), 100)
    both = Faults(half, Fault(FaultKind.CLOSE, share=0.5))
    kinds = [both.strike("getMe", None, 0) for _ in range(100)]
    assert [n for n, fault in enumerate(kinds, 1) if fault is half] == alone
    assert both.struck[FaultKind.CLOSE] > 0


def test_the_first_that_strikes_wins_and_the_others_count_on() -> None:
    faults = Faults(Fault(FaultKind.CLOSE, calls=[2]), Fault(FaultKind.RESET, calls=[2, 3]))
    kinds = [fault.kind if fault else None for fault in (faults.strike("getMe", None, 0) for _ in range(4))]
    assert kinds == [None, FaultKind.CLOSE, FaultKind.RESET, None]
    assert faults.struck == {FaultKind.CLOSE: 1, FaultKind.RESET: 1}


def test_changed_while_running() -> None:
    reset, close = Fault(FaultKind.RESET), Fault(FaultKind.CLOSE)
    faults = Faults(reset)
    faults.add(close)
    assert faults.plan == [reset, close]
    faults.remove(reset)
    assert (faults.plan, struck(faults, 1), faults.struck[FaultKind.CLOSE]) == ([close], [1], 1)
    faults.clear()
    assert (faults.plan, struck(faults, 1)) == ([], [])


def test_a_strange_answer_needs_its_effect() -> None:
    with pytest.raises(ValueError, match="needs its effect"):
        Fault(FaultKind.STRANGE, When.BEFORE)


def test_only_named_parameters_are_told() -> None:
    assert Fault(FaultKind.ERROR).parameters == {}
    assert Fault(FaultKind.ERROR, retry_after=3).parameters == {"retry_after": 3}


MESSAGE = {"message_id": 1, "chat": {"id": 7, "type": "private"}, "entities": [{"type": "bold", "offset": 0}]}


def test_new_fields_are_everywhere() -> None:
    after = twisted(MESSAGE, Twist.FIELDS)
    assert all(NEW_FIELD in inner for inner in (after, after["chat"], after["entities"][0]))
    assert (after["message_id"], after["chat"]["type"]) == (1, "private")
    assert NEW_FIELD not in MESSAGE


def test_new_values_stand_where_words_were() -> None:
    after = twisted([MESSAGE], Twist.VALUES)[0]
    assert (after["chat"], after["message_id"]) == ({"id": 7, "type": NEW_VALUE}, 1)
    assert after["entities"][0]["type"] == NEW_VALUE
    assert twisted(True, Twist.VALUES) is True


@pytest.mark.parametrize(("value", "after"), [(True, [True]), ({"a": 1}, {"a": [1]}), ([1], {"items": [1]})])
def test_other_types(value: object, after: object) -> None:
    assert twisted(value, Twist.TYPES) == after
