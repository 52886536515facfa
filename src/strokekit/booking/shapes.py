"""Whether two nodes of the problem hold the same: what ties them part by part asks for that."""

from __future__ import annotations

from strokekit.fitting.problem import Choose, Group, Maybe, Node, Part, Repeat


def alike(first: Node | None, second: Node | None) -> bool:
    """Tell whether two nodes have the same parts and choices; how long these take may differ.

    >>> from strokekit.fitting.problem import Mode
    >>> mode = Mode(low=1, ideal=2, high=3, weight=1)
    >>> alike(Part(id="left", modes=(mode,)), Part(id="right", modes=(mode,)))
    True
    """
    match first, second:
        case Part(), Part():
            return [mode.count for mode in first.modes] == [mode.count for mode in second.modes]
        case Maybe(), Maybe():
            return (first.cost, first.wanted) == (second.cost, second.wanted) and alike(first.node, second.node)
        case Group(), Group():
            return (first.low, first.high) == (second.low, second.high) and _rows(first.children, second.children)
        case Choose(), Choose():
            same = (first.costs, first.low, first.ideal, first.high) == (second.costs, second.low, second.ideal, second.high)
            return same and _rows(first.options, second.options)
        case Repeat(), Repeat():
            same = (first.low, first.ideal, first.high, first.weight) == (second.low, second.ideal, second.high, second.weight)
            patterns = ("first", "between", "again", "last", "only")
            return same and all(alike(getattr(first, name), getattr(second, name)) for name in patterns)
    return first is None and second is None


def _rows(first: tuple[Node, ...], second: tuple[Node, ...]) -> bool:
    return len(first) == len(second) and all(alike(one, other) for one, other in zip(first, second, strict=True))
