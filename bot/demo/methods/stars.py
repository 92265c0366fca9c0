"""The bot's Telegram Stars, which paid broadcasts cost: 0.1 a message (Bot API, `allow_paid_broadcast`)."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.demo.calls import Handler, JsonObject, Upload, bad_request
from bot.demo.chats.world import World

_TENTHS_A_STAR = 10
_NANOS_A_TENTH = 100_000_000


@dataclass(frozen=True)
class Banking:
    """getMyStarBalance."""

    world: World

    def served(self) -> dict[str, Handler]:
        return {"getMyStarBalance": self.balance}

    def balance(self, _values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        whole, tenths = divmod(self.world.stars.tenths, _TENTHS_A_STAR)
        return {"amount": whole, "nanostar_amount": tenths * _NANOS_A_TENTH}


def goes_faster(world: World, values: JsonObject) -> bool:
    """Whether the message is paid for, and so knows the higher limit only.

    Telegram does not write down what happens without Stars: it refuses (in `world.stars.refusal`), or, where that is
    empty, the message is one like any other.
    """
    if not values.get("allow_paid_broadcast"):
        return False
    if world.stars.tenths > 0:
        return True
    if world.stars.refusal:
        raise bad_request(world.stars.refusal)
    return False
