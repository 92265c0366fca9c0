"""The FAQ's screens: what an answer shows on each day of its life, and how it is cut."""

from dataclasses import replace
from datetime import date, timedelta
from importlib import resources

import pytest

from bot.core.faq.topics import Review, Risk, Topic, Tree, read_tree
from bot.core.locales import Locale
from bot.handlers.faq.screens import ASKED_FIRST, answer_pages, answer_screen, groups_screen, topics_screen
from bot.handlers.ui.callbacks import Go, Place, ShowGroup, ShowTopic
from bot.handlers.ui.pager import pager
from tests.handlers.drawn import check_screen, labels, parsed, seen, target, targets, words

LOCALES = list(Locale)
DAY = date(2026, 11, 24)
NEVER = 10_000


@pytest.fixture(scope="module")
def tree() -> Tree:
    """The package's own tree."""
    return read_tree((resources.files("bot") / "locales" / "topics.toml").read_text(encoding="utf-8"))


def with_topic(tree: Tree, changed: Topic) -> Tree:
    """The tree with one record changed."""
    return replace(tree, topics=tuple(changed if topic.id == changed.id else topic for topic in tree.topics))


def topic(tree: Tree, topic_id: str = "first-steps") -> Topic:
    """A record of the tree."""
    found = tree.find(topic_id)
    assert found is not None
    return found


def whole(locale: Locale, tree: Tree, record: Topic, day: date) -> str:
    """All pages of an answer as a person reads them."""
    return "\n".join(parsed(page)[0] for page in answer_pages(words(locale), record, day))


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
        if not record.written:
            continue
        pages = answer_pages(words(locale), record, record.written)
        for number in range(len(pages)):
            screen = answer_screen(words(locale), tree, record.id, number, record.written)
            assert screen is not None
            check_screen(screen, locale)
            assert words(locale)(f"faq-{record.id}") in seen(screen)
            assert screen.text == pages[number]


@pytest.mark.parametrize("locale", LOCALES)
def test_an_answer_has_its_parts_in_order(locale: Locale, tree: Tree) -> None:
    record = topic(tree)
    say = words(locale)
    text = whole(locale, tree, record, DAY)
    first_words = [
        say("answers-unchecked"),
        say("faq-first-steps"),
        say("faq-first-steps.short")[:40],
        parsed(say("answers-uncertain"))[0],
        parsed(say("answers-sources"))[0],
        record.sources[0].title,
    ]
    places = [text.index(part) for part in first_words]
    assert places == sorted(places)
    assert text.startswith(say("answers-unchecked"))


def test_details_stand_in_an_expandable_quote_and_sources_are_links(tree: Tree) -> None:
    record = topic(tree)
    pages = [parsed(page) for page in answer_pages(words(Locale.EN), record, DAY)]
    kinds = [entity["type"] for _, entities in pages for entity in entities]
    links = {entity["url"] for _, entities in pages for entity in entities if entity["type"] == "text_link"}

    assert "expandable_blockquote" in kinds
    assert {source.url for source in record.sources} <= links


@pytest.mark.parametrize(
    ("locale", "line", "claim"),
    [
        (Locale.RU, "⚠️ Черновик: юрист этот ответ ещё не проверил", "проверено"),
        (Locale.EN, "⚠️ Draft: a lawyer has not checked this answer yet", "checked on"),
    ],
)
def test_an_unchecked_answer_says_so_and_claims_no_check(locale: Locale, line: str, claim: str, tree: Tree) -> None:
    record = replace(topic(tree), reviewed=None, reviewer=None, risk=Risk.LOW)
    text = whole(locale, tree, record, DAY)

    assert text.startswith(line)
    assert claim not in text.split(words(locale)("faq-first-steps.short")[:20])[0].lower()
    notice = text[text.rindex("\n") :].lower()
    assert claim not in notice
    assert "2026" in notice


