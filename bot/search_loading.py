"""Loads the search when somebody first asks: numpy takes seconds and memory that readers of answers never cost."""

import importlib
import os
from typing import cast

from bot.core.faq.library import Library
from bot.core.faq.search import Search
from bot.texts import Texts

ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""What keeps the algebra of the search from taking every core."""


def load_search(texts: Texts, library: Library) -> Search:
    """Return the search over the texts as they stand now; seconds, and memory that readers never cost."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")  # counts only before numpy is loaded, so it is loaded here
    loading = importlib.import_module("bot.search.loading")
    topics = [topic.id for topic in library.tree.topics if topic.written]
    return cast(Search, loading.load(texts.as_now(), topics))
