"""When a step is done, and until when."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from strokekit.model.place import Area
from strokekit.model.state import Pose

Test: TypeAlias = Literal[
    "wanted", "suitable", "possible", "found", "client", "value", "answer", "thing", "position", "this", "pass"
]
"""What a condition asks about. Values, positions, `this` and `pass` are decided by the plan; the rest stays open."""


@attrs.frozen(kw_only=True)
class Condition:
    """One thing to ask: `found knots`, `value mood = lively`, `not wanted`."""

    test: Test
    name: str | None = None
    value: str | int | bool | None = None
    pose: Pose | None = None
    negated: bool = False


@attrs.frozen(kw_only=True)
class When:
    """Conditions joined by `all` or by `any`; parts may be joins themselves (only the long form can say that)."""

    join: Literal["all", "any"]
    parts: tuple[Condition | When, ...]
    negated: bool = False


@attrs.frozen(kw_only=True)
class End:
    """What ends a step: a sign, or a place reached or covered."""

    sign: str | None = None
    reached: Area | None = None
    covered: Area | None = None


@attrs.frozen(kw_only=True)
class Until:
    """Ends, whichever comes first."""

    options: tuple[End, ...]
