"""Input forms: what `strokekit techniques ID --format json` says is enough to draw one, fill it in and get a step."""

from __future__ import annotations

import json
import re
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from strokekit.engine import Engine
from tests.cli.running import strokekit

PLUGIN = """\
techniques:
  - id: palming
    title: {en: Palming, de: Handballendruck}
    family: compression
    summary: x
    takes:
      where: {needs: true}
      side: {}
      tool: {default: iron}
      pressure: {limits: 1..3 walton}
      repeat: {limits: 1..9, default: 3}
      hold: {limits: 2..10 s}
    parameters:
      rhythm: {type: choice, choices: [walking, together], default: walking, title: {en: Rhythm, de: Rhythmus}}
      rocking: {type: boolean, title: Rocking, summary: while leaning in}
      heat: {type: quantity, limits: 38..50 °C, needs: true}
words: {tool: [{id: iron, title: {en: Iron, de: Eisen}}]}
"""


class Form(HTMLParser):
    """Reads a form back: name → what could be entered."""

    def __init__(self) -> None:
        """Begin with no fields."""
        super().__init__()
        self.fields: dict[str, dict[str, Any]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep fields and their options."""
        given = dict(attrs)
        if tag in ("input", "select"):
            self.fields[str(given["name"])] = {**given, "tag": tag, "options": []}
        elif tag == "option" and self.fields:
            list(self.fields.values())[-1]["options"].append(given["value"])


def drawn(fields: list[dict[str, Any]], language: str) -> str:
    """Draw a form as an app would, from the JSON alone."""
    rows = []
    for field in fields:
        title = escape(field["title"].get(language) or field["title"].get("en", ""))
        common = f'name="{field["in"]}.{field["name"]}"' + (" required" if field["required"] else "")
        if field["widget"] == "checkbox":
            rows.append(f'<label>{title}<input type="checkbox" {common}></label>')
        elif field["widget"] == "choice":
            options = "".join(f'<option value="{escape(choice["value"])}">' for choice in field["choices"])
            rows.append(f"<label>{title}<select {common}>{options}</select></label>")
        else:
            value = "" if field["default"] is None else f' value="{escape(str(field["default"]))}"'
            pattern = f' pattern="{escape(field["pattern"])}"' if field["pattern"] else ""
            rows.append(f'<label>{title}<input type="text" {common}{value}{pattern}></label>')
    return f"<form>{''.join(rows)}</form>"


@pytest.fixture
def fields(tmp_path: Path) -> list[dict[str, Any]]:
    """The form of a plugin's technique, as the command line writes it."""
    path = tmp_path / "shiatsu.yaml"
    path.write_text(PLUGIN, encoding="utf-8")
    made = strokekit("techniques", "shiatsu.palming", "--format", "json", "--no-plugins", "--plugin", str(path)).json
    form: list[dict[str, Any]] = made["techniques"][0]["form"]
    return form


def test_a_form_can_be_drawn_and_filled_in(fields: list[dict[str, Any]], tmp_path: Path) -> None:
    """A form made of the JSON alone takes values that its patterns accept, and they make a step without a fault."""
    form = Form()
    form.feed(drawn(fields, "de"))
    entered = {
        "step.where": "calf",
        "step.side": "left",
        "step.pressure": "2 walton",
        "step.hold": "3..5 s",
        "with.heat": "40 °C",
    }
    for name, text in entered.items():
        field = form.fields[name]
        assert text in field["options"] if field["tag"] == "select" else re.search(field["pattern"], text)
    step: dict[str, Any] = {"technique": "shiatsu.palming", "with": {"rhythm": form.fields["with.rhythm"]["options"][1]}}
    for name, text in entered.items():
        place, _, key = name.partition(".")
        (step if place == "step" else step["with"])[key] = text
    routine = {
        "strokekit": 1,
        "title": "x",
        "contraindications": "none_reviewed",
        "sections": [{"id": "a", "position": "prone", "steps": [step]}],
    }
    engine = Engine(plugins={"shiatsu": tmp_path / "shiatsu.yaml"})

    assert [name for name, field in form.fields.items() if "required" in field] == ["step.where", "with.heat"]
    assert [str(found) for found in engine.check(engine.read_text(json.dumps(routine)))] == []


def test_what_a_form_says(fields: list[dict[str, Any]]) -> None:
    """Each field has its title, widget, default, limits in numbers, choices with titles, and the schema of its value."""
    by_name = {field["name"]: field for field in fields}
    said: dict[str, tuple[Any, ...]] = {
        name: (field["widget"], field["default"], field["limits"]) for name, field in by_name.items()
    }

    expected: dict[str, tuple[Any, ...]] = {
        "where": ("region", None, None),
        "side": ("choice", None, None),
        "tool": ("suggest", "shiatsu.iron", None),
        "pressure": ("suggest", None, {"written": "1..3 walton", "min": "1", "max": "3", "unit": "walton"}),
        "repeat": ("range", 3, {"written": "1..9", "min": 1, "max": 9, "unit": None}),
        "hold": ("range", None, {"written": "2..10 s", "min": 2000, "max": 10000, "unit": "ms"}),
        "rhythm": ("choice", "walking", None),
        "rocking": ("checkbox", None, None),
        "heat": ("range", None, {"written": "38..50 °C", "min": "38", "max": "50", "unit": "°C"}),
    }
    assert said == expected
    assert by_name["rhythm"]["title"] == {"en": "Rhythm", "de": "Rhythmus"}
    assert by_name["rocking"]["summary"] == {"en": "while leaning in"}
    assert {"value": "shiatsu.iron", "title": {"en": "Iron", "de": "Eisen"}} in by_name["tool"]["choices"]
    assert [choice["value"] for choice in by_name["rhythm"]["choices"]] == ["walking", "together"]
    assert by_name["repeat"]["schema"]["$ref"] == "tag:strokekit,2026:schema:routine:1#/$defs/dose.repeat"


def test_every_technique_has_a_form() -> None:
    """Of whatever is built in, a form can be drawn."""
    from strokekit.reading.forms import form

    catalog = Engine().catalog
    for technique in catalog.techniques.values():
        names = [field["name"] for field in form(catalog, technique)]
        assert set(technique.takes) - {"stages"} <= set(names)
