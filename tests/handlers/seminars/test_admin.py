"""What an admin sees of seminars: the desk, the card, the questions, every fault of a form."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.locales import Locale
from bot.core.seminars.confirming import Told
from bot.core.seminars.form import FormError, Part, form_of, parse_plan, parse_when, time_of
from bot.core.seminars.imports import CalendarDesk
from bot.core.seminars.reminders import RATING_STEP
from bot.core.seminars.seminars import SeminarState
from bot.handlers.seminars.admin_desk import SeminarDesk
from bot.handlers.seminars.admin_forms import options, remembered
from bot.handlers.seminars.admin_screens import (
    SEMINARS_LISTED,
    Do,
    Manage,
    PickMoment,
    ask_moment,
    ask_time,
    offset,
    question_over_screen,
    seminar_card,
    seminar_list,
)
from bot.handlers.seminars.change_screens import cancellation_card
from bot.handlers.seminars.fault_screens import form_error_screen
from tests.clock import ManualClock
from tests.core.mailings.broadcast_memory import MemoryConversations
from tests.core.seminars.import_memory import MemoryImports
from tests.core.seminars.recording_memory import MemoryRecordings
from tests.core.seminars.seminar_memory import NOW, MemorySeminars, seminar
from tests.handlers.drawn import check_screen, labels, parsed, seen, target, targets, words
from tests.handlers.seminars.test_screens import HOSTILE, PRESENTATION, titled

LOCALES = list(Locale)
BEFORE_FOLD = datetime(2026, 10, 1, tzinfo=UTC)
FOLD_KEYS = "2026-11-01 01:30 America/New_York"


def does(screen_targets: list[str]) -> list[Do]:
    """What the admin's buttons of a screen do, in order."""
    return [Manage.unpack(data).do for data in screen_targets if data.startswith("man:")]


def codes(markup: str) -> list[str]:
    """The texts in code, which can be copied with a tap."""
    text, entities = parsed(markup)
    inside = text.encode("utf-16-le")
    spans = [(e["offset"] * 2, (e["offset"] + e["length"]) * 2) for e in entities if e["type"] == "code"]
    return [inside[start:end].decode("utf-16-le") for start, end in spans]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_desk_shows_an_example_that_works(locale: Locale) -> None:
    screen = seminar_list(words(locale), PRESENTATION, [], NOW)
    check_screen(screen, locale)
    (example,) = [code for code in codes(screen.text) if code.startswith("/seminar ")]
    (plan,) = parse_plan(example.removeprefix("/seminar "), NOW)
    assert plan.when.zone == PRESENTATION.admin_zone
    assert words(locale)("seminars-admin-none") in seen(screen)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_desk_lists_the_planned_with_a_button_each(locale: Locale) -> None:
    coming = [titled(HOSTILE, id=number) for number in range(1, 70)]
    screen = seminar_list(words(locale), PRESENTATION, coming, NOW)
    check_screen(screen, locale)
    opened = [Manage.unpack(data) for data in targets(screen) if data.startswith("man:")]
    assert [button.seminar for button in opened if button.do is Do.CARD] == list(range(1, SEMINARS_LISTED + 1))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_card_has_both_titles_the_time_as_entered_and_a_switch_a_step(locale: Locale) -> None:
    plan = replace(seminar().plan, title_ru=HOSTILE, title_en="Work & <rest>")
    screen = seminar_card(words(locale), PRESENTATION, seminar(plan=plan, steps_off=(3600,)), 21, NOW)
    check_screen(screen, locale)
    text = seen(screen)
    assert HOSTILE in text
    assert "Work & <rest>" in text
    assert codes(screen.text) == ["2026-12-05 07:00 America/New_York"]
    switches = [Manage.unpack(data) for data in targets(screen) if data.startswith("man:")]
    assert [(b.step, b.on) for b in switches if b.do is Do.SWITCH] == [
        (86400, False),
        (3600, True),
        (600, False),
        (0, False),
        (RATING_STEP, False),
    ]
    assert [label[0] for label in labels(screen)[:5]] == ["✅", "⬜", "✅", "✅", "✅"]


@pytest.mark.parametrize(
    ("told", "russian"), [(0, "Пока никому"), (1, "1 человеку"), (21, "21 человеку"), (5, "5 людям")]
)
def test_how_many_were_told_reads_well(told: int, russian: str) -> None:
    assert russian in seen(seminar_card(words(Locale.RU), PRESENTATION, seminar(), told, NOW))
    assert str(told or "Nobody") in seen(seminar_card(words(Locale.EN), PRESENTATION, seminar(), told, NOW))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("state", "now", "sentence"),
    [
        (SeminarState.CANCELLED, NOW, "seminars-cancelled"),
        (SeminarState.PLANNED, seminar().end, "seminars-over"),
    ],
)
def test_what_is_over_cannot_be_changed(locale: Locale, state: SeminarState, now: datetime, sentence: str) -> None:
    screen = seminar_card(words(locale), PRESENTATION, seminar(state=state), 3, now)
    check_screen(screen, locale)
    assert screen.text.startswith(words(locale)(sentence))
    records = [Do.RECORD] if state is SeminarState.PLANNED else []
    assert does(targets(screen)) == [*records, Do.LIST, Do.CARD]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_question_for_a_new_time_has_an_example_that_works(locale: Locale) -> None:
    screen = ask_time(words(locale), PRESENTATION, titled(HOSTILE), NOW)
    check_screen(screen, locale)
    (example,) = codes(screen.text)
    assert parse_when(example, NOW)
    assert does(targets(screen)) == [Do.STAY, Do.TIME]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("told", [0, 1, 2, 5, 21])
