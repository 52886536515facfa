"""Where things stand on a sheet: from the left on, or from the right in a language that is read from there."""

from __future__ import annotations

import attrs

from strokekit.drawing.xml import Attributes

WIDTH = 1000.0
"""How wide every sheet is."""


@attrs.frozen
class Reading:
    """Turns places that are counted from where reading begins into places of the sheet."""

    from_right: bool = False

    def box(self, x: float, wide: float = 0.0) -> float:
        """Give the left edge of what begins at `x` and is so wide.

        >>> Reading().box(20, 30), Reading(from_right=True).box(20, 30)
        (20, 950.0)
        """
        return WIDTH - x - wide if self.from_right else x

    def text(self, x: float) -> Attributes:
        """Give the attributes of a text that begins at `x`.

        >>> Reading(from_right=True).text(20)
        {'x': 980.0, 'text_anchor': 'end'}
        """
        return {"x": self.box(x), "text_anchor": "end"} if self.from_right else {"x": x}
