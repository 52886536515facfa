"""With what and how firmly: tools, things, pressure."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import attrs

from strokekit.model.amounts import Quantity, Range


@attrs.frozen(kw_only=True)
class Hold:
    """A part of the giver's body, or a device, and how it is held: `reinforced palms`, `left thumb`."""

    part: str
    both: bool = False
    """The plural was written: both hands' parts."""
    side: str | None = None
    manners: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Tool:
    """Holds used together, or one of several such sets, the first preferred."""

    options: tuple[tuple[Hold, ...], ...]


@attrs.frozen(kw_only=True)
class Item:
    """A thing and its manner: `warm towel`; how many of it is no matter here, so the plural means the same."""

    thing: str
    manners: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Things:
    """Things used together, or one of several such sets, the first preferred."""

    options: tuple[tuple[Item, ...], ...]


@attrs.frozen(kw_only=True)
class Size:
    """How large a movement is: a word (`small`, `long`) or a length."""

    word: str | None = None
    length: Quantity | None = None


@attrs.frozen(kw_only=True)
class Level:
    """A pressure on a named scale, with the author's word if there was one. `min <= max`.

    The levels are those of the scale, kept exact; `word_to` is the second word of `gentle..moderate`.
    """

    scale: str
    levels: Range[Decimal]
    word: str | None = None
    word_to: str | None = None


@attrs.frozen(kw_only=True)
class Press:
    """One thing said about the pressure. Just one of `level`, `change`, `pace` and `pain` is given.

    `level` with `to` is a ramp; `change` is relative to the pressure last in force, and with `to` goes as far as that level;
    `if_` allows it rather than asks for it.
    """

    level: Level | None = None
    to: Level | None = None
    change: Literal["rising", "falling", "deeper", "lighter", "same"] | None = None
    slowly: bool = False
    pace: Literal["steady", "resting"] | None = None
    pain: Literal["below", "at"] | Range[Decimal] | None = None
    each: str | None = None
    if_: str | None = None
    on_return: Level | None = None
    manner: str | None = None


@attrs.frozen(kw_only=True)
class Pressure:
    """What holds together of the pressure, or one of several such sets, the first preferred."""

    options: tuple[tuple[Press, ...], ...]
