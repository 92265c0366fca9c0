"""Whether the answers' records and their words fit: the tree, dates, sources, both languages paragraph by paragraph."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import urlsplit

from bot.checks.catalogues import ANSWER, Catalogue
from bot.core.faq.topics import Topic, Tree
from bot.core.pagination import paragraphs

SHORT_SIGNS, DURABLE_SIGNS = 350, 120
"""How many signs a short answer has at most, and what is left of it when everything that moves is folded at least."""

NOW = {"ru": "Сейчас:", "en": "Now:"}
HANGING = {"ru": re.compile(r"(?:Но|Однако|Поэтому)\b"), "en": re.compile(r"(?:But|However|So)\b")}
"""Words that what is left may not begin with: they lean on a sentence that is folded."""

LABEL_SIGNS = 40
CHANGE_SIGNS, CHANGE_LINES = 400, 3
NEEDED, OPTIONAL = ("short", "details"), ("changing", "unconfirmed")
PARTS = (*NEEDED, *OPTIONAL)
COPIED_MOST, COPIED_SIGNS = 2, 16
"""Texts that buttons copy: they stand side by side, and no phone cuts them (P4)."""

TOPIC_BYTES = 30
"""How long an id may be to fit into a button's data (64 bytes) with its prefix, language, page and what was found."""

