"""From «Задать вопрос» to the lawyers' group and back, as two people see it (P10, A10, T74)."""

import json
from typing import Any

from bot.core.locales import Locale
from bot.core.tickets.codes import Code, CodeWord
from bot.handlers.ui.screens import Words
from bot.handlers.ui.ticket_names import code_name
from tests.chat import Chatter
from tests.tickets.desk import Desk, desk


async def asks(anna: Chatter, text: str, **fields: Any) -> int:
    """Write a question and send it; return the number of its message."""
    await anna.sends("/ask")
    await anna.taps("Задать вопрос")
    number = await anna.sends(text, **fields)
    await anna.taps("Отправить")
    return number


def canaries(d: Desk, *words: str) -> list[str]:
    """The words that stand in anything the group shows, its authors and forwards included."""
    shown = json.dumps(d.group.messages, ensure_ascii=False)
    return [word for word in words if word in shown]


async def test_question_answer_addition_closing() -> None:
    async with desk() as d:
        anna = d.town.person("КАНАРЕЙКА")
        await asks(anna, "Сколько дней на апелляцию?")
        d.group.sees("Сколько дней на апелляцию?")
        await d.vera.replies("Сколько дней", "Тридцать дней.")
        (code,) = d.town.query("SELECT word, number FROM ticket")
        name = code_name(Words(d.town.app.texts, Locale.RU), Code(CodeWord(code[0]), code[1]))
        anna.sees("Тридцать дней.", f"Ответ юриста · {name}", "Дополнить", "Закрыть вопрос")
        answer = anna.last["message_id"]
        await anna.taps("Ответ юриста", answer)
        anna.sees(name, "юрист ответил", "Срок для дополнений: ")
        assert (anna.person.log[answer]["text"], anna.last["message_id"] > answer) == ("Тридцать дней.", True)
        await anna.sends("А в суде?", reply_to=answer)
        anna.sees("Дополнение к вопросу")
        await anna.taps("Отправить")
        d.group.sees("А в суде?")
        await anna.sends("/ask")
        anna.sees("у юристов, ждёт ответа")
        await anna.taps("Дополнить", answer)
        assert anna.person.log[answer]["text"] == "Тридцать дней."
        await anna.sends("И ещё.")
        await anna.taps("Отправить")
        d.group.sees("И ещё.")
        await d.vera.replies("И ещё.", "/c needs-details")
        anna.sees("Нужны подробности", f"Ответ юриста · {name}")
        await anna.taps("Закрыть вопрос", answer)
        await anna.taps("Да, закрыть")
        assert d.town.query("SELECT state, person FROM ticket") == [("closed", None)]
        messages = len(anna.from_bot)
        await d.vera.replies("И ещё.", "Поздно.")
        assert len(anna.from_bot) == messages
        await anna.sends("И снова я.", reply_to=answer)
        anna.sees("уже закрыт", "Задать вопрос")
        await anna.taps("Ответ юриста", answer)
        anna.sees("Спросить юриста", "Задать вопрос")
        assert anna.person.log[answer]["text"] == "Тридцать дней."
        assert canaries(d, "КАНАРЕЙКА", str(anna.id)) == []


async def test_an_edit_follows_and_one_that_tells_who_asks_takes_the_copy_back() -> None:
    async with desk() as d:
        anna = d.town.person()
        question = await asks(anna, "Сколько ждать?")
        anna.person.edits(question, "Сколько ждать интервью?")
        await d.town.settle()
        d.group.sees("Сколько ждать интервью?")
        anna.person.edits(question, "Сколько ждать? t.me/canary_name")
        await d.town.settle()
        await d.later(minutes=1)
        d.group.sees_not("Сколько ждать", "canary")
        anna.sees("может показать юристам, кто вы")
        anna.person.edits(question, "Сколько ждать суда?")
        await d.town.settle()
        d.group.sees("Сколько ждать суда?")


async def test_who_reads_that_the_time_is_over_can_ask_anew_from_there() -> None:
    async with desk() as d:
        anna = d.town.person()
        await asks(anna, "Сколько ждать?")
        await d.later(days=15)
        anna.sees("Задать вопрос")
        await anna.taps("Задать вопрос")
        anna.sees("одним сообщением или несколькими")


async def test_closed_before_it_was_copied_the_group_never_hears_of_it() -> None:
    async with desk() as d:
        anna = d.town.person()
        claim = vars(d.town.app.tickets.rows)
        claim["claim"] = _nothing
        await asks(anna, "Сколько ждать?")
        await anna.taps("Закрыть вопрос")
        await anna.taps("Да, закрыть")
        del claim["claim"]
        await d.later(minutes=1)
        assert d.group.from_bot == []


async def _nothing(*_claim: object) -> tuple[()]:
    return ()


async def test_delete_after_an_answer_leaves_nothing_in_the_group() -> None:
    async with desk(forum=True) as d:
        anna = d.town.person()
        await asks(anna, "Сколько ждать?")
        await anna.sends("/delete")
        await anna.taps("Удалить всё")
        await d.later(minutes=1)
        d.group.sees_not("Сколько ждать?")
        assert d.town.query("SELECT count(*) FROM person WHERE chat > 0") == [(0,)]  # the group is no person
