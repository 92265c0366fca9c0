"""What is counted since the start."""

from typing import get_args

from bot.core.health.counts import WORD_OF, Counts, RefusedCall, Times, VerdictWord, nothing
from bot.core.mailings.outbox import Later, NotFound, Sent, Slower, Unknown, Verdict


def test_every_verdict_has_its_word() -> None:
    assert set(WORD_OF) == set(get_args(Verdict))
    assert sorted(WORD_OF.values()) == sorted(VerdictWord)


def test_verdicts_are_counted_and_what_is_tried_again_is_not_settled() -> None:
    counts = Counts()
    for verdict in (Sent((1,)), Sent(), NotFound(), Later(1), Slower(3), Unknown()):
        counts.delivered(verdict)
    assert (counts.deliveries[VerdictWord.SENT], counts.settled) == (2, 3)
    assert counts.refusals == {RefusedCall.MAILING: 1}
    assert counts.updates() == counts.searches() == nothing()


def test_times_fall_into_buckets() -> None:
    times = Times()
    for seconds in (0.01, 0.02, 0.5, 12):
        times.took(seconds)
    assert times.buckets == [1, 1, 0, 0, 1, 0, 0, 1]
    assert round(times.seconds, 2) == 12.53
