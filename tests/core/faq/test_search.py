"""The search that is loaded beside the bot: nobody waits, and a new one takes the place of the old (P6, A12)."""

import gc
import weakref
from threading import Event

from bot.core.clock import SystemClock
from bot.core.faq.fair_queue import FairQueue
from bot.core.faq.search import Certainty, Found, LazySearch, Search


class Fixed:
    """Finds one topic, whatever is asked."""

    def __init__(self, topic: str) -> None:
        """Remember it."""
        self._topic = topic

    def __call__(self, question: str) -> Found:
        """Find it."""
        return Found(Certainty.ANSWER, ((self._topic, 1.0),))


async def asked(search: LazySearch) -> str | None:
    """Return the topic it finds."""
    found = await search("?", 1)
    return found.topics[0][0] if found else None


async def test_the_old_one_answers_until_the_new_one_stands_and_is_let_go_then() -> None:
    topics, go = iter(("old", "new")), Event()
    made: list[weakref.ref[Fixed]] = []

    def load() -> Search:
        topic = next(topics)
        assert topic == "old" or go.wait(30)
        search = Fixed(topic)
        made.append(weakref.ref(search))
        return search

    search = LazySearch(load, FairQueue(SystemClock()))
    search.renew()
    assert not made, "nobody has asked for it yet"
    search.prepare().result()
    assert await asked(search) == "old"
    search.renew()
    assert await asked(search) == "old"
    go.set()
    search.prepare().result()
    gc.collect()
    assert (made[0](), await asked(search)) == (None, "new")


async def test_a_renewal_that_fails_leaves_the_old_one_and_is_tried_again() -> None:
    outcomes, fail, go = iter(("old", "", "new")), Event(), Event()

    def load() -> Search:
        topic = next(outcomes)
        if not topic:
            fail.wait(30)
            raise MemoryError
        assert topic == "old" or go.wait(30)
        return Fixed(topic)

    search = LazySearch(load, FairQueue(SystemClock()))
    search.prepare().result()
    search.renew()
    renewal = search.prepare()
    fail.set()
    assert isinstance(renewal.exception(), MemoryError)
    assert await asked(search) == "old"
    go.set()
    search.prepare().result()
    assert await asked(search) == "new"
