"""The whole FAQ as one page of HTML: two languages, printable, nothing loaded from anywhere (P19)."""

import html
from collections.abc import Iterable, Iterator

from bot.core.faq.topics import Topic, Tree
from bot.core.locales import Locale
from bot.wording.answer_text import answer_state, answer_text, short_markup, sources
from bot.wording.marks import label, legend
from bot.wording.markup import dialled, escaped, paragraph, paragraphs_of, shut_part
from bot.wording.verify_text import Addresses, after_text
from bot.wording.wording import Wording

SCREEN_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:42em;margin:0 auto;padding:12px 12px 4em;color:#111;"
    "background:#fff;overflow-wrap:anywhere}h1,h2,h3{line-height:1.25}h3{margin-top:2em}nav ul{padding-left:1.2em}"
    "a{color:#0645ad}.w{font-weight:bold}article{border-top:1px solid #bbb}.b{font-size:.9em}"
    "label{display:inline-block;padding:.65em 1em .65em 0}nav li a,.b a{display:block;padding:.65em 0}"
    ".t{position:fixed;right:8px;bottom:8px;width:44px;line-height:44px;text-align:center;text-decoration:none;"
    "border:1px solid #bbb;border-radius:50%;background:#fff}"
    "#l-ru:checked~#en,#l-en:checked~#ru{display:none}"
)
DARK_STYLE = (
    "@media screen and (prefers-color-scheme:dark){body,.t{color:#ddd;background:#121212}a{color:#8ab4f8}"
    "article,.t{border-color:#444}}"
)
PRINT_STYLE = (
    "@page{margin:12mm}@media print{nav,.b,.t,input,label{display:none}body{font-size:10pt;line-height:1.3;"
    "max-width:none;padding:0}h1,h2,h3{margin:.8em 0 .3em;break-after:avoid}p{margin:.35em 0}"
    "a{color:inherit;text-decoration:none}"
    "article a[href^=http]::after{content:' <' attr(href) '>';word-break:break-all}}"
)
"""On paper one language, without buttons, and with the addresses of links: paper cannot be tapped."""

PAGE_HEAD = (
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">'
    '<meta name="referrer" content="no-referrer">'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
)


def offline_page(words: dict[Locale, Wording], tree: Tree, addresses: Addresses, first: Locale = Locale.RU) -> str:
    """Return the page; it has every answer as it may be shown on that day, and begins in the ``first`` language."""
    title = escaped(words[first].plain("offline-heading"))
    style = SCREEN_STYLE + DARK_STYLE + PRINT_STYLE
    order = (first, first.other)
    parts = [
        f'<!doctype html><html lang="{first.value}"><head>{PAGE_HEAD}',
        f"<title>{title}</title><style>{style}</style></head><body><main>",
        *(_choice(words[locale], checked=locale is first) for locale in order),
    ]
    for locale in order:
        parts += _language(words[locale], tree, addresses)
    return "".join((*parts, "</main></body></html>"))


def _choice(words: Wording, *, checked: bool) -> str:
    """Return the switch that shows a language and hides the other one, without a script; print shows the same one."""
    lang = words.locale.value
    mark = " checked" if checked else ""
    label = f'<label for="l-{lang}" lang="{lang}">{escaped(words.plain("offline-language"))}</label>'
    return f'<input type="radio" name="l" id="l-{lang}"{mark}> {label}'


def _language(words: Wording, tree: Tree, addresses: Addresses) -> Iterator[str]:
    lang = words.locale.value
    yield f'<div id="{lang}" lang="{lang}"><h1>{escaped(words.plain("offline-heading"))}</h1>'
    yield paragraphs_of(words("offline-made", day=tree.day))
    links = " · ".join(f'<a href="{html.escape(link)}">{escaped(link)}</a>' for link in addresses.official)
    yield f"<p>{words('offline-official')} {links}</p>" if links else ""
    yield "".join(map(paragraphs_of, after_text(words, addresses, ready=True)))
    yield "".join(map(paragraph, legend(words, tree, tree.topics)))
    yield f"<nav><h2>{escaped(words.plain('offline-contents'))}</h2>"
    for group in tree.open_groups():
        items = (f'<li><a href="#{lang}-{t.id}">{escaped(label(words, tree, t))}</a></li>' for t in tree.written(group))
        yield f"<h3>{escaped(words.plain(f'group-{group}'))}</h3><ul>{''.join(items)}</ul>"
    yield "</nav>"
    for group in tree.open_groups():
        yield f"<h2>{escaped(words.plain(f'group-{group}'))}</h2>"
        yield from (_article(words, tree, topic) for topic in tree.written(group))
    yield f'<a class="t" href="#{lang}" title="{escaped(words.plain("offline-top"))}">↑</a></div>'


def _article(words: Wording, tree: Tree, topic: Topic) -> str:
    lang = words.locale.value
    text = answer_text(words, tree, topic)
    body = "".join(
        (
            f'<p class="w">{answer_state(words, tree, topic)}</p>',
            paragraph(short_markup(text.short)),
            *_part(words("answers-details"), text.details),
            *_part(words("answers-changed"), text.changed),
            shut_part(words, tree, topic, text.shut),
            *_part(words("answers-unconfirmed"), text.unconfirmed),
            *(paragraph(block.markup) for block in sources(words, topic.sources)),
        )
    )
    up = f'<p class="b"><a href="#{lang}">{escaped(words.plain("offline-up"))}</a></p>'
    return f'<article id="{lang}-{topic.id}"><h3>{_title(words, topic)}</h3>{body}{up}</article>'


def _part(heading: str, said: Iterable[str]) -> Iterator[str]:
    found = [paragraph(dialled(part)) for part in said]
    yield from (f"<h4>{heading}</h4>", *found) if found else ()


def _title(words: Wording, topic: Topic) -> str:
    return words(f"faq-{topic.id}")
