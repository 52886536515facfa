"""The published schemas in ajv, the validator of the JavaScript world: they compile in strict mode, and mean the same there."""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from strokekit.engine import Engine
from strokekit.formats import Document, read_text
from strokekit.reading import check_shape
from strokekit.testing.strategies import routines
from tests.documents import near_routines
from tests.laws.plugged import with_examples

pytestmark = [pytest.mark.needs("yaml-language-server"), pytest.mark.xdist_group("editors")]  # ajv lies beside it

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").rglob("*.routine.*") if path.suffix != ".txt")
PLUGGED = with_examples()
MANY = 25
"""How many documents are made by chance, of each kind."""


def accepted(modules: Path, schema: Any, documents: list[Any]) -> list[bool]:
    """Ask ajv about one schema."""
    return judged(modules, [(schema, documents)])[0]


def judged(modules: Path, questions: list[tuple[Any, list[Any]]]) -> list[list[bool]]:
    """Ask ajv, in one process; it ends with an error where a schema does not compile in strict mode."""
    node = shutil.which("node")
    assert node is not None
    given = json.dumps([{"schema": schema, "documents": documents} for schema, documents in questions])
    command = [node, str(Path(__file__).with_name("ajv.cjs")), str(modules)]
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    verdicts: list[list[bool]] = json.loads(done.stdout)
    return verdicts


def generated() -> list[Document]:
    """Make documents by chance: of what is built in and of plugins, most of them broken in a few places."""
    made: list[Any] = []
    # Gathered and judged together: each question to ajv would compile the schema anew.
    for strategy in (near_routines(), near_routines(routines(PLUGGED)), routines(PLUGGED)):
        settings(max_examples=MANY, database=None)(given(strategy)(lambda data: made.append(copy.deepcopy(data))))()
    read = [read_text(json.dumps(data), syntax="json").value for data in made]
    return [document for document in read if document is not None]


def test_the_schema_of_plugin_files_compiles_in_strict_mode(modules: Path) -> None:
    """Nothing is loose in it: each type is told, each key that is asked for is named."""
    schema = json.loads((ROOT / "schemas" / "plugin.schema.json").read_text(encoding="utf-8"))

    assert accepted(modules, schema, [{}, [], {"techniques": 3}]) == [True, False, False]


def test_the_schemas_of_what_is_written_compile_in_strict_mode(modules: Path) -> None:
    """All that are published beside those of the files that people write: no output is an empty mapping."""
    paths = sorted((ROOT / "schemas").glob("*.schema.json"))
    outputs = [path for path in paths if path.name not in {"plugin.schema.json", "routine.schema.json"}]
    verdicts = judged(modules, [(json.loads(path.read_text(encoding="utf-8")), [{}]) for path in outputs])

    assert len(outputs) == len(paths) - 2
    assert verdicts == [[False]] * len(outputs)


def test_ajv_refuses_what_strict_mode_refuses(modules: Path) -> None:
    """What the test above finds would be found: a union of types does not compile."""
    with pytest.raises(AssertionError, match="use allowUnionTypes to allow union type keyword"):
        accepted(modules, {"type": ["string", "integer"]}, [])


@pytest.mark.parametrize(
    ("engine", "more"), [pytest.param(Engine(), list, id="built in"), pytest.param(PLUGGED, generated, id="with plugins")]
)
def test_ajv_and_the_dispatch_agree(modules: Path, engine: Engine, more: Callable[[], list[Document]]) -> None:
    """The schema of routine files compiles in strict mode; of every example and of documents made by chance both say the same."""
    examples = [read for path in EXAMPLES if (read := engine.read(path).value) is not None]
    documents = [*examples, *more()]
    expected = [check_shape(document, engine.dispatch).fits for document in documents]
    found = accepted(modules, engine.schema(), [document.data for document in documents])
    differing = [
        json.dumps(document.data) for document, *both in zip(documents, expected, found, strict=True) if len({*both}) > 1
    ]

    assert expected.count(True) > 70
    assert expected.count(False) > 50
    assert differing == []
