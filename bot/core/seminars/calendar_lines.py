"""Reads a calendar file as RFC 5545 writes it: folded lines, parameters, escaped text, components in each other (A9).

Nothing is believed of a file: its size, the number and depth of its components are bounded, and what is no calendar is
refused whole.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

MOST_BYTES = 2 * 1024 * 1024
MOST_EVENTS = 1_000
DEEPEST = 4

_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(
    r'(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*))*):(?P<value>.*)', re.DOTALL
)
_PARAMETER = re.compile(r';(?P<name>[A-Za-z0-9-]+)=(?:"(?P<quoted>[^"]*)"|(?P<plain>[^";:]*))')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class NoCalendar(ValueError):
    """The file is no calendar that can be read; the message says why, for the operator."""


@dataclass(frozen=True)
class Property:
    """A property: its value as it stands in the file, and its parameters by their names in capitals."""

    value: str
    parameters: Mapping[str, str]

    @property
    def text(self) -> str:
        """The value as text, its signs no longer escaped."""
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)


@dataclass
class Component:
    """A component: its name, the first property of each name, and what stands in it."""

    name: str
    properties: dict[str, Property] = field(default_factory=dict)
    inside: list["Component"] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Return the text of a property, none for one that is missing."""
        found = self.properties.get(name)
        return found.text.strip() if found else ""


def read_components(data: bytes) -> Sequence[Component]:
    """Return what stands directly in the calendars of a file; raises NoCalendar."""
    outside = Component("")
    stack = [outside]
    for line in _lines(_decoded(data)):
        found = _LINE.fullmatch(line)
        if found is None:
            raise NoCalendar("a line of it is no line of a calendar")
        _take(stack, found["name"].upper(), found["value"], found["parameters"])
    if len(stack) > 1 or not outside.inside or {each.name for each in outside.inside} != {"VCALENDAR"}:
        raise NoCalendar("it does not begin with BEGIN:VCALENDAR and end with END:VCALENDAR")
    found_inside = [component for calendar in outside.inside for component in calendar.inside]
    if sum(component.name == "VEVENT" for component in found_inside) > MOST_EVENTS:
        raise NoCalendar(f"it has more than {MOST_EVENTS} events")
    return found_inside


def _decoded(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise NoCalendar(f"it is larger than {MOST_BYTES // 1024 // 1024} MiB")
    if b"\0" in data:
        raise NoCalendar("it is no text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoCalendar("it is not written in UTF-8") from None


def _lines(text: str) -> Iterator[str]:
    unfolded = _FOLD.sub("", text).replace("\r\n", "\n")
    yield from (line for line in unfolded.split("\n") if line.strip())


def _take(stack: list[Component], name: str, value: str, parameters: str) -> None:
    if name == "BEGIN":
        if len(stack) > DEEPEST:
            raise NoCalendar("its components stand too deep in each other")
        component = Component(value.strip().upper())
        stack[-1].inside.append(component)
        stack.append(component)
    elif name == "END":
        if len(stack) == 1 or stack.pop().name != value.strip().upper():
            raise NoCalendar("a component of it does not end where it should")
    elif len(stack) == 1:
        raise NoCalendar("something stands outside of its calendar")
    else:
        given = {
            each["name"].upper(): each["quoted"] or each["plain"] or "" for each in _PARAMETER.finditer(parameters)
        }
        stack[-1].properties.setdefault(name, Property(value, given))
