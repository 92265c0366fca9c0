"""The search as the bot loads it: its texts and the labelled questions, with meaning where that is there."""

from collections.abc import Iterable
from functools import cache, lru_cache

from bot.core.faq.search import Search
from bot.search.corpus import Passage, Say, as_samples, read_passages, read_questions
from bot.search.embedding import load_encoder
from bot.search.engine import Engine, engine_of
from bot.search.meaning import Embed
from bot.search.remembered import Remembered


def load(say: Say, topics: Iterable[str]) -> Search:
    """Build the search over what ``say`` says of these topics; nothing is written to the disk."""
    return _last((*read_passages(say, topics), *as_samples(read_questions())))


@lru_cache(maxsize=1)
def _last(passages: tuple[Passage, ...]) -> Engine:
    """Return the engine over these passages; where nothing was changed it is the one that serves, and none is built."""
    return engine_of(passages, encoder())


@cache
def encoder() -> Embed | None:
    """Return the encoder, one a process: its weights are 32 MB, and a new search asks for few new texts."""
    found = load_encoder(None)
    return Remembered(found) if found else None
