"""Pieces from pieces: one after the other, again and again, with something put in or exchanged.

Nothing that is handed in changes. What a combination is made of keeps its calls, so that a diagnostic still leads to the line
that wrote the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias, TypeVar

import attrs

from strokekit.building.builders import made_keys
from strokekit.building.calling import call
from strokekit.building.keys import HOLDS, key_of
from strokekit.building.piece import Kind, Piece, Section, Step
from strokekit.errors import UsageError
from strokekit.model.frozen import FrozenMap
from strokekit.plugins.spelling import closest

K = TypeVar("K", bound=Kind)
Put: TypeAlias = Callable[[Any], tuple[Any, ...]]
"""What stands in the place of a node: the nodes that do."""


def concatenate(*fragments: Step) -> Step:
    """Do one after the other: a block of their steps.

    A block that is nothing but its steps is opened, so that it is no matter how the fragments are bracketed; one that has
    loops, state or words of its own stays whole.

    Raises:
        TypeError: something is no step. A part is first filled by `with_values`.

    >>> from strokekit.build import block, technique
    >>> warm, work = technique("stroking", where="calf"), technique("kneading", where="calf")
    >>> concatenate(warm, concatenate(work, warm)) == concatenate(warm, work, warm) == block(warm, work, warm)
    True
    """
    steps = tuple(step for fragment in fragments for step in opened("concatenate", fragment))
    return Piece(kind="step", keys=FrozenMap({"steps": steps}), call=call("concatenate", fragments, {}))


def repeat(fragment: Step, count: int | str | Mapping[str, Any], /, *, between: Any = (), **keys: Any) -> Step:
    """Do a fragment so often: a block with `repeat`, and whatever else a block takes.

    Args:
        fragment: a step; a block that is nothing but its steps is opened.
        count: a count as a file would hold it, such as `3` or `"3..5"`.
        between: the steps between two passes.
        keys: other keys of a block.

    >>> from strokekit.build import technique
    >>> repeat(technique("kneading", where="calf"), "3..5").data["repeat"]
    '3..5'
    """
    own = {key_of("block", name): value for name, value in keys.items()}
    given = {"repeat": count, **({"between": between} if between else {}), **own}
    made = made_keys("block", {"steps": opened("repeat", fragment)}, given, {})
    return Piece(kind="step", keys=made, call=call("repeat", (fragment, count), own))


def opened(combination: str, fragment: Any) -> tuple[Any, ...]:
    """Give the steps of a block that is nothing but its steps; anything else is one step.

    Raises:
        TypeError: it is no step.
    """
    if not isinstance(fragment, Piece) or fragment.kind != "step":
        what = f"a {fragment.kind}" if isinstance(fragment, Piece) else type(fragment).__name__
        hint = "; fill it by with_values() first" if what == "a part" else ""
        raise TypeError(f"{combination}() takes steps, not {what}{hint}")
    plain = tuple(fragment.keys) == ("steps",) and isinstance(fragment.keys["steps"], tuple) and not fragment.found
    steps: tuple[Any, ...] = fragment.keys["steps"] if plain else (fragment,)
    return steps


def insert(fragment: Piece[K], new: Step | Section, /, *, before: str | None = None, after: str | None = None) -> Piece[K]:
    """Put a step, or into a routine a section, before or after the one with an id.

    Raises:
        TypeError: not just one of `before` and `after` is given, or a step would stand among sections.
        UsageError: nothing has the id, or several have, or it stands where there is room for just one step.

    >>> from strokekit.build import block, technique
    >>> legs = block(technique("kneading", where="calf", id="knead"))
    >>> insert(legs, technique("stroking", where="calf"), before="knead").data["steps"][0]["technique"]
    'stroking'
    """
    if (before is None) is (after is None):
        raise TypeError("insert() takes one of `before` and `after`")
    return _changed("insert", fragment, str(before or after), lambda old: (new, old) if before is not None else (old, new), new)


def replace(fragment: Piece[K], id: str, new: Step | Section, /) -> Piece[K]:  # noqa: A002 - the format's word
    """Put a step, or in a routine a section, in the place of the one with an id.

    The new one has the id only if it says so; what refers to it, such as `of`, is not changed.

    Raises:
        TypeError: a step would stand among sections, or a section among steps.
        UsageError: nothing has the id, or several have.

    >>> from strokekit.build import block, technique
    >>> legs = block(technique("kneading", where="calf", id="work"))
    >>> replace(legs, "work", technique("stroking", where="calf", id="work")).data["steps"][0]["technique"]
    'stroking'
    """
    return _changed("replace", fragment, id, lambda _: (new,), new)


def _changed(name: str, fragment: Piece[K], id_: str, put: Put, new: Any) -> Piece[K]:
    """Put something at the one place where a node has the id; what holds it is made anew, all else is shared."""
    if not isinstance(new, Piece):
        raise TypeError(f"{name}() takes a step or a section, not {type(new).__name__}")
    known = list(_ids(fragment))
    if known.count(id_) != 1:
        raise UsageError(_unfound(name, id_, known))
    made: Piece[K] = _Change(name, id_, put, new).inside(fragment)
    return made


def _unfound(name: str, id_: str, known: list[str]) -> str:
    if id_ in known:
        return f"{name}(): {known.count(id_)} nodes here have the id `{id_}`"
    near = closest(id_, tuple(known))
    listed = ", ".join(f"`{one}`" for one in dict.fromkeys(known)) or "no ids"
    hint = f"did you mean `{near}`?" if near else f"there are {listed}"
    return f"{name}(): no node here has the id `{id_}`; {hint}"


def keys_in(node: Any) -> Mapping[str, Any]:
    """Give the keys of a node, whether it was built or handed in as a mapping."""
    keys: Mapping[str, Any] = node.keys if isinstance(node, Piece) else node
    return keys


def with_keys(node: Any, keys: Mapping[str, Any]) -> Any:
    """Give a node other keys; one that keeps its own is given back as it is."""
    if all(keys[key] is value for key, value in keys_in(node).items()) and len(keys) == len(keys_in(node)):
        return node
    return attrs.evolve(node, keys=FrozenMap(keys)) if isinstance(node, Piece) else FrozenMap(keys)


def held(key: str, value: Any) -> Iterator[Any]:
    """Give the nodes that stand under a key."""
    if key == "parts" and isinstance(value, Mapping):
        yield from (part for part in value.values() if isinstance(part, (Piece, Mapping)))
    elif key in HOLDS:
        yield from (node for node in (value if isinstance(value, tuple) else (value,)) if isinstance(node, (Piece, Mapping)))


def _ids(node: Any) -> Iterator[str]:
    """Give the ids of the nodes inside a node."""
    for key, value in keys_in(node).items():
        for inner in held(key, value):
            if isinstance(id_ := keys_in(inner).get("id"), str):
                yield id_
            yield from _ids(inner)


@attrs.frozen
class _Change:
    """A change at the one node that has an id."""

    name: str
    id: str
    put: Put
    new: Piece[Any]

    def inside(self, node: Any) -> Any:
        return with_keys(node, {key: self._under(key, value) for key, value in keys_in(node).items()})

    def _under(self, key: str, value: Any) -> Any:
        if key == "parts" and isinstance(value, Mapping):
            return FrozenMap(
                {name: self.inside(part) if isinstance(part, (Piece, Mapping)) else part for name, part in value.items()}
            )
        if key not in HOLDS or not isinstance(value, (tuple, Piece, Mapping)):
            return value
        if isinstance(value, tuple):
            made = tuple(node for old in value for node in self._at(key, old))
            return value if all(new is old for new, old in zip(made, value, strict=False)) and len(made) == len(value) else made
        return self._alone(key, value)

    def _alone(self, key: str, value: Any) -> Any:
        made = self._at(key, value)
        if len(made) > 1:
            raise UsageError(f"{self.name}(): `{key}` has room for just one step, `{self.id}`: make it a block first")
        return made[0]

    def _at(self, key: str, old: Any) -> tuple[Any, ...]:
        if not isinstance(old, (Piece, Mapping)):
            return (old,)
        if keys_in(old).get("id") != self.id:
            return (self.inside(old),)
        if self.new.kind != HOLDS[key]:
            raise TypeError(f"{self.name}(): `{self.id}` stands among {HOLDS[key]}s, and {self.new!r} is a {self.new.kind}")
        return self.put(old)
