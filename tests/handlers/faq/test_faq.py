"""The FAQ's screens: what an answer shows on each day of its life, and how it is cut."""

import re
from dataclasses import replace
from datetime import date
from importlib import resources

import pytest

from bot.core.faq.facts import Age, Facts, FactStamp
from bot.core.faq.topics import Risk, TextStamp, Topic, Tree, shipped_tree
from bot.core.locales import Locale
from bot.handlers.faq.screens import (
    ASKED_FIRST,
    RELATED_SHOWN,
    answer_screen,
    groups_screen,
    shut_screen,
    topic_button,
    topics_screen,
)
from bot.handlers.ui.callbacks import Go, Place, ShowGroup, ShowShut, ShowTopic
from bot.handlers.ui.pager import pager
from bot.wording.answer_text import answer_pages, answer_text, short_markup, shut_pages, sources, whole_text
from tests.handlers.drawn import check_screen, labels, parsed, seen, target, targets, words

LOCALES = list(Locale)
NEVER = 10_000
LATER_DAYS = (date(2026, 11, 30), date(2026, 12, 25), date(2027, 3, 1), date(2028, 1, 1))
RIPE = "work-permit"
"""An answer with high risk, in which much moves."""

MOST_OF_ONE, MOST_ON_AVERAGE = 1.3, 1.0
"""Caution, sources and notice in the open, in characters of the answer in the open (P4)."""

LONGEST_LABEL, LONGEST_IN_A_ROW = 34, 16


@pytest.fixture(scope="module")
def tree() -> Tree:
    """The package's own tree on the day of its release."""
    return shipped_tree(resources.files("bot") / "locales")


def on(tree: Tree, day: date) -> Tree:
    """The tree on a day."""
    return replace(tree, day=day)


def with_topic(tree: Tree, changed: Topic) -> Tree:
    """The tree with one record changed."""
    return replace(tree, topics=tuple(changed if topic.id == changed.id else topic for topic in tree.topics))


def topic(tree: Tree, topic_id: str = "first-steps") -> Topic:
    """A record of the tree."""
    found = tree.find(topic_id)
    assert found is not None
    return found


def fresh(tree: Tree) -> Tree:
    """The tree as if everything that moves had been seen on its day."""
    by_id = {name: replace(fact, as_of=tree.day) for name, fact in tree.facts.by_id.items()}
    return replace(tree, facts=replace(tree.facts, by_id=by_id))


def whole(locale: Locale, tree: Tree, record: Topic) -> str:
    """All pages of an answer as a person reads them."""
    return "\n".join(parsed(page)[0] for page in answer_pages(words(locale), tree, record))


@pytest.mark.parametrize("locale", LOCALES)
def test_groups_lead_to_topics_and_topics_to_answers(locale: Locale, tree: Tree) -> None:
    groups = groups_screen(words(locale), tree)
    check_screen(groups, locale)
    assert len(groups.rows) == len(ASKED_FIRST) + len(tree.open_groups()) + 1
    for group in tree.open_groups():
        assert ShowGroup(lang=locale, group=group).pack() in targets(groups)
        topics = topics_screen(words(locale), tree, group)
        assert topics is not None
        check_screen(topics, locale)
        assert words(locale)(f"group-{group}") in seen(topics)
        for record in tree.written(group):
            assert ShowTopic(lang=locale, topic=record.id).pack() in targets(topics)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_answer_is_drawn_whole_on_every_page(locale: Locale, tree: Tree) -> None:
    for record in tree.topics:
        pages = answer_pages(words(locale), tree, record)
        for number in range(len(pages)):
            screen = answer_screen(words(locale), tree, record.id, number)
            assert screen is not None
            check_screen(screen, locale)
            assert words(locale)(f"faq-{record.id}") in seen(screen)
            assert screen.text == pages[number]


