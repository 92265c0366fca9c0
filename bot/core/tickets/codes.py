"""The name of a ticket, «Клён-417»: a neutral word and a number, drawn by lot; it says nothing about anybody."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

LOWEST, HIGHEST = 100, 999
"""The numbers behind the words."""


class CodeWord(StrEnum):
    """Trees, herbs, birds, stones and things at the water; none is slang, a symbol or the name of a weapon."""

    MAPLE = "maple"
    WILLOW = "willow"
    ALDER = "alder"
    ELM = "elm"
    ROWAN = "rowan"
    CHERRY = "cherry"
    PLUM = "plum"
    PEAR = "pear"
    FLAX = "flax"
    MINT = "mint"
    SAGE = "sage"
    THYME = "thyme"
    ASTER = "aster"
    VIOLET = "violet"
    IRIS = "iris"
    CLOVER = "clover"
    HEATHER = "heather"
    MOSS = "moss"
    BAMBOO = "bamboo"
    BULLFINCH = "bullfinch"
    FINCH = "finch"
    THRUSH = "thrush"
    CRANE = "crane"
    SWALLOW = "swallow"
    STORK = "stork"
    STARLING = "starling"
    PELICAN = "pelican"
    AMBER = "amber"
    GRANITE = "granite"
    SLATE = "slate"
    MARBLE = "marble"
    QUARTZ = "quartz"
    BROOK = "brook"
    LAKE = "lake"
    ISLAND = "island"
    CLOUD = "cloud"
    DEW = "dew"
    MIST = "mist"
    HARBOUR = "harbour"
    ANCHOR = "anchor"
    SAIL = "sail"
    COMPASS = "compass"
    LANTERN = "lantern"
    GUITAR = "guitar"
    FLUTE = "flute"


WORDS = tuple(CodeWord)


@dataclass(frozen=True)
class Code:
    """A ticket's name; the word is put into the reader's language (``ticket-word-*``)."""

    word: CodeWord
    number: int


def draw(below: Callable[[int], int] = secrets.randbelow) -> Code:
    """Draw a code by lot; the storage draws again where one is taken."""
    return Code(WORDS[below(len(WORDS))], LOWEST + below(HIGHEST - LOWEST + 1))
