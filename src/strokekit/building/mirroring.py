"""A fragment's mirror image: left and right exchanged wherever the format says so, and nothing else touched.

What a literal means on the other side is decided where plans decide it, in `strokekit.composing.mirror`. How it is written is
kept: the words are exchanged in the author's own text, and only where that would not say the same is the literal written anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import attrs

from strokekit.building.calling import call
from strokekit.building.combining import keys_in, with_keys
from strokekit.building.keys import EXTRA, HOLDS, LITERALS
from strokekit.building.piece import Kind, Piece, thawed
from strokekit.building.values import default_engine
from strokekit.composing import mirror as image
from strokekit.composing.targets import terms
from strokekit.engine import Engine
from strokekit.errors import UsageError
from strokekit.formats.calls import Call
from strokekit.literals import Literals
from strokekit.literals.fields import DOSE, STATE
from strokekit.model.frozen import FrozenMap
from strokekit.plugins.catalog import Catalog

K = TypeVar("K", bound=Kind)
_OTHER = {"left": "right", "right": "left", "clockwise": "counterclockwise", "counterclockwise": "clockwise"}
_WORD = re.compile(r"(?<![\w.])(left|right|clockwise|counterclockwise)(?![\w.])")
_SIDED = frozenset({"place", "path", "placement", "direction", "side", "tool", "position", "therapist", "until"})
"""The kinds of literals that may speak of a side."""
_NESTED = ("defaults", "but", "stages")
"""Keys of a node that hold dose fields, or a list of such."""
_TEXTS = frozenset({"by", "basis", "source", "note"})


def mirror(fragment: Piece[K], /, *, engine: Engine | None = None) -> Piece[K]:
    """Give the mirror image of a fragment: what was done on the left is done on the right.

    Left and right are exchanged in all that says where and how the client, the therapist and the hands are, and in the order
    of `sides`. Turns are reversed where all that the step works on is paired. Texts, amounts, pressure, conditions and what
    is to be avoided stay: a sore left knee stays the left one. A step with `mirror=False` stays whole. Mirroring twice
    gives an equal fragment.

    Args:
        fragment: a step, a section, a part or a routine.
        engine: knows which regions are paired; by default what strokekit ships does.

    Raises:
        UsageError: an `include` or a `$value` says something that can't be seen from here.

    >>> from strokekit.build import technique
    >>> mirror(technique("circles", where="left knee", direction="clockwise", note="left alone")).data
    {'technique': 'circles', 'where': 'right knee', 'direction': 'counterclockwise', 'note': 'left alone'}
    """
    made: Piece[K] = _Mirror((engine or default_engine()).catalog, call("mirror", (fragment,), {})).node(fragment, {})
    return made


@attrs.frozen
class _Mirror:
    """One mirroring: the catalogue, and the call that asked for it."""

    catalog: Catalog
    call: Call

    @property
    def literals(self) -> Literals:
        return self.catalog.literals

    def node(self, node: Any, around: Mapping[str, Any]) -> Any:
        """Mirror a step, a section, a part or a routine; `around` holds the dose fields that it inherits."""
        keys = keys_in(node)
        if keys.get("mirror") is False:
            return node
        if "include" in keys:
            raise UsageError(f"mirror() can't see what {_shown(node)} includes: build that part, and fill it by with_values()")
        inherited = {**around, **_mapping(keys.get("defaults"))}
        made = with_keys(node, {key: self._key(node, key, value, inherited) for key, value in keys.items()})
        if made == node:
            return node
        if not isinstance(made, Piece):
            return made
        return attrs.evolve(made, call=attrs.evolve(made.call, after=(*made.call.after, f"mirrored at {self.call.place}")))

    def _key(self, node: Any, key: str, value: Any, inherited: Mapping[str, Any]) -> Any:
        if key in HOLDS:
            return self._held(key, value, inherited)
        if key in _NESTED:
            return self._nested(node, value, inherited)
        if key in ("for_each", "places") and isinstance(value, Mapping):
            return self._places(node, key, value)
        if key in DOSE or key in STATE or key == "among":
            return self._literal(node, LITERALS.get(key, ""), value, turns=self._turns(keys_in(node), inherited))
        return _exchanged(value) if key == "sides" and isinstance(value, str) else value

    def _held(self, key: str, value: Any, inherited: Mapping[str, Any]) -> Any:
        if key == "parts" and isinstance(value, Mapping):
            return FrozenMap({name: self._held("", part, {}) for name, part in value.items()})
        if isinstance(value, tuple):
            return tuple(self._held(key, part, inherited) for part in value)
        return self.node(value, inherited) if isinstance(value, (Piece, Mapping)) else value

    def _nested(self, node: Any, value: Any, inherited: Mapping[str, Any]) -> Any:
        """Mirror the dose fields of defaults, of exceptions and of stages."""
        if isinstance(value, tuple):
            return tuple(self._nested(node, part, inherited) for part in value)
        if not isinstance(value, Mapping):
            return value
        kinds = {key: LITERALS.get(key, "") for key in DOSE}
        return self._fields(node, value, kinds, turns=self._turns(value, {**inherited, **keys_in(node)}))

    def _places(self, node: Any, key: str, value: Mapping[str, Any]) -> Any:
        """Mirror the places of a loop, or those that a routine names."""
        if key == "for_each":
            return self._fields(node, value, {"place": "place"}, turns=False)
        kinds = {"at": "place", "path": "path"}
        return FrozenMap({name: self._fields(node, place, kinds, turns=False) for name, place in _mappings(value)})

    def _fields(self, node: Any, value: Mapping[str, Any], kinds: Mapping[str, str], *, turns: bool) -> FrozenMap[str, Any]:
        changed = {key: self._literal(node, kinds[key], value[key], turns=turns) for key in value if key in kinds}
        return FrozenMap({**value, **changed})

    def _turns(self, keys: Mapping[str, Any], inherited: Mapping[str, Any]) -> bool:
        """Tell whether all that a step works on is paired, so that its turns have a mirror image."""
        technique = self.catalog.technique(str(keys.get("technique") or keys.get("action")))
        names = [name for key in ("where", "path") for name in self._regions(key, _said(key, keys, inherited, technique))]
        return bool(names) and all(self.catalog.regions[name].sides == "paired" for name in names)

    def _regions(self, key: str, written: Any) -> list[str]:
        parts = written if isinstance(written, tuple) else (written,)
        read = [self.literals.read(LITERALS[key], thawed(part)).value for part in parts if part is not None]
        return [term.name for value in read for term in terms(value) if term.name in self.catalog.regions]

    def _literal(self, node: Any, kind: str, written: Any, *, turns: bool) -> Any:
        if kind not in _SIDED:
            return written
        if isinstance(written, tuple):
            return tuple(self._literal(node, kind, part, turns=turns) for part in written)
        if "$" in str(written):
            raise UsageError(f"mirror() can't see what `{written}` in {_shown(node)} stands for: fill it by with_values() first")
        return self._mirrored(kind, written, turns=turns)

    def _mirrored(self, kind: str, written: Any, *, turns: bool) -> Any:
        """Exchange the words; where that does not say what the mirror image says, write that."""
        swapped = _swapped(written, turns=turns)
        before = self.literals.read(kind, thawed(written))
        if before.mistakes:
            return swapped
        wanted = image.mirror(before.value, turns=turns)
        if wanted == before.value:
            return written
        same = self.literals.read(kind, thawed(swapped)).value == wanted
        return swapped if same else self.literals.write(kind, wanted)


def _mappings(value: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    return [(name, _mapping(part)) for name, part in value.items()]


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _shown(node: Any) -> str:
    return repr(node) if isinstance(node, Piece) else "a step that was given as a mapping"


def _said(key: str, keys: Mapping[str, Any], inherited: Mapping[str, Any], technique: Any) -> Any:
    """Give a dose field as it is said next to a step: by itself, by what is around it, or by its technique."""
    takes = technique.takes.get(key) if technique else None
    return keys.get(key, inherited.get(key, takes.default if takes else None))


def _exchanged(text: str, *, turns: bool = True) -> str:
    """Exchange the words of a text.

    >>> _exchanged("right then left")
    'left then right'
    """
    return _WORD.sub(lambda match: _OTHER[match[1]] if turns or match[1] in ("left", "right") else match[1], text)


def _swapped(written: Any, *, turns: bool) -> Any:
    """Exchange the words of a literal in whatever form it is; its notes and `x-` keys stay."""
    if isinstance(written, str):
        return _exchanged(written, turns=turns)
    if isinstance(written, Mapping):
        kept = {key: part for key, part in written.items() if key in _TEXTS or key.startswith(EXTRA)}
        return FrozenMap({key: kept.get(key, _swapped(part, turns=turns)) for key, part in written.items()})
    return tuple(_swapped(part, turns=turns) for part in written) if isinstance(written, tuple) else written
