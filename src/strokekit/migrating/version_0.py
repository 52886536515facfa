"""From the draft, version 0, to version 1.

The draft called the steps of a section and of a block `moves`, a duration `time` or, as a bare number, `mins`; its pressure was
a bare number on the scale `walton`; `sides: both` did a block on each side; `avoid` was a list of places, all of them to be kept
off; and `contraindications: none` did not tell whether anybody had looked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from strokekit.formats.changes import Change, Rename, Set
from strokekit.formats.pointer import join

_LEVEL = re.compile(r" *[1-5] *(\.\. *[1-5] *)?")
_HOLDERS = ("moves", "from", "between")


def from_0(data: Mapping[str, Any]) -> Iterator[Change]:
    """Give what is to be changed in a document of the draft.

    >>> list(from_0({"sections": [{"id": "legs", "moves": [{"technique": "kneading", "mins": 5}]}]}))[1:]
    [Rename(pointer='/sections/0/moves/0/mins', key='duration'), Set(pointer='/sections/0/moves/0/mins', value='5 min')]
    """
    yield from _care(data, "")
    if data.get("contraindications") == "none":
        yield Set("/contraindications", "unknown")  # nobody says that someone looked: the careful reading
    for pointer, node in _nodes(data.get("sections"), "/sections"):
        yield from _node(node, pointer)


def _nodes(nodes: Any, pointer: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Go through sections, blocks and steps."""
    for index, node in enumerate(nodes if isinstance(nodes, list) else ()):
        if isinstance(node, dict):
            at = join(pointer, index)
            yield at, node
            for key in _HOLDERS:
                yield from _nodes(node.get(key), join(at, key))


def _node(node: Mapping[str, Any], at: str) -> Iterator[Change]:
    if "moves" in node and "steps" not in node:
        yield Rename(join(at, "moves"), "steps")
    if "duration" not in node:
        yield from _duration(node, at)
    pressure = node.get("pressure")
    if not isinstance(pressure, bool) and _LEVEL.fullmatch(str(pressure)):
        yield Set(join(at, "pressure"), f"{str(pressure).strip()} walton")
    if node.get("sides") == "both":
        yield Set(join(at, "sides"), "each")
    yield from _care(node, at)


def _duration(node: Mapping[str, Any], at: str) -> Iterator[Change]:
    """Rename `time`, else `mins` with its unit; where both stand, the second is left for the author to judge."""
    if "time" in node:
        yield Rename(join(at, "time"), "duration")
    elif "mins" in node:
        yield Rename(join(at, "mins"), "duration")
        if isinstance(node["mins"], (int, str)):
            yield Set(join(at, "mins"), f"{node['mins']} min")


def _care(node: Mapping[str, Any], at: str) -> Iterator[Change]:
    avoid = node.get("avoid")
    if isinstance(avoid, list) and avoid and all(isinstance(place, str) for place in avoid):
        yield Set(join(at, "avoid"), dict.fromkeys(avoid, "keep_off"))
