"""What persists until it is changed: how the client lies, where the therapist stands, what the skin is prepared with."""

from __future__ import annotations

import attrs

from strokekit.model.amounts import Quantity
from strokekit.model.place import Place
from strokekit.model.touch import Item


@attrs.frozen(kw_only=True)
class Pose:
    """How the client lies or sits; `side` is the side lain on; `edge` the distance from the table's edge."""

    pose: str
    side: str | None = None
    edge: Quantity | None = None
    alignment: str | None = None


@attrs.frozen(kw_only=True)
class Position:
    """One pose, or several with `or`, the first preferred."""

    options: tuple[Pose, ...]


@attrs.frozen(kw_only=True)
class Therapist:
    """Where the therapist is: one of several stances, in a relation to a place of the client's body."""

    stances: tuple[str, ...]
    relation: str
    place: Place
    side: str | None = None


@attrs.frozen(kw_only=True)
class Lubricant:
    """Oil, lotion, …: one of several, or none (`products` empty); how much, and whether warmed."""

    products: tuple[Item, ...] = ()
    amount: Quantity | None = None
    warmed: bool | None = None
