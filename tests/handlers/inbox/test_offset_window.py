"""The set of ids behind the offset: any order, any restart, nothing passed and nothing lost (R1)."""

from hypothesis import given
from hypothesis import strategies as st

from bot.handlers.inbox.offset import Window


def test_it_begins_without_an_offset_and_then_keeps_the_lowest_unsettled() -> None:
    assert Window().offset is None
    window = Window()
    assert window.admit(None, [7, 5, 6]) == [7, 5, 6]
    assert window.offset == 5
    window.settle(6)
    assert window.offset == 5
    window.settle(5)
    assert window.offset == 7
    assert not window.quiet.is_set()
    window.settle(7)
    assert window.offset == 8
    assert window.quiet.is_set()


def test_what_is_in_hand_is_not_new_again() -> None:
    window = Window()
    window.admit(None, [1, 2, 3])
    window.settle(2)
    assert window.admit(1, [1, 2, 3, 4, 4]) == [4]


def test_ids_that_restart_lower_are_not_skipped() -> None:
    window = Window()
    window.admit(None, [1000, 1001])
    window.settle(1000)
    window.settle(1001)
    assert window.admit(1002, [7, 9]) == [7, 9]
    assert window.offset == 7
    window.settle(7)
    window.settle(9)
    assert window.offset == 10


def test_after_a_restart_an_old_unsettled_one_still_holds() -> None:
    window = Window()
    window.admit(None, [1000, 1001])
    window.settle(1001)
    window.admit(1000, [7])
    window.settle(7)
    assert window.offset == 8
    window.admit(8, [5000])
    window.settle(5000)
    assert window.offset == 1000


def test_forgetting_asks_for_everything_but_keeps_what_runs() -> None:
    window = Window()
    window.admit(None, [5, 6])
    window.settle(6)
    window.forget()
    assert window.offset is None
    assert window.admit(None, [5, 6]) == [6]


Step = tuple[str, int]


@given(st.lists(st.tuples(st.sampled_from(["send", "ask", "settle", "forget"]), st.integers(0, 30)), max_size=80))
def test_any_interleaving_keeps_the_promise_and_loses_nothing(steps: list[Step]) -> None:
    window = Window()
    queue: list[int] = []
    sent: list[int] = []
    unsettled: list[int] = []
    handled: list[int] = []
    for what, number in steps:
        if what == "send":
            sent.append((sent[-1] if sent else 100) + 1 + number % 3)
            queue.append(sent[-1])
        elif what == "ask":
            offset = window.offset
            assert offset is None or not unsettled or offset <= min(unsettled)
            queue = [update_id for update_id in queue if offset is None or update_id >= offset]
            fresh = [new for new in window.admit(offset, queue[: 1 + number]) if new not in handled]
            unsettled += fresh
        elif what == "settle" and unsettled:
            handled.append(unsettled.pop(number % len(unsettled)))
            window.settle(handled[-1])
        elif what == "forget":
            window.forget()
        assert set(sent) == set(queue) | set(unsettled) | set(handled)
        assert window.quiet.is_set() <= (not unsettled)


@given(st.lists(st.lists(st.integers(-50, 50), max_size=6), max_size=30), st.data())
def test_ids_in_any_order_from_anywhere_keep_the_promise(batches: list[list[int]], data: st.DataObject) -> None:
    window = Window()
    unsettled: set[int] = set()
    for batch in batches:
        offset = window.offset
        assert offset is None or all(offset <= update_id for update_id in unsettled)
        unsettled |= set(window.admit(offset, batch))
        for update_id in data.draw(st.permutations(sorted(unsettled)))[: data.draw(st.integers(0, 8))]:
            window.settle(update_id)
            unsettled.discard(update_id)
        assert window.quiet.is_set() == (not unsettled)