_TAG = re.compile(r"<[^<>]*>")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = {"ru": re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))"), "en": re.compile(r"(?<=\d),(?=\d{3}(?!\d))")}
_MONTHS = {
    "ru": (
        *("январ[ьяюе]", "феврал[ьяюе]", "март[аеу]?", "апрел[ьяюе]", "ма[йяюе]", "июн[ьяюе]", "июл[ьяюе]"),
        *("август[аеу]?", "сентябр[ьяюе]", "октябр[ьяюе]", "ноябр[ьяюе]", "декабр[ьяюе]"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
}


def tree_findings(tree: Tree, today: date) -> Iterator[str]:
    """Yield what is wrong with the records by themselves."""
    ids = [topic.id for topic in tree.topics]
    for name, times in Counter([*ids, *tree.groups]).items():
        if times > 1:
            yield f"topics.toml: {name} stands twice"
    for group in tree.groups:
        if not any(topic.group == group for topic in tree.topics):
            yield f"topics.toml: the group {group} has no topic"
    for topic in tree.topics:
        yield from (f"topics.toml: {topic.id}: {fault}" for fault in _record_faults(topic, tree, frozenset(ids), today))


def _record_faults(topic: Topic, tree: Tree, ids: frozenset[str], today: date) -> Iterator[str]:
    if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", topic.id) or len(topic.id) > TOPIC_BYTES:
        yield f"the id is not lower-case words, at most {TOPIC_BYTES} letters"
    if topic.group not in tree.groups:
        yield f"there is no group {topic.group}"
    for other in topic.related:
        if other not in ids or other == topic.id:
            yield f"related {other} is no other topic"
    if len(set(topic.related)) < len(topic.related):
        yield "a related topic stands twice"
    if len(topic.copied) > COPIED_MOST or not all(0 < len(text) <= COPIED_SIGNS for text in topic.copied):
        yield f"copied is more than {COPIED_MOST} texts, or one is longer than {COPIED_SIGNS} signs"
    yield from _dates(topic, today)
    yield from _changes(topic, today)
    if topic.written:
        yield from _sources(topic)
        yield from _facts(topic, tree)


def _dates(topic: Topic, today: date) -> Iterator[str]:
    if topic.written and topic.written > today:
        yield "written is in the future"


def _changes(topic: Topic, today: date) -> Iterator[str]:
    days = [change.day for change in topic.changes]
    if days != sorted(set(days), reverse=True):
        yield "changes stand newest first, one a day"
    for change in topic.changes:
        if change.day > today or (topic.written and change.day < topic.written):
            yield f"the change of {change.day} is in the future or before written"
        for words in change.words.values():
            if not words.strip() or len(words) > CHANGE_SIGNS or words.count("\n") >= CHANGE_LINES:
                yield f"the change of {change.day} is not one to {CHANGE_LINES} lines of {CHANGE_SIGNS} signs in all"


def _sources(topic: Topic) -> Iterator[str]:
    if not topic.sources:
        yield "there is no source"
    for source in topic.sources:
        address = urlsplit(source.url)
        if address.scheme not in ("http", "https") or not address.hostname or re.search(r"\s", source.url):
            yield f"the source {source.id} has no http(s) address"
        if not all(label.strip() and len(label) <= LABEL_SIGNS for label in source.labels.values()):
            yield f"the source {source.id} has no label of at most {LABEL_SIGNS} signs"
    if len({source.url for source in topic.sources}) < len(topic.sources):
        yield "a source stands twice"


def _facts(topic: Topic, tree: Tree) -> Iterator[str]:
    if set(topic.facts) != set(PARTS):
        yield f"facts are listed for {', '.join(PARTS)}"
    for part, lists in topic.facts.items():
        for number, ids in enumerate(lists, 1):
            if not ids or not all(name in tree.facts.by_id for name in ids):
                yield f"facts of {part}, {number}, are not facts of facts.toml"
    for number, ids in enumerate(topic.facts.get("unconfirmed", ()), 1):
        if tree.protective.intersection(ids) and tree.closing.intersection(ids):
            yield f"facts of unconfirmed, {number}, are protective and closing at once: make two items of it"


def answer_findings(tree: Tree, catalogues: Mapping[str, Catalogue]) -> Iterator[str]:
    """Yield what is wrong between the records and the words."""
    for catalogue in catalogues.values():
        for group in tree.groups:
            if f"group-{group}" not in catalogue.texts:
                yield f"{catalogue.locale}/faq.ftl: group-{group} is missing"
    for topic in tree.topics:
        if topic.written:
            yield from _words(topic, tree, catalogues)


def _words(topic: Topic, tree: Tree, catalogues: Mapping[str, Catalogue]) -> Iterator[str]:
    for locale, catalogue in catalogues.items():
        if f"{ANSWER}{topic.id}.button" not in catalogue.texts:
            yield f"{locale}/{ANSWER}{topic.id}.ftl: .button is missing"
    for part in PARTS:
        key = f"{ANSWER}{topic.id}.{part}"
        units = topic.facts.get(part, ())
        found = {locale: _units(catalogue, key) for locale, catalogue in catalogues.items()}
        for locale, said in found.items():
            place = f"{locale}/{ANSWER}{topic.id}.ftl"
            if not said and part in NEEDED:
                yield f"{place}: .{part} is missing"
            elif len(said) != len(units):
                yield f"{place}: .{part} has {len(said)} units, topics.toml has facts for {len(units)}"
            elif part == "short":
                yield from (f"{place}: .short {fault}" for fault in _short_faults(topic, tree, said, locale))
        yield from _differences(key, found)


def _short_faults(topic: Topic, tree: Tree, lines: Sequence[str], locale: str) -> Iterator[str]:
    """Yield what is wrong with a short answer as it is, and with what is left when everything that moves is folded."""
    moving = [bool(tree.facts.moving(ids)) for ids in topic.facts["short"]]
    durable = [line for line, moves in zip(lines, moving, strict=True) if not moves]
    left = " ".join(durable)
    if len(" ".join(lines)) > SHORT_SIGNS:
        yield f"is longer than {SHORT_SIGNS}"
    if moving[-1] or not lines[-1].startswith(NOW[locale]):
        yield f"does not end with a durable sentence that begins «{NOW[locale]}»"
    if len(left) < DURABLE_SIGNS:
        yield f"is shorter than {DURABLE_SIGNS} without what moves"
    alone = [True, *moving]  # a sentence stands alone when the one before it, or it itself, is folded
    hanging = [bool(HANGING[locale].match(line)) for line in lines]
    if any(h and (m or a) for h, m, a in zip(hanging, moving, alone, strict=False)) or left.startswith(NOW[locale]):
        yield "begins with a word that leans on a folded sentence"


def _units(catalogue: Catalogue, key: str) -> tuple[str, ...]:
    """Return the lines of a short answer, the paragraphs of another part, as they are read."""
    text = catalogue.texts.get(key)
    if text is None:
        return ()
    if key.endswith(".short"):
        return tuple(_TAG.sub("", line).strip() for line in text.forms[0].splitlines() if line.strip())
    return tuple(_TAG.sub("", block.markup) for block in paragraphs(text.forms[0]))


def _differences(key: str, found: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield where the languages do not say the same numbers and months, which is how translations go wrong."""
    (one, ours), *others = found.items()
    for other, theirs in others:
        for number, (left, right) in enumerate(zip(ours, theirs, strict=False), 1):
            for what, read in READERS.items():
                first, second = read(left, one), read(right, other)
                if first != second:
                    lost, extra = sorted((first - second).elements()), sorted((second - first).elements())
                    yield f"{key}, {number}: {what} differ: {one} has {lost}, {other} has {extra}"


def numbers(text: str, locale: str) -> Counter[str]:
    """Return the numbers of a text in one spelling, whatever divides thousands and decimals in the language."""
    return Counter(found.replace(",", ".") for found in _NUMBER.findall(_THOUSANDS[locale].sub("", text)))


def months(text: str, locale: str) -> Counter[str]:
    """Return the months (1 to 12) that stand beside a number in a text."""
    return Counter(
        str(number)
        for number, stem in enumerate(_MONTHS[locale], 1)
        for _ in re.finditer(rf"(?<=\d ){stem}\b|\b{stem}(?= \d{{4}})", text)
    )


READERS: Mapping[str, Callable[[str, str], Counter[str]]] = {"numbers": numbers, "months": months}
