"""Laws of agreement: what a schema is told of a shape and what a reader finds of it, with every validator and every catalogue."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import event, given, settings

from strokekit.engine import Engine
from strokekit.formats import Document, read_text
from strokekit.formats.schema import Backend, Validator
from strokekit.reading import Dispatch, check_shape, published_schema
from strokekit.testing.strategies import routines
from tests.documents import near_routines
from tests.house.pages import blocks
from tests.laws.plugged import with_examples

ROOT = Path(__file__).parents[2]
FILES = sorted(path for path in (ROOT / "examples").rglob("*.routine.*") if path.suffix != ".txt")
PAGES = sorted((ROOT / "docs").rglob("*.md"))
BACKENDS: tuple[Backend, ...] = ("jsonschema", "jsonschema-rs")


@attrs.frozen
class Judges:
    """All who judge the shape of a document, for one catalogue."""

    engine: Engine
    published: dict[Backend, Validator]
    dispatch: dict[Backend, Dispatch]

    @classmethod
    def of(cls, engine: Engine) -> Judges:
        """Make them for an engine."""
        schema = published_schema(engine.catalog)
        return cls(
            engine,
            {backend: Validator(schema, backend=backend) for backend in BACKENDS},
            {backend: Dispatch(engine.catalog, backend) for backend in BACKENDS},
        )

    def verdicts(self, document: Document) -> dict[str, bool]:
        """Say who accepts the shape of a document."""
        published = {f"published, {backend}": held.valid(document.data) for backend, held in self.published.items()}
        run = {f"dispatch, {backend}": check_shape(document, held).fits for backend, held in self.dispatch.items()}
        return {**published, **run}


BUILTIN = Judges.of(Engine())
PLUGGED = Judges.of(with_examples())


def document(data: Any) -> Document | None:
    """Read a document that is given as JSON values; nothing where a reader refuses the text itself."""
    return read_text(json.dumps(data), syntax="json").value


def step(written: dict[str, Any]) -> dict[str, Any]:
    """Make a routine of one step."""
    return {"strokekit": 1, "title": "T", "sections": [{"id": "a", "steps": [written]}]}


@pytest.mark.parametrize("judges", [pytest.param(BUILTIN, id="built in"), pytest.param(PLUGGED, id="with plugins")])
def test_all_agree_on_every_example(judges: Judges) -> None:
    """Each file of the examples, the broken ones and those of plugins too, is accepted by all four or by none."""
    read = {path.name: judges.engine.read(path).value for path in FILES}
    found = {name: judges.verdicts(document) for name, document in read.items() if document is not None}
    accepted = [name for name, verdicts in found.items() if all(verdicts.values())]

    assert len(FILES) > 200
    assert len(accepted) > 70
    assert {name: verdicts for name, verdicts in found.items() if len(set(verdicts.values())) > 1} == {}


def test_all_agree_on_every_example_of_a_page() -> None:
    """Each routine that a page shows, right or wrong, those of the codes too, is accepted by all four or by none."""
    shown = [(f"{page.name}:{one.line}", one.text) for page in PAGES for one in blocks(page.read_text(encoding="utf-8"))]
    read = {place: read_text(text, name="page.yaml").value for place, text in shown if text.startswith("strokekit: ")}
    found = {place: BUILTIN.verdicts(document) for place, document in read.items() if document is not None}

    assert len(found) > 100
    assert {place: verdicts for place, verdicts in found.items() if len(set(verdicts.values())) > 1} == {}


def test_a_plugins_routine_is_accepted_where_the_plugin_is() -> None:
    """The routine of an example plugin has a shape with its catalogue, and none without."""
    path = ROOT / "examples/plugins/strokekit-thai/routines/side-lying.routine.yaml"
    read = BUILTIN.engine.read(path).require()

    assert set(PLUGGED.verdicts(read).values()) == {True}
    assert set(BUILTIN.verdicts(read).values()) == {False}


@settings(max_examples=60)
@given(near_routines(routines(PLUGGED.engine)))
def test_all_agree_on_near_valid_documents_of_plugins(data: dict[str, Any]) -> None:
    """Of a document of plugins' techniques that is broken in a few places all four say the same."""
    read = document(data)
    found = PLUGGED.verdicts(read) if read is not None else {"": False}
    event(f"accepted: {all(found.values())}")

    assert len(set(found.values())) == 1, found


@settings(max_examples=30)
@given(routines(PLUGGED.engine))
def test_all_accept_valid_documents_of_plugins(data: dict[str, Any]) -> None:
    """Whatever checks without errors has a shape that all four accept."""
    read = document(data)
    assert read is not None

    assert PLUGGED.verdicts(read) == dict.fromkeys(PLUGGED.verdicts(read), True)


@pytest.mark.parametrize(
    ("written", "accepted"),
    [
        pytest.param({"technique": "old.lean", "where": "calf"}, True, id="deprecated: a warning is no fault"),
        pytest.param(
            {"technique": "old.press", "where": "calf", "with": {"how": "walking"}}, True, id="a parameter that is needed"
        ),
        pytest.param({"technique": "old.press", "where": "calf"}, False, id="without it"),
        pytest.param({"technique": "old.press", "where": "calf", "with": {"how": "alone"}}, False, id="no such choice"),
        pytest.param({"technique": "old.press", "with": {"how": "$how", "rocking": "$rocks"}}, True, id="values for parameters"),
        pytest.param({"technique": "old.press", "with": {"how": "walking", "heat": "?!"}}, False, id="no quantity"),
        pytest.param({"technique": "old.press", "with": {"how": "walking", "heat": "40 °C"}}, True, id="a quantity"),
        pytest.param({"technique": "old.press", "with": {"how": "walking", "to": ["calf"]}}, False, id="a list"),
        pytest.param({"technique": "old.press", "with": {"how": "walking", "x-a": 1.5}}, True, id="an extra"),
        pytest.param({"technique": "effleurage", "where": "calf"}, False, id="an alias"),
        pytest.param({"action": "kneading", "where": "calf"}, False, id="under the wrong head"),
        pytest.param({"technique": "gliding", "action": "turn_over"}, False, id="two heads"),
        pytest.param({"technique": "gliding", "say": "Softly"}, True, id="a head and a cue"),
        pytest.param({"technique": ["gliding"]}, False, id="a list of techniques"),
        pytest.param({"technique": "$which", "hold": "3 s", "with": {"a": [1]}}, True, id="a value for a technique"),
        pytest.param({"where": "calf"}, False, id="no head"),
        pytest.param({"say": "Softly", "x-a": None}, True, id="a cue"),
        pytest.param({"technique": "gliding", "note": "$a\u2028\r\n"}, True, id="odd ends of lines in a text"),
        pytest.param({"technique": "gliding", "where": "$a\r"}, True, id="odd ends of lines after a value"),
        pytest.param({"technique": "gliding", "where": "calf\n"}, False, id="an end of a line in a literal"),
        pytest.param({"technique": "gliding", "repeat": "\u0663"}, False, id="digits of another script"),
        pytest.param({"technique": "gliding", "repeat": 10**30}, True, id="a large number"),
        pytest.param({"technique": "gliding", "avoid": {"spine": "at_most \u2028"}}, True, id="a level for the reader to judge"),
    ],
)
def test_all_agree_on_what_borders_on_a_shape(written: dict[str, Any], accepted: bool) -> None:  # noqa: FBT001 - a parameter
    """The four say the same, and it is what the format says."""
    read = document(step(written))
    assert read is not None

    assert PLUGGED.verdicts(read) == dict.fromkeys(PLUGGED.verdicts(read), accepted)
