"""The table of migrations, and the walk along it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from strokekit.diagnostics import Outcome, Report
from strokekit.errors import UsageError
from strokekit.formats.changes import Change, Set
from strokekit.formats.document import Document
from strokekit.formats.locating import Wrong, locate
from strokekit.migrating.version_0 import from_0
from strokekit.version import FORMAT

MIGRATIONS: Mapping[int, Callable[[Mapping[str, object]], Iterable[Change]]] = {0: from_0}
"""Version → what to change in the data of a document of that version, so that it says the same in the next one.

The number itself is changed here. A version is added by a row and the file that it names.
"""


def migrate(document: Outcome[Document]) -> Outcome[Document]:
    r"""Bring a document to the version that this release reads, step by step; one that has it comes back as it is.

    None where it could not be read without an error, or is written in a version from which no way leads here; the report says
    why. What a migrated document says is as right as what the old one said: check it.

    >>> from strokekit.formats import read_text
    >>> print(migrate(read_text("strokekit: 0 # draft\ntitle: Calves", name="r.yaml")).require().source.text)
    strokekit: 1 # draft
    title: Calves
    """
    read = document.value
    if read is None or not document.ok:
        return Outcome(None, document.report)
    while (found := _version(read)) is not None and found in MIGRATIONS:
        try:
            changes = MIGRATIONS[found](read.data)
            read = read.edit().apply(Set("/strokekit", found + 1), *changes).document
        except UsageError as problem:
            return _stuck(read, Wrong("not-migrated", "", facts={"problem": str(problem)}))
    if found not in (FORMAT, None):
        return _stuck(read, Wrong("version-unknown", "/strokekit", facts={"found": found, "known": FORMAT}))
    return Outcome(read, document.report)


def _version(document: Document) -> int | None:
    """Give the version that a document says; None where it says none, which reading reports."""
    found = document.data.get("strokekit")
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def _stuck(document: Document, wrong: Wrong) -> Outcome[Document]:
    return Outcome(None, Report.of([locate(document, wrong)]))
