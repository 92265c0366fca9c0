"""Counters that add up, and the breaker: when a mailing stops itself and when it must not (A6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.mailings.mailings import (
    COUNTERS,
    Audience,
    Breaker,
    Counters,
    Mailing,
    MailingKind,
    MailingState,
    breaker,
)

counts = st.integers(min_value=0, max_value=20_000)


def mailing(state: MailingState) -> Mailing:
    return Mailing(1, MailingKind.BROADCAST, state, Audience.ALL, Counters())


@given(counts, counts, counts, counts, counts, counts, counts)
def test_every_recipient_has_one_outcome_or_remains(
    delivered: int, gone: int, failed: int, unknown: int, expired: int, left: int, waiting: int
) -> None:
    total = delivered + gone + failed + unknown + expired + left + waiting
    counters = Counters(total, delivered, gone, failed, unknown, expired, left)
    assert counters.remaining == waiting
    assert counters.tried == delivered + gone + failed + unknown


def test_the_names_of_the_counters_are_those_of_the_report() -> None:
    assert COUNTERS == (
        "total", "delivered", "gone", "failed", "unknown", "expired", "left", "twice", "refused",
    )  # fmt: skip


def test_doubled_and_refused_stand_outside_the_sum() -> None:
    assert Counters(total=3, delivered=2, failed=1, refused=1, twice=2).remaining == 0


@st.composite
def healthy(draw: st.DrawFn) -> Counters:
    """Counters of a run below every limit: at most 20 % gone, at most 5 % failing, not everything refused."""
    tried = draw(st.integers(min_value=0, max_value=20_000))
    gone = draw(st.integers(min_value=0, max_value=tried // 5))
    failing = draw(st.integers(min_value=0, max_value=min(tried // 20, tried - gone)))
    unknown = draw(st.integers(min_value=0, max_value=failing))
    failed = failing - unknown
    refused = draw(st.integers(min_value=0, max_value=failed))
    total = tried + draw(counts)
    return Counters(total, tried - gone - failing, gone, failed, unknown, refused=refused)


@given(healthy())
def test_a_run_below_the_limits_is_never_stopped(counters: Counters) -> None:
    assert breaker(counters) is None


@given(st.integers(min_value=5, max_value=99), st.integers(min_value=0, max_value=1000))
def test_the_first_five_refused_for_the_content_stop_the_run(refused: int, waiting: int) -> None:
    counters = Counters(total=refused + waiting, failed=refused, refused=refused)
    assert breaker(counters) is Breaker.REFUSED


@given(st.integers(min_value=5, max_value=150), st.integers(min_value=1, max_value=4))
def test_four_refusals_do_not_stop_a_larger_run(total: int, refused: int) -> None:
    assert breaker(Counters(total=total, failed=refused, refused=refused)) is None


@given(st.integers(min_value=1, max_value=4))
def test_a_small_run_stops_when_everybody_was_refused(total: int) -> None:
    assert breaker(Counters(total=total, failed=total, refused=total)) is Breaker.REFUSED


@given(st.integers(min_value=1, max_value=60), st.integers(min_value=1, max_value=60))
def test_one_delivery_among_refusals_means_the_content_is_fine(delivered: int, refused: int) -> None:
    counters = Counters(total=500, delivered=delivered, failed=refused, refused=refused)
    assert breaker(counters) is not Breaker.REFUSED


def test_refusals_of_the_recipients_own_are_not_the_contents() -> None:
    assert breaker(Counters(total=100, failed=50, refused=0)) is None


@pytest.mark.parametrize(
    ("tried", "gone", "verdict"),
    [
        (99, 99, None),
        (100, 20, None),
        (100, 21, Breaker.GONE),
        (128, 25, None),
        (128, 26, Breaker.GONE),
        (199, 40, Breaker.GONE),
        (200, 100, None),
    ],
)
def test_more_than_a_fifth_of_the_first_hundred_gone_stops(tried: int, gone: int, verdict: Breaker | None) -> None:
    assert breaker(Counters(total=1000, delivered=tried - gone, gone=gone)) is verdict


def test_b01_of_a_small_audience_more_than_half_of_at_least_five_gone_stops() -> None:
    for total, gone, verdict in (
        (99, 99, Breaker.GONE),
        (60, 31, Breaker.GONE),
        (60, 30, None),
        (5, 3, Breaker.GONE),
        (5, 2, None),
        (4, 4, None),
        (1, 1, None),
    ):
        assert breaker(Counters(total=total, gone=gone, delivered=total - gone)) is verdict
    assert breaker(Counters(total=99, gone=3, delivered=2)) is Breaker.GONE, "as soon as five were tried"
    assert breaker(Counters(total=100, gone=3, delivered=2)) is None, (
        "of a large audience the first hundred are looked at"
    )


@pytest.mark.parametrize(
    ("tried", "failed", "unknown", "verdict"),
    [
        (199, 100, 0, None),
        (200, 10, 0, None),
        (200, 11, 0, Breaker.FAILING),
        (200, 6, 5, Breaker.FAILING),
        (200, 0, 11, Breaker.FAILING),
        (10_000, 500, 0, None),
        (10_000, 250, 251, Breaker.FAILING),
    ],
)
def test_more_than_a_twentieth_failing_of_two_hundred_stops(
    tried: int, failed: int, unknown: int, verdict: Breaker | None
) -> None:
    counters = Counters(total=20_000, delivered=tried - failed - unknown, failed=failed, unknown=unknown)
    assert breaker(counters) is verdict


def test_nothing_sent_or_nobody_to_send_to_is_no_reason() -> None:
    assert breaker(Counters()) is None
    assert breaker(Counters(total=10)) is None


@pytest.mark.parametrize("state", MailingState)
def test_over_is_done_or_cancelled(state: MailingState) -> None:
    assert mailing(state).over is (state in {MailingState.DONE, MailingState.CANCELLED})
