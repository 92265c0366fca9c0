"""Days as people type them: the table of M7, and the forms beside it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.deadlines import Count
from bot.core.typed_days import Days, EitherWithoutYear, Near, Reading, Unclear, WithoutDay, WithoutYear, read_days

FIFTH_OF_MARCH = date(2026, 3, 5)

THE_FIFTH_OF_MARCH = (
    *("5 марта 2026", "05.03.2026", "2026-03-05", " 5  МАРТА 2026 года", "Mar 5 2026", "5 March 2026", "5.3.2026"),
    *("05.03.26", "5.3.26", "2026/03/05", "2026.03.05", "5 мар 2026 г.", "5-го марта 2026", "March 5th, 2026"),
    *(
        "5th of March 2026",
        "5 марта 2026.",
        "«5 марта 2026»",
        "5 марта 26",
        "5-е марта 2026г.",
        "5/мар/2026",
        "05-мар-26",
    ),
    *("05. 03. 2026", "05 . 03 . 2026 г", "5 marta 2026", "05.03.2026?", "5 марта 2026 🙂", "2026 March 5"),
    *("О5.О3.2026", "5 марта 2О26", "o5.o3.2o26", "０５．０３．２０２６", "٠٥.٠٣.٢٠٢٦", "05.0З.2026"),
    *(
        "5\N{NO-BREAK SPACE}марта\N{NO-BREAK SPACE}2026",
        "5 марта\N{ZERO WIDTH SPACE} 2026",
        "2026\N{EN DASH}03\N{EN DASH}05",
    ),
    *("05.03.2026 14:00", "2026-03-05 14:00"),
)


@pytest.mark.parametrize("text", THE_FIFTH_OF_MARCH)
def test_m07_a_day_is_read(text: str) -> None:
    assert read_days(text) == Days((FIFTH_OF_MARCH,))


@pytest.mark.parametrize("text", ["03/05/2026", "3/5/26", "03-05-2026", "3 5 2026", "03_05_2026", "03–05–2026"])
def test_m07_an_order_that_may_be_read_two_ways_gives_two_days(text: str) -> None:
    assert read_days(text) == Days((FIFTH_OF_MARCH, date(2026, 5, 3)))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13/05/2026", date(2026, 5, 13)),
        ("03/25/2026", date(2026, 3, 25)),
        ("03.25.2026", date(2026, 3, 25)),
        ("1.1.1990", date(1990, 1, 1)),
        ("1.1.90", date(1990, 1, 1)),
        ("05/05/2026", date(2026, 5, 5)),
        ("29.02.2024", date(2024, 2, 29)),
        ("31.12.2026", date(2026, 12, 31)),
        ("May 5th, 2025", date(2025, 5, 5)),
        ("0206-03-05", date(206, 3, 5)),
    ],
)
def test_m07_what_can_be_read_one_way_only_is_one_day(text: str, day: date) -> None:
    assert read_days(text) == Days((day,))


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("1 мая 2026", 5),
        ("1 май 2026", 5),
        ("1 мар 2026", 3),
        ("1 may 2026", 5),
        ("1 янв. 2026", 1),
        ("1 сент. 2026", 9),
        ("1 sept 2026", 9),
        ("1 августа 2026", 8),
        ("1 июн 2026", 6),
        ("1 iyulya 2026", 7),
    ],
)
def test_months_have_their_names(text: str, month: int) -> None:
    assert read_days(text) == Days((date(2026, month, 1),))


@pytest.mark.parametrize(
    "text", ["29.02.2025", "31.02.2026", "2026-13-01", "0000-01-01", "31 июня 2026", "31 июня", "32/13/2026"]
)
def test_m07_a_day_that_does_not_exist_is_read_as_such(text: str) -> None:
    assert read_days(text) == Days(())


@pytest.mark.parametrize("text", ["5 марта", "March 5", "5 мар.", "5-го марта"])
def test_m07_a_day_may_come_without_its_year(text: str) -> None:
    assert read_days(text) == WithoutYear(3, 5)


@pytest.mark.parametrize(
    "text",
    [
        *("", "5 мартобря 2026", "я приехал 5 марта 2026", "05.12 19:00", "125325235", "вчера", "12.05", "I-589"),
        *("вопрос 7", "8 CFR 208.7", "Форма I-94", "5", "марта", "05032026", "in March 2024", "5." * 2_000),
    ],
)
def test_outside_the_helper_anything_else_is_no_day(text: str) -> None:
    assert read_days(text) is None


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("вчера", Near(1)),
        ("Вчера вечером", Near(1)),
        ("позавчера", Near(2)),
        ("сегодня?", Near(0)),
        ("завтра", Near(-1)),
        ("in March 2024", WithoutDay(2024, 3)),
        ("приехала в марте 2024", WithoutDay(2024, 3)),
        ("март 2024", WithoutDay(2024, 3)),
        ("03.2024", WithoutDay(2024, 3)),
        ("2024-03", WithoutDay(2024, 3)),
        ("2024", WithoutDay(2024)),
        ("в 2024 году", WithoutDay(2024)),
        ("12.05", WithoutYear(5, 12)),
        ("05.25", WithoutYear(5, 25)),
        ("12/25", WithoutYear(12, 25)),
        ("40.40", Days(())),
        ("20260305", Days((FIFTH_OF_MARCH,))),
        ("25032026", Days((date(2026, 3, 25),))),
        ("03052026", Days((FIFTH_OF_MARCH, date(2026, 5, 3)))),
    ],
)
def test_m07_the_helper_understands_what_is_said_of_a_day(text: str, reading: Reading) -> None:
    assert read_days(text, asked=True, count=Count.ARRIVAL) == reading


@pytest.mark.parametrize(
    "text",
    [
        *("год назад", "2 года назад", "три недели назад", "last week", "весной 2024", "в начале марта 2024 года"),
        *("125325235", "123-456-789", "12345678", "5", "марта", "march", "9999", "13.2024", "2026 5 марта"),
        *("1-5 марта", "с 1 по 5 марта 2026", "1.03-5.03.2026", "между 1 и 5 марта", "12 мая 2026 и 13 мая 2026"),
        *("5 мрата 2026", "5 vfhnf 2026", "пятого марта", "пятое марта 2026 года", "5.III.2026"),
        *("05.03.202", "05.03.20266", "5 марта прошлого года"),
    ],
)
def test_m07_at_the_helper_what_only_resembles_a_day_is_unclear(text: str) -> None:
    assert read_days(text, asked=True, count=Count.ARRIVAL) == Unclear()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("я приехал в США 5 марта 2026 года", Count.ARRIVAL),
        ("Мы с мужем прилетели 05.03.2026", Count.ARRIVAL),
        ("I arrived in the U.S. on March 5, 2026", Count.ARRIVAL),
        ("суббота, 5 марта 2026", Count.ARRIVAL),
        ("the 5th of March, 2026", Count.ARRIVAL),
        ("заявление получили 5 марта 2026", Count.RECEIPT),
        ("received on 2026-03-05", Count.RECEIPT),
        ("заявление получено 5 марта 2026", None),
        ("приехали 5 марта 2026", None),
    ],
)
def test_m07_words_of_the_answer_may_stand_beside_the_day(text: str, count: Count | None) -> None:
    assert read_days(text, asked=True, count=count) == Days((FIFTH_OF_MARCH,))


@pytest.mark.parametrize(
    "text",
    [
        "Что делать, если я приехал в США 5 марта 2026 года?",
        "приехал 5 марта 2026, что делать",
        "приехал 5 марта 2024 мне отказали в интервью",
        "я " * 11 + "5 марта 2026",
        *("как получить разрешение на работу", "завтра суд", "какая завтра погода", "сборы 2026", "fee 2026"),
        *(
            "назад",
            "стоп",
            "меню",
            "may i work",
            "вопрос 7",
            "I-589",
            "Форма I-94",
            "8 CFR 208.7",
            "150 дней",
            "O-1",
            "о",
        ),
    ],
)
def test_m07_a_question_at_the_helper_stays_a_question(text: str) -> None:
    assert read_days(text, asked=True, count=Count.ARRIVAL) is None


PIECES = st.sampled_from(
    ["5", "31", "2026", "1990", "марта", "May", "вчера", "назад", "-", ".", "/", " ", "О", "٥", "я", "?"]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=150), st.sampled_from([None, *Count]))
def test_m07_whatever_is_typed_is_a_reading_or_none(text: str, count: Count | None) -> None:
    reading = read_days(text, asked=True, count=count)
    assert reading is None or isinstance(reading, Reading)
    assert read_days(text) in (None, reading)


@pytest.mark.parametrize(
    "text",
    [
        "Меня били 3 марта 2022",
        "брата убили 3 марта 2022",
        "повестка на 5 мая",
        "суд назначен 12.05.2027",
        "may i file i-589",
        "мой адвокат Мартин",
        "отказали 5 марта 2026",
    ],
)
@pytest.mark.parametrize("count", [None, *Count])
def test_m07_a_text_that_says_something_else_is_never_taken_for_a_day(text: str, count: Count | None) -> None:
    assert read_days(text, asked=True, count=count) is None


@pytest.mark.parametrize("text", ["03/05", "3/5", "3-5"])
def test_m07_p20_two_numbers_that_may_both_be_the_month_are_two_days(text: str) -> None:
    assert read_days(text, asked=True, count=Count.ARRIVAL) == EitherWithoutYear(3, 5)


def test_m07_p20_the_same_number_twice_is_one_day() -> None:
    assert read_days("05/05", asked=True) == WithoutYear(5, 5)
