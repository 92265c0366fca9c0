"""The whole way, each side by its own screens: a question, an answer, an addition, «Беру», /c, closed (P10, A10)."""

import pytest

from tests.tickets.desk import desk

LABELS = {
    "ru": ("Задать вопрос", "Отправить", "Закрыть вопрос", "Да, закрыть"),
    "en": ("Ask a question", "Send", "Close question", "Yes, close it"),
}


@pytest.mark.parametrize("forum", [False, True])
@pytest.mark.parametrize("language", ["ru", "en"])
async def test_from_the_question_to_its_end(language: str, forum: bool) -> None:
    begin, send, close, surely = LABELS[language]
    asked, added = ("Можно ли работать?", "А раньше?") if language == "ru" else ("May I work?", "And sooner?")
    async with desk(forum=forum) as d:
        anna, vera = d.town.person("Анна", language), d.vera
        await anna.sends("/ask")
        await anna.taps(begin)
        await anna.sends(asked)
        await anna.taps(send)
        d.town.clock.forward(minutes=2)
        (header,) = (each for each in d.group.from_bot if "Беру" in d.group.labels(each))
        await vera.taps("Беру", header)
        d.group.sees("Отвечает: Вера")
        number = await vera.replies(asked, "Да, через полгода.")
        assert (anna.text, d.group.reactions(number)) == ("Да, через полгода.", ["👍"])
        answer = anna.last["message_id"]
        await anna.sends(added, reply_to=answer)
        await anna.taps(send)
        assert d.town.query("SELECT state FROM ticket") == [("waiting",)]
        await vera.replies(added, "/c needs-details")
        anna.sees("⚠️")
        await anna.taps(close, answer)
        await anna.taps(surely)
        d.group.sees("автор закрыл вопрос")
        late = await vera.replies(added, "Ещё одно")
        assert "вопрос закрыт" in d.group.answers_to(late)[-1]["text"]
        assert d.town.app.inbox.counters.failed == 0
        assert "Анна" not in d.town.telegram.told_groups()
