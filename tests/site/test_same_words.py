"""O10: every answer is the same on the bot's screens, in the offline file and on the site: one hash, a line at a time.

Left out is what each says of itself: the notice, the way back, the days under a paragraph. Sources are compared by
where they lead, because the bot folds some of them.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date

import pytest

from bot.core.faq.topics import Topic, Tree
from bot.core.locales import Locale
from bot.core.pagination import bare
from bot.handlers.faq.screens import answer_screen, shut_screen
from bot.handlers.ui.callbacks import ShowShut
from bot.handlers.ui.screens import Words
from bot.site.build import site_files
from tests.handlers.drawn import words
from tests.site.records import TODAY, records

LONG_AFTER = date(2028, 1, 1)
"""Parts of answers are shut by then."""

OWN = ("answers-notice", "answers-shut", "answers-show-shut", "site-related", "offline-up")
SOURCES = ("answers-sources", "answers-more-sources")
BREAK = re.compile(r"<br>|</?(?:p|h\d|ul|li|div|details|summary|blockquote)\b[^>]*>")
HREF = re.compile(r'href="(https?:[^"]+)"')
MOST_PAGES = 5


def hashed(say: Words, markup: Iterable[str]) -> str:
    """Return one hash of the lines that are read and the links that lead out, in no order."""
    own = {bare(say(key)).strip() for key in OWN}
    lead = tuple(bare(say(key)) for key in SOURCES)
    text = "\n".join(markup)
    said = {" ".join(line.split()) for line in bare(BREAK.sub("\n", text)).splitlines()}
    lines = {line for line in said if line and line not in own and not line.startswith(lead)}
    return hashlib.sha256("\n".join(sorted(lines | set(HREF.findall(text)))).encode()).hexdigest()


def on_screens(say: Words, tree: Tree, topic: Topic) -> Iterator[str]:
    """Yield what the bot shows of an answer, all its pages, and behind its buttons."""
    for page in range(MOST_PAGES):
        screen = answer_screen(say, tree, topic.id, page)
        shut = shut_screen(
            say, tree, ShowShut(lang=say.locale, topic=topic.id, page=page), ShowShut(lang=say.locale, topic=topic.id)
        )
        yield from (each.text for each in (screen, shut) if each)


def on_the_site(page: str) -> str:
    """Return an answer of a page of the site: no navigation, no days, no neighbours."""
    body = page.partition("<main>")[2].partition("</main>")[0]
    return re.sub(r'<p (?:class="known"|id="help")[^>]*>.*?</p>|<h2>[^<]*</h2><ul>.*?</ul>', "", body)


def in_the_file(page: str, lang: str, topic: Topic) -> str:
    """Return an answer of the offline file."""
    return page.partition(f'<article id="{lang}-{topic.id}">')[2].partition("</article>")[0]


@pytest.mark.parametrize("day", [TODAY, LONG_AFTER])
@pytest.mark.parametrize("locale", list(Locale))
def test_every_answer_has_one_hash_on_bot_file_and_site(day: date, locale: Locale) -> None:
    lang, say, made = locale.value, words(locale), records(day)
    files = {name: data.decode() for name, data in site_files(made).items() if name.endswith(".html")}
    found = {}
    for topic in filter(lambda each: each.written, made.tree.topics):
        bot = hashed(say, on_screens(say, made.tree, topic))
        offline = hashed(say, [in_the_file(files[f"{lang}/answers.html"], lang, topic)])
        site = hashed(say, [on_the_site(files[f"{lang}/{topic.id}.html"])])
        assert bot == offline == site, topic.id
        assert hashed(say, [on_the_site(files[f"{lang}/{topic.id}.html"]).replace("</p>", "!</p>", 1)]) != bot
        found[topic.id] = bot
    assert len(set(found.values())) == len(found) >= 27
