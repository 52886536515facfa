"""How long something takes, as far as it is known: a lower bound, an ideal, an upper bound, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterable

import attrs


@attrs.frozen(kw_only=True)
class Elastic:
    """A stretch of time that may be shorter or longer. All times are whole milliseconds >= 0.

    `min` is known in any case (0 at worst); `ideal` and `max` are None where nobody can tell. Where they are given,
    min <= ideal <= max. Of the ideal, `stated` rests on the author's own numbers and `sourced` on a published source; the rest
    is estimated, by what `estimates` names. `unknown` names the steps that make `ideal` None.

    >>> Elastic(min=1_000, ideal=2_000, max=None) + Elastic(min=500, ideal=500, max=500)
    Elastic(min=1500, ideal=2500, max=None, stated=0, sourced=0, estimates=(), unknown=())
    """

    min: int = 0
    ideal: int | None = 0
    max: int | None = 0
    stated: int = 0
    sourced: int = 0
    estimates: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    def __add__(self, other: Elastic) -> Elastic:
        """Put one after the other; what is unknown stays unknown and keeps its name."""
        return Elastic(
            min=self.min + other.min,
            ideal=None if self.ideal is None or other.ideal is None else self.ideal + other.ideal,
            max=None if self.max is None or other.max is None else self.max + other.max,
            stated=self.stated + other.stated,
            sourced=self.sourced + other.sourced,
            estimates=merged(self.estimates, other.estimates),
            unknown=merged(self.unknown, other.unknown),
        )

    @property
    def estimated(self) -> int | None:
        """The part of the ideal that rests on estimates; None while the ideal is unknown."""
        return None if self.ideal is None else self.ideal - self.stated - self.sourced

    @property
    def certain(self) -> bool:
        """True when nothing of the ideal is estimated and nothing is unknown."""
        return self.estimated == 0 and not self.estimates


ZERO = Elastic()
"""No time at all."""


def merged(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Join the names of both, each once, in the order of their first use.

    >>> merged(("breath", "moment"), ("moment", "gliding"))
    ('breath', 'moment', 'gliding')
    """
    return first if not second or first == second else tuple(dict.fromkeys((*first, *second)))


def total(parts: Iterable[Elastic]) -> Elastic:
    """Sum parts in order; of none, no time. The same as adding them one by one, without making each sum.

    >>> total([ZERO, Elastic(min=1, ideal=2, max=None), Elastic(min=1, ideal=2, max=3)]).ideal
    4
    """
    listed = list(parts)
    ideals = [part.ideal for part in listed]
    tops = [part.max for part in listed]
    return Elastic(
        min=sum(part.min for part in listed),
        ideal=None if None in ideals else sum(ideal for ideal in ideals if ideal is not None),
        max=None if None in tops else sum(top for top in tops if top is not None),
        stated=sum(part.stated for part in listed),
        sourced=sum(part.sourced for part in listed),
        estimates=tuple(dict.fromkeys(name for part in listed for name in part.estimates)),
        unknown=tuple(dict.fromkeys(name for part in listed for name in part.unknown)),
    )
