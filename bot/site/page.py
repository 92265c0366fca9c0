"""The frame of every page: plain HTML and one file of styles, nothing from anywhere else, readable without a script.

Links are relative, so that the site works from any host, folder or stick.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.wording.markup import escaped, paragraphs_of
from bot.wording.wording import Wording

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'"

NAVIGATION = (
    ("index", "site-home"),
    ("seminars", "site-seminars"),
    ("news", "site-news"),
    ("search", "site-search"),
    ("verify", "site-verify"),
    ("what-is-stored", "site-privacy"),
)
"""The pages that every page leads to, and what they are called; no answer has such an id."""

HERE = ' aria-current="page"'
"""Said by a screen reader with the link to the page one is on."""


@dataclass(frozen=True)
class Page:
    """A page of one language; ``name`` is that of its file, ``body`` its HTML below the title."""

    name: str
    title: str
    body: str
    scripts: tuple[str, ...] = ()
    """Files beside the style sheet, without which everything can be read."""


def rendered(words: Wording, page: Page) -> bytes:
    """Return the bytes of a page's file, which lies in the folder of its language."""
    lang, other = words.locale.value, words.locale.other.value
    title = escaped(page.title)
    scripts = "".join(f'<script src="../{name}" defer></script>' for name in page.scripts)
    links = " · ".join(
        f'<a href="{name}.html"{HERE if name == page.name else ""}>{escaped(words.plain(key))}</a>'
        for name, key in NAVIGATION
    )
    site = words.plain("site-title")
    tab = title if page.title == site else f"{title} · {escaped(site)}"
    switch = f'<a href="../{other}/{page.name}.html" hreflang="{other}" lang="{other}">{words.plain("site-other")}</a>'
    head = (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>{tab}</title>'
        '<link rel="stylesheet" href="../style.css">'
        f'<link rel="alternate" hreflang="{other}" href="../{other}/{page.name}.html">'
        f'<link rel="alternate" type="application/atom+xml" href="news.atom" title="{words.plain("site-news")}">'
        f"{scripts}</head>"
    )
    return (
        f"{head}<body><header><nav>{links} · {switch}</nav></header><main><h1>{title}</h1>{page.body}</main>"
        f"<footer>{paragraphs_of(words('site-notice'))}</footer></body></html>\n"
    ).encode()


def entrance(both: Iterable[Wording]) -> bytes:
    """Return the page at the top, where a language is chosen; its title is said in each."""
    found = tuple(both)
    titles = [(words.locale.value, escaped(words.plain("site-title"))) for words in found]
    heading = "<br>".join(f'<span lang="{lang}">{title}</span>' for lang, title in titles)
    tab = " · ".join(title for _, title in titles)
    links = listed(
        f'<a href="{words.locale.value}/index.html" hreflang="{words.locale.value}" lang="{words.locale.value}">'
        f"{escaped(words.plain('site-enter'))}</a>"
        for words in found
    )
    return (
        '<!doctype html><html lang="ru"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>{tab}</title>'
        f'<link rel="stylesheet" href="style.css"></head><body><main><h1>{heading}</h1>{links}</main></body></html>\n'
    ).encode()


def listed(items: Iterable[str]) -> str:
    """Return a list of HTML items; nothing for none."""
    found = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{found}</ul>" if found else ""
