"""Laws of syntax: a routine says the same in YAML and in JSON, and each of its words is found again where it stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from strokekit.diagnostics import Diagnostic, Outcome
from strokekit.engine import Engine
from strokekit.formats import Document, pointer
from strokekit.model.routine import Routine
from tests.documents import near_routines, pointers, routines, value_at

FILES = Path(__file__).with_name("files")
"""What generated routines include: `./a.routine.yaml#leg` and `../a.routine.json`, seen from its folder `inner`."""
ENGINE = Engine(root=FILES)


def as_yaml(data: Any, *, flow: bool | None) -> str:
    """Write a document as YAML, in block or flow style, without the characters that readers take differently."""
    text: str = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, default_flow_style=flow, width=200)
    assume(not {"\x85", "\u2028", "\u2029"} & {*text})
    return text


def both(data: Any, *, flow: bool | None) -> list[Outcome[Routine]]:
    """Read the same document from both syntaxes."""
    texts = {"yaml": as_yaml(data, flow=flow), "json": json.dumps(data, indent=None if flow else 1)}
    return [
        ENGINE.loads(text, name="r", syntax=syntax, folder=FILES / "inner")  # type: ignore[arg-type]  # the two
        for syntax, text in texts.items()
    ]


def _placeless(diagnostic: Diagnostic) -> Diagnostic:
    """What a diagnostic says, without where in the text."""
    related = tuple(attrs.evolve(other, span=None) for other in diagnostic.related)
    return attrs.evolve(diagnostic, span=None, found="", fix=None, related=related)


@settings(max_examples=60)
@given(routines(), st.booleans())
def test_both_syntaxes_give_the_same_routine(data: dict[str, Any], flow: bool) -> None:  # noqa: FBT001 - generated
    """A valid document gives equal routines, whichever syntax it is written in."""
    first, second = both(data, flow=flow)

    assert first.require() == second.require()


@settings(max_examples=60)
@given(near_routines(), st.booleans())
def test_both_syntaxes_give_the_same_report(data: dict[str, Any], flow: bool) -> None:  # noqa: FBT001 - generated
    """What is wrong with a document is the same in both syntaxes, but for the places in the text."""
    first, second = both(data, flow=flow)

    assert sorted(map(str, map(_placeless, first.report))) == sorted(map(str, map(_placeless, second.report)))


def _written(document: Document, found: str) -> Any:
    """What a stretch of the text says when it stands alone."""
    return json.loads(found) if document.syntax == "json" else yaml.safe_load(found)


@settings(max_examples=40)
@given(routines(), st.booleans())
def test_every_word_is_found_where_it_stands(data: dict[str, Any], flow: bool) -> None:  # noqa: FBT001 - generated
    """The span of each key and of each plain value holds that key or value, in both syntaxes."""
    for outcome in both(data, flow=flow):
        document = outcome.require().document
        assert document is not None
        for path in list(pointers(data))[1:]:
            place = pointer.join("", *path)
            key, value = document.key_span(place), document.span(place)
            if isinstance(path[-1], str):
                assert _written(document, document.source.slice(key.start, key.end)) == path[-1]
            if not isinstance(value_at(data, path), (dict, list)):
                assert _written(document, document.source.slice(value.start, value.end)) == value_at(data, path)


@settings(max_examples=60)
@given(near_routines(), st.booleans())
def test_every_diagnostic_shows_what_stands_in_the_text(data: dict[str, Any], flow: bool) -> None:  # noqa: FBT001 - generated
    """A diagnostic has a span inside the text, and what it shows as found is what stands there."""
    for syntax, text in (("yaml", as_yaml(data, flow=flow)), ("json", json.dumps(data))):
        for diagnostic in ENGINE.loads(text, syntax=syntax).report:  # type: ignore[arg-type]  # the two
            span = diagnostic.span
            assert span is not None
            found = text[span.start : span.end]
            assert diagnostic.found in (found, f"{found[:79]}…")
            assert text.count("\n", 0, span.start) + 1 == span.line
