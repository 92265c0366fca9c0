"""The one-line form: what it means, and which part is named when it cannot be read."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.seminars.drafts import SeminarDraft, unpacked
from bot.core.seminars.form import FormError, Part, example_time, form_of, parse_plan, parse_when, time_of
from bot.core.seminars.seminars import Plan, TalkLanguage, When

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TIME = "2026-12-05 19:00 America/New_York"
START = datetime(2026, 12, 6, 0, 0, tzinfo=UTC)
BARE = f"{TIME} | Разрешение на работу | Work permits"


def fault_of(text: str) -> FormError:
    """What is wrong with a form."""
    with pytest.raises(FormError) as found:
        parse_plan(text, NOW)
    return found.value


def plan_of(text: str) -> Plan:
    """The only plan a form means."""
    (plan,) = parse_plan(text, NOW)
    return plan


def test_the_example_of_the_product_is_understood() -> None:
    assert plan_of(f"{BARE} | https://youtu.be/abc | 90m") == Plan(
        When(START, "2026-12-05T19:00", "America/New_York"),
        "Разрешение на работу",
        "Work permits",
        "https://youtu.be/abc",
        90,
        TalkLanguage.BOTH,
    )


def test_what_is_left_out_has_its_usual_value() -> None:
    plan = plan_of(BARE)
    assert (plan.link, plan.minutes, plan.talk) == (None, 90, TalkLanguage.BOTH)


@pytest.mark.parametrize("field", ["speaker: Jane Doe", "Ведёт:Jane Doe", "ведущий:  Jane Doe", "SPEAKER: Jane Doe"])
def test_a_speaker_is_named_by_a_word_before_the_name(field: str) -> None:
    assert plan_of(f"{BARE} | {field} | 60m").speaker == "Jane Doe"


def test_a_speaker_that_is_too_long_is_refused_and_one_of_an_older_draft_is_nobody() -> None:
    assert fault_of(f"{BARE} | speaker: {'x' * 121}").part is Part.SPEAKER
    draft = SeminarDraft(replace(plan_of(BARE), speaker="Jane Doe"))
    assert unpacked(draft.packed()) == draft
    older = json.dumps(json.loads(draft.packed())[:-1])
    assert unpacked(older).plan == plan_of(BARE)


@pytest.mark.parametrize(
    "fields",
    [
        ["https://youtu.be/abc", "2h", "ru"],
        ["ru", "2h", "https://youtu.be/abc"],
        ["120m", "RU", "https://youtu.be/abc"],
        ["1h60m", "", "ru", "https://youtu.be/abc", ""],
    ],
)
def test_the_fields_after_the_titles_stand_in_any_order(fields: list[str]) -> None:
    plan = plan_of(" | ".join([BARE, *fields]))
    assert (plan.link, plan.minutes, plan.talk) == ("https://youtu.be/abc", 120, TalkLanguage.RU)


@pytest.mark.parametrize(("written", "minutes"), [("5m", 5), ("1h30m", 90), ("2H", 120), ("12h", 720), ("0h45m", 45)])
def test_lengths(written: str, minutes: int) -> None:
    assert plan_of(f"{BARE} | {written}").minutes == minutes


@pytest.mark.parametrize("written", list(TalkLanguage))
def test_languages_of_the_talk(written: TalkLanguage) -> None:
    assert plan_of(f"{BARE} | {written}").talk is written


@pytest.mark.parametrize(
    "link",
    [
        "https://youtu.be/abc",
        "http://example.org",
        "https://us02web.zoom.us/j/1?pwd=a&b=c",
        "https://xn--e1afmkfd.xn--p1ai/",
    ],
)
def test_links(link: str) -> None:
    assert plan_of(f"{BARE} | {link}").link == link


@pytest.mark.parametrize(
    ("text", "part", "shown"),
    [
        ("", Part.FORM, ""),
        ("привет", Part.FORM, "привет"),
        ("5 декабря 19:00 | A | B", Part.TIME, "5 декабря"),
        ("2026-13-05 19:00 America/New_York | A | B", Part.TIME, "2026-13-05 19:00"),
        ("2026-12-05 25:00 America/New_York | A | B", Part.TIME, "2026-12-05 25:00"),
        ("2026-12-05 7:00 America/New_York | A | B", Part.TIME, "2026-12-05 7:00"),
        ("2026-12-05 | A | B", Part.TIME, "2026-12-05"),
        ("2026-12-05 19:00 | A | B", Part.ZONE, ""),
        ("2026-12-05 19:00 EST5 EDT | A | B", Part.ZONE, "EST5 EDT"),
        ("2027-03-14 02:30 America/New_York | A | B", Part.GAP, "2027-03-14 02:30"),
        ("2026-11-24 06:00 America/New_York | A | B", Part.PAST, "2026-11-24 06:00"),
        ("2062-12-05 19:00 America/New_York | A | B", Part.FAR, "2062-12-05 19:00"),
        (TIME, Part.TITLE_RU, ""),
        (f"{TIME} | | Work", Part.TITLE_RU, ""),
        (f"{TIME} | \u200b\u202e | Work", Part.TITLE_RU, ""),
        (f"{TIME} | Работа", Part.TITLE_EN, ""),
        (f"{TIME} | Работа | ", Part.TITLE_EN, ""),
        (f"{TIME} | {'я' * 121} | Work", Part.TITLE_LONG, "я" * 121),
        (f"{TIME} | Работа | {'w' * 121}", Part.TITLE_LONG, "w" * 121),
        (f"{BARE} | ftp://example.org/a", Part.LINK, "ftp://example.org/a"),
        (f"{BARE} | youtu.be/abc", Part.LINK, "youtu.be/abc"),
        (f"{BARE} | www.youtube.com", Part.LINK, "www.youtube.com"),
        (f"{BARE} | https://localhost/a", Part.LINK, "https://localhost/a"),
        (f"{BARE} | https://127.0.0.1/a", Part.LINK, "https://127.0.0.1/a"),
        (f"{BARE} | https://[::1/a", Part.LINK, "https://[::1/a"),
        (f"{BARE} | https://user@example.org/", Part.LINK, "https://user@example.org/"),
        (f"{BARE} | https://example.org/\"onclick='x'", Part.LINK, "https://example.org/\"onclick='x'"),
        (f"{BARE} | https://example.org/a b", Part.LINK, "https://example.org/a b"),
        (f"{BARE} | https://example.org/{'a' * 500}", Part.LINK, f"https://example.org/{'a' * 500}"),
        (f"{BARE} | 4m", Part.LENGTH, "4m"),
        (f"{BARE} | 12h1m", Part.LENGTH, "12h1m"),
        (f"{BARE} | 90", Part.LENGTH, "90"),
        (f"{BARE} | 90 минут", Part.LENGTH, "90 минут"),
        (f"{BARE} | 1.5h", Part.LENGTH, "1.5h"),
        (f"{BARE} | 90m | 1h", Part.TWICE, "1h"),
        (f"{BARE} | 90m | 90m", Part.TWICE, "90m"),
        (f"{BARE} | ru | en", Part.TWICE, "en"),
        (f"{BARE} | https://a.org/ | https://b.org/", Part.TWICE, "https://b.org/"),
        (f"{BARE} | Спектор", Part.FIELD, "Спектор"),
    ],
)
def test_the_part_that_is_wrong_is_named_and_shown(text: str, part: Part, shown: str) -> None:
    found = fault_of(text)
    assert (found.part, found.text) == (part, shown)


def test_a_mistyped_zone_comes_with_the_nearest_one() -> None:
    found = fault_of("2026-12-05 19:00 America/NewYork | A | B")
    assert (found.part, found.text, found.hint) == (Part.ZONE, "America/NewYork", "America/New_York")


def test_only_a_zone_is_guessed_at() -> None:
    assert fault_of("2027-03-14 02:30 America/New_York | A | B").hint is None


def test_a_time_that_happens_twice_means_two_plans_the_earlier_first() -> None:
    now = datetime(2026, 10, 1, tzinfo=UTC)
    first, second = parse_plan("2026-11-01 01:30 America/New_York | Работа | Work | 1h", now)
    assert first.when.start == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert second.when.start - first.when.start == timedelta(hours=1)
    assert (first.title_en, first.minutes, second.title_en, second.minutes) == ("Work", 60, "Work", 60)


def test_a_new_time_is_read_alone() -> None:
    assert parse_when(f"  {TIME}\n", NOW) == (When(START, "2026-12-05T19:00", "America/New_York"),)


@pytest.mark.parametrize("text", ["", "завтра", "🙂", "2026-12-06", "x" * 4096, "٢٠٢٦-١٢-٠٥ ١٩:٠٠ America/New_York"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(FormError) as found:
        parse_when(text, NOW)
    assert found.value.part is Part.TIME


def test_line_breaks_and_invisible_signs_do_not_reach_a_title() -> None:
    plan = plan_of(f"{TIME} | Разрешение\n на\u202e   работу | Work\tpermits")
    assert (plan.title_ru, plan.title_en) == ("Разрешение на работу", "Work permits")


def test_the_example_lies_a_week_ahead_and_is_understood() -> None:
    assert example_time(NOW) == "2026-12-01 19:00"
    assert plan_of(f"{example_time(NOW)} Europe/Moscow | A | B").when.zone == "Europe/Moscow"


titles = st.text(min_size=1, max_size=120).map(lambda text: text.replace("|", " ")).filter(str.strip)


@given(titles, titles, st.integers(5, 720), st.sampled_from(TalkLanguage), st.sampled_from([None, "https://a.org/b"]))
def test_a_plan_written_out_as_a_form_means_itself(
    russian: str, english: str, minutes: int, talk: TalkLanguage, link: str | None
) -> None:
    link_field = [link] if link else []
    try:
        plan = plan_of(" | ".join([TIME, russian, english, *link_field, f"{minutes}m", talk]))
    except FormError as found:
        assert found.part in {Part.TITLE_RU, Part.TITLE_EN}
        return
    assert (plan.minutes, plan.talk, plan.link) == (minutes, talk, link)
    assert plan_of(form_of(plan)) == plan
    named = replace(plan, speaker="Jane Doe")
    assert plan_of(form_of(named)) == named
    assert parse_when(time_of(plan.when), NOW) == (plan.when,)


@given(st.text(max_size=300))
def test_any_text_is_a_plan_or_a_named_fault(text: str) -> None:
    try:
        assert parse_plan(text, NOW)
    except FormError as found:
        assert found.part in Part


@given(st.lists(st.text(max_size=40), max_size=5))
def test_any_fields_are_a_plan_or_a_named_fault(fields: list[str]) -> None:
    try:
        assert parse_plan(" | ".join([BARE, *fields]), NOW)
    except FormError as found:
        assert found.part in Part