@pytest.mark.parametrize(
    ("locale", "line", "notice"),
    [
        (
            Locale.RU,
            "Проверено 1 декабря 2026 года, проверяющий: Anna &amp; Co",
            "Правила меняются: проверено 1 декабря",
        ),
        (Locale.EN, "Checked on 1 December 2026 by Anna &amp; Co", "Rules change: checked on 1 December 2026"),
    ],
)
def test_a_checked_answer_names_the_day_and_the_lawyer(locale: Locale, line: str, notice: str, tree: Tree) -> None:
    record = replace(topic(tree), reviewed=date(2026, 12, 1), reviewer="Anna & Co")
    markup = "".join(answer_pages(words(locale), record, date(2026, 12, 2)))

    assert record.review(date(2026, 12, 2)) is Review.FRESH
    assert line in markup
    assert notice in markup
    assert "⚠️" not in markup


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        (Locale.RU, "⚠️ Не проверялся с 1 декабря 2026 года, правило могло измениться"),
        (Locale.EN, "⚠️ Not checked since 1 December 2026, the rule may have changed"),
    ],
)
def test_a_stale_answer_says_since_when(locale: Locale, line: str, tree: Tree) -> None:
    record = replace(topic(tree), reviewed=date(2026, 12, 1), reviewer="A", recheck=30)

    assert line not in whole(locale, tree, record, date(2026, 12, 31))
    assert whole(locale, tree, record, date(2027, 1, 1)).startswith(line)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("reviewed", [None, date(2026, 11, 24)])
def test_a_risky_answer_too_long_unchecked_is_withheld(locale: Locale, reviewed: date | None, tree: Tree) -> None:
    record = replace(topic(tree), risk=Risk.HIGH, reviewed=reviewed, reviewer="A" if reviewed else None, recheck=10)
    limit = DAY + timedelta(days=30 + (10 if reviewed else 0))
    short = words(locale)("faq-first-steps.short")[:40]

    assert short in whole(locale, tree, record, limit)
    late = whole(locale, tree, record, limit + timedelta(days=1))
    assert short not in late
    assert words(locale)("faq-first-steps") in late
    assert record.sources[0].title in late
    assert "2026" in late


@pytest.mark.parametrize("locale", LOCALES)
def test_an_answer_leads_to_its_written_relatives_and_back(locale: Locale, tree: Tree) -> None:
    record = topic(tree)
    screen = answer_screen(words(locale), tree, record.id, 0, DAY)
    assert screen is not None
    found = [ShowTopic.unpack(data).topic for data in targets(screen) if data.startswith("top:")]

    related = [other.id for other in tree.related(record)]
    assert related
    assert [found_id for found_id in found if found_id != record.id] == related
    back = ShowGroup(lang=locale, group=record.group)
    assert target(screen, words(locale).plain("back")) == back.pack()


def test_a_long_answer_turns_pages_and_clamps_old_ones(tree: Tree) -> None:
    record = topic(tree)
    many = tuple(replace(record.sources[0], title=f"Source {number} " + "x" * 80) for number in range(30))
    long_tree = with_topic(tree, replace(record, sources=many))
    screens = [answer_screen(words(Locale.RU), long_tree, record.id, page, DAY) for page in (0, NEVER, -NEVER)]
    first, last, before = [screen for screen in screens if screen]
    pages = len(answer_pages(words(Locale.RU), topic(long_tree), DAY))

    assert pages > 1
    assert labels(first)[:2] == [f"1/{pages}", "›"]
    assert labels(last)[:2] == ["‹", f"{pages}/{pages}"]
    assert before == first
    assert ShowTopic.unpack(target(first, "›")).page == 1
    for screen in (first, last):
        check_screen(screen, Locale.RU)
        assert seen(screen).startswith(words(Locale.RU)("answers-unchecked"))
    text = whole(Locale.RU, tree, topic(long_tree), DAY)
    assert all(f"Source {number} " in text for number in range(30))


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

    assert answer_screen(say, tree, "no-such-topic", 0, DAY) is None
    assert answer_screen(say, tree, first.id, 0, DAY) is not None
    assert answer_screen(say, without, first.id, 0, DAY) is None
    assert topics_screen(say, tree, "no-such-group") is None


def test_the_language_switch_keeps_topic_and_page(tree: Tree) -> None:
    record = topic(tree)
    screen = answer_screen(words(Locale.RU), tree, record.id, 0, DAY)
    assert screen is not None

    switch = ShowTopic.unpack(target(screen, "English"))
    assert (switch.lang, switch.pick, switch.topic, switch.page) == (Locale.EN, True, record.id, 0)


def test_hostile_sources_are_escaped(tree: Tree) -> None:
    record = topic(tree)
    bad = replace(record.sources[0], title="<b>x", url='https://example.org/?a="><script>')
    markup = "".join(answer_pages(words(Locale.EN), replace(record, sources=(bad,)), DAY))

    assert "<script>" not in markup
    assert "&lt;b&gt;x" in markup


def test_the_faq_goes_back_to_the_menu(tree: Tree) -> None:
    assert target(groups_screen(words(Locale.EN), tree), "Menu") == Go(lang=Locale.EN, to=Place.MENU).pack()
