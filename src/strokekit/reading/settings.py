"""`set`: values that an include, a variant or an effect sets."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from strokekit.formats.locating import Wrong
from strokekit.model.frozen import FrozenMap
from strokekit.model.routine import Deferred
from strokekit.plugins.spelling import closest
from strokekit.reading.context import Reading, names_in
from strokekit.reading.repairs import did_you_mean, replace_key
from strokekit.reading.words import Written, own

VALUE = "value"
"""The kind of a `Deferred` whose own kind is that of the value it is set to."""


def settings(
    reading: Reading, node: Written, pointer: str, *, free: str = "", names: Collection[str] = (), checked: bool = True
) -> FrozenMap[str, Any]:
    """Read what is set; what names values of its surroundings is `Deferred`.

    Args:
        reading: the document being read.
        node: what holds the key `set`.
        pointer: where that stands.
        free: a word that stands for something else than itself.
        names: what can be set.
        checked: whether `names` is known; the values of another file are not known here.
    """
    at = reading.below(pointer, "set")
    made = {}
    for name, written in own(node.get("set")):
        where = reading.below(at, name)
        if checked and name not in names:
            _unknown(reading, name, where, names)
        if isinstance(written, (str, int)):
            made[name] = written if written == free else _value(reading, written, where)
    return FrozenMap(made)


def _unknown(reading: Reading, name: str, pointer: str, names: Collection[str]) -> None:
    near = closest(name, tuple(names))
    fix = replace_key(reading.document, pointer, near) if near else None
    reading.wrong(Wrong("unknown-value", pointer, on="key", facts={"id": name}, hints=did_you_mean(near), fix=fix))


def _value(reading: Reading, written: Any, pointer: str) -> Any:
    if not tuple(names_in(written)):
        return written
    deferred: Deferred = reading.literal(VALUE, written, pointer, values=True)
    return deferred
