"""Whatever is written, edited or tapped in the lawyers' group: nothing fails, and no reader's screen is shown there."""

from random import Random
from typing import Any

from tests.chat import Town, town
from tests.fuzz.shapes import Shapes
from tests.group_chat import LAWYERS, lawyers_group
from tests.handlers.tickets.questions import Question, question
from tests.sizes import dice, trials

SET_UP: dict[str, Any] = {"prepare": lawyers_group, "lawyer_chat_id": LAWYERS}
PEOPLE = 5
COMMANDS = ("/undo", "/close", "/later", "/mute", "/c", "/c needs-details", "/c nothing", "/faq@seminar_demo_bot", "Да")
READERS = ("Вопросы и ответы", "Ближайшие семинары", "только в личном чате")


def in_the_group(random: Random, update: dict[str, Any], t: Town, asked: Question) -> dict[str, Any]:
    """Put an update there, half of them in reply to something of the question."""
    chat, now = {"id": LAWYERS, "type": "supergroup", "title": "Юристы"}, int(t.clock.now().timestamp())
    tapped = update.get("callback_query")
    message = update.get("message") or update.get("edited_message")
    if tapped is not None:
        number = random.choice((asked.header, asked.copy, 10**6))
        tapped["message"] = {"message_id": number, "date": now, "chat": chat, "text": "x"}
        drawn = (f"ltk:ru:0:{asked.ticket}:1", f"lda:ru:0:{random.randrange(9)}:1")
        tapped["data"] = random.choice((*drawn, tapped["data"]))
    if message is not None:
        message |= {"chat": chat, "date": now, "message_id": random.randrange(10**4, 10**6)}
        if random.random() < 0.5:
            above = {"message_id": random.choice((asked.header, asked.copy, 10**4)), "date": now, "chat": chat}
            message["reply_to_message"] = above
        if random.random() < 0.3:
            message.pop("caption", None)
            message["text"] = random.choice(COMMANDS)
    return update


async def test_r12_no_update_of_any_shape_fails_in_the_group() -> None:
    random = dice("group")
    async with town(**SET_UP) as t:
        group, anna = t.group(), await t.subscriber()
        asked = await question(t, group, anna)
        shapes = Shapes(random, PEOPLE, int(t.clock.now().timestamp()))
        for number in range(trials(4_000, 150)):
            update = shapes.update(10**6 + number)
            for kind in ("message", "edited_message", "callback_query"):
                if kind in update:
                    await t.app.inbox.take(in_the_group(random, update, t, asked))
            t.clock.forward(seconds=2)
        counters = t.app.inbox.counters
        assert counters.handled > counters.invalid
        assert (counters.failed, counters.throttled) == (0, 0)
        assert [each for each in READERS if any(each in str(m.get("text", "")) for m in group.from_bot)] == []
        assert anna.from_bot == []
