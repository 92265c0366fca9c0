"""Every file of the site by its name; the same records give the same bytes, and none says when it was made."""

from collections.abc import Iterator
from importlib import resources

from bot.core.locales import Locale
from bot.site import answers, feeds, pages
from bot.site.page import Page, entrance, rendered
from bot.site.records import Records
from bot.site.search import search_page, words_script
from bot.site.seminars import seminars_page
from bot.wording.ics import calendar_of
from bot.wording.offline_page import offline_page
from bot.wording.verify_text import Addresses

STATIC = ("style.css", "age.js", "search.js")


def site_files(records: Records) -> dict[str, bytes]:
    """Return the bytes of every file."""
    folder = resources.files("bot") / "site" / "static"
    files = {name: (folder / name).read_bytes() for name in STATIC}
    both = {locale: records.wording(locale) for locale in Locale}
    files["index.html"] = entrance(both.values())
    for locale, words in both.items():
        lang, about, tree = locale.value, records.about, records.tree
        addresses = Addresses(about.official, about.successor, about.address)
        for page in _pages(records, locale):
            if files.setdefault(f"{lang}/{page.name}.html", data := rendered(words, page)) is not data:
                raise ValueError(f"two pages are called {page.name}")
        files[f"{lang}/answers.html"] = offline_page(both, tree, addresses, locale).encode()
        files[f"{lang}/words.js"] = words_script(words, tree)
        files[f"{lang}/news.atom"] = feeds.news_feed(words, tree, about)
        files[f"{lang}/seminars.atom"] = feeds.seminar_feed(words, records.seminars, about, feeds.published_at(tree))
        for name, discreet in (("seminars.ics", False), ("meetings.ics", True)):
            files[f"{lang}/{name}"] = calendar_of(words, records.seminars, about.bot, discreet=discreet)
    return files


def _pages(records: Records, locale: Locale) -> Iterator[Page]:
    words, tree = records.wording(locale), records.tree
    yield answers.index(words, tree)
    yield from (answers.answer(words, tree, topic) for topic in tree.topics if topic.written)
    yield seminars_page(words, records)
    yield pages.news(words, tree)
    yield search_page(words, tree)
    yield pages.verify(words, records.about)
    yield pages.privacy(words)
    yield pages.missing(words)
