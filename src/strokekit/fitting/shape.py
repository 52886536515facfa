"""What can be known of a problem before it is drawn: what lies under what, which ties can be joined, which ids do not exist."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from strokekit.fitting.problem import Choose, Group, Maybe, Node, Part, Problem, Repeat, Tie


def children(node: Node) -> tuple[Node, ...]:
    """Give the nodes right below one; of a repeat all its patterns."""
    match node:
        case Group():
            return node.children
        case Maybe():
            return (node.node,)
        case Choose():
            return node.options
        case Repeat():
            patterns = (node.first, node.between, node.again, node.last, node.only)
            return tuple({id(pattern): pattern for pattern in patterns if pattern is not None}.values())
    return ()


def parts(node: Node) -> Iterator[Part]:
    """Go through the parts below a node, in order."""
    left = [node]
    while left:
        taken = left.pop()
        if isinstance(taken, Part):
            yield taken
        left += reversed(children(taken))


@attrs.define
class Shape:
    """Nodes by id, and each id's ancestors, outermost first."""

    nodes: dict[str, list[Node]] = attrs.field(factory=dict)
    above: dict[str, tuple[Node, ...]] = attrs.field(factory=dict)

    def joint(self, tie: Tie) -> bool:
        """Tell whether the tied nodes lie below one group with nothing but groups without bounds in between."""
        chains = [self.above[name] for name in tie.nodes]
        shared = _common(chains)
        between = (node for chain in chains for node in chain[len(shared) :])
        return bool(shared) and isinstance(shared[-1], Group) and all(map(_free, between))

    def depth(self, tie: Tie) -> int:
        """Count the repeats around all of the tied nodes."""
        return sum(isinstance(node, Repeat) for node in _common([self.above[name] for name in tie.nodes]))


def shape_of(problem: Problem) -> Shape:
    """Look at a problem; raise ValueError for ids that are not there, or there twice."""
    shape = Shape()
    left: list[tuple[Node, tuple[Node, ...]]] = [(problem.root, ())]
    while left:
        node, above = left.pop()
        for other in shape.nodes.get(node.id, ()):
            if not _apart((*shape.above[node.id], other), (*above, node)):
                raise ValueError(f"there are two nodes {node.id}")
        shape.above.setdefault(node.id, above)
        shape.nodes.setdefault(node.id, []).append(node)
        left += [(child, (*above, node)) for child in children(node)]
    for tie in problem.ties:
        _known(shape, tie.id, tie.nodes)
    for limit in problem.limits:
        _known(shape, limit.id, tuple(name for name, _ in limit.terms))
    return shape


def _apart(one: tuple[Node, ...], other: tuple[Node, ...]) -> bool:
    """Tell whether two chains of nodes part at a repeat into patterns that are never in one pass together."""
    shared = _common([one, other])
    if not shared or not isinstance(shared[-1], Repeat) or len(shared) in {len(one), len(other)}:
        return False
    between = shared[-1].between
    return between is not one[len(shared)] and between is not other[len(shared)]


def _known(shape: Shape, owner: str, names: tuple[str, ...]) -> None:
    for name in names:
        if name not in shape.nodes:
            raise ValueError(f"{owner} names {name}, and there is no such node")


def _common(chains: list[tuple[Node, ...]]) -> tuple[Node, ...]:
    shared = []
    for nodes in zip(*chains, strict=False):
        if any(node is not nodes[0] for node in nodes):
            break
        shared.append(nodes[0])
    return tuple(shared)


def _free(node: Node) -> bool:
    return isinstance(node, Group) and node.low == 0 and node.high is None