@pytest.mark.parametrize("locale", LOCALES)
def test_an_answer_has_its_parts_in_order(locale: Locale, tree: Tree) -> None:
    record, say = topic(tree), words(locale)
    text = whole(locale, tree, record)
    first_words = [
        say("faq-first-steps"),
        "⚠️",
        parsed(short_markup(answer_text(say, tree, record).short))[0][:40],
        parsed(say("answers-details"))[0],
        parsed(say("answers-changed"))[0],
        parsed(say("answers-unconfirmed"))[0],
        say("answers-sources"),
        record.sources[0].labels[locale.value],
        parsed(say("answers-notice"))[0],
    ]
    places = [text.index(part) for part in first_words]
    assert places == sorted(places)
    assert text.startswith(say("faq-first-steps"))


def test_each_fold_stands_in_a_quote_of_its_own_and_sources_are_links(tree: Tree) -> None:
    record = topic(tree)
    pages = [parsed(page) for page in answer_pages(words(Locale.EN), tree, record)]
    kinds = [entity["type"] for _, entities in pages for entity in entities]
    links = {entity["url"] for _, entities in pages for entity in entities if entity["type"] == "text_link"}

    assert kinds.count("expandable_blockquote") == 3
    assert {source.url for source in record.sources} <= links


@pytest.mark.parametrize("day", LATER_DAYS)
@pytest.mark.parametrize("locale", LOCALES)
def test_p05_on_no_day_an_answer_disappears(locale: Locale, day: date, tree: Tree) -> None:
    """Nobody has stamped anything: what is durable stands, with its day and a way to help; the rest is one tap away."""
    today, say = on(tree, day), words(locale)
    for record in today.topics:
        text = answer_text(say, today, record)
        durable = [
            line
            for line, ids in zip(whole_text(say, today, record).short, record.facts["short"], strict=True)
            if not today.facts.moving(ids)
        ]
        assert [line for line in text.short if line in durable] == durable, record.id
        screen = answer_screen(say, today, record.id, 0)
        assert screen is not None
        assert str(today.state(record, locale).day.year) in answer_pages(say, today, record)[0].split("\n")[1]
        said = {*text.short, *text.details, *text.changed, *text.unconfirmed, *text.shut}
        everything = whole_text(say, today, record)
        assert all(any(unit in part for part in said) for unit in (*everything.short, *everything.details))
        shut = ShowShut(lang=locale, topic=record.id)
        assert (shut.pack() in targets(screen)) is bool(text.shut)
        if text.shut:
            opened = shut_screen(say, today, shut, ShowTopic(lang=locale, topic=record.id))
            assert opened is not None
            check_screen(opened, locale)
            assert record.sources[0].labels[locale.value] in "".join(shut_pages(say, today, record))


def test_p05_a_first_installation_is_marked_not_shut(tree: Tree) -> None:
    ages = {day: [tree.facts.age(record.fact_ids, day) for record in tree.topics] for day in LATER_DAYS}
    assert Age.SHUT not in ages[LATER_DAYS[0]]
    assert Age.SHUT not in ages[LATER_DAYS[1]]
    assert Age.SHUT in ages[LATER_DAYS[2]]


@pytest.mark.parametrize(("day", "mark", "key"), [(LATER_DAYS[0], "⏳ ", "past"), (LATER_DAYS[3], "⚠️ ", "shut")])
@pytest.mark.parametrize("locale", LOCALES)
def test_p05_the_marks_stand_in_the_menus_and_are_explained(
    locale: Locale, day: date, mark: str, key: str, tree: Tree
) -> None:
    today, say = on(tree, day), words(locale)
    record = topic(today, RIPE)
    assert topic_button(say, today, record).text.startswith(mark)
    screen = topics_screen(say, today, record.group)
    assert screen is not None
    assert any(label.startswith(mark) for label in labels(screen))
    assert say(f"answers-legend-{key}") in seen(screen)
    assert say(f"answers-legend-{key}") not in seen(groups_screen(say, fresh(today)))


