"""The reader of literals for one file: the catalogue's, or one that knows the file's own words, places and scales too."""

from __future__ import annotations

from strokekit.literals import Literals
from strokekit.model.routine import Routine
from strokekit.plugins.catalog import Catalog, LocalVocabulary


def literals_of(routine: Routine, catalog: Catalog) -> Literals:
    """Give the reader of literals for a file."""
    own = routine.words or routine.places or routine.scales
    return Literals(LocalVocabulary.of(catalog, routine)) if own else catalog.literals
