"""The bot's Telegram Stars. A paid message costs 0.1 Star (Bot API, `allow_paid_broadcast`)."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.demo.calls import Handler, JsonObject, Upload, bad_request
from bot.demo.chats.world import World

_TENTHS_A_STAR = 10
_NANOS_A_TENTH = 100_000_000


@dataclass(frozen=True)
class Banking:
    """getMyStarBalance: the balance in whole Stars and billionths (`nanostar_amount`)."""

    world: World

    def served(self) -> dict[str, Handler]:
        """The handlers by the method's name."""
        return {"getMyStarBalance": self.balance}

    def balance(self, _values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """The balance as a StarAmount object."""
        whole, tenths = divmod(self.world.stars.tenths, _TENTHS_A_STAR)
        return {"amount": whole, "nanostar_amount": tenths * _NANOS_A_TENTH}


def goes_faster(world: World, values: JsonObject) -> bool:
    """Whether the message is paid for, so that only the higher limit applies to it.

    Telegram does not document what happens without Stars. Here the message is refused (400) with the wording
    `world.stars.refusal`; when that is empty, it is sent as an ordinary one.
    """
    if not values.get("allow_paid_broadcast"):
        return False
    if world.stars.tenths > 0:
        return True
    if world.stars.refusal:
        raise bad_request(world.stars.refusal)
    return False
