"""A search by words that needs no server: a page, and a script of words that is loaded when somebody searches."""

import json
import re

from bot.core.faq.topics import Topic, Tree
from bot.core.pagination import bare
from bot.site.answers import link
from bot.site.page import Page, listed
from bot.wording.answer_text import answer_text
from bot.wording.markup import escaped, paragraph
from bot.wording.wording import Wording

SCRIPT = "search.js"
WORD = re.compile(r"[0-9a-zа-я-]{2,}")
STEM_SIGNS = 6
"""Of a word its beginning is kept: Russian words end in many ways, and the file is loaded over a bad line."""

SOUGHT = ("synonyms", "samples")


def search_page(words: Wording, tree: Tree) -> Page:
    """Return the page; without a script it lists every question."""
    button, label = (escaped(words.plain(key)) for key in ("site-search-button", "site-search-label"))
    none = escaped(words.plain("site-search-none"))
    form = (
        f'<form id="search" action="#" hidden><label for="words">{label}</label><br><input id="words" type="search">'
        f' <button>{button}</button></form><div id="found" role="status" data-none="{none}"></div>'
    )
    everything = listed(link(words, tree, topic) for group in tree.open_groups() for topic in tree.written(group))
    return Page(
        "search", words.plain("site-search"), f"{form}{paragraph(words('site-search-all'))}{everything}", (SCRIPT,)
    )


def words_script(words: Wording, tree: Tree) -> bytes:
    """Return the words of every answer as a script: its file, its title, its words."""
    pages = [
        [topic.id, words.plain(f"faq-{topic.id}"), f" {' '.join(_words(words, tree, topic))}"]
        for group in tree.open_groups()
        for topic in tree.written(group)
    ]
    return f"window.siteWords={json.dumps(pages, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def _words(words: Wording, tree: Tree, topic: Topic) -> list[str]:
    key, text = f"faq-{topic.id}", answer_text(words, tree, topic)
    sought = (f"{key}.{part}" for part in SOUGHT if words.texts.has(words.locale, f"{key}.{part}"))
    said = [words.plain(key), *text.short, *(words.plain(each) for each in sought)]
    return sorted({word[:STEM_SIGNS] for word in WORD.findall(bare(" ".join(said)).lower().replace("ё", "е"))})
