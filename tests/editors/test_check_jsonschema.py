"""The published schema in check-jsonschema, as somebody uses it who has not installed strokekit."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from strokekit.engine import Engine
from strokekit.reading import check_shape
from tests.laws.plugged import with_examples

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "schemas" / "routine.schema.json"
FOLDERS = ("constructs", "invalid")
PLUGGED = sorted((ROOT / "examples" / "plugins").glob("*/routines/*.routine.yaml"))


def refused(schema: Path, files: list[Path]) -> set[Path]:
    """Give the files that it refuses."""
    command = [sys.executable, "-m", "check_jsonschema", "--output-format", "json", "--schemafile", str(schema)]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, encoding="utf-8", check=False)
    said = json.loads(done.stdout)

    assert done.returncode == (1 if said["errors"] else 0), done.stderr
    assert said.get("parse_errors", []) == []
    return {Path(error["filename"]) for error in said["errors"]}


def test_it_refuses_what_the_dispatch_refuses() -> None:
    """Of all examples that can be read it refuses those that have no right shape or a plugin's techniques, and no others."""
    engine = Engine()
    files = [path for folder in FOLDERS for path in sorted((ROOT / "examples/routines" / folder).glob("*.routine.yaml"))]
    outcomes = {path: engine.read(path) for path in files}
    read = {path: outcome.require() for path, outcome in outcomes.items() if outcome.report.ok}
    wrong = {path for path, document in read.items() if not check_shape(document, engine.dispatch).fits}

    assert len(read) > 150
    assert len(wrong) > 30
    assert refused(PUBLISHED, [*read, *PLUGGED]) == {*wrong, *PLUGGED}


def test_it_knows_the_techniques_of_plugins(tmp_path: Path) -> None:
    """The schema of what is installed accepts the routines of its plugins, which the published one refuses."""
    schema = tmp_path / "plugged.schema.json"
    schema.write_text(json.dumps(with_examples().schema()), encoding="utf-8")

    assert refused(schema, PLUGGED) == set()
