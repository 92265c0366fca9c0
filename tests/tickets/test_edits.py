"""Edits of what was copied: in its place at once, and what a crash loses copied anew (A10)."""

from bot.core.tickets.edits import MAX_EDITS, EditQueue, FollowEdits
from bot.core.tickets.errands import Edit
from bot.demo.faults.plan import Fault, FaultKind
from tests.tickets.desk import Desk, desk


async def edits_question(d: Desk, row: int, text: str, *, lost: bool = False) -> None:
    """Mark a question as edited, as the asker's handler does, and show it unless a crash comes between."""
    until = int(d.town.clock.now().timestamp()) + 30
    await d.does("UPDATE ticket_message SET state = 'edited', until = ? WHERE id = ?", until, row)
    if not lost:
        follow = d.town.app.dispatcher["lawyers_desk"].edits
        await follow.follow(row, text, "[]")
    await d.carried()


async def test_an_edited_answer_and_an_edited_question_follow_in_their_place() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        said = await d.vera.replies("Вопрос", "Ответ")
        await d.vera.edits(said, "Ответ, исправлен")
        assert (anna.got("Ответ, исправлен"), anna.got("Ответ")) == (1, 1)
        photo = await d.vera.replies_with("Вопрос", "photo", caption="Бланк")
        await d.vera.edits(photo, "Бланк, новый")
        assert anna.last["caption"] == "Бланк, новый"
        await edits_question(d, 1, "Вопрос, исправлен")
        assert d.group.got("Вопрос, исправлен") == 1
        await edits_question(d, 1, "Вопрос, исправлен")
        assert {row[1] for row in d.states} == {"sent"}


async def test_an_edit_that_a_crash_lost_is_copied_anew_after_half_a_minute_and_the_old_copy_goes() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        said = await d.vera.replies("Вопрос", "Ответ")
        anna.person.edits(1, "Вопрос, исправлен")
        await edits_question(d, 1, "", lost=True)
        assert d.group.got("Вопрос, исправлен") == 0
        await d.later(seconds=31)
        assert (d.group.got("Вопрос, исправлен"), d.group.got("Вопрос")) == (1, 1)
        d.vera.person.edits(said, "Ответ, исправлен", group=d.group.group)
        await edits_question(d, 2, "", lost=True)
        await d.later(seconds=31)
        assert (anna.got("Ответ, исправлен"), anna.got("Ответ")) == (1, 1)
        assert {row[1] for row in d.states} == {"sent"}


async def test_a_copy_that_cannot_be_edited_is_made_anew_and_a_failing_edit_is_tried_again() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        said = await d.vera.replies("Вопрос", "Ответ")
        anna.person.deletes(anna.last["message_id"])
        await d.vera.edits(said, "Ответ, исправлен")
        assert anna.got("Ответ, исправлен") == 1
        d.town.telegram.faults.add(Fault(FaultKind.ERROR, methods=("editMessageText",), calls=(1,)))
        await d.vera.edits(said, "Ответ, снова")
        await d.later(seconds=5)
        assert (anna.got("Ответ, снова"), anna.got("Ответ")) == (1, 1)


async def test_an_edit_whose_source_is_gone_leaves_the_older_copy() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        anna.person.deletes(1)
        await edits_question(d, 1, "", lost=True)
        await d.later(seconds=31)
        assert d.group.got("Вопрос") == 1
        assert d.states == [("question", "sent", 1)]


async def test_what_an_erased_question_was_to_say_is_let_go() -> None:
    async with desk() as d:
        await d.asks(d.town.person("Анна"), "Вопрос")
        follow = d.town.app.dispatcher["lawyers_desk"].edits
        await follow.follow(99, "x", "[]")
        await d.carried()
        assert follow.queue.rows == ()


async def test_memory_keeps_a_bounded_number_of_edits_and_the_newest_of_a_row() -> None:
    woken: list[int] = []
    queue = EditQueue()
    follow = FollowEdits(queue, lambda: woken.append(1))
    for number in range(MAX_EDITS + 2):
        await follow.follow(number, "x", "[]")
    assert (len(queue.rows), len(woken)) == (MAX_EDITS, MAX_EDITS + 2)
    queue.put(5, Edit(text="new", entities="[]"))
    queue.put_back(5, Edit(text="old", entities="[]"))
    queue.put_back(0, Edit(text="back", entities="[]"))
    assert [queue.take(number) for number in (5, 0)] == [Edit(text=text, entities="[]") for text in ("new", "back")]
    assert queue.take(0) is None
