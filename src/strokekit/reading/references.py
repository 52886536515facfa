"""Names that stand for something elsewhere in the document: gathered while it is read, and looked up when all of it is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from strokekit.formats.locating import Wrong
from strokekit.plugins.spelling import closest
from strokekit.reading.context import Reading, Reference
from strokekit.reading.repairs import did_you_mean, replace_inside, replace_value

CODES = {
    "mark": "unknown-mark",
    "part": "unknown-part",
    "variant": "unknown-variant",
    "question": "unknown-question",
}
"""What is said of a name that stands for nothing; of the others it is `unknown-id`."""


@attrs.frozen(kw_only=True)
class Names:
    """Everything in a document that can be named, by what it is."""

    known: Mapping[str, Iterable[str]]

    def check(self, reading: Reading) -> None:
        """Report the names that stand for nothing, each with the one that may be meant."""
        known = {what: tuple(dict.fromkeys(names)) for what, names in self.known.items()}
        for reference in reading.references:
            if reference.name not in known.get(reference.what, ()):
                _unknown(reading, reference, known.get(reference.what, ()))


def _unknown(reading: Reading, reference: Reference, known: tuple[str, ...]) -> None:
    near = closest(reference.name, known)
    at, inner = reference.pointer, reference.inner
    fix = None
    if near is not None:
        fix = replace_value(reading.document, at, near) if inner is None else replace_inside(reading.document, at, inner, near)
    reading.said.add(at)
    code = CODES.get(reference.what, "unknown-id")
    reading.wrong(Wrong(code, at, inner=inner, facts={"id": reference.name}, hints=did_you_mean(near), fix=fix))
