"""What stands under `with`, with the values in force filled in: what a value brings there is held against the declaration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strokekit.composing.frame import Work
from strokekit.composing.values import fill, names_of, shown
from strokekit.formats.locating import Wrong
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import Deed, Deferred
from strokekit.plugins.declarations import Parameter, Technique
from strokekit.plugins.literal_names import LITERAL_TYPES
from strokekit.reading.parameters import outside


def filled(work: Work, deed: Deed, technique: Technique | None) -> Mapping[str, Any]:
    """Give a step's own parameters without names of values; what does not fit any more is reported."""
    made = {}
    for name, written in deed.given.items():
        origin = f"{deed.node.origin}/with/{name}"
        deferred = Deferred(kind="", written=written, origin=origin)
        made[name] = fill(deferred, work.values) if names_of(deferred) else written
        parameter = technique.parameters.get(name) if technique else None
        if technique is not None and parameter is not None and made[name] != written:
            _check(work, technique, parameter, made[name], origin)
    return FrozenMap(made)


def _check(work: Work, technique: Technique, parameter: Parameter, written: Any, origin: str) -> None:
    if parameter.type == "choice" and written not in parameter.choices:
        options = ", ".join(f"`{choice}`" for choice in parameter.choices)
        facts = {"key": origin.rpartition("/")[2], "options": options, "found": f"`{shown(written)}`"}
        work.note(Wrong("not-one-of", origin, facts=facts))
    if parameter.type not in LITERAL_TYPES:
        return
    reading = work.literals.read(parameter.type, written)
    for mistake in reading.mistakes:
        work.note(Wrong(mistake.name, origin, facts=mistake.facts, hints=mistake.hints))
    wrong = outside(work.literals, technique, parameter, written, reading.value, origin)
    if wrong is not None:
        work.note(wrong)
