"""What screens show that comes from the operator's settings, not from the catalogues."""

from dataclasses import dataclass

from bot.wording.verify_text import Addresses


@dataclass(frozen=True)
class Presentation:
    """Settings that people see. Offsets are seconds, the rate is messages a second, ``username`` has no @,
    ``bot`` is the bot's id.

    ``successor`` is the @name or the link of what comes after this bot, if there is one; ``site`` the address of
    the same without Telegram, if it has one.
    """

    username: str
    official_links: tuple[str, ...]
    display_zones: tuple[str, ...]
    admin_zone: str
    offsets: tuple[int, ...]
    send_rate: float
    successor: str = ""
    site: str = ""
    bot: int = 0

    @property
    def addresses(self) -> Addresses:
        """Return what is published beside the bot."""
        return Addresses(self.official_links, self.successor, self.site)
