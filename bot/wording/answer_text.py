"""The words of an answer as they may be shown on a day: in the open, folded, or shut (P4, P5)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.core.content import MESSAGE_UNITS
from bot.core.faq.facts import Age
from bot.core.faq.topics import Ending, Source, Topic, Tree
from bot.core.pagination import GAP, Block, paginate, paragraphs, visible
from bot.wording.wording import Wording

SOURCES_SHOWN = 3
"""How many sources stand in the open; the others are folded with the details."""

TAIL_BLOCKS = 2
"""Sources and notice, which never make a page by themselves."""

ENDINGS = {Ending.AS_IF: "answers-act-as-if", Ending.ASK: "answers-do-not-give-up"}


@dataclass(frozen=True)
class AnswerText:
    """An answer in one language on the tree's day. ``short`` are lines, the others paragraphs.

    ``changed`` is what stands under «Что могло измениться», ``shut`` what opens only behind a button.
    """

    short: tuple[str, ...]
    details: tuple[str, ...]
    changed: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    shut: tuple[str, ...] = ()


def answer_text(words: Wording, tree: Tree, topic: Topic) -> AnswerText:
    """Return the parts of an answer; what moves and is past its days has left its place."""
    short = _units(words, tree, topic, "short")
    details = _units(words, tree, topic, "details")
    changing = _units(words, tree, topic, "changing")
    unconfirmed = _units(words, tree, topic, "unconfirmed")
    past = _of(short, Age.PAST)
    long_past = _of(short, Age.SHUT)
    return AnswerText(
        short=_of(short, Age.CURRENT),
        details=_of(details, Age.CURRENT),
        changed=(*_joined(past), *_of(details, Age.PAST), *_of(changing, Age.CURRENT), *_of(changing, Age.PAST)),
        unconfirmed=(*_of(unconfirmed, Age.CURRENT), *_of(unconfirmed, Age.PAST)),
        shut=(*_joined(long_past), *_of(details, Age.SHUT), *_of(changing, Age.SHUT), *_of(unconfirmed, Age.SHUT)),
    )


def facts_said(words: Wording, tree: Tree, topic: Topic) -> dict[str, tuple[str, ...]]:
    """Return which facts every line, paragraph and item of an answer rests on, by what it says."""
    said: dict[str, tuple[str, ...]] = {}
    for part in ("short", "details", "changing", "unconfirmed"):
        said |= zip(_said(words, tree, topic, part), topic.facts.get(part, ()), strict=True)
    return said


def whole_text(words: Wording, tree: Tree, topic: Topic) -> AnswerText:
    """Return an answer with everything in its place, as a reviewer reads it."""
    said = {part: _said(words, tree, topic, part) for part in ("short", "details", "changing", "unconfirmed")}
    return AnswerText(said["short"], said["details"], said["changing"], said["unconfirmed"])


def answer_pages(
    words: Wording, tree: Tree, topic: Topic, *, text: AnswerText | None = None, below: int = 0
) -> tuple[str, ...]:
    """Return the answer in messages, its title and state on each.

    ``below`` is the room that each page leaves for a line under it (UTF-16 units).
    """
    head = answer_head(words, tree, topic)
    room = MESSAGE_UNITS - visible(head) - len(GAP) - below
    blocks = answer_blocks(words, topic, text or answer_text(words, tree, topic))
    return tuple(GAP.join((head, page)) for page in paginate(blocks, room, TAIL_BLOCKS))


def shut_pages(words: Wording, tree: Tree, topic: Topic) -> tuple[str, ...]:
    """Return what is long past its recheck, with its day and the sources to look at."""
    head = answer_head(words, tree, topic)
    warning = words("answers-shut-warning", date=tree.state(topic, words.locale).day)
    room = MESSAGE_UNITS - visible(head) - len(GAP)
    said = (Block(part) for part in answer_text(words, tree, topic).shut)
    blocks = (Block(warning), *said, *sources(words, topic.sources), Block(words("answers-notice")))
    return tuple(GAP.join((head, page)) for page in paginate(blocks, room, TAIL_BLOCKS))


def answer_head(words: Wording, tree: Tree, topic: Topic) -> str:
    """Return the title and the status line."""
    return f"<b>{words(f'faq-{topic.id}')}</b>\n{answer_state(words, tree, topic)}"


def answer_state(words: Wording, tree: Tree, topic: Topic) -> str:
    """Return the line that says what the answer is worth on that day."""
    state = tree.state(topic, words.locale)
    return words(f"answers-state-{state.standing.value}", date=state.day, reviewer=state.reviewer)


def answer_blocks(words: Wording, topic: Topic, text: AnswerText) -> tuple[Block, ...]:
    """Return everything below the head."""
    return (
        Block(short_markup(text.short)),
        *((Block(words("answers-shut")),) if text.shut else ()),
        *folds(words, topic, text),
        *sources(words, topic.sources[:SOURCES_SHOWN]),
        Block(words("answers-notice")),
    )


def short_markup(lines: Iterable[str]) -> str:
    """Return the short answer: a paragraph, and what to do now on a line of its own, its first word in bold."""
    *lead, last = lines
    word, colon, what = last.partition(":")
    now = f"<b>{word}{colon}</b>{what}" if colon else last
    return "\n".join((" ".join(lead), now)) if lead else now


def folds(words: Wording, topic: Topic, text: AnswerText) -> Iterator[Block]:
    """Yield what is folded, each part in a quote of its own under its heading."""
    more = sources(words, topic.sources[SOURCES_SHOWN:], "answers-more-sources")
    details = (*text.details, *(block.markup for block in more))
    for key, said in (
        ("answers-details", details),
        ("answers-changed", text.changed),
        ("answers-unconfirmed", text.unconfirmed),
    ):
        heading = words(key)
        yield from (Block(part, quoted=True, heading=heading) for part in said)


def sources(words: Wording, shown: Iterable[Source], key: str = "answers-sources") -> tuple[Block, ...]:
    """Return links with a word on what is behind each, in one line."""
    lang = words.locale.value
    links = [words("answers-source", url=source.url, title=source.labels[lang]) for source in shown]
    return (Block(f"{words(key)} {' · '.join(links)}"),) if links else ()


def _units(words: Wording, tree: Tree, topic: Topic, part: str) -> list[tuple[Age, str]]:
    return list(zip(tree.ages(topic, part), _said(words, tree, topic, part), strict=True))


def _said(words: Wording, tree: Tree, topic: Topic, part: str) -> tuple[str, ...]:
    if not topic.facts.get(part):
        return ()
    key = f"faq-{topic.id}"
    markup = words(f"{key}.{part}")
    if part == "short":
        return tuple(line.strip() for line in markup.splitlines() if line.strip())
    said = (block.markup for block in paragraphs(markup))
    if part != "unconfirmed":
        return tuple(said)
    endings = (ENDINGS.get(tree.ending(ids)) for ids in topic.facts[part])
    return tuple(f"{item} {words(end)}" if end else item for item, end in zip(said, endings, strict=True))


def _of(units: Iterable[tuple[Age, str]], age: Age) -> tuple[str, ...]:
    return tuple(text for own, text in units if own is age)


def _joined(lines: tuple[str, ...]) -> tuple[str, ...]:
    return (" ".join(lines),) if lines else ()
