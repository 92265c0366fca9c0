"""The whole FAQ as one page of HTML: two languages, printable, nothing loaded from anywhere (P19)."""

import html
from collections.abc import Iterator
from datetime import date

from bot.core.faq.topics import Topic, Tree
from bot.core.locales import Locale
from bot.core.pagination import paragraphs
from bot.handlers.faq.screens import answer_body, answer_checked, answer_state
from bot.handlers.ui.screens import Words

PAGE_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:42em;margin:0 auto;padding:12px;color:#111;background:#fff;"
    "overflow-wrap:anywhere}h1,h2,h3{line-height:1.25}h3{margin-top:2em}nav ul{padding-left:1.2em}a{color:#0645ad}"
    ".w{font-weight:bold}article{border-top:1px solid #bbb}.b{font-size:.9em}"
    "@media print{nav,.b{display:none}article{break-inside:auto}a{color:inherit}}"
)
PAGE_HEAD = (
    '<!doctype html><html lang="ru"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
    '<meta name="referrer" content="no-referrer">'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
)


def offline_page(words: dict[Locale, Words], tree: Tree, today: date, official: tuple[str, ...]) -> str:
    """Return the page; it has every answer as it may be shown on that day."""
    first = words[Locale.RU]
    parts = [
        PAGE_HEAD,
        f"<title>{_text(first.plain('offline-heading'))}</title><style>{PAGE_STYLE}</style></head><body>",
    ]
    ways = (f'<a href="#{lang}" lang="{lang}">{_text(words[lang].plain("offline-language"))}</a>' for lang in Locale)
    parts.append(f'<p class="b">{" · ".join(ways)}</p>')
    for locale in Locale:
        parts += _language(words[locale], tree, today, official)
    return "".join((*parts, "</body></html>"))


def _language(words: Words, tree: Tree, today: date, official: tuple[str, ...]) -> Iterator[str]:
    lang = words.locale.value
    yield f'<main id="{lang}" lang="{lang}"><h1>{_text(words.plain("offline-heading"))}</h1>'
    yield _paragraphs(words("offline-made", day=today))
    links = " · ".join(f'<a href="{html.escape(link)}">{_text(link)}</a>' for link in official)
    yield f"<p>{words('offline-official')} {links}</p>" if links else ""
    yield f"<nav><h2>{_text(words.plain('offline-contents'))}</h2>"
    for group in tree.open_groups():
        items = (f'<li><a href="#{lang}-{t.id}">{_title(words, t)}</a></li>' for t in tree.written(group))
        yield f"<h3>{_text(words.plain(f'group-{group}'))}</h3><ul>{''.join(items)}</ul>"
    yield "</nav>"
    for group in tree.open_groups():
        yield f"<h2>{_text(words.plain(f'group-{group}'))}</h2>"
        yield from (_article(words, topic, today) for topic in tree.written(group))
    yield "</main>"


def _article(words: Words, topic: Topic, today: date) -> str:
    lang = words.locale.value
    state = "".join(f'<p class="w">{line}</p>' for line in answer_state(words, topic, today))
    body = "".join(_paragraph(block.markup) for block in answer_body(words, topic, today))
    body += _paragraph(answer_checked(words, topic))
    up = f'<p class="b"><a href="#{lang}">{_text(words.plain("offline-up"))}</a></p>'
    return f'<article id="{lang}-{topic.id}"><h3>{_title(words, topic)}</h3>{state}{body}{up}</article>'


def _title(words: Words, topic: Topic) -> str:
    return words(f"faq-{topic.id}")


def _paragraphs(markup: str) -> str:
    return "".join(_paragraph(block.markup) for block in paragraphs(markup))


def _paragraph(markup: str) -> str:
    return f"<p>{markup.replace(chr(10), '<br>')}</p>"


def _text(words: str) -> str:
    return html.escape(words)