@pytest.mark.parametrize("locale", LOCALES)
def test_p05_what_is_shut_opens_with_its_day_and_help_stands_first(locale: Locale, tree: Tree) -> None:
    late, say = on(tree, LATER_DAYS[3]), words(locale)
    screen = answer_screen(say, late, RIPE, 0)
    assert screen is not None
    assert labels(screen)[0].endswith(say.plain("faq-find-legal-help.button"))
    assert labels(screen)[1] == say.plain("answers-show-shut")
    assert say("answers-shut") in seen(screen)
    at = ShowShut.unpack(target(screen, say.plain("answers-show-shut")))
    back = ShowTopic(lang=locale, topic=RIPE)
    opened = shut_screen(say, late, at, back)
    assert opened is not None
    day = late.state(topic(late, RIPE), locale).day
    assert parsed(say("answers-shut-warning", date=day))[0] in seen(opened)
    assert "150" not in seen(screen)
    assert "150" in seen(opened)
    assert target(opened, say.plain("back")) == back.pack()
    assert shut_screen(say, tree, at, back) is None
    assert shut_screen(say, late, at.model_copy(update={"topic": "gone"}), back) is None


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        (Locale.RU, "✅ Проверил Anna & Co 1 декабря 2026 года"),
        (Locale.EN, "✅ Checked by Anna & Co 1 December 2026"),
    ],
)
def test_a_checked_answer_names_the_day_and_the_reviewer(locale: Locale, line: str, tree: Tree) -> None:
    day = date(2026, 12, 1)
    seen_today = fresh(on(tree, day))
    stamp = TextStamp("first-steps", locale, day, "Anna & Co", "x")
    text = whole(locale, replace(seen_today, stamps={("first-steps", locale): stamp}), topic(tree))

    assert text.split("\n")[1] == line
    assert "⚠️" not in text


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        (Locale.RU, "⚠️ Черновик · сведения сверены 1 декабря 2026 года"),
        (Locale.EN, "⚠️ Draft · facts compared on 1 December 2026"),
    ],
)
def test_compared_facts_alone_make_no_checked_answer(locale: Locale, line: str, tree: Tree) -> None:
    day = date(2026, 12, 1)
    stamps = {name: FactStamp(name, day, "A", fact.print) for name, fact in tree.facts.by_id.items()}
    compared: Facts = replace(tree.facts, stamps=stamps)
    assert whole(locale, replace(tree, facts=compared, day=day), topic(tree)).split("\n")[1] == line


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("day", [None, *LATER_DAYS])
def test_p04_the_answer_outweighs_what_stands_around_it(locale: Locale, day: date | None, tree: Tree) -> None:
    today = on(tree, day) if day else fresh(tree)
    say, shares = words(locale), {}
    for record in today.topics:
        text = answer_text(say, today, record)
        shown = sources(say, record.sources[:3])
        around = [*(block.markup for block in shown), say("answers-notice")]
        around += [say("answers-shut")] if text.shut else []
        shares[record.id] = sum(len(parsed(each)[0]) for each in around) / len(parsed(short_markup(text.short))[0])
    assert {name: share for name, share in shares.items() if share > MOST_OF_ONE} == {}
    assert sum(shares.values()) / len(shares) <= MOST_ON_AVERAGE


@pytest.mark.parametrize("locale", LOCALES)
def test_p04_labels_fit_a_phone(locale: Locale, tree: Tree) -> None:
    for record in tree.topics:
        screen = answer_screen(words(locale), tree, record.id, 0, username="bot")
        assert screen is not None
        for row in screen.rows:
            bare = ["".join(sign for sign in button.text if sign.isascii() or sign.isalpha()) for button in row]
            assert all(len(label.strip()) <= LONGEST_LABEL for label in bare)
            assert len(row) == 1 or all(len(label.strip()) <= LONGEST_IN_A_ROW for label in bare)


