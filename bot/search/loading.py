"""The search as the bot loads it: the model of the package, and what was added to the texts since it was trained."""

from collections.abc import Iterable
from functools import cache, lru_cache

from bot.core.faq.search import Search
from bot.search.corpus import Passage, Say, read_passages
from bot.search.engine import Engine, engine_of
from bot.search.model import Model, read_model


def load(say: Say, topics: Iterable[str]) -> Search:
    """Build the search over what ``say`` says of these topics; nothing is written to the disk."""
    return _last(read_passages(say, topics))


@lru_cache(maxsize=1)
def _last(passages: tuple[Passage, ...]) -> Engine:
    """Return the engine over these passages; where nothing was changed it is the one that serves, and none is built."""
    return engine_of(model(), passages)


@cache
def model() -> Model:
    """Return the model, one a process."""
    return read_model()
