"""The memory of messages holds what can be deleted, and never more than it may (P15, R13)."""

from datetime import timedelta

from bot.core.subscribers.albums import Albums
from bot.core.subscribers.message_log import RecentMessages
from tests.clock import ManualClock


def test_messages_of_two_days_are_known_in_their_order() -> None:
    clock = ManualClock()
    recent = RecentMessages(clock)
    recent.learn(1, 5, clock.now() - timedelta(hours=49))
    for message in (6, 7, 6):
        recent.learn(1, message, clock.now())
    assert recent.of(1) == [6, 7]
    assert recent.of(2) == []
    clock.forward(hours=48)
    assert recent.of(1) == []


def test_a_chat_keeps_its_newest_and_all_together_keep_those_heard_of_last() -> None:
    clock = ManualClock()
    recent = RecentMessages(clock, a_chat=3, in_all=5)
    for message in range(10):
        recent.learn(1, message, clock.now())
    assert recent.of(1) == [7, 8, 9]
    for message in range(3):
        recent.learn(2, message, clock.now())
    assert (recent.of(1), recent.of(2), len(recent)) == ([], [0, 1, 2], 3)


def test_what_is_old_or_cleared_is_forgotten() -> None:
    clock = ManualClock()
    recent = RecentMessages(clock)
    recent.learn(1, 1, clock.now())
    clock.forward(hours=40)
    recent.learn(1, 2, clock.now())
    recent.learn(2, 1, clock.now())
    clock.forward(hours=9)
    recent.prune()
    assert (recent.of(1), len(recent)) == ([2], 2)
    recent.forget(1)
    recent.forget(3)
    assert (recent.of(1), len(recent)) == ([], 1)
    clock.forward(hours=48)
    recent.prune()
    assert len(recent) == 0


def test_a_hundred_thousand_chats_keep_the_memory_flat() -> None:
    clock = ManualClock()
    recent = RecentMessages(clock)
    for chat in range(100_000):
        recent.learn(chat, 1, clock.now())
    assert (len(recent), sum(bool(recent.of(chat)) for chat in range(100_000))) == (20_000, 20_000)


def test_only_the_first_of_an_album_is_answered_also_when_it_comes_again() -> None:
    albums = Albums()
    assert [albums.first(1, "a", message) for message in (5, 6, 7, 5)] == [True, False, False, True]
    assert albums.first(2, "a", 9)
    assert albums.around(1, 5) == (5, 6, 7)
    assert albums.around(1, 6) == (6,)
    assert albums.around(2, 5) == (5,)


def test_albums_are_forgotten_in_time_and_none_grows() -> None:
    albums = Albums(size=2)
    for message in range(50):
        albums.first(1, "a", message)
    assert len(albums.around(1, 0)) == 10
    albums.first(1, "b", 60)
    albums.first(1, "c", 70)
    assert (len(albums), albums.around(1, 0)) == (2, (0,))
