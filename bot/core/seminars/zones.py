"""Time zones as people write them: a place is obeyed, anything else is asked about with the place that may be meant.

An abbreviation is no place: EST is an hour off in a New York summer, and Etc/GMT+3 lies west of Greenwich.
"""

import difflib
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

MAX_ZONE_SIGNS = 64
"""No IANA name is longer; anything longer is not looked for."""

MIN_CITY_LIKENESS = 0.75
"""How much of a city's name must fit another of the same area for it to be suggested (difflib's ratio)."""

MOST_HINTS = 3

AREAS = frozenset(
    ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
)
"""What the name of a place begins with in the IANA database."""

EASTERN, CENTRAL, MOUNTAIN, PACIFIC = "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"

MEANT: dict[tuple[str, ...], tuple[str, ...]] = {
    ("et", "est", "edt", "eastern", "est5edt", "us/eastern", "canada/eastern"): (EASTERN,),
    ("нью-йорк", "нью йорк", "нью-йорку", "ny", "nyc", "восточное"): (EASTERN,),
    ("ct", "cst", "cdt", "central", "cst6cdt", "us/central", "чикаго"): (CENTRAL,),
    ("mt", "mst", "mdt", "mountain", "mst7mdt", "us/mountain"): (MOUNTAIN, "America/Phoenix"),
    ("pt", "pst", "pdt", "pacific", "pst8pdt", "us/pacific", "лос-анджелес", "la"): (PACIFIC,),
    ("akst", "akdt", "us/alaska"): ("America/Anchorage",),
    ("hst", "us/hawaii"): ("Pacific/Honolulu",),
    ("msk", "мск", "москва", "москве", "московское", "w-su"): ("Europe/Moscow",),
    ("gmt", "utc", "z", "zulu", "uct", "greenwich", "universal", "etc/gmt", "etc/utc", "etc/uct"): ("UTC",),
    ("etc/zulu", "etc/greenwich", "etc/universal", "utc time"): ("UTC",),
    ("bst", "gb", "лондон"): ("Europe/London",),
    ("cet", "cest", "met", "берлин"): ("Europe/Berlin",),
    ("eet", "eest", "киев", "киеву", "київ"): ("Europe/Kyiv",),
    ("ist",): ("Asia/Jerusalem", "Asia/Kolkata"),
    ("israel", "израиль", "израилю"): ("Asia/Jerusalem",),
    ("turkey", "турция", "стамбул"): ("Europe/Istanbul",),
    ("georgia", "грузия", "тбилиси"): ("Asia/Tbilisi",),
    ("armenia", "армения", "ереван"): ("Asia/Yerevan",),
    ("kazakhstan", "казахстан", "алматы", "астана"): ("Asia/Almaty",),
    ("минск", "беларусь"): ("Europe/Minsk",),
}
"""What people write for a place, in small letters, and the places it may be."""

PLACES = (
    *("Europe/Moscow", "Europe/Kyiv", "Europe/Istanbul", EASTERN, CENTRAL, MOUNTAIN, PACIFIC, "America/Phoenix"),
    *("America/Halifax", "America/Anchorage", "Pacific/Honolulu", "UTC", "Europe/London", "Europe/Berlin"),
    *("Europe/Warsaw", "Asia/Jerusalem", "Europe/Minsk", "Asia/Tbilisi", "Asia/Yerevan", "Europe/Samara", "Asia/Dubai"),
    *("Asia/Almaty", "Asia/Tashkent", "Asia/Yekaterinburg", "Asia/Kolkata", "Asia/Bishkek", "Asia/Omsk"),
    *("Asia/Novosibirsk", "Asia/Bangkok", "Asia/Irkutsk", "Asia/Shanghai", "Asia/Yakutsk", "Asia/Tokyo"),
    *("Asia/Vladivostok", "Australia/Sydney", "Asia/Magadan", "Pacific/Auckland", "America/Sao_Paulo"),
)
"""Places to suggest for a written offset, those of this audience first."""

_OFFSET = re.compile(
    r"(?:etc/)?(?P<base>gmt|utc|мск|msk)? ?(?P<sign>[+\-−–]) ?(?P<hours>[0-9]{1,2})(?::?(?P<rest>[0-9]{2}))?"
)
_MOSCOW_HOURS = 3


def place(name: str) -> ZoneInfo | None:
    """Return the zone of ``Area/City`` or ``UTC``; None for any other name, also where the machine knows it."""
    if name != "UTC" and name.split("/", 1)[0] not in AREAS:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def places_meant(written: str, local: datetime) -> tuple[str, ...]:
    """Return the places a name that is none may mean at a local time, at most three. Slow: for mistakes only.

    A written offset brings only places that have it then. Likeness of letters counts only inside ``Area/City``.
    """
    wanted = " ".join(written.casefold().split()).removeprefix("по ")
    if not wanted or len(wanted) > MAX_ZONE_SIGNS:
        return ()
    if found := _OFFSET.fullmatch(wanted):
        return _with_offset(found, local)
    known = next((places for names, places in MEANT.items() if wanted in names), None)
    return known or _mistyped(wanted)


def _with_offset(found: re.Match[str], local: datetime) -> tuple[str, ...]:
    span = timedelta(hours=int(found["hours"]), minutes=int(found["rest"] or 0))
    base = timedelta(hours=_MOSCOW_HOURS if found["base"] in ("мск", "msk") else 0)
    offset = base + (span if found["sign"] == "+" else -span)
    return tuple(name for name in PLACES if ZoneInfo(name).utcoffset(local) == offset)[:MOST_HINTS]


def _mistyped(wanted: str) -> tuple[str, ...]:
    bare = wanted.removeprefix("posix/").removeprefix("right/").replace(" ", "_")
    zones = sorted(name for name in available_timezones() if name.split("/", 1)[0] in AREAS)
    area, _, city = bare.partition("/")
    whole = {name.lower(): name for name in zones}
    cities = {name.lower().rsplit("/", 1)[-1].replace("_", ""): name for name in reversed(zones)}
    exact = whole.get(bare) or cities.get((city or area).replace("_", ""))
    if exact or not city:
        return (exact,) if exact else ()
    beside = {name.partition("/")[2]: known for name, known in whole.items() if name.partition("/")[0] == area}
    near = difflib.get_close_matches(city, beside, n=1, cutoff=MIN_CITY_LIKENESS)
    return tuple(beside[match] for match in near)
