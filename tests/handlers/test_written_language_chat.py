"""Who has chosen no language and writes Cyrillic is answered in Russian, on the screens that follow too (M8, P6)."""

import pytest

from bot.core.locales import Locale
from tests.chat import ADMIN, town


@pytest.mark.parametrize("language", ["en", "de", "pl"])
async def test_m08_a_cyrillic_question_on_a_foreign_phone_is_answered_in_russian(language: str) -> None:
    async with town() as t:
        t.app.questions.search.prepare().result()
        anna = t.person(language=language)
        await anna.sends("/start")
        anna.sees("First steps")
        await anna.sends("как получить разрешение на работу")
        await anna.taps("Разрешение на работу")
        anna.sees("⚠️ Черновик")
        await anna.taps("Назад")
        anna.sees("Возможно, вы спрашиваете")
        await anna.taps("Меню")
        anna.sees("Первые шаги")


async def test_m08_a_cyrillic_wish_is_answered_in_russian_and_so_is_the_way_from_it() -> None:
    async with town() as t:
        anna = t.person(language="de")
        await anna.sends("удалите мои данные")
        anna.sees("Удалить всё")
        await anna.taps("Удалить всё")
        anna.sees("Очистить чат")


async def test_m08_so_are_a_caption_and_a_subscription() -> None:
    async with town() as t:
        anna = t.person(language="de")
        anna.person.sends_photo(caption="вот моя повестка")
        await t.settle()
        anna.sees("Меню")
        await anna.sends("привет")
        await anna.taps("Подписаться")
        await anna.taps("Подписаться")
        row = await t.app.repositories.subscribers.get(anna.id)
        assert row is not None
        assert row.language is Locale.RU


async def test_m08_latin_letters_and_a_command_say_nothing_of_the_language() -> None:
    async with town() as t:
        anna = t.person(language="de")
        await anna.sends("спасибо")
        anna.sees("Пожалуйста")
        await anna.sends("thanks")
        anna.sees("You are welcome")
        ivan = t.person("Иван", "ru")
        await ivan.sends("thanks")
        ivan.sees("Пожалуйста")


async def test_m08_a_chosen_language_stays() -> None:
    async with town() as t:
        anna = t.person(language="ru")
        await anna.sends("/start")
        await anna.taps("English")
        await anna.sends("спасибо")
        anna.sees("You are welcome")
        ben = await t.subscriber("Бен", "en")
        await ben.sends("спасибо")
        ben.sees("You are welcome")


async def test_m08_what_an_admin_composes_is_for_others() -> None:
    async with town() as t:
        boss = t.person("Boss", "en", number=ADMIN)
        await boss.sends("спасибо")
        boss.sees("Пожалуйста")
        await boss.sends("/broadcast")
        await boss.sends("Семинар переносится на субботу")
        boss.sees("English text", "Cancel")
