"""What deviating from the ideals costs: the one place that says what a good fit is.

- A part that should take `ideal` ms and takes `time` costs `weight * (time - ideal) ** 2`, with a weight in proportion to
  `importance / ideal`. So what is too long or too short is shared out in proportion: every part becomes a few hundredths longer,
  instead of a few parts much longer.
- Where a step can be done more or less often, the same again is paid for the tempo: for what its time differs from the one that
  is natural for that number of repetitions. So a step that is to become much longer is done once more, and not more slowly; one
  that is to become a little longer is done as often as before.
- A pass of a block more or less costs half as much as stretching the block by the time that it moves.
- Leaving an optional part out costs as if it was shortened to nothing, times the worth of its priority. Taking another option of
  a choice than the preferred one costs as leaving out something of high priority.
- Time without hands on the client, and time that only leads to the next step, is four times as stiff as work.

The numbers are ours: an estimate of what a therapist would do, and not taken from a source.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

Priority: TypeAlias = Literal["low", "normal", "high"]

SCALE = 64 * 3_600_000
"""The weight of one ms squared for an ideal of one ms: big enough that an ideal of an hour keeps six bits of its weight."""
STIFF = 4
"""How much stiffer than work what only prepares for it is."""
IMPORTANCE = {"low": 1, "normal": 2, "high": 4}
"""How stiff a part is by its priority."""
WORTH = {"low": 1, "normal": 4, "high": 16}
"""What leaving a part out costs by its priority, in quarters of shortening it to nothing."""


def weight(ideal: int, priority: Priority = "normal", *, stiff: bool = False) -> int:
    """Give the weight of a part with an ideal of so many ms.

    >>> weight(60_000) == 2 * weight(120_000)
    True
    """
    return max(IMPORTANCE[priority] * (STIFF if stiff else 1) * SCALE // max(ideal, 1), 1)


def passing(whole: int, one: int, priority: Priority = "normal") -> int:
    """Give the weight of a pass more or less: of passes that take `one` ms each and ideally `whole` ms together.

    >>> passing(60_000, 20_000) == weight(60_000) * 20_000**2 // 2
    True
    """
    return weight(whole, priority) * one * one // 2


def leaving_out(ideal: int, priority: Priority = "normal") -> int:
    """Give what it costs to leave out a part with an ideal of so many ms, or to put in one that is not expected.

    >>> leaving_out(60_000, "high") == 16 * leaving_out(60_000, "low")
    True
    """
    return weight(ideal, "normal") * ideal * ideal * WORTH[priority] // WORTH["normal"]
