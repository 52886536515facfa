"""The schema of plugin files: current, whole, and of one mind with what reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from strokekit.formats import read_text
from strokekit.formats.schema import Validator, check_schema
from strokekit.plugins.declarations import GROUPS
from strokekit.plugins.file_schema import plugin_schema
from strokekit.plugins.plugin_file import read_plugin

SCHEMA = Path(__file__).parents[2] / "schemas" / "plugin.schema.json"
MADE = plugin_schema()
VALIDATOR = Validator(MADE)
DATA = resources.files("strokekit.builtin") / "data"
SMALL: dict[str, Any] = {"id": "a", "title": "A", "family": "x", "summary": "x"}


def test_the_schema_is_current() -> None:
    """The file is what the declarations say."""
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == MADE
    assert check_schema(MADE) == []


def described(shape: Any, way: str = "") -> Iterator[tuple[str, str]]:
    """Go through all keys, each with what it means."""
    for name, part in {**shape.get("properties", {}), **shape.get("$defs", {})}.items():
        yield f"{way}.{name}", part.get("description", "")
        yield from described(part, f"{way}.{name}")


def test_every_key_is_described() -> None:
    """Editors show what each key means; all of it is taken from the declarations."""
    assert [way for way, text in described(MADE) if not text] == []


def test_the_vocabularies_are_those_of_strokekit() -> None:
    """A plugin can add to each vocabulary that there is."""
    words = yaml.safe_load((DATA / "words.yaml").read_text(encoding="utf-8"))["words"]

    assert sorted(GROUPS) == sorted(words)


@pytest.mark.parametrize("name", ["techniques", "regions", "words", "quantities", "scales"])
def test_what_strokekit_ships_fits(name: str) -> None:
    """Its own files are plugin files."""
    text = (DATA / f"{name}.yaml").read_text(encoding="utf-8")

    assert VALIDATOR.faults(yaml.safe_load(text)) == []
    assert read_plugin(read_text(text, name=name).require()).problems == ()


@pytest.mark.parametrize(
    ("data", "fits"),
    [
        pytest.param({}, True, id="nothing"),
        pytest.param({"techniques": [SMALL]}, True, id="the least"),
        pytest.param({"techniques": [{**SMALL, "x-own": 1.5}]}, True, id="an own key"),
        pytest.param({"techniques": [{**SMALL, "title": {"en": "A"}}]}, True, id="a text by language"),
        pytest.param({"techniques": [{**SMALL, "famly": "x"}]}, False, id="a key that is not there"),
        pytest.param({"techniques": [{"id": "a"}]}, False, id="keys that lack"),
        pytest.param({"techniques": [{**SMALL, "id": "A"}]}, False, id="an id that is none"),
        pytest.param({"techniques": [{**SMALL, "hands_on": "yes"}]}, False, id="a text for a truth value"),
        pytest.param({"techniques": [{**SMALL, "takes": {"wher": {}}}]}, False, id="a dose field that is not there"),
        pytest.param({"techniques": [{**SMALL, "timing": {"per": "hour", "time": "3 s"}}]}, False, id="a word that is not there"),
        pytest.param({"techniques": [{**SMALL, "refine": "x"}]}, False, id="code"),
        pytest.param({"words": {"tool": [{"id": "iron", "title": "Iron"}]}}, True, id="a word"),
        pytest.param({"words": {"tool": [{"id": "iron", "title": "Iron", "group": "tool"}]}}, False, id="a group said twice"),
        pytest.param({"words": {"tol": []}}, False, id="a vocabulary that is not there"),
        pytest.param({"rules": [{"id": "r", "title": "R", "forbids": [{"tool": "iron"}]}]}, True, id="a rule"),
        pytest.param({"rules": [{"id": "r", "title": "R", "forbids": [{"tool": ["iron"], "at": "before"}]}]}, True, id="words"),
        pytest.param(
            {"rules": [{"id": "r", "title": "R", "applies": {"at": "step"}, "limits": {"hold": "3 s"}}]}, False, id="at"
        ),
        pytest.param({"messages": {"de": "a = b"}, "version": "1.2", "api": 1}, True, id="the head"),
        pytest.param({"version": 1}, False, id="a version without quotes"),
    ],
)
def test_schema_and_reader_agree(data: dict[str, Any], fits: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """What an editor underlines is what strokekit refuses."""
    document = read_text(json.dumps(data), name="p.json").value

    assert document is not None
    assert (not VALIDATOR.faults(data), read_plugin(document).problems == ()) == (fits, fits)
