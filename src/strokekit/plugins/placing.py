"""Where in a plugin's data files something stands that is wrong, and whose file that is.

Nothing is looked for here: who finds a mistake says in which declaration it is, and where in that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from strokekit.diagnostics import Diagnostic, Severity
from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong, locate
from strokekit.formats.pointer import join
from strokekit.literals import Mistake
from strokekit.plugins.discovery import Owner

SECTIONS: Mapping[str, str] = {
    "technique": "techniques",
    "region": "regions",
    "namedquantity": "quantities",
    "scale": "scales",
    "rule": "rules",
    "renderer": "renderers",
}
"""Kind of declaration → the key under which a plugin file has them, or would if it could hold code."""


@attrs.frozen(kw_only=True)
class Doubt:
    """Something in a declaration that does not hold: which declaration, where in it, what is wrong, and what may be meant."""

    kind: str
    """What it is: a key of `SECTIONS`."""
    id: str
    """Its id, with the namespace."""
    path: tuple[str | int, ...]
    """The way to the wrong place, from the declaration down."""
    mistake: Mistake
    """What is wrong there."""


def placed(documents: Iterable[Document], owner: Owner, doubt: Doubt) -> Diagnostic | None:
    """Make the diagnostic of a doubt at its place in the files of its plugin; None where it stands in none."""
    bare = doubt.id.removeprefix(f"{owner.namespace}.")
    for document in documents:
        at = _pointer(document, SECTIONS[doubt.kind], bare)
        if at is not None:
            return owned(owner, located(document, at, doubt.path, doubt.mistake))
    return None


def located(document: Document, pointer: str, path: Iterable[str | int], mistake: Mistake) -> Diagnostic:
    """Make the diagnostic of a mistake below a pointer, as deep as the document goes."""
    for part in path:
        below = join(pointer, part)
        pointer = below if stands(document, below) else pointer
    inner = (mistake.start, mistake.end) if mistake.end is not None else None
    return locate(document, Wrong(mistake.name, pointer, inner=inner, facts=mistake.facts, hints=mistake.hints))


def owned(owner: Owner, found: Diagnostic) -> Diagnostic:
    """Name the plugin, and take the weight off: nothing in a plugin's file makes a routine invalid by itself."""
    hints = (*found.hints, f"this stands in the plugin {owner}")
    facts = {**found.facts, "plugin": str(owner), "namespace": owner.namespace}
    return attrs.evolve(found, severity=Severity.WARNING, hints=hints, facts=facts)


def stands(document: Document, pointer: str) -> bool:
    """Tell whether there is something at a pointer."""
    try:
        document.value(pointer)
    except KeyError:
        return False
    return True


def _pointer(document: Document, key: str, name: str) -> str | None:
    listed = document.data.get(key)
    for index, one in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(one, Mapping) and one.get("id") == name:
            return join("", key, index)
    return None
