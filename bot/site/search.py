"""A search by words that needs no server: a page, and a script of words that is loaded when somebody searches."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from bot.core.faq.topics import Tree
from bot.core.pagination import bare
from bot.site.answers import link
from bot.site.page import Page, listed
from bot.wording.answer_text import answer_text
from bot.wording.marks import label
from bot.wording.markup import escaped, paragraph
from bot.wording.wording import Wording

SCRIPT = "search.js"
SHORTEST = 3
WORD = re.compile(rf"[0-9]{{{SHORTEST},}}|[a-zа-я]{{{SHORTEST},}}")
ENGLISH_ENDING = re.compile(r"(ing|s)$")

PAGES = (
    ("seminars", "site-seminars", "search-seminars"),
    ("news", "site-news", "search-whats-new"),
    ("verify", "site-verify", "site-find-verify"),
    ("what-is-stored", "site-privacy", "site-find-privacy"),
    ("answers", "site-offline", "site-find-file"),
)
"""Pages beside the answers that are found too: their file, their title, and where their words stand."""

FIELDS = (("title", 1.0), ("short", 0.3), ("synonyms", 1.0), ("samples", 1.0))
"""What an answer is found by, and how much a word there is worth; a word of several samples counts for each."""

PAGE_FIELDS = (("title", 1.0), ("synonyms", 1.0))
"""Of a page beside the answers: its sample questions have the small words of all questions, and answers come first."""

SATURATION, LENGTH_SHARE = 4.0, 0.9
"""Of BM25, a usual way to weigh words: how long repeating one still adds, and how far long answers are held back."""

STEM_SIGNS, ENDING_SIGNS, SHORTEST_CUT = 5, 2, 4
"""Of a word at most five signs are kept; the last two are its ending, unless fewer than four would be left."""

STEPS = 8
"""A weight is written as a whole number, in so many steps a unit."""


def search_page(words: Wording, tree: Tree) -> Page:
    """Return the page; the script makes the form, and without a script it lists every question."""
    keys = {"label": "site-search-label", "button": "site-search-button"}
    said = {"none": "site-search-none", "wait": "site-search-wait", "failed": "site-search-failed"}
    form = f'<div id="search"{_data(words, keys)}></div><div id="found" role="status"{_data(words, said)}></div>'
    everything = listed(link(words, tree, topic) for group in tree.open_groups() for topic in tree.written(group))
    return Page(
        "search", words.plain("site-search"), f"{form}{paragraph(words('site-search-all'))}{everything}", (SCRIPT,)
    )


def _data(words: Wording, keys: Mapping[str, str]) -> str:
    return "".join(f' data-{name}="{escaped(words.plain(key))}"' for name, key in keys.items())


def words_script(words: Wording, tree: Tree) -> bytes:
    """Return the words of every answer and other page as a script: its file, title, stems by what they are worth."""
    topics = [topic for group in tree.open_groups() for topic in tree.written(group)]
    named = [
        *((topic.id, label(words, tree, topic)) for topic in topics),
        *((name, words.plain(title)) for name, title, _ in PAGES),
    ]
    counted = [
        *(
            _counted(words, f"faq-{topic.id}", bare(" ".join(answer_text(words, tree, topic).short)))
            for topic in topics
        ),
        *(_counted(words, key, "", PAGE_FIELDS) for _, _, key in PAGES),
    ]
    found = [[name, title, _by_weight(weights)] for (name, title), weights in zip(named, weighed(counted), strict=True)]
    return f"window.siteWords={json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n".encode()


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
    found = (_bare(word) for word in WORD.findall(text.lower().replace("ё", "е")))
    return {word[: min(STEM_SIGNS, max(len(word) - ENDING_SIGNS, SHORTEST_CUT))] for word in found}


def _bare(word: str) -> str:
    """Return an English word without its ending, if enough of it is left."""
    bare_word = ENGLISH_ENDING.sub("", word)
    return bare_word if len(bare_word) >= SHORTEST else word


def _counted(words: Wording, key: str, short: str, fields: Sequence[tuple[str, float]] = FIELDS) -> dict[str, float]:
    """Return what each stem counts for in a page: of its title, its short answer, its words and sample questions."""
    counts: dict[str, float] = {}
    for field, worth in fields:
        for said in _said(words, key, short, field):
            counts |= {stem: counts.get(stem, 0) + worth for stem in stems(said)}
    return counts


def _said(words: Wording, key: str, short: str, field: str) -> list[str]:
    if field == "title":
        return [words.plain(key)]
    if field == "short":
        return [short]
    return words.plain(f"{key}.{field}").splitlines() if words.texts.has(words.locale, f"{key}.{field}") else []


def _by_weight(weights: Mapping[str, int]) -> dict[str, str]:
    """Return the stems that are worth the same in one text: it is short, and soon searched through."""
    return {
        str(worth): " ".join(sorted(stem for stem, each in weights.items() if each == worth))
        for worth in sorted(set(weights.values()))
    }
