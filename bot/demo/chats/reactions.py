"""The reactions to the messages of one chat."""

from bot.demo.calls import JsonObject, bad_request

_EMOJI_LINES = """
❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥
🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨
🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡
"""
EMOJI = tuple(_EMOJI_LINES.split())
"""What can be a reaction, in Telegram's order. Source: core.telegram.org/bots/api#reactiontypeemoji."""

MAX_A_MESSAGE = 11
_MAX_OF_A_BOT = 1


class Reactions:
    """Who has reacted how, by message. `allowed`: the emoji that the chat allows, None for all of Telegram's list."""

    def __init__(self) -> None:
        self.allowed: tuple[str, ...] | None = None
        self._given: dict[int, dict[int, str]] = {}

    def of(self, message_id: int) -> dict[int, str]:
        """The emoji under a message, by the id of who has reacted."""
        return dict(self._given.get(message_id, {}))

    def shown(self) -> dict[int, list[str]]:
        """The emoji under every message that has some, by the message's id."""
        return {message_id: list(given.values()) for message_id, given in self._given.items() if given}

    def by(self, actor: int, message_id: int) -> str:
        """The emoji that somebody has given to a message, or ""."""
        return self._given.get(message_id, {}).get(actor, "")

    def set(self, actor: int, message_id: int, reactions: list[JsonObject]) -> None:
        """Replace what somebody has given. Refuses (400) what is not in the list, not allowed here, or too much."""
        if len(reactions) > _MAX_OF_A_BOT:
            raise bad_request("REACTIONS_TOO_MANY")
        given = self._given.setdefault(message_id, {})
        emoji = [str(reaction.get("emoji", "")) for reaction in reactions]
        if any(each not in EMOJI or not self._allows(each) for each in emoji):
            raise bad_request("REACTION_INVALID")
        if len({*given.values(), *emoji}) > MAX_A_MESSAGE:
            raise bad_request("REACTIONS_TOO_MANY")
        given.pop(actor, None)
        if emoji:
            given[actor] = emoji[0]

    def forget(self, message_id: int) -> None:
        """Know nothing of a message any more."""
        self._given.pop(message_id, None)

    def _allows(self, emoji: str) -> bool:
        return self.allowed is None or emoji in self.allowed
