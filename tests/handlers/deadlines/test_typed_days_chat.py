"""What a reader types at the deadline helper, as a chat: it is deleted, answered about and never searched (P20)."""

from datetime import date

import pytest

from bot.demo.faults.plan import Fault, FaultKind
from tests.chat import Chatter, town
from tests.handlers.deadlines.readers import at_the_helper


def typed_messages(reader: Chatter) -> list[str]:
    """What the person has written and still stands in the chat."""
    return [message["text"] for message in reader.person.messages if not message["from"]["is_bot"]]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31.12.2026", "31 декабря 2026 года: этот день ещё не наступил"),
        ("05.12.2026", "5 декабря 2026 года: этот день ещё не наступил"),
        ("5.3.26", "Год исполняется 5 марта 2027 года"),
        ("05.03.26", "Год исполняется 5 марта 2027 года"),
        ("03/05/2026", "Какой это день?"),
        ("03/25/2026", "Год исполняется 25 марта 2027 года"),
        ("13/05/2026", "Год исполняется 13 мая 2027 года"),
        ("3/5/26", "Какой это день?"),
        ("2026/03/05", "Год исполняется 5 марта 2027 года"),
        ("5 марта", "В каком году это было?"),
        ("29.02.2025", "Такого дня в календаре нет"),
        ("29.02.2024", "Год исполняется 28 февраля 2025 года"),
        ("1.1.1990", "больше тридцати лет назад"),
        ("вчера", "Какой это день?"),
        ("завтра", "25 ноября 2026 года: этот день ещё не наступил"),
        ("05.03.2026", "Год исполняется 5 марта 2027 года"),
        ("2026-03-05", "Год исполняется 5 марта 2027 года"),
        ("5 March 2026", "Год исполняется 5 марта 2027 года"),
        ("Mar 5 2026", "Год исполняется 5 марта 2027 года"),
        ("125325235", "Не получилось понять"),
        ("1-5 марта", "Не получилось понять"),
        ("2025-13-01", "Такого дня в календаре нет"),
        ("март 2024", "Выбрано: март 2024 года. Теперь выберите день."),
        ("в 2024 году", "Выбран 2024 год. Теперь выберите месяц."),
        ("12.2026", "Это время ещё не наступило"),
        ("1990", "Это время ещё не наступило, или с тех пор прошло больше тридцати лет"),
        ("прилетел 5 марта 2026", "Год исполняется 5 марта 2027 года"),
    ],
)
async def test_m07_whatever_resembles_a_day_is_deleted_and_answered_about(typed: str, said: str) -> None:
    async with town() as t:
        anna = await at_the_helper(t, "Приезд")
        await anna.sends(typed)
        anna.sees(said, "удалил")
        anna.sees_not("что это за день", "Возможно, вы спрашиваете")
        assert typed_messages(anna) == ["/start"]
        await anna.taps("English")
        anna.sees("Русский")


@pytest.mark.parametrize("typed", ["вчера", "год назад", "5", "март 2024", "1-5 марта"])
async def test_m07_before_a_count_is_chosen_no_day_becomes_a_question_either(typed: str) -> None:
    async with town() as t:
        anna = await at_the_helper(t)
        await anna.sends(typed)
        anna.sees("удалил", "день")
        anna.sees_not("Возможно, вы спрашиваете")
        assert typed_messages(anna) == ["/start"]


async def test_m07_a_message_that_cannot_be_deleted_is_not_said_to_be() -> None:
    async with town() as t:
        anna = await at_the_helper(t, "Приезд")
        words = "Bad Request: message can't be deleted"
        t.telegram.faults.add(Fault(FaultKind.ERROR, methods=("deleteMessages",), status=400, description=words))
        await anna.sends("5 марта 2026")
        anna.sees("Год исполняется 5 марта 2027 года", "Удалить ваше сообщение с датой не получилось")


async def test_m07_one_of_two_days_is_chosen_by_a_button() -> None:
    async with town() as t:
        anna = await at_the_helper(t, "Приезд")
        await anna.sends("03/05/2026")
        anna.sees("В какой день вы приехали в США?")
        assert anna.labels[:2] == ["5 марта 2026 года", "3 мая 2026 года"]
        await anna.taps("3 мая 2026 года")
        anna.sees("Год исполняется 3 мая 2027 года")


