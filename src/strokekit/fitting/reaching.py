"""What can be had where the target can't: the range, the nearest totals on both sides, and what stands in the way."""

from __future__ import annotations

from typing import Any

import attrs

from strokekit.fitting.answer import Unreachable
from strokekit.fitting.drawing import Drawer
from strokekit.fitting.nodes import Leaf, sum_of
from strokekit.fitting.problem import Group, Node, Part, Problem, Repeat
from strokekit.fitting.searching import Search, search_for
from strokekit.fitting.shape import children, parts


@attrs.define
class Reach:
    """Asks for totals of one problem, all with one budget of work. `sure` turns False where an answer is not proved."""

    problem: Problem
    work: int
    spent: int = 0
    sure: bool = True

    def nearest(self, low: int, high: int, *, line: int) -> int | None:
        """Give the least total (`line` 1) or the greatest (`line` -1) between two; None where there is none."""
        search = self._search(self.problem, low, high, line)
        self.sure = self.sure and search.done
        if search.best is None:
            return None
        return high - next(time for leaf, time in search.best.times if not leaf.notes)

    def possible(self, problem: Problem, target: int) -> bool:
        """Tell whether another problem can take a total; where the work runs out, that it can."""
        search = self._search(problem, target, target, 0)
        return search.best is not None or not search.done

    def _search(self, problem: Problem, low: int, high: int, line: int) -> Search:
        drawing = Drawer(problem, cap=high, line=line).draw()
        rest = Leaf(0, 0, 0, 0, high - low, ())
        root = sum_of([drawing.root, rest])
        search = search_for(attrs.evolve(drawing, root=root), high, self.work - self.spent)
        self.spent += search.prices.spent
        return search


def unreachable(problem: Problem, target: int, work: int) -> Unreachable:
    """Say all about a target that can't be had."""
    reach, end = Reach(problem, work), _far(problem, target)
    below = reach.nearest(0, target, line=-1)
    above = reach.nearest(target, end, line=1)
    high = above and reach.nearest(above, end, line=-1)
    blocking = _blocking(reach, target)
    return Unreachable(
        low=above if below is None else reach.nearest(0, below, line=1),
        high=below if high is None else (None if high == end else high),
        below=below,
        above=above,
        blocking=blocking,
        parts=_ends(problem, blocking, low=below is not None, high=above is not None),
        proved=reach.sure,
        work=reach.spent,
    )


def _far(problem: Problem, target: int) -> int:
    """Give an end for open times that is no end: beyond all that bounds could ask for."""
    asked = target + 1
    for part in parts(problem.root):
        asked += max(mode.low if mode.high is None else mode.high for mode in part.modes)
    left: list[Node] = [problem.root]
    factor = 1
    while left:
        node = left.pop()
        if isinstance(node, Group):
            asked += node.low
        if isinstance(node, Repeat):
            factor *= max(node.low, node.ideal, node.high or 1, 1)
        left += children(node)
    asked += sum(abs(limit.low or 0) + abs(limit.high or 0) for limit in problem.limits)
    return 4 * factor * asked


def _blocking(reach: Reach, target: int) -> tuple[str, ...]:
    """Find bounds that exclude the target, none of which could be missed for that."""
    kept = _bounds(reach.problem)
    if not reach.possible(_without(reach.problem, set(kept)), target):
        return ()
    for name in tuple(kept):
        others = [other for other in kept if other != name]
        if not reach.possible(_without(reach.problem, set(_bounds(reach.problem)) - set(others)), target):
            kept = others
    return tuple(kept)


def _bounds(problem: Problem) -> list[str]:
    """Give the ids of all groups with bounds, ties and limits."""
    names, left = [], [problem.root]
    while left:
        node = left.pop()
        if isinstance(node, Group) and (node.low or node.high is not None):
            names.append(node.id)
        left += reversed(children(node))
    return [*dict.fromkeys(names), *(tie.id for tie in problem.ties), *(limit.id for limit in problem.limits)]


def _without(problem: Problem, names: set[str]) -> Problem:
    """Leave out bounds by id."""
    return Problem(
        root=_bare(problem.root, names),
        ties=tuple(tie for tie in problem.ties if tie.id not in names),
        limits=tuple(limit for limit in problem.limits if limit.id not in names),
    )


def _bare(node: Node, names: set[str]) -> Node:
    """Copy a node without the bounds of groups with these ids."""
    changes: dict[str, Any] = {}
    if isinstance(node, Group) and node.id in names:
        changes |= {"low": 0, "high": None}
    for field in ("children", "options"):
        if nodes := getattr(node, field, ()):
            changes[field] = tuple(_bare(child, names) for child in nodes)
    for field in ("node", "first", "between", "again", "last", "only"):
        child = getattr(node, field, None)
        if child is not None:
            changes[field] = _bare(child, names)
    return attrs.evolve(node, **changes) if changes else node


def _ends(problem: Problem, blocking: tuple[str, ...], *, low: bool, high: bool) -> tuple[str, ...]:
    """Give the parts outside of blocking groups that can't take more, can't take less, or have gaps between their times."""
    found, left = [], [problem.root]
    while left:
        node = left.pop()
        if isinstance(node, Part) and _stiff(node, low=low, high=high):
            found.append(node.id)
        if node.id not in blocking:
            left += reversed(children(node))
    return tuple(dict.fromkeys(found))


def _stiff(part: Part, *, low: bool, high: bool) -> bool:
    if not high:
        return all(mode.high is not None for mode in part.modes)
    if not low:
        return any(mode.low for mode in part.modes)
    return len(part.modes) > 1 or part.modes[0].low == part.modes[0].high
