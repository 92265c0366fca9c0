"""The reading of groups that other tests are written with, over the whole bot (tests/group_chat.py)."""

import pytest

from bot.demo.limits import Limits
from tests.chat import town
from tests.group_chat import LAWYERS, lawyers_group


async def test_a_lawyer_in_a_group() -> None:
    async with town(prepare=lambda telegram: lawyers_group(telegram, forum=True), limits=Limits(model="off")) as t:
        group = t.group()
        assert (group.id, group.group.is_forum, group.group.bot_status) == (LAWYERS, True, "administrator")
        vera = group.lawyer("Вера", admin=True)
        number = group.group.starts_topic(t.telegram.world.bot, "Клён-417").id
        keyboard = {"inline_keyboard": [[{"text": "Беру", "callback_data": "x"}]]}
        asked = {"chat_id": group.id, "text": "вопрос", "message_thread_id": number, "reply_markup": keyboard}
        await t.telegram.call("sendMessage", asked)
        answer = await vera.replies("вопрос", "подайте форму")
        assert [each["message_id"] for each in group.answers_to("вопрос")] == [answer]
        await vera.edits(answer, "подайте I-589")
        await vera.replies_with("вопрос", "voice")
        await vera.replies_with(group.last, "photo", caption="скан")
        await vera.replies_with_album("вопрос", caption="три страницы")
        await vera.says("в General")
        await vera.reacts("I-589", "👀")
        await vera.pins("вопрос")
        await vera.taps("Беру", under="вопрос")
        await vera.taps_data("forged", under="вопрос")
        group.sees("вопрос", "I-589", "Беру", topic=number)
        group.sees_not("в General", topic=number)
        assert (group.got("вопрос"), group.topics, group.labels("вопрос")) == (1, {number: "Клён-417"}, ["Беру"])
        assert group.reactions("I-589") == ["👀"]
        await vera.deletes("I-589")
        with pytest.raises(AssertionError, match="is not in"):
            group.find("I-589")
        await vera.renames_topic(number, "Клён ✓")
        await vera.closes_topic(number)
        await vera.replies("вопрос", "и в закрытую тему")
        await vera.closes_topic(number, closed=False)
        other = group.group.starts_topic(vera.person.user, "Лишнее").id
        await vera.deletes_topic(other)
        assert group.topics == {number: "Клён ✓"}
        await group.lets(group.group.shuts_forum)
        assert (group.topics, vera.toasts) == ({}, [""] * len(vera.toasts))
        assert t.app.inbox.counters.failed == 0
