"""Laws of layout: laid out once is laid out, nothing changes its meaning, and no comment is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strokekit.engine import Engine
from strokekit.formats import Document, Syntax, read_text
from strokekit.formats.json_layout import json_text
from strokekit.formats.tree_reading import read_tree
from strokekit.formats.yaml_layout import yaml_text
from strokekit.model.routine import Routine
from tests.documents import near_routines, routines
from tests.laws.test_syntaxes import as_yaml
from tests.messy import documents, remarks

ENGINE = Engine()
EXAMPLES = sorted(Path(__file__).parents[2].joinpath("examples").rglob("*.routine.*"))


def laid_out(document: Document) -> Document:
    """Lay a document out as any document, without knowing what a routine is, and read it again."""
    tree = read_tree(document)
    text = json_text(tree.root) if document.syntax == "json" else yaml_text(tree.root, header=tree.header)
    return read_text(text, name=document.source.name).require()


@settings(max_examples=200)
@given(documents())
def test_a_layout_says_the_same(document: Document) -> None:
    """A document laid out anew reads to the same data."""
    assert laid_out(document).data == document.data


@settings(max_examples=200)
@given(documents())
def test_a_layout_is_final(document: Document) -> None:
    """What is laid out stays as it is when it is laid out again."""
    once = laid_out(document)

    assert laid_out(once).source.text == once.source.text


@settings(max_examples=200)
@given(documents())
def test_a_layout_keeps_every_comment(document: Document) -> None:
    """Every comment is still there, once, and in the same order."""
    assert remarks(laid_out(document)) == remarks(document)


def _yaml(data: Any, *, flow: bool | None = None) -> str:
    return as_yaml(json.loads(json.dumps(data)), flow=flow)  # a copy: what is shared would be written as an alias


def _fmt(text: str, syntax: Syntax) -> str:
    return ENGINE.fmt(ENGINE.read_text(text, name=f"r.{syntax}")).require()


def _meaning(routine: Routine | None) -> Any:
    """Give a routine without where it was written."""
    return None if routine is None else attrs.evolve(routine, document=None)


@settings(max_examples=100)
@given(routines(), st.booleans())
def test_fmt_keeps_the_routine(data: dict[str, Any], flow: bool) -> None:  # noqa: FBT001 - generated
    """A routine means the same after it was laid out, down to the names that are made of its content."""
    text = _yaml(data, flow=flow)

    assert _meaning(ENGINE.loads(_fmt(text, "yaml"), syntax="yaml").value) == _meaning(ENGINE.loads(text, syntax="yaml").value)


@settings(max_examples=100)
@given(near_routines(), st.sampled_from(("yaml", "json")))
def test_fmt_is_final(data: dict[str, Any], syntax: Syntax) -> None:
    """Laid out twice is laid out once, also where the routine holds mistakes."""
    text = json.dumps(data) if syntax == "json" else _yaml(data)
    if not ENGINE.read_text(text, name=f"r.{syntax}").ok or data.get("strokekit") != 1:
        return
    once = _fmt(text, syntax)

    assert _fmt(once, syntax) == once


def _reversed(data: Any) -> Any:
    """Give data with the keys of every mapping in the opposite order."""
    if isinstance(data, dict):
        return {key: _reversed(data[key]) for key in reversed(data)}
    return [_reversed(item) for item in data] if isinstance(data, list) else data


def _keys(text: str, syntax: Syntax) -> list[list[str]]:
    """Give the keys of a document, its sections and their steps, in the order of the text."""
    data = read_text(text, name=f"r.{syntax}").require().data
    sections = data["sections"]
    return [list(node) for node in (data, *sections, *(step for section in sections for step in section.get("steps", ())))]


@settings(max_examples=60)
@given(routines())
def test_the_order_of_keys_does_not_depend_on_the_order_they_had(data: dict[str, Any]) -> None:
    """A routine and the same with all keys the other way round, in the other syntax, have their keys in the same order."""
    yaml_, json_ = _fmt(_yaml(data), "yaml"), _fmt(json.dumps(_reversed(data)), "json")

    assert _keys(yaml_, "yaml") == _keys(json_, "json")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_keeps_its_meaning_and_its_comments(path: Path) -> None:
    """Each example that can be read, laid out, reports the same, says the same, and is final; no comment is lost."""
    read = ENGINE.read(path)
    outcome = ENGINE.fmt(read)
    if outcome.value is None:
        assert not read.ok or [error.name for error in outcome.report.errors] == ["version-unknown"]
        return
    made = outcome.value
    again = ENGINE.read_text(made, name=str(path), folder=path.parent)

    assert ENGINE.fmt(again).require() == made
    assert sorted(remarks(again.require())) == sorted(remarks(read.require()))
    assert _meaning(ENGINE.structure(again).value) == _meaning(ENGINE.structure(read).value)


OF_NO_REPORT = [
    path for path in EXAMPLES if not {"invalid", "doubtful"} & set(path.parts) and path.name != "long-forms.routine.yaml"
]
"""The examples but for those beside which a report lies that names their lines, and the one that shows what `fmt` shortens."""


@pytest.mark.parametrize("path", OF_NO_REPORT, ids=lambda path: path.name)
def test_every_valid_example_has_its_layout(path: Path) -> None:
    """The examples are written as `strokekit fmt` leaves them."""
    read = ENGINE.read(path)

    assert ENGINE.fmt(read).require() == read.require().source.text
