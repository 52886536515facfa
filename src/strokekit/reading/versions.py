"""The version that a document is written in: a later one can be looked at and not understood, an older one can be migrated."""

from __future__ import annotations

from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong
from strokekit.version import FORMAT

OLDEST = 0
"""The first version that can be migrated: the draft before version 1."""


def of_another_version(document: Document) -> Wrong | None:
    """Say what is wrong with the version of a document; None for the one that is read here, and where none is written.

    >>> from strokekit.formats import read_text
    >>> of_another_version(read_text("strokekit: 0").require()).name
    'version-old'
    """
    found = document.data.get("strokekit")
    if not isinstance(found, int) or isinstance(found, bool) or found == FORMAT:
        return None
    facts = {"found": found, "known": FORMAT, "file": document.source.name}
    return Wrong("version-old" if OLDEST <= found < FORMAT else "version-unknown", "/strokekit", facts=facts)
