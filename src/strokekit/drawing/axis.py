"""An axis of time: where a moment lies, and at which moments there is a tick."""

from __future__ import annotations

import attrs

STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400)
"""How many seconds there may be between two ticks; beyond them twice as many each time."""
MOST = 10
"""At most so many ticks after the first."""


@attrs.frozen(kw_only=True)
class Axis:
    """An axis from `left` to `right` for the times from 0 to `total` milliseconds."""

    left: float
    right: float
    total: int

    def at(self, ms: int) -> float:
        """Give the place of a moment.

        >>> Axis(left=100, right=300, total=1000).at(250)
        150.0
        """
        return self.left + (self.right - self.left) * ms / max(self.total, 1)

    def ticks(self) -> list[int]:
        """Give the moments with a tick, in milliseconds.

        >>> Axis(left=0, right=1, total=1_381_000).ticks()[:4]
        [0, 300000, 600000, 900000]
        """
        step = next((seconds for seconds in STEPS if self.total <= seconds * 1000 * MOST), STEPS[-1])
        while self.total > step * 1000 * MOST:
            step *= 2
        return list(range(0, self.total + 1, step * 1000))