def test_cancelling_is_asked_about(locale: Locale, told: int) -> None:
    screen = cancellation_card(words(locale), 9001, titled(HOSTILE), Told(told))
    check_screen(screen, locale)
    assert labels(screen)[0].endswith(f" · {told}")
    assert does(targets(screen)) == [Do.CARD]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("number", [0, 7])
def test_the_question_of_the_fold_keeps_the_form_and_asks_the_earlier_first(locale: Locale, number: int) -> None:
    text = f"{FOLD_KEYS} | {HOSTILE.replace('|', ' ')} | Work"
    plans = parse_plan(text, BEFORE_FOLD)
    form = form_of(plans[0])
    screen = ask_moment(words(locale), form, [plan.when for plan in plans], number)
    check_screen(screen, locale)
    assert form in codes(screen.text)
    picks = [PickMoment.unpack(data) for data in targets(screen) if data.startswith("fld:")]
    assert [pick.seminar for pick in picks] == [number] * 3
    assert [pick.at for pick in picks] == [*(int(plan.when.start.timestamp()) for plan in plans), 0]
    assert [label[-9:] for label in labels(screen)[:2]] == ["05:30 UTC", "06:30 UTC"]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_question_with_nothing_to_choose_is_over(locale: Locale) -> None:
    (when,) = parse_when("2026-12-05 19:00 America/New_York", NOW)
    assert ask_moment(words(locale), time_of(when), [when]) == question_over_screen(words(locale))
    check_screen(question_over_screen(words(locale)), locale)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("number", [0, 7])
def test_every_fault_is_worded_with_an_example_that_works(locale: Locale, part: Part, number: int) -> None:
    found = FormError(part, HOSTILE * 40, "America/New_York")
    screen = form_error_screen(words(locale), PRESENTATION, found, NOW, number)
    check_screen(screen, locale)
    text = seen(screen)
    assert HOSTILE in text
    assert "{" not in words(locale)(f"seminars-fault-{part.value}", limit=120)
    *_, example = codes(screen.text)
    assert parse_when(example, NOW) if number else parse_plan(example.removeprefix("/seminar "), NOW)


@pytest.mark.parametrize(
    ("written", "said"), [("", "Не указан часовой пояс"), ("New_York", "Часовой пояс пишется названием места")]
)
def test_a_missing_zone_is_not_called_a_wrong_one(written: str, said: str) -> None:
    screen = form_error_screen(words(Locale.RU), PRESENTATION, FormError(Part.ZONE, written), NOW)

    assert said in seen(screen)


def test_no_two_faults_are_worded_alike() -> None:
    for locale in LOCALES:
        assert len({words(locale)(f"seminars-fault-{part.value}", limit=120) for part in Part}) == len(Part)


def test_nothing_written_is_not_shown() -> None:
    screen = form_error_screen(words(Locale.RU), PRESENTATION, FormError(Part.TITLE_EN), NOW)
    assert "Написано" not in seen(screen)
    assert "Возможно" not in seen(screen)


@pytest.mark.parametrize(
    ("seconds", "russian", "english"),
    [
        (86400, "за 24 ч", "24 h before"),
        (3600, "за 1 ч", "1 h before"),
        (600, "за 10 мин", "10 min before"),
        (90, "за 90 с", "90 s before"),
        (0, "в эфире", "live"),
    ],
)
def test_the_steps_have_names(seconds: int, russian: str, english: str) -> None:
    assert (offset(words(Locale.RU), seconds), offset(words(Locale.EN), seconds)) == (russian, english)


async def test_the_card_of_an_unknown_seminar_says_so() -> None:
    seminars, conversations = MemorySeminars({1: seminar()}), MemoryConversations()
    clock = ManualClock(NOW)
    calendar = CalendarDesk(MemoryImports(), seminars, clock)
    desk = SeminarDesk(seminars, conversations, PRESENTATION, clock, MemoryRecordings(), calendar)
    screen = await desk.card(words(Locale.RU), 2)
    assert screen == question_over_screen(words(Locale.RU))


@pytest.mark.parametrize("message", [None, "text", 5])
def test_what_is_no_message_remembers_nothing(message: object) -> None:
    assert remembered(message) == ""


def test_a_fold_is_no_question_any_more_when_its_first_moment_is_over() -> None:
    assert len(options(parse_when, FOLD_KEYS, BEFORE_FOLD)) == 2
    between = datetime(2026, 11, 1, 6, tzinfo=UTC)
    assert len(options(parse_when, FOLD_KEYS, between)) == 1
    assert options(parse_when, FOLD_KEYS, between + timedelta(days=1)) == ()


def test_the_button_carries_the_label_of_its_card() -> None:
    screen = seminar_list(words(Locale.RU), PRESENTATION, [seminar()], NOW)
    assert Manage.unpack(target(screen, "Разрешение на работу · Нью-Йорк, Москва 5 дек.")).seminar == 1
