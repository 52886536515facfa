"""The canonical layout of a routine file: the same comments, the same meaning, one way to write it.

The text is read again before it is given back, so that no layout can change what a file says.
"""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from strokekit.diagnostics import Outcome, Report
from strokekit.formats.changes import Set, changed
from strokekit.formats.document import Document
from strokekit.formats.editing import ENDLESS
from strokekit.formats.json_layout import json_text
from strokekit.formats.locating import Wrong, locate
from strokekit.formats.read import read_text
from strokekit.formats.tree_reading import Tree, read_tree
from strokekit.formats.yaml_layout import yaml_text
from strokekit.plugins.catalog import Catalog
from strokekit.reading.versions import of_another_version
from strokekit.reading.vocabulary import literals_of
from strokekit.writing.arranging import arrange
from strokekit.writing.settling import settle


def canonical(document: Outcome[Document], catalog: Catalog) -> Outcome[str]:
    r"""Write a document in its canonical layout.

    None where it could not be read without an error, or is written in another version of the format; the report says why.

    >>> from strokekit import Engine
    >>> engine = Engine()
    >>> found = engine.read_text("title: 'Calves' # work\nstrokekit: 1", name="r.yaml")
    >>> print(canonical(found, engine.catalog).require(), end="")
    strokekit: 1
    title: Calves # work
    """
    read = document.value
    if read is None or not document.ok:
        return Outcome(None, document.report)
    wrong = of_another_version(read)
    if wrong is not None:
        return Outcome(None, document.report + Report.of([locate(read, wrong)]))
    return _laid_out(read, catalog).after(document.report)


def _laid_out(document: Document, catalog: Catalog) -> Outcome[str]:
    arrangement = arrange(document.data, knows=partial(_knows, catalog), literals=literals_of(document.data, catalog))
    tree = read_tree(document, keep=arrangement.kept.__contains__)
    shorter = settle(tree.root, arrangement)
    meant: Any = document.data
    for pointer, compact in shorter.items():
        meant = changed(meant, Set(pointer, compact))
    text = _text(document, tree)
    again = read_text(text, name=document.source.name, syntax=document.syntax, limits=ENDLESS)
    if again.ok and again.value is not None and _exact(again.value.data) == _exact(meant):
        return Outcome(text)
    return Outcome(None, Report.of([locate(document, Wrong("layout-unsafe", ""))]))


def _knows(catalog: Catalog, id_: str) -> bool:
    """Tell whether a technique or action is known, or will be once a value is set."""
    return id_.startswith("$") or catalog.technique(id_) is not None


def _text(document: Document, tree: Tree) -> str:
    return json_text(tree.root) if document.syntax == "json" else yaml_text(tree.root, header=tree.header)


def _exact(data: Any) -> str:
    return json.dumps(data, sort_keys=True)
