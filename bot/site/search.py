"""A search by words that needs no server: a page, and a script of words that is loaded when somebody searches."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from bot.core.faq.topics import Topic, Tree
from bot.core.pagination import bare
from bot.site.answers import link
from bot.site.page import Page, listed
from bot.wording.answer_text import answer_text
from bot.wording.markup import escaped, paragraph
from bot.wording.wording import Wording

SCRIPT = "search.js"
WORD = re.compile(r"[0-9a-zа-я]{3,}")

FIELDS = (("title", 1.0), ("short", 0.3), ("synonyms", 1.0), ("samples", 1.0))
"""What an answer is found by, and how much a word there is worth; a word of several samples counts for each."""

SATURATION, LENGTH_SHARE = 4.0, 0.9
"""Of BM25, a usual way to weigh words: how long repeating one still adds, and how far long answers are held back."""

STEM_SIGNS, ENDING_SIGNS, SHORTEST_CUT = 5, 2, 4
"""Of a word at most five signs are kept; the last two are its ending, unless fewer than four would be left."""

STEPS = 3
"""A weight is written as a whole number, in so many steps a unit."""


def search_page(words: Wording, tree: Tree) -> Page:
    """Return the page; without a script it lists every question."""
    button, label = (escaped(words.plain(key)) for key in ("site-search-button", "site-search-label"))
    keys = {"none": "site-search-none", "wait": "site-search-wait", "failed": "site-search-failed"}
    said = " ".join(f'data-{name}="{escaped(words.plain(key))}"' for name, key in keys.items())
    form = (
        f'<form id="search" action="#" hidden><label for="words">{label}</label><br><input id="words" type="search">'
        f' <button>{button}</button></form><div id="found" role="status" {said}></div>'
    )
    everything = listed(link(words, tree, topic) for group in tree.open_groups() for topic in tree.written(group))
    return Page(
        "search", words.plain("site-search"), f"{form}{paragraph(words('site-search-all'))}{everything}", (SCRIPT,)
    )


def words_script(words: Wording, tree: Tree) -> bytes:
    """Return the words of every answer as a script: its file, its title, its stems by what they are worth."""
    topics = [topic for group in tree.open_groups() for topic in tree.written(group)]
    pages = [
        [topic.id, words.plain(f"faq-{topic.id}"), _by_weight(weights)]
        for topic, weights in zip(topics, weighed([_counted(words, tree, topic) for topic in topics]), strict=True)
    ]
    return f"window.siteWords={json.dumps(pages, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def weighed(counted: Sequence[Mapping[str, float]]) -> list[dict[str, int]]:
    """Return what each stem of each answer is worth: much where few answers have it, and this one often (BM25)."""
    having = Counter(stem for counts in counted for stem in counts)
    usual = sum(sum(counts.values()) for counts in counted) / max(len(counted), 1)
    found = []
    for counts in counted:
        slow = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * sum(counts.values()) / usual)
        worth = {
            stem: log((len(counted) + 1) / having[stem]) * count * (SATURATION + 1) / (count + slow)
            for stem, count in counts.items()
        }
        found.append({stem: max(round(STEPS * each), 1) for stem, each in worth.items()})
    return found


def stems(text: str) -> set[str]:
    """Return the beginnings of a text's words, as ``search.js`` cuts them: Russian words end in many ways."""
    found = WORD.findall(text.lower().replace("ё", "е"))
    return {word[: min(STEM_SIGNS, max(len(word) - ENDING_SIGNS, SHORTEST_CUT))] for word in found}


def _counted(words: Wording, tree: Tree, topic: Topic) -> dict[str, float]:
    counts: dict[str, float] = {}
    for field, worth in FIELDS:
        for said in _said(words, tree, topic, field):
            counts |= {stem: counts.get(stem, 0) + worth for stem in stems(said)}
    return counts


def _said(words: Wording, tree: Tree, topic: Topic, field: str) -> list[str]:
    key = f"faq-{topic.id}"
    if field == "title":
        return [words.plain(key)]
    if field == "short":
        return [bare(" ".join(answer_text(words, tree, topic).short))]
    return words.plain(f"{key}.{field}").splitlines() if words.texts.has(words.locale, f"{key}.{field}") else []


def _by_weight(weights: Mapping[str, int]) -> dict[str, str]:
    """Return the stems that are worth the same in one text: it is short, and soon searched through."""
    return {
        str(worth): " ".join(sorted(stem for stem, each in weights.items() if each == worth))
        for worth in sorted(set(weights.values()))
    }
