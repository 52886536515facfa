"""What can still be said of a routine in which something is wrong already, so that one run shows as much as it can.

A step that could not be read whole is not judged further: what a later stage would say of it may only follow from its mistake.
"""

from __future__ import annotations

import re

from strokekit.diagnostics import Diagnostic, Report

LOCAL = frozenset(
    {
        "avoid-unclear",
        "avoided-place",
        "contraindications-unknown",
        "direction-against-path",
        "dose-disagrees",
        "dose-missing",
        "dose-outside-limits",
        "level-off-scale",
        "no-target",
        "not-reachable",
        "path-gap",
        "pressure-not-comparable",
        "pressure-over-cap",
        "shares-exceed",
        "side-on-midline",
        "too-few-options",
        "value-unfit",
        "value-unset",
    }
)
"""What is found by looking at one step, its surroundings and the catalogue. Sums and what follows from the order of steps wait
until every step can be read."""
_NODE = re.compile(r"(?:[^#/]*#)?(?:/(?:sections|steps|from|between|may_add)/\d+|/parts/[a-z0-9_]+|/interspersed(?=/))*")
_REACHING_DOWN = frozenset({"avoid", "cap", "defaults", "position", "sections", "values", "words"})
"""Keys whose mistakes touch everything below the node they stand on."""


def still_to_say(found: Report, earlier: Report) -> Report:
    """Give what `found` says apart from the mistakes that `earlier` holds: all of it where there are none.

    >>> still_to_say(Report(), Report()).ok
    True
    """
    errors = earlier.errors
    if not errors:
        return found
    spoilt = {_node(error.pointer) for error in errors}
    above = {_node(error.pointer) for error in errors if _key(error.pointer) in _REACHING_DOWN}
    moved = any(_key(error.pointer) == "position" for error in errors)
    return Report.of(
        d for d in found if d.name in LOCAL and not _spoilt(d, spoilt, above) and not (moved and d.name == "not-reachable")
    )


def _spoilt(diagnostic: Diagnostic, spoilt: set[str], above: set[str]) -> bool:
    node = _node(diagnostic.pointer)
    return (bool(node) and node in spoilt) or any(node == top or node.startswith(f"{top}/") for top in above)


def _node(pointer: str) -> str:
    """Cut a pointer back to the section, block or step that it stands in; the document is the empty text."""
    match = _NODE.match(pointer)
    return match[0] if match else ""


def _key(pointer: str) -> str:
    """Give the first key below the node."""
    return pointer[len(_node(pointer)) :].partition("/")[2].partition("/")[0]
