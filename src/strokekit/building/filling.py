"""A part with its values filled in, or a step with some: what `$name` stands for is written in its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from strokekit.building.calling import call
from strokekit.building.documents import NAME
from strokekit.building.keys import HOLDS, LITERALS
from strokekit.building.piece import Part, Piece, Step, thawed
from strokekit.building.values import default_engine, taken
from strokekit.composing.values import fill
from strokekit.diagnostics import Diagnostic, diagnose
from strokekit.engine import Engine
from strokekit.formats.calls import Call, in_call
from strokekit.formats.read import read_text
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import Deferred
from strokekit.plugins.spelling import closest
from strokekit.reading.context import names_in
from strokekit.reading.envelope import VERSION
from strokekit.reading.repairs import did_you_mean

_NESTED = ("technique", "action", "defaults", "but", "stages", "with", "set", "for_each")
"""Keys of a node beside its literals in which values may stand."""


def with_values(fragment: Part | Step, values: Mapping[str, Any], /, *, engine: Engine | None = None) -> Step:
    """Fill values in: a step in which `$name` has become what it stands for.

    A part takes the values that it declares; those that are not given have their defaults. Of a step that declares none, some
    may be filled and others left. A value that does not fit is a diagnostic which names this call, and comes when
    an engine reads the routine.

    Args:
        fragment: a part, or a step.
        values: name → value, as a file would hold it.
        engine: decides what fits; by default what strokekit ships does.

    >>> from strokekit.build import part, technique
    >>> passes = {"type": "count", "default": 3}
    >>> leg = part(technique("gliding", path="ankle -> hip", repeat="$passes"), values={"passes": passes})
    >>> with_values(leg, {"passes": "4..5"}).data
    {'steps': [{'technique': 'gliding', 'path': 'ankle -> hip', 'repeat': '4..5'}]}
    """
    if getattr(fragment, "kind", None) not in ("part", "step"):
        raise TypeError(f"with_values() takes a part or a step, not {fragment!r}")
    given = {name: taken(value, "", f"`{name}` of with_values()") for name, value in values.items()}
    here = call("with_values", (fragment, given), {})
    declared = fragment.keys.get("values") if fragment.kind == "part" else None
    if isinstance(declared, Mapping):
        settings, found = _settled(declared, given, here, fragment.call, engine or default_engine())
    else:
        settings, found = given, _unknown(fragment, given, here)
    keys = {key: part for key, part in _filled(fragment, settings, here).keys.items() if key != "values" or declared is None}
    return Piece(kind="step", keys=FrozenMap(keys), call=_after(fragment.call, here), found=(*fragment.found, *found))


def _after(call_: Call, here: Call) -> Call:
    return attrs.evolve(call_, after=(*call_.after, f"filled at {here.place}"))


def _settled(
    declared: Mapping[str, Any], given: Mapping[str, Any], here: Call, part: Call, engine: Engine
) -> tuple[Mapping[str, Any], tuple[Diagnostic, ...]]:
    """Hold values against what a part declares, as if a routine declared it, which all engines know how to check."""
    import json

    data = {
        "strokekit": VERSION,
        "title": "values",
        "contraindications": "none_reviewed",
        "values": thawed(declared),
        "sections": [{"id": "values", "steps": [{"caution": "values"}]}],
    }
    read = read_text(json.dumps(data), name=NAME, syntax="json").require()
    calls = {"": here, **{f"/values/{name}": here if name in given else part for name in declared}}
    outcome = engine.compose(engine.structure(attrs.evolve(read, calls=calls)), values={k: thawed(v) for k, v in given.items()})
    defaults = {name: one["default"] for name, one in declared.items() if isinstance(one, Mapping) and "default" in one}
    settings = outcome.value.settings if outcome.value is not None else {**defaults, **given}
    return settings, tuple(
        problem for problem in outcome.report if problem.pointer == "" or problem.pointer.startswith("/values")
    )


def _unknown(fragment: Part | Step, given: Mapping[str, Any], here: Call) -> tuple[Diagnostic, ...]:
    """Report the values that nothing in a fragment names."""
    used = tuple(dict.fromkeys(named.name for named in names_in(fragment.data)))
    wrong = [(name, closest(name, used)) for name in given if name not in used]
    return tuple(in_call({"": here}, NAME, diagnose("unknown-value", id=name, hints=did_you_mean(near))) for name, near in wrong)


def _filled(node: Any, values: Mapping[str, Any], here: Call) -> Any:
    """Fill the literals of a node, and of the nodes inside it; texts are left alone."""
    keys = node.keys if isinstance(node, Piece) else node
    made = {key: _key(key, value, values, here) for key, value in keys.items()}
    if made == dict(keys):
        return node
    if not isinstance(node, Piece):
        return FrozenMap(made)
    return attrs.evolve(node, keys=FrozenMap(made), call=_after(node.call, here))


def _key(key: str, value: Any, values: Mapping[str, Any], here: Call) -> Any:
    if key in HOLDS:
        return _held(value, values, here)
    return _put(value, values) if key in LITERALS or key in _NESTED else value


def _held(value: Any, values: Mapping[str, Any], here: Call) -> Any:
    if isinstance(value, tuple):
        return tuple(_held(part, values, here) for part in value)
    return _filled(value, values, here) if isinstance(value, (Piece, Mapping)) else value


def _put(value: Any, values: Mapping[str, Any]) -> Any:
    if isinstance(value, tuple):
        return tuple(_put(part, values) for part in value)
    if isinstance(value, Mapping):
        return FrozenMap({key: _put(part, values) for key, part in value.items()})
    return fill(Deferred(kind="", written=value, origin=""), values) if isinstance(value, str) else value
