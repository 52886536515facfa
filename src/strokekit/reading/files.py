"""The files that a routine includes, and those that they include: each read once, whoever names it.

Nothing is opened here: whoever links says how a path is read.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import attrs

from strokekit.diagnostics import Outcome, Related, Report
from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong, locate
from strokekit.model.amounts import Range
from strokekit.model.condition import Until, When
from strokekit.model.finding import find
from strokekit.model.frozen import FrozenMap
from strokekit.model.place import Path, Pattern, Place, Placement, Sides
from strokekit.model.routine import Include, Routine
from strokekit.model.touch import Pressure, Things, Tool

Load: TypeAlias = "Callable[[str], Outcome[Routine] | Wrong]"
"""Reads the file at a path from the routine's folder, or says why it may not be read; the pointer of that is filled in."""


def split_ref(ref: str) -> tuple[str, str]:
    """Take a reference apart: the file, empty for this one, and the part, empty for the whole file.

    A part of a plugin stands in a file of its own, which is named after it in a way that no path of a routine file is.

    >>> split_ref("./legs.routine.yaml#calf"), split_ref("calf"), split_ref("./legs.routine.yaml")
    (('./legs.routine.yaml', 'calf'), ('', 'calf'), ('./legs.routine.yaml', ''))
    >>> split_ref("thai.warm_up")
    ('<thai.warm_up>', 'warm_up')
    """
    file, hash_, part = ref.partition("#")
    if hash_ or "/" in ref:
        return file, part
    return (f"<{ref}>", ref.rpartition(".")[2]) if "." in ref else ("", ref)


def of_plugin(file: str) -> str:
    """Give the dotted id of a plugin's part for the file that it stands in; empty for a file that has a path.

    >>> of_plugin("<thai.warm_up>"), of_plugin("legs.routine.yaml")
    ('thai.warm_up', '')
    """
    return file[1:-1] if file.startswith("<") and file.endswith(">") else ""


def resolved(file: str, including: str) -> str:
    """Give the path of an included file from the folder of the routine; `including` is that of the file that names it.

    >>> resolved("../arms.routine.yaml", "parts/legs.routine.yaml")
    'arms.routine.yaml'
    """
    if not file or of_plugin(file):
        return file or including
    return posixpath.normpath(posixpath.join(posixpath.dirname(including), file))


def rebased(part: Any, file: str) -> Any:
    """Lead every origin in a part of a routine into `file`, so that it still says where things were written from elsewhere.

    >>> from strokekit.model.routine import Node
    >>> rebased(Node(origin="/parts/leg", id="leg"), "legs.routine.yaml").origin
    'legs.routine.yaml#/parts/leg'
    """
    if isinstance(part, tuple):
        return tuple(rebased(one, file) for one in part)
    if isinstance(part, FrozenMap):
        return FrozenMap({key: rebased(one, file) for key, one in part.items()})
    if isinstance(part, Document) or not attrs.has(type(part)):
        return part
    fields = [field for field in attrs.fields(type(part)) if field.init]
    changes = {field.name: _moved(field.name, getattr(part, field.name), file) for field in fields}
    return attrs.evolve(part, **changes)


def _moved(name: str, value: Any, file: str) -> Any:
    return f"{file}#{value}" if name == "origin" and isinstance(value, str) else rebased(value, file)


_WITHOUT: frozenset[type] = frozenset(
    {Document, Place, Path, Placement, Pattern, Pressure, Range, Sides, Things, Tool, Until, When}
)
"""What holds no include, however deep: literals, and the document itself."""


def includes_of(part: Any) -> Iterator[Include]:
    """Find every include in a part of a routine, in the order in which they are written."""
    return iter(find(part, Include, closed=_WITHOUT))


def link(routine: Routine, load: Load, part: Load) -> Outcome[Routine]:
    """Read every file that a routine includes, and what those include, and put them beside it as `files`.

    `load` reads the file at a path, `part` the fragment in which a plugin has the part with a dotted id.

    The report holds what is wrong in them, each finding with the include that led there; a file that can't be used is not
    among `files`.
    """
    linking = _Linking(load, part)
    linking.follow(routine, "")
    return Outcome(attrs.evolve(routine, files=linking.files) if linking.files else routine, linking.report)


@attrs.define
class _Linking:
    load: Load
    part: Load
    files: dict[str, Routine] = attrs.field(factory=dict)
    seen: set[str] = attrs.field(factory=set)
    report: Report = attrs.field(factory=Report)

    def follow(self, routine: Routine, file: str) -> None:
        """Read the files that one file includes, the nearest first."""
        parts = (routine.sections, tuple(part.block for part in routine.parts.values()), routine.may_add)
        for include in includes_of(parts):
            named, _ = split_ref(include.ref)
            path = resolved(named, file)
            if (named.startswith(".") or of_plugin(named)) and path not in self.seen:
                self.seen.add(path)
                self._take(self._read(path, file), path, routine, f"{include.node.origin}/include")

    def _read(self, path: str, including: str) -> Outcome[Routine] | Wrong:
        """Read a file or a part of a plugin; what a plugin has installed opens no files beside the routine."""
        if of_plugin(path):
            return self.part(of_plugin(path))
        if of_plugin(including):
            return Wrong("include-unusable", "", facts={"path": path, "problem": "a part of a plugin includes no files"})
        return self.load(path)

    def _take(self, found: Outcome[Routine] | Wrong, path: str, including: Routine, origin: str) -> None:
        pointer = origin.rpartition("#")[2]
        if isinstance(found, Wrong):
            self.report += Report.of([locate(including.document, attrs.evolve(found, pointer=pointer))])
            return
        self.report += _led(found.report, including, pointer)
        if found.value is not None:
            routine = found.value
            self.files[path] = attrs.evolve(rebased(routine, path), document=routine.document)
            self.follow(self.files[path], path)


def _led(report: Report, including: Routine, pointer: str) -> Report:
    """Show with everything found in a file which include led there."""
    document = including.document
    if document is None:
        return report
    here = Related(message="included from here", file=document.source.name, pointer=pointer, span=document.span(pointer))
    return Report.of(attrs.evolve(found, related=(*found.related, here)) for found in report)
