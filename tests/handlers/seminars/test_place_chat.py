"""An abbreviation is asked about with the places it may mean; a refused line can be copied (A9, M3)."""

import pytest

from tests.chat import Chatter, Town, town
from tests.handlers.seminars.test_admin_chat import entered, stored

MOSCOW = "/seminar 05.12.2026 19:00 MSK | Суд &amp; <b>дело</b> | Court | https://youtu.be/abc | 1h | ru"


def copied(admin: Chatter) -> list[str]:
    """What the buttons of the newest message copy."""
    rows = admin.last.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["copy_text"]["text"] for row in rows for button in row if "copy_text" in button]


async def refused(place: Town, line: str) -> Chatter:
    """An admin before the answer to a line."""
    admin = place.admin()
    await admin.sends(line)
    return admin


async def test_m03_the_place_that_is_meant_is_a_button_and_the_line_goes_on() -> None:
    async with town() as place:
        admin = await refused(place, MOSCOW)
        admin.sees("Какое место вместо «MSK»?", "Москва · Europe/Moscow", "Суд &amp; <b>дело</b>")
        assert await stored(place) == []
        await admin.taps("English")
        admin.sees("Which place instead of “MSK”?", "Moscow · Europe/Moscow")
        await admin.taps("Moscow")
        admin.sees("2026-12-05 19:00 Europe/Moscow", "Announce 0", "Суд &amp; <b>дело</b>", "Length: 1 h")
        assert any("Chosen: Europe/Moscow" in str(message.get("text")) for message in admin.from_bot)
        await admin.taps("Announce 0")
        (seminar,) = await stored(place)
        assert (seminar.plan.when.zone, seminar.plan.title_ru) == ("Europe/Moscow", "Суд &amp; <b>дело</b>")


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ("EST", ["Нью-Йорк · America/New_York"]),
        ("мск", ["Москва · Europe/Moscow"]),
        ("IST", ["Иерусалим · Asia/Jerusalem", "Калькутта · Asia/Kolkata"]),
        ("GMT", ["UTC · UTC"]),
        ("America/NewYork", ["Нью-Йорк · America/New_York"]),
    ],
)
async def test_m03_every_place_that_may_be_meant_has_a_button(written: str, places: list[str]) -> None:
    async with town() as place:
        admin = await refused(place, f"/seminar 2026-12-05 19:00 {written} | А | B")
        assert [label.removeprefix("🕒 ") for label in admin.labels if label.startswith("🕒")] == places


async def test_m03_a_place_is_asked_about_for_a_move_too() -> None:
    async with town() as place:
        admin = await entered(place)
        await admin.taps("Перенести")
        await admin.sends("06.12.2026 19:00 мск")
        await admin.taps("Москва")
        admin.sees("Станет: вс 6 декабря, 11:00 Нью-Йорк", "Перенести · 0")
        await admin.taps("Перенести · 0")
        assert (await stored(place))[0].plan.when.zone == "Europe/Moscow"


async def test_m03_a_place_is_asked_about_for_a_corrected_time_too() -> None:
    async with town() as place:
        admin = await refused(place, "/seminar 2026-12-05 19:00 | Суд | Court")
        await admin.taps("Исправить")
        await admin.taps("Время")
        await admin.sends("06.12.2026 19:00 msk")
        await admin.taps("Москва")
        admin.sees("2026-12-06 19:00 Europe/Moscow", "Суд", "Объявить 0")


async def test_m03_what_else_is_wrong_is_said_after_the_place() -> None:
    async with town() as place:
        admin = await refused(place, "/seminar 2027-03-14 02:30 EST | А | B")
        await admin.taps("Нью-Йорк")
        admin.sees("часы переводят вперёд")
        assert copied(admin) == ["/seminar 2027-03-14 02:30 America/New_York | А | B"]


async def test_m03_a_late_tap_on_a_place_asks_again_and_a_used_one_is_over() -> None:
    async with town() as place:
        admin = await refused(place, MOSCOW)
        question = admin.last["message_id"]
        place.clock.forward(minutes=6)
        await admin.taps("Москва")
        admin.sees("Нажатие не выполнено", "Москва · Europe/Moscow")
        data = admin.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await admin.taps("Москва")
        admin.sees("Объявить 0")
        await admin.taps_data(data, question)
        assert any("уже неактуален" in str(message.get("text")) for message in admin.from_bot)


async def test_m03_a_forged_place_is_refused() -> None:
    async with town() as place:
        admin = await refused(place, MOSCOW)
        await admin.taps_data("zpl:ru:0:0:Etc/GMT+3")
        admin.sees("Часовой пояс пишется названием места")
        assert await stored(place) == []
        await admin.taps_data("zpl:ru:0:404:Europe/Moscow")
        assert place.query("SELECT count(*) FROM seminar") == [(0,)]


@pytest.mark.parametrize(
    ("line", "label", "copy"),
    [
        ("завтра 19:00 MSK | А | B", "исправленное", "завтра 19:00 Europe/Moscow | А | B"),
        ("завтра 19:00 | А | B | 90", "исправленное", "завтра 19:00 | А | B | 90m"),
        ("завтра 19:00 | А | B | youtu.be/x", "исправленное", "завтра 19:00 | А | B | https://youtu.be/x"),
        ("2025-12-05 19:00 | А | B", "чтобы исправить", "2025-12-05 19:00 | А | B"),
        ("завтра 19:00 | А", "чтобы исправить", "завтра 19:00 | А"),
        ("завтра", "чтобы исправить", "завтра"),
    ],
)
async def test_m03_a_refused_line_can_be_copied_mended_where_nothing_is_guessed(
    line: str, label: str, copy: str
) -> None:
    async with town() as place:
        admin = await refused(place, f"/seminar {line}")
        admin.sees(f"Скопировать{'' if label == 'исправленное' else ','} {label}")
        assert copied(admin) == [f"/seminar {copy}"]
        assert ("Исправленная строка" in admin.text) == (label == "исправленное" and "MSK" not in line)


async def test_m03_a_new_time_is_copied_without_the_command() -> None:
    async with town() as place:
        admin = await entered(place)
        await admin.taps("Перенести")
        await admin.sends("2025-12-06 19:00")
        assert copied(admin) == ["2025-12-06 19:00"]


async def test_m03_what_a_button_cannot_copy_has_none() -> None:
    async with town() as place:
        admin = await refused(place, f"/seminar завтра 19:00 MSK | {'я' * 120} | {'b' * 120}")
        admin.sees("Москва")
        assert copied(admin) == []
        await admin.sends("/seminar завтра 19:00 MSK | " + "я" * 2000)
        admin.sees("Возможно, имелось в виду: Europe/Moscow")
        assert copied(admin) == []
