"""Names in the margins of a figure, each with a line to its place, and none upon another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean

import attrs

from strokekit.drawing.figures import EDGE
from strokekit.drawing.geometry import Point, pair
from strokekit.drawing.words import BOLD, fit
from strokekit.drawing.xml import Attributes, element, text

SIZE = 12.5
"""The font size of a name."""
_LINE = 15.0
_GAP = 5.0


@attrs.frozen(kw_only=True)
class Label:
    """A name and what stands below it, for the place with its middle at `anchor`."""

    name: str
    below: str
    anchor: Point

    @property
    def height(self) -> float:
        """How much height it takes."""
        return _LINE * (2 if self.below else 1) + _GAP


def spread(labels: Iterable[Label], top: float, bottom: float) -> list[tuple[Label, float]]:
    """Give each label the height of its upper edge: by its place, as near as the others allow.

    >>> pair = [Label(name=name, below="", anchor=(0, 50)) for name in "ab"]
    >>> [at for _, at in spread(pair, 0, 100)]
    [30.0, 50.0]
    """
    ordered = sorted(labels, key=lambda label: (label.anchor[1], label.name))
    before = [sum(label.height for label in ordered[:at]) for at in range(len(ordered) + 1)]
    wanted = [label.anchor[1] - label.height / 2 - before[at] for at, label in enumerate(ordered)]
    highest = max(bottom - before[-1], top)
    tops = [min(max(at, top), highest) + before[index] for index, at in enumerate(_rising(wanted))]
    return list(zip(ordered, tops, strict=True))


def _rising(wanted: Sequence[float]) -> list[float]:
    """Give the numbers nearest to those wanted of which none is below the one before: neighbours that clash share their mean."""
    pools: list[list[float]] = []
    for number in wanted:
        pools.append([number])
        while len(pools) > 1 and fmean(pools[-2]) > fmean(pools[-1]):
            last = pools.pop()
            pools[-1] += last
    return [fmean(pool) for pool in pools for _ in pool]


def margin(placed: Sequence[tuple[Label, float]], *, edge: float, room: float, right: bool) -> Iterator[str]:
    """Write labels beside a figure: `edge` is where they begin, on its right or on its left; `room` is how wide they may be."""
    anchor = "start" if right else "end"
    for label, top in placed:
        middle = (edge + (-6 if right else 6), top + label.height / 2 - _GAP / 2)
        yield element("path", d=f"M{pair(label.anchor)}L{pair(middle)}", stroke=EDGE, stroke_width=0.8, fill="none")
    for label, top in placed:
        yield element("circle", cx=label.anchor[0], cy=label.anchor[1], r=2.8, fill="#ffffff", stroke=EDGE)
        for at, (words, weight) in enumerate(((label.name, "bold"), (label.below, None))):
            if words:
                where: Attributes = {"x": edge, "y": top + _LINE * (at + 0.8), "text_anchor": anchor}
                shown = text(fit(words, SIZE * (BOLD if weight else 1), room))
                yield element("text", shown, font_size=SIZE, font_weight=weight, data_room=room, **where)