@pytest.mark.parametrize("locale", LOCALES)
def test_an_answer_leads_to_two_written_relatives_and_back(locale: Locale, tree: Tree) -> None:
    record = topic(tree)
    screen = answer_screen(words(locale), tree, record.id, 0)
    assert screen is not None
    found = [ShowTopic.unpack(data).topic for data in targets(screen) if data.startswith("top:")]

    related = [other.id for other in tree.related(record)][:RELATED_SHOWN]
    assert related
    assert [found_id for found_id in found if found_id != record.id] == related
    back = ShowGroup(lang=locale, group=record.group)
    assert target(screen, words(locale).plain("back")) == back.pack()


def test_a_long_answer_turns_pages_and_clamps_old_ones(tree: Tree) -> None:
    record = topic(tree)
    source = record.sources[0]
    names = [{"ru": f"Источник-{number} " + "x" * 80, "en": "x"} for number in range(60)]
    many = tuple(replace(source, id=f"s{number}", labels=names[number]) for number in range(60))
    long_tree = with_topic(tree, replace(record, sources=many))
    screens = [answer_screen(words(Locale.RU), long_tree, record.id, page) for page in (0, NEVER, -NEVER)]
    first, last, before = [screen for screen in screens if screen]
    pages = len(answer_pages(words(Locale.RU), long_tree, topic(long_tree)))

    assert pages > 1
    assert labels(first)[:2] == [f"1/{pages}", "›"]
    assert labels(last)[:2] == ["‹", f"{pages}/{pages}"]
    assert before == first
    assert ShowTopic.unpack(target(first, "›")).page == 1
    for screen in (first, last):
        check_screen(screen, Locale.RU)
        assert seen(screen).startswith(words(Locale.RU)("faq-first-steps"))
    text = whole(Locale.RU, long_tree, topic(long_tree))
    assert {int(found) for found in re.findall(r"Источник-(\d+)", text)} == set(range(60))


def test_the_middle_page_has_both_ways_and_one_page_none() -> None:
    say = words(Locale.EN)

    def number(page: int) -> ShowTopic:
        return ShowTopic(lang=Locale.EN, topic="x", page=page)

    (row,) = pager(say, 1, 3, number)
    assert [button.text for button in row] == ["‹", "2/3", "›"]
    assert [ShowTopic.unpack(button.callback_data or "").page for button in row] == [0, 1, 2]
    assert pager(say, 0, 1, number) == ()


def test_what_is_not_there_is_none(tree: Tree) -> None:
    say = words(Locale.RU)
    first, *others = tree.topics
    without = replace(tree, topics=(replace(first, written=None), *others))

    assert answer_screen(say, tree, "no-such-topic", 0) is None
    assert answer_screen(say, tree, first.id, 0) is not None
    assert answer_screen(say, without, first.id, 0) is None
    assert topics_screen(say, tree, "no-such-group") is None


def test_the_language_switch_keeps_topic_and_page(tree: Tree) -> None:
    record = topic(tree)
    screen = answer_screen(words(Locale.RU), tree, record.id, 0)
    assert screen is not None

    switch = ShowTopic.unpack(target(screen, "English"))
    assert (switch.lang, switch.pick, switch.topic, switch.page) == (Locale.EN, True, record.id, 0)


def test_hostile_sources_are_escaped(tree: Tree) -> None:
    record = topic(tree)
    bad = replace(record.sources[0], labels={"ru": "x", "en": "<b>x"}, url='https://example.org/?a="><script>')
    markup = "".join(answer_pages(words(Locale.EN), tree, replace(record, sources=(bad,))))

    assert "<script>" not in markup
    assert "&lt;b&gt;x" in markup


def test_the_faq_goes_back_to_the_menu(tree: Tree) -> None:
    assert target(groups_screen(words(Locale.EN), tree), "Menu") == Go(lang=Locale.EN, to=Place.MENU).pack()


def test_a_mild_answer_is_marked_and_never_shut(tree: Tree) -> None:
    record = replace(topic(tree, RIPE), risk=Risk.LOW)
    late = on(with_topic(tree, record), LATER_DAYS[3])
    assert answer_text(words(Locale.RU), late, record).shut == ()
    assert topic_button(words(Locale.RU), late, record).text.startswith("⏳")