async def test_m07_of_two_days_one_that_is_to_come_is_not_taken_for_the_other_in_silence() -> None:
    async with town() as t:
        anna = await at_the_helper(t, "Приезд")
        await anna.sends("05/12/2026")
        anna.sees("Какой это день?", "5 декабря 2026 года: этот день ещё не наступил")
        assert anna.labels[0] == "12 мая 2026 года"
        assert "5 декабря 2026 года" not in anna.labels


async def test_m07_yesterday_may_be_a_day_earlier_in_america() -> None:
    async with town() as t:
        anna = await at_the_helper(t, "Приезд")
        await anna.sends("вчера")
        assert anna.labels[:2] == ["23 ноября 2026 года", "22 ноября 2026 года"]


async def test_m07_outside_the_helper_a_whole_day_is_still_asked_about() -> None:
    async with town() as t:
        anna = t.person("John", "en")
        await anna.sends("03/05/2026")
        anna.sees("Which day is it?", "5 March 2026", "3 May 2026")
        assert typed_messages(anna) == []
        await anna.taps("5 March 2026")
        await anna.taps("Arrival in the US")
        anna.sees("The year is up on 5 March 2027")
        await anna.sends("03/25/2026")
        anna.sees("The year is up on 25 March 2027")


async def test_m07_the_year_of_a_day_is_chosen_by_a_button() -> None:
    async with town() as t:
        anna = await at_the_helper(t, "Приезд")
        await anna.sends("5 марта")
        await anna.taps("5 марта 2025 года")
        anna.sees("Приезд: 5 марта 2025 года")


async def test_m07_older_years_of_a_day_are_reached_by_buttons() -> None:
    async with town() as t:
        anna = await at_the_helper(t, "Приезд")
        await anna.sends("29 февраля")
        assert anna.labels[:5] == [f"29 февраля {year} года" for year in (2024, 2020, 2016, 2012, 2008)]
        await anna.taps("Раньше")
        assert anna.labels[:3] == [f"29 февраля {year} года" for year in (2004, 2000, 1996)]
        anna.sees_not("Раньше")
        await anna.taps("Назад")
        anna.sees("29 февраля 2024 года")


@pytest.mark.parametrize(
    "typed", ["Какая завтра погода в Бостоне и в Москве?", "приехал 5 марта 2024 мне отказали в интервью"]
)
async def test_m07_a_question_at_the_helper_is_still_a_question(typed: str) -> None:
    async with town() as t:
        anna = await at_the_helper(t, "Приезд")
        await anna.sends(typed)
        assert typed_messages(anna) == ["/start", typed]


async def test_m07_what_was_chosen_at_the_helper_is_kept_in_no_row_and_not_for_long() -> None:
    async with town() as t:
        anna = await at_the_helper(t, "Приезд")
        await anna.sends("5 марта 2026")
        assert await t.app.repositories.personal_data.of(anna.id) == {}
        assert len(t.app.asked_days) == 1
        await t.later(minutes=20)
        assert len(t.app.asked_days) == 0
        await anna.sends("5 марта 2026")
        anna.sees("что это за день?")


async def test_m07_a_forged_day_to_come_shows_no_count() -> None:
    async with town() as t:
        anna = await at_the_helper(t, "Приезд")
        for data in (
            f"dlc:ru:0:arrival:{date(2030, 1, 1).toordinal()}",
            "dly:ru:0:arrival:13:1:0",
            "dl2:ru:0:arrival:0:1",
        ):
            await anna.taps_data(data)
        assert sum("больше не действует" in toast for toast in anna.toasts) == 3


@pytest.mark.parametrize(
    ("language", "which", "days"),
    [("ru", "Какой это день?", ("5 марта", "3 мая")), ("en", "Which day is it?", ("5 March", "3 May"))],
)
async def test_m07_p20_a_day_without_year_that_can_be_read_twice_has_two_buttons(
    language: str, which: str, days: tuple[str, str]
) -> None:
    async with town() as t:
        anna = await at_the_helper(t, language=language)
        await anna.sends("03/05")
        anna.sees(which, *days)
        assert "03/05" not in typed_messages(anna)
        await anna.taps("English" if language == "ru" else "Русский")
        await anna.taps("Русский" if language == "ru" else "English")
        await anna.taps(days[1])
        anna.sees(f"{days[1]} 2026", f"{days[1]} 2025")
