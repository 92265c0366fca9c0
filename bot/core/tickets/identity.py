"""What in a question would tell who asks (P10): some of it is not accepted, some is warned of, each with its place.

The text is looked at while it is at hand and stored nowhere.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

QUOTED_SIGNS = 40
"""How many signs of a place are quoted."""


PLACES_NAMED = 10
"""How many places of each kind are named: a screen has room for these, and a text may have hundreds."""


class Identity(StrEnum):
    """What was found."""

    PROFILE = "profile"
    LINK = "link"
    EMOJI = "emoji"
    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    NETWORK = "network"
    MEDIA = "media"


NOT_ACCEPTED = frozenset({Identity.PROFILE, Identity.LINK, Identity.EMOJI, Identity.MEDIA})
"""They lead to an account at a tap, or are no text; the others may be the asker's own wish, and are warned of."""


@dataclass(frozen=True)
class Entity:
    """An entity of a message: ``kind`` is Telegram's type, ``offset`` and ``length`` are UTF-16 units."""

    kind: str
    offset: int
    length: int
    url: str = ""


@dataclass(frozen=True)
class Found:
    """Something that tells who asks, and the few signs it stands in."""

    identity: Identity
    place: str

    @property
    def accepted(self) -> bool:
        """Whether the question may be sent with it."""
        return self.identity not in NOT_ACCEPTED


BY_KIND = {
    "text_mention": Identity.PROFILE,
    "custom_emoji": Identity.EMOJI,
    "mention": Identity.NAME,
    "phone_number": Identity.PHONE,
    "email": Identity.EMAIL,
}

_PROFILE_PATH = r"(?:@?[a-z]\w{2,}|\+\d{5,}|contact/\w+|m/\w+)/?(?![\w/])"
"""The path of a link to a person. A post (name/12), an invitation (+code) and a link of a bot lead to nobody."""

_TELEGRAM = re.compile(
    rf"(?<!\w)tg:/{{0,2}}\w+\S*|(?<![\w.-])(?:www\.)?(?:(?:t|telegram)\.me|telegram\.dog)/{_PROFILE_PATH}"
    r"|(?<![\w.@-])(?!www\.|web\.)[a-z]\w{3,}\.t\.me(?![\w.])",
    re.IGNORECASE,
)
_BOT = re.compile(r"(?:me|dog)/@?\w+bot/?$|^\w+bot\.t\.me$", re.IGNORECASE)
_NETWORK = re.compile(
    r"(?<![\w.-])(?:[\w-]+\.)?(?:vk\.com|vk\.ru|vkontakte\.ru|ok\.ru|odnoklassniki\.ru|facebook\.com|fb\.com|fb\.me|m\.me"
    r"|instagram\.com|threads\.net|tiktok\.com|twitter\.com|x\.com|linkedin\.com|youtube\.com/(?:@|c/|channel/|user/)"
    r"|wa\.me|api\.whatsapp\.com|viber\.click|livejournal\.com|my\.mail\.ru|signal\.me)/?[\w@.?=&/+%-]*",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![\w.@/])@[a-z]\w{3,31}(?![\w@])", re.IGNORECASE)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w+])(?!\d{4}-\d\d-\d\d|\d\d?\.\d\d?\.\d{4})\+?\d(?:[\s().-]{0,2}\d){9,14}(?!\w)")
_BARE = (
    (Identity.NETWORK, _NETWORK),
    (Identity.EMAIL, _EMAIL),
    (Identity.NAME, _NAME),
    (Identity.PHONE, _PHONE),
)


def identities(text: str, entities: Sequence[Entity] = ()) -> tuple[Found, ...]:
    """Return what was found, what is not accepted first, each place once, PLACES_NAMED of either."""
    found = dict.fromkeys((*_marked(text, entities), *_bare(text)))
    refused = [each for each in found if not each.accepted][:PLACES_NAMED]
    warned = [each for each in found if each.accepted][:PLACES_NAMED]
    return tuple(_without_parts((*refused, *warned)))


def _marked(text: str, entities: Sequence[Entity]) -> Iterator[Found]:
    encoded = text.encode("utf-16-le", "surrogatepass")
    for entity in entities:
        shown = encoded[entity.offset * 2 : (entity.offset + entity.length) * 2].decode("utf-16-le", "replace")
        if entity.kind in BY_KIND:
            yield Found(BY_KIND[entity.kind], quoted(shown))
        for hidden in _bare(entity.url):
            yield Found(hidden.identity, quoted(f"{shown.strip()} → {hidden.place}"))


def _bare(text: str) -> Iterator[Found]:
    plain = _plain(text)
    for link in _TELEGRAM.finditer(plain):
        if not _BOT.search(link[0]):
            yield Found(Identity.LINK, quoted(link[0]))
    for identity, form in _BARE:
        yield from (Found(identity, quoted(each[0])) for each in form.finditer(plain))


def _plain(text: str) -> str:
    """Return the text without invisible signs, and with look-alike forms of letters, dots and slashes put right."""
    visible = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFKC", visible.encode("utf-8", "replace").decode("utf-8"))


def _without_parts(found: Sequence[Found]) -> list[Found]:
    """Leave out what is a part of another place: the @name in an address, a number in a link."""
    return [one for one in found if not any(_is_part(one, other) for other in found)]


def _is_part(one: Found, other: Found) -> bool:
    return one.accepted and one.place != other.place and one.place in other.place


def quoted(place: str) -> str:
    """Return a place on one line, cut to QUOTED_SIGNS."""
    line = " ".join(place.split())
    return line if len(line) <= QUOTED_SIGNS else f"{line[:QUOTED_SIGNS]}…"
