"""`strokekit schema`: the schema of routine files."""

from __future__ import annotations

import json
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

from tests.cli.running import ARTICLE, ROOT, strokekit


def test_the_schema_accepts_the_article() -> None:
    """It is a schema, and one of routines."""
    made = strokekit("schema").json
    Draft202012Validator.check_schema(made)
    validator = Draft202012Validator(made)

    assert made["$id"] == "tag:strokekit,2026:schema:routine:1"
    assert validator.is_valid(yaml.safe_load((ROOT / ARTICLE).read_text(encoding="utf-8")))
    assert not validator.is_valid({"strokekit": 1})


def test_the_schema_in_a_file_is_what_is_shown(tmp_path: Path) -> None:
    """`-o` writes it, and nothing to standard output."""
    target = tmp_path / "routine.schema.json"
    ran = strokekit("schema", "-o", str(target))

    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert json.loads(target.read_text(encoding="utf-8")) == strokekit("schema").json


def test_a_file_that_cannot_be_written_is_a_wrong_call(tmp_path: Path) -> None:
    """It ends with 2."""
    ran = strokekit("schema", "-o", str(tmp_path))

    assert (ran.code, ran.err) == (2, f"strokekit schema: error: '{tmp_path}' can't be written: is a directory\n")


def test_the_schema_of_plugin_files(tmp_path: Path) -> None:
    """`plugin` writes the published one, whatever plugins there are and however broken they be."""
    published = json.loads((ROOT / "schemas" / "plugin.schema.json").read_text(encoding="utf-8"))
    target = tmp_path / "plugin.schema.json"
    ran = strokekit("schema", "plugin", "-o", str(target), "--plugin", "nowhere.yaml", "--strict-plugins")

    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert target.read_text(encoding="utf-8") == (ROOT / "schemas" / "plugin.schema.json").read_text(encoding="utf-8")
    assert strokekit("schema", "plugin").json == published
    assert strokekit("schema", "routine").json == strokekit("schema").json


def test_a_schema_with_messages(tmp_path: Path) -> None:
    """`--messages` adds what editors say where a text has the wrong form; of plugin files there is none with it."""
    target = tmp_path / "routine.schema.json"
    ran = strokekit("schema", "--messages", "-o", str(target))
    refused = strokekit("schema", "plugin", "--messages")

    assert (ran.code, ran.out, ran.err) == (0, "", "")
    made = json.loads(target.read_text(encoding="utf-8"))
    assert made["$defs"]["size"]["else"]["patternErrorMessage"] == "write `small`, `long`, … or a length"
    assert (refused.code, refused.err) == (2, "strokekit schema: error: --messages is for the schema of routines\n")
