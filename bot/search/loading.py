"""The search as the bot loads it: the package's texts and its labelled questions, with meaning where that is there."""

from importlib import resources

from bot.core.search import Search
from bot.core.topics import read_tree
from bot.search.corpus import Say, as_samples, read_passages, read_questions
from bot.search.embedding import load_encoder
from bot.search.engine import engine_of


def load(say: Say) -> Search:
    """Build the search over what ``say`` says; nothing is written to the disk."""
    tree = read_tree((resources.files("bot") / "locales" / "topics.toml").read_text(encoding="utf-8"))
    topics = [topic.id for topic in tree.topics if topic.written]
    return engine_of((*read_passages(say, topics), *as_samples(read_questions())), load_encoder(None))
